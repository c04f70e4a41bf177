"""What a register came to, held in memory: read once, and then only what changed, whoever changed it.

A page asks many questions of one register, and 100,000 claims take 10 s to read. So a process keeps what it read of the
last register that it was asked of. Whatever is derived leaves rows in `changes` (register/derived.py), from which a
snapshot is renewed in 50 ms after a judgement; after a rebuild, or where reports are not derived yet, all is read.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from threading import Lock
from typing import Any, TypeVar, cast

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.register import Register
from sijil.steps import judge
from sijil.steps.accepted import accepted, left
from sijil.steps.added import present
from sijil.steps.corrections import Correction
from sijil.steps.derived import derived
from sijil.steps.link.heirs import Leads
from sijil.steps.tally.carried import Changed, carry, cuts_of, in_place, without
from sijil.steps.tally.columns import cut
from sijil.steps.tally.doubtful import told
from sijil.steps.tally.findings import Findings
from sijil.steps.tally.once import Followed

Corrections = Mapping[str, tuple[Correction, ...]]
Claims = tuple[Claim, ...]
Order = tuple[Any, ...]
HARM = frozenset({"casualty", "attack", "damage"})
FULL = 2000  # collections of young objects to one of all; Python's is 10
#: Questions (of queries) whose answers hang on reports and on claims of other kinds than HARM alone.
OF_CLAIMS = ("displacement", "displacement over time", "access", "access places", "control", "control places")
#: Answers to narrow questions that are kept. A page with a filter asks about ten: 6 MB on 100,000 claims, and a map
#: that is moved about asks for a filter each time.
NARROW = 400
EVERYTHING = Filter()
R = TypeVar("R")
V = TypeVar("V")


@dataclass(frozen=True)
class Snapshot:
    """What a register came to. `claims` are those as people left them, `read` as read, both by report."""

    findings: Findings
    claims: Mapping[str, Claims]
    corrections: Corrections
    judgements: tuple[Judgement, ...]
    read: Mapping[str, Claims]
    _kept: dict[object, Any] = field(default_factory=dict, compare=False)
    _narrow: deque[object] = field(default_factory=deque, compare=False)

    @cached_property
    def leads(self) -> Leads:
        """Where ids of incidents lead."""
        return Leads(self.findings.incidents, self.judgements, self.findings.home)

    @cached_property
    def former(self) -> Mapping[str, tuple[str, ...]]:
        """Incident → ids that lead to it now."""
        return self.leads.former()

    def take(self, older: Snapshot) -> None:
        """Takes over the answers of an older snapshot that hang on no claims of harm, where no others changed."""
        same = {
            asked: own for asked, own in list(older._kept.items()) if isinstance(asked, tuple) and asked[0] in OF_CLAIMS
        }
        self._kept.update(same)
        self._narrow.extend(filter(is_narrow, same))

    def kept(self, question: object, answer: Callable[[], R]) -> R:
        """The answer to a question, worked out once; nobody may change it. Of narrow ones NARROW are kept."""
        found = self._kept.get(question, self)
        if found is self:
            found = self._kept[question] = answer()
            if is_narrow(question):
                self._narrow.append(question)
            while len(self._narrow) > NARROW:
                self._kept.pop(self._narrow.popleft(), None)
        return cast(R, found)


def is_narrow(question: object) -> bool:
    """Whether a question is about a part of the record, of which there are as many as people can think of."""
    return isinstance(question, tuple) and EVERYTHING not in question


HOLD = object()  # in Register.held: the next snapshot is the one for as long as this connection is open
_last: _Keeper | None = None
_renewing = Lock()


def snapshot(register: Register) -> Snapshot:
    """What the register holds now. Where reports came in since incidents were last derived (an `add` that was killed),
    they are derived anew here, in memory: what is asked for is never less than what was read."""
    if isinstance(register.held, Snapshot):
        return register.held
    found = _snapshot(register)
    if register.held is HOLD:
        register.held = found
    return found


def _snapshot(register: Register) -> Snapshot:
    global _last
    stamp, last = register.stamp, _last
    if last is not None and last.stamp == stamp:
        return last.now
    with _renewing, register.reading():
        stamp = register.stamp  # before the rows: what comes in while they are read makes the next stamp another one
        if register.behind:
            return _in_memory(register, stamp)
        kept, _last = _last, None  # where reading fails halfway, the next one starts anew
        if kept is None or not kept.renew(register, stamp):
            with _unswept():
                kept = _Keeper(register, stamp)
        _last = kept
        return kept.now


def forget() -> None:
    """Lets go of what was read: the next question reads all of it."""
    global _last, _behind
    _last = _behind = None


_behind: tuple[tuple[object, ...], Snapshot] | None = None


def _in_memory(register: Register, stamp: tuple[object, ...]) -> Snapshot:
    global _behind
    if _behind is None or _behind[0] != stamp:
        judgements = register.judgements()
        read = present(register.claims(), judgements)
        reports = {info.id: info for info in register.reports()}
        incidents, assessments = derived(read, reports, judgements)
        claims = accepted(read, judgements)
        found = Findings(claims, incidents, {a.incident: a for a in assessments}, reports)
        corrected = judge.corrections(read, judgements)
        _behind = stamp, Snapshot(found, _by_report(claims, reports), corrected, judgements, _by_report(read, reports))
    return _behind[1]


@contextmanager
def _unswept() -> Iterator[None]:
    """Keeps Python from looking for garbage while a register is read, which doubles the time, and from looking through
    all that was read whenever a page made some: 0.2 to 0.5 s."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        young, older, _ = gc.get_threshold()
        gc.set_threshold(young, older, FULL)
        if swept:
            gc.enable()


class _Keeper:
    """The rows of one register, by what they are about, and the snapshot made of them.

    `now` is replaced as a whole, and nothing that it holds is changed: who reads an older one goes on reading it.
    """

    def __init__(self, register: Register, stamp: tuple[object, ...]) -> None:
        self.stamp, self._change = stamp, register.derived.last_change()
        self._judgements = register.judgements()
        self._reports = {info.id: info for info in register.reports()}
        read = present(register.claims(), self._judgements)
        self._read = _by_report(read, self._reports)
        self._claims = _by_report(_denying(left(read, self._judgements), register.derived.denied()), self._reports)
        self._corrections = dict(judge.corrections(read, self._judgements))
        self._by_id = {claim.id: claim for claim in chain.from_iterable(self._claims.values())}
        self._incidents = {one.id: one for one in register.incidents()}
        self._assessments = {one.incident: one for one in register.assessments()}
        self._home = {claim: one.id for one in self._incidents.values() for claim in one.claims}
        self._order = {id_: self._place(one) for id_, one in self._incidents.items()}
        self._followed = Followed()
        self._followed.change((), told(list(self._incidents.values()), self._by_id), self._order, self._reports)
        claims = tuple(chain.from_iterable(self._claims.values()))
        incidents = tuple(sorted(self._incidents.values(), key=self._by_order))
        self.now = self._made(self._findings(claims, incidents), {})

    def renew(self, register: Register, stamp: tuple[object, ...]) -> bool:
        """Reads what changed. False where this is not possible, and all has to be read."""
        same = stamp[0] == self.stamp[0] and int(str(stamp[2])) >= int(str(self.stamp[2]))
        changes = register.derived.changes(self._change) if same else None
        if changes is None:
            return False
        older, self.stamp = self.stamp, stamp
        if stamp[2] == older[2] and not any(changes.values()):  # other tables changed: who is logged in, say
            return True
        self._change = register.derived.last_change()
        self._judgements = register.judgements()
        last, before, held = self.now, self.now.findings, self._incidents
        reports = self._touched(register, changes["report"], changes["denial"])
        claims = self._reread(register, reports)
        denied = _denied(c for id_ in claims for known in (before.by_id(), self._by_id) if (c := known.get(id_)))
        stale = {home[id_] for id_ in claims | denied for home in (before.home,) if id_ in home}
        self._regroup(register, changes["incident"])
        stale |= changes["incident"] | {self._home[id_] for id_ in claims | denied if id_ in self._home}
        doubted = self._redoubt(stale)
        changed = Changed(
            reports, _both(before.by_id(), self._by_id, claims | denied), _both(held, self._incidents, stale | doubted)
        )
        cuts = cuts_of(before, self._claims, reports)
        made = self._findings(tuple(cut(before.claims, cuts)), in_place(before.incidents, changed, self._by_order))
        carry(before, made, changed)
        self.now = self._made(made, without(last.kept("views", dict[str, object]), stale))
        kinds = {claim.kind for side in changed.claims for claim in side if claim.id in claims}
        if kinds <= HARM and len(before.reports) == len(self._reports):
            self.now.take(last)
        return True

    def _findings(self, claims: Claims, incidents: tuple[Incident, ...]) -> Findings:
        found = Findings(claims, incidents, self._assessments, self._reports, self._followed.doubts())
        vars(found).update(_by_id=self._by_id, home=self._home, by_doc=self._claims, place=self._order)
        return found

    def _by_order(self, one: Incident) -> Order:
        return self._order[one.id]

    def _made(self, found: Findings, views: dict[str, object]) -> Snapshot:
        return Snapshot(found, self._claims, self._corrections, self._judgements, self._read, {"views": views})

    def _place(self, one: Incident) -> Order:
        """The place of an incident in the register: that of its first claim."""
        first = self._by_id[one.claims[0]]
        return self._reports[first.doc].retrieved.isoformat(), first.doc, first.order

    def _touched(self, register: Register, reports: frozenset[str], denials: frozenset[str]) -> list[str]:
        """Reports that are to be read again, those that are new in order: these, and those of denials of which other
        claims are rejected."""
        docs = reports | {self._by_id[id_].doc for id_ in denials if id_ in self._by_id}
        new = register.reports(docs - self._reports.keys())
        known = sorted(docs & self._reports.keys())
        self._reports = self._reports | {info.id: info for info in new}
        return [*known, *(info.id for info in new)]

    def _reread(self, register: Register, docs: Sequence[str]) -> set[str]:
        """Reads the claims of reports again; the ids of all that are other ones now."""
        read = present(register.claims(of=docs), self._judgements)
        rejected = register.derived.denied_by(claim.id for claim in read if claim.kind == "denial")
        now = _by_report(_denying(left(read, self._judgements), rejected), docs)
        before = {c.id: c for doc in docs for c in self._claims.get(doc, ())}
        after = {c.id: c for own in now.values() for c in own}
        changed = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
        self._read = self._read | _by_report(read, docs)
        self._claims = {**self._claims, **now}
        self._by_id = without(self._by_id, before) | after if changed else self._by_id
        corrected = judge.corrections(read, self._judgements)
        self._corrections = without(self._corrections, {*before, *(claim.id for claim in read)}) | corrected
        return changed

    def _regroup(self, register: Register, ids: frozenset[str]) -> None:
        """Reads incidents and assessments again."""
        came = register.incidents(ids)
        graded = {one.incident: one for one in register.assessments(ids)}
        gone = {claim for id_ in ids if id_ in self._incidents for claim in self._incidents[id_].claims}
        self._incidents = without(self._incidents, ids) | {one.id: one for one in came}
        self._assessments = without(self._assessments, ids) | graded
        homes = {claim: one.id for one in came for claim in one.claims}
        places = {one.id: self._place(one) for one in came}
        if any(self._home.get(claim) != homes.get(claim) for claim in gone | homes.keys()):
            self._home = without(self._home, gone) | homes
        if any(self._order.get(id_) != places.get(id_) for id_ in ids):
            self._order = without(self._order, ids) | places

    def _redoubt(self, stale: Iterable[str]) -> frozenset[str]:
        """Asks anew which incidents may be one with any of these; the ids of those whose doubts changed."""
        known = [self._incidents[id_] for id_ in sorted(stale) if id_ in self._incidents]
        return self._followed.change(stale, told(known, self._by_id), self._order, self._reports)


def _both(before: Mapping[str, V], after: Mapping[str, V], ids: Iterable[str]) -> tuple[tuple[V, ...], tuple[V, ...]]:
    """What has these ids, as it was and as it is."""
    known = sorted(ids)
    return tuple(before[id_] for id_ in known if id_ in before), tuple(after[id_] for id_ in known if id_ in after)


def _by_report(claims: Iterable[Claim], reports: Iterable[str]) -> dict[str, Claims]:
    """The claims of each report, also of those without any."""
    found: dict[str, list[Claim]] = {id_: [] for id_ in reports}
    for claim in claims:
        found.setdefault(claim.doc, []).append(claim)
    return {id_: tuple(own) for id_, own in found.items()}


def _denying(claims: Iterable[Claim], denied: Mapping[str, tuple[str, ...]]) -> list[Claim]:
    """The claims with what denials reject in any report."""
    return [replace(claim, denies=denied[claim.id]) if claim.id in denied else claim for claim in claims]


def _denied(claims: Iterable[Claim]) -> set[str]:
    return {id_ for claim in claims if claim.kind == "denial" for id_ in claim.denies}
