"""Derives what new reports and judgements touch, and leaves the rest as it is.

Every row hangs on few others: an event on its report, a link on its two events, an incident on the events that links
and judgements connect, a denial on the reports under its keys, an assessment on its incident's claims, their copies
and denials. So what follows from the touched reports alone, with the rows around them, is byte for byte what a
derivation of everything gives (tests/pipeline hold it). What touches claims everywhere is derived as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.pipeline import kept
from sijil.pipeline.copied import copies_around
from sijil.pipeline.known import Known
from sijil.pipeline.rules import rules_hash
from sijil.pipeline.touched import Touched, touched
from sijil.register import Register
from sijil.register.derived import key_hash
from sijil.steps.assess import assess_all
from sijil.steps.denials import across, rejected
from sijil.steps.derived import whole
from sijil.steps.link import events_of, incidents_of
from sijil.steps.link.across import Link, links
from sijil.steps.link.decided import Decisions
from sijil.steps.link.event import Event
from sijil.steps.link.keys import sought


def derive_all(register: Register) -> None:
    """Derives everything and stores it in place of what is there."""
    reports = {info.id: info for info in register.reports()}
    kept.keep_whole(register.derived, whole(register.claims(), reports, register.judgements()), reports)
    register.derived.mark(register.last_seq(), rules_hash())


def derive_news(register: Register) -> None:
    """Derives what came in since the derived rows were made; everything where that touches claims everywhere, or where
    other rules made them."""
    seq, rules = register.derived.state()
    judgements = register.judgements()
    found = touched(register, seq, judgements) if rules == rules_hash() else None
    if found is None:
        derive_all(register)
        return
    _Part(register, judgements).derive(found)
    register.derived.mark(register.last_seq(), rules)


class _Part:
    """One derivation of what is touched."""

    def __init__(self, register: Register, judgements: Sequence[Judgement]) -> None:
        self.rows = register.derived
        self.decided = Decisions.of(judgements)
        self.known = Known(register, judgements)

    def derive(self, found: Touched) -> None:
        """Copies, events, links, incidents, denials and assessments, in this order."""
        incidents = self._reports(found.reports) if found.reports else frozenset[str]()
        home = self.rows.homes([*self.decided.claims, *found.graded])
        graded = (self.decided.heirs.living(claim, home) for claim in found.graded)
        self._assess(incidents | self.rows.incidents_with(claim for claim in graded if claim))

    def _reports(self, touched: frozenset[str]) -> frozenset[str]:
        """All but the assessments for reports that are touched; the ids of the incidents to be assessed."""
        copied = copies_around(self.rows, self.known, touched)
        reports = touched | copied.reports
        before = self.rows.events_of(reports)
        around = {end for row in self.rows.links_of(before) for end in (row.a, row.b)} - before.keys()
        gone = [claim for row in self.rows.events(before) for claim in row.claims]
        told = self.rows.keys_of("told", reports)
        held = [claim for one in self.rows.incidents(self.rows.incidents_with(gone)) for claim in one.claims]
        fresh = self._relink(reports, copied.originals)
        start = {event.key for event in fresh} | around | set(self.rows.homes(held).values())
        incidents = self._regroup(start, [*gone, *held])
        return incidents | self.rows.incidents_with(self._deny(reports, told))

    def _relink(self, reports: frozenset[str], copied: Mapping[str, str]) -> list[Event]:
        """The events of the reports, stored with their links in place of the old ones."""
        own, infos = self.known.of(reports), self.known.reports(reports)
        fresh = [event for claims in own.values() for event in events_of(claims, self.decided, infos)]
        old = self.rows.events_of(reports)
        near = self.rows.filed("event", {key_hash(key) for event in fresh for key in sought(event)}) - old.keys()
        others = list(self._events(near).values())
        found = links([*others, *fresh], copied, len(others))
        self.rows.forget_reports(reports)
        kept.keep_linked(self.rows, fresh, found)
        kept.keep_reports(self.rows, own, self.known.reports(reports), copied)
        return fresh

    def _regroup(self, start: Iterable[str], gone: Iterable[str]) -> frozenset[str]:
        """The ids of the incidents made of all events that are connected with `start`, stored in place of those that
        held any of their claims or of `gone`."""
        home = self.rows.homes(self.decided.claims)
        keys, found = self._connected(set(start), home)
        events = self.known.in_order(self._events(keys).values())
        home |= {claim.id: event.key for event in events for claim in event.claims}
        made = incidents_of(events, found, self.decided, home)
        self.rows.forget_incidents(
            self.rows.incidents_with([*gone, *(claim.id for event in events for claim in event.claims)])
        )
        self.rows.keep_incidents(made)
        return frozenset(one.id for one in made)

    def _connected(self, start: set[str], home: dict[str, str]) -> tuple[set[str], set[Link]]:
        """The events that links and judgements connect with `start`, and all links among them."""
        same: dict[str, set[str]] = {}
        for a, b in self.decided.joining(home):
            same.setdefault(a, set()).add(b)
            same.setdefault(b, set()).add(a)
        seen, left, found = set(start), set(start), set[Link]()
        while left:
            rows = self.rows.links_of(left)
            found.update(kept.link(row) for row in rows)
            ends = {end for row in rows for end in (row.a, row.b)}
            left = (ends | {other for key in left for other in same.get(key, ())}) - seen
            seen |= left
        return seen, found

    def _deny(self, reports: frozenset[str], told: frozenset[int]) -> set[str]:
        """Links the denials that new claims concern; the claims about which denials changed. `told`: the keys under
        which the reports were found before."""
        asking = reports | self.rows.filed("asks", told | self.rows.keys_of("told", reports))
        answering = self.rows.filed("told", self.rows.keys_of("asks", asking))
        read = self.known.of(asking | answering)
        made = rejected(claim for claim in across([c for own in read.values() for c in own]) if claim.doc in asking)
        before = self.rows.denied_by(self.known.read(asking))
        changed = {id_ for id_ in before.keys() | made.keys() if before.get(id_, ()) != made.get(id_, ())}
        self.rows.keep_denials({id_: made.get(id_, ()) for id_ in changed})
        own = {claim.id for doc in reports for claim in read.get(doc, ())}
        return {
            denied for id_ in changed | (own & made.keys()) for denied in (*before.get(id_, ()), *made.get(id_, ()))
        }

    def _assess(self, ids: Iterable[str]) -> None:
        """Assesses the incidents anew."""
        incidents = self.rows.incidents(ids)
        claims = self._claims(incidents)
        copied = self.rows.originals({claim.doc for claim in claims.values()})
        home = self.rows.homes([*self.decided.claims, *(claim for one in incidents for claim in one.claims)])
        judgements = self.decided.on(incidents, home)
        infos = self.known.reports({claim.doc for claim in claims.values()})
        self.rows.keep_assessments(assess_all(incidents, claims, infos, judgements, copied))

    def _claims(self, incidents: Sequence[Incident]) -> dict[str, Claim]:
        """The claims of the incidents and the denials that reject any of them."""
        own = [claim for one in incidents for claim in one.claims]
        denials = self.rows.denials_of(own)
        denied = self.rows.denied_by(denials)
        found = self.known.claims([*own, *denials])
        return {id_: replace(c, denies=denied[id_]) if id_ in denied else c for id_, c in found.items()}

    def _events(self, keys: Iterable[str]) -> dict[str, Event]:
        rows = self.rows.events(keys)
        told = {row.report for row in rows}
        claims, infos = {c.id: c for own in self.known.of(told).values() for c in own}, self.known.reports(told)
        return {row.id: kept.event(row, claims, infos) for row in rows}
