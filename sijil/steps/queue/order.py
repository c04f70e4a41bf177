"""The review queue in order, kept up as the record changes: only what changed is weighed anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement
from sijil.steps.judge import standing
from sijil.steps.link.across import Link
from sijil.steps.link.bonds import PREFIX
from sijil.steps.link.heirs import Leads
from sijil.steps.queue.claims import claim_item
from sijil.steps.queue.item import Item
from sijil.steps.queue.pairs import join_item, pair_item
from sijil.steps.tally.findings import Findings

DECIDING = frozenset({"accept", "reject", "correct"})  # verbs after which a claim was looked at
COMPARING = frozenset({"same", "different", "unsure", "merge"})
Ranked = tuple[float, str, Item]
FEW = 500  # items that change: more are sorted anew, which takes 0.1 s for 100,000
Joined = dict[Link, tuple[Assessment | None, Item]]
Claims = Mapping[str, tuple[Claim, ...]]


@dataclass(frozen=True)
class Known:
    """What the queue is made of. `claims` are as people left them, by report; `weak` gives the links of few points,
    and is asked where incidents changed."""

    findings: Findings
    claims: Claims
    judgements: Sequence[Judgement]
    leads: Leads
    weak: Callable[[], Iterable[Link]]

    @cached_property
    def decided(self) -> frozenset[str]:
        """The claims that somebody accepted, rejected or corrected by themselves."""
        return frozenset(
            row.subject for row in standing(self.judgements) if row.verb in DECIDING and "always" not in row.value
        )

    @cached_property
    def compared(self) -> frozenset[frozenset[str]]:
        """The pairs of claims and of incidents, by the ids that these have now, that somebody decided about."""
        found: set[frozenset[str]] = set()
        for row in standing(self.judgements):
            if row.verb in COMPARING:
                pair = frozenset({row.subject, str(row.value.get("with", ""))})
                found |= {pair, frozenset(self._now(id_) for id_ in pair)}
        return frozenset(found)

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """All incidents by id."""
        return {one.id: one for one in self.findings.incidents}

    def _now(self, id_: str) -> str:
        return next(iter(self.leads.of(id_)), id_) if id_.startswith(PREFIX) else self.findings.home.get(id_, id_)


class Queue:
    """All items in order, the heaviest first; nothing of it is changed once it is made."""

    _by_report: dict[str, tuple[Item, ...]]
    _weak: tuple[Link, ...]
    _joined: Joined
    _others: dict[str, Item]
    _ranked: list[Ranked]

    def __init__(self, known: Known, older: Queue | None = None) -> None:
        """`older` is the queue of an earlier state of the same record."""
        self._known = known
        stale, moved = _stale(older._known, known) if older else (known.claims.keys(), True)
        before = older._by_report if older else {}
        fresh = {doc: _items(known.claims.get(doc, ()), known) for doc in stale}
        self._by_report = {**before, **fresh}
        self._weak = older._weak if older and not moved else tuple(known.weak())
        self._joined = _joins(known, self._weak, older._joined if older else {})
        self._others = {item.key: item for item in (*_pairs(known), *(item for _, item in self._joined.values()))}
        gone = {item for doc in fresh for item in before.get(doc, ())}
        came = {item for own in fresh.values() for item in own}
        if older:
            gone.update(older._others.values())
        came.update(self._others.values())
        self._ranked = _replaced(older._ranked if older else [], gone - came, came - gone)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(row[2] for row in self._ranked)

    def find(self, key: str) -> Item | None:
        """The item of a key; None where it is not in the queue."""
        claim = self._known.findings.by_id().get(key)
        own = self._by_report.get(claim.doc, ()) if claim else ()
        return self._others.get(key) or next((item for item in own if item.key == key), None)

    def pair_with(self, incident: str) -> Item | None:
        """The heaviest item that asks whether an incident is one with another."""
        own = [item for item in self._others.values() if incident in item.subjects]
        return min(own, key=lambda item: item.rank, default=None)

    def open(self, claim: str) -> bool:
        """Whether nobody has accepted, rejected or corrected a claim by itself."""
        return claim not in self._known.decided

    @property
    def looked(self) -> int:
        """How many claims and pairs somebody decided about."""
        pairs = {
            frozenset({row.subject, str(row.value.get("with", ""))})
            for row in standing(self._known.judgements) if row.verb in COMPARING
        }  # fmt: skip
        return len(self._known.decided) + len(pairs)


def after(items: Sequence[Item], weight: float, key: str) -> int:
    """The place among `items` (in order) of the first that comes after one of a weight and key."""
    return bisect_right(items, (-weight, key), key=lambda item: item.rank)


def _replaced(ranked: list[Ranked], gone: Collection[Item], came: Collection[Item]) -> list[Ranked]:
    """The list with items taken out and put in; few of them without looking at all the others."""
    new = [(*item.rank, item) for item in came]
    if len(gone) + len(came) > FEW:
        out = {item.key for item in gone}
        return sorted([*(row for row in ranked if row[1] not in out), *new])
    left = ranked.copy()
    for item in gone:
        del left[bisect_left(left, item.rank)]
    for row in new:
        insort(left, row)
    return left


def _stale(old: Known, new: Known) -> tuple[Collection[str], bool]:
    """The reports whose claims have to be weighed anew, and whether any incident is another one now. Records that did
    not change are the same objects (snapshot.py)."""
    was = old.claims.get
    docs = {doc for doc, own in new.claims.items() if was(doc) is not own}
    before, now = old.incidents, new.incidents
    read = [id_ for id_, one in now.items() if before.get(id_) is not one] + [id_ for id_ in before if id_ not in now]
    moved = [id_ for id_ in read if before.get(id_) != now.get(id_)]
    graded, grades = old.findings.assessments, new.findings.assessments
    ids = {*moved, *(id_ for id_, one in grades.items() if graded.get(id_) is not one)}
    whole = (known[id_] for id_ in ids for known in (before, now) if id_ in known)
    claims = {claim for one in whole for claim in one.claims} | (old.decided ^ new.decided)
    found = (known.findings.by_id().get(id_) for id_ in claims for known in (old, new))
    return docs | {claim.doc for claim in found if claim is not None}, bool(moved)


def _items(claims: Iterable[Claim], known: Known) -> tuple[Item, ...]:
    found = (claim_item(claim, _disputed(claim, known), known.decided) for claim in claims)
    return tuple(item for item in found if item is not None)


def _disputed(claim: Claim, known: Known) -> bool:
    own = known.findings.assessments.get(known.findings.home.get(claim.id, ""))
    return own is not None and own.disputed


def _pairs(known: Known) -> Iterable[Item]:
    for one in known.findings.doubts.found:
        if frozenset({one.incident, one.other}) not in known.compared:
            yield pair_item(one, known.findings.assessments)


def _joins(known: Known, weak: Iterable[Link], before: Joined) -> Joined:
    """The weak links that hold two reports in one incident, each with the incident's assessment and the item made of
    both: the one before where they are the same."""
    home, found = known.findings.home, Joined()
    for link in weak:
        if link.a in home and home[link.a] == home.get(link.b) and frozenset({link.a, link.b}) not in known.compared:
            own, old = known.findings.assessments.get(home[link.a]), before.get(link)
            found[link] = old if old and old[0] is own else (own, join_item(link, own))
    return found
