"""What people decided, carried out: events cut in two, groups made with what is held to be one or two, rejections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.steps.judge import standing
from sijil.steps.link.across import Group, Link, joined
from sijil.steps.link.bonds import PREFIX, Bond, Settled, Wholes, anchor_of, bonds, settle, signed
from sijil.steps.link.event import Event
from sijil.steps.link.heirs import Heirs

FATES = ("accept", "reject")


@dataclass(frozen=True, slots=True)
class Decisions:
    """The standing judgements on links and incidents, and where claims that were taken out lead."""

    standing: tuple[Judgement, ...]
    bonds: tuple[Bond, ...]
    fates: tuple[Judgement, ...]  # accept and reject, of incidents
    heirs: Heirs
    claimwise: Wholes  # which claims are one, and which apart, as far as people said

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decisions:
        """Sorts judgements."""
        rows = standing(judgements)
        found = bonds(rows)
        fates = tuple(row for row in rows if row.verb in FATES and row.subject.startswith(PREFIX))
        return cls(rows, found, fates, Heirs.of(rows), settle(found, lambda claim: claim).wholes)

    @property
    def claims(self) -> frozenset[str]:
        """Every claim that decides anything here: its event has to be known."""
        named = (claim for bond in self.bonds for claim in bond.claims)
        about = (anchor_of(row.subject) for row in self.standing if row.subject.startswith(PREFIX))
        return frozenset((*named, *about, *self.heirs.claims))

    def joining(self, home: Mapping[str, str]) -> list[tuple[str, str]]:
        """The pairs of events that people hold to be one, contradicted or not. `home` as for `grouped`."""
        pairs = (pair for bond in self.bonds for pair in bond.one)
        events = ((self.event(a, home), self.event(b, home)) for a, b in pairs)
        return [(a, b) for a, b in events if a is not None and b is not None]

    def event(self, claim: str, home: Mapping[str, str]) -> str | None:
        """The event of a claim, or of what takes its place."""
        heir = self.heirs.living(claim, home)
        return home[heir] if heir is not None else None

    def on(self, incidents: Iterable[Incident], home: Mapping[str, str]) -> tuple[Judgement, ...]:
        """The standing judgements, those on incidents with the id that these have now. `home` as for `grouped`."""
        now = {claim: one.id for one in incidents for claim in one.claims}

        def renamed(row: Judgement) -> Judgement:
            claim = self.heirs.living(anchor_of(row.subject), home) if row.subject.startswith(PREFIX) else None
            return replace(row, subject=now[claim]) if claim in now else row

        return tuple(renamed(row) for row in self.standing)


def cut(event: Event, decided: Decisions) -> list[Event]:
    """The event of one report, in two or more where people hold claims in it apart; parts stay with their whole."""
    parts: list[list[Claim]] = []
    last: list[Claim] = []
    for claim in event.claims:
        fitting = [part for part in parts if not _apart(claim, part, decided)]
        whole = [last] if claim.part_of and any(part is last for part in fitting) else fitting
        last = whole[0] if whole else []
        last.append(claim)
        if not whole:
            parts.append(last)
    if len(parts) == 1:
        return [event]
    return [replace(event, claims=tuple(p), reasons=event.reasons if n == 0 else ()) for n, p in enumerate(parts)]


def _apart(claim: Claim, part: Sequence[Claim], decided: Decisions) -> bool:
    return any(decided.claimwise.apart(claim.id, other.id) for other in part)


def grouped(events: Sequence[Event], found: Iterable[Link], decided: Decisions, home: Mapping[str, str]) -> list[Group]:
    """The groups of `events`, with people's reasons; rejected ones are left out.

    `home`: claim → key of its event, at least for the claims of `events` and those of `decided`. Groups hang only on
    the events that links and judgements connect.
    """

    def node(claim: str) -> str | None:
        return decided.event(claim, home)

    settled = settle(decided.bonds, node)
    groups = joined(events, found, settled.wholes)
    at = {event.key: n for n, group in enumerate(groups) for event in group.events}
    notes: dict[int, list[str]] = {}
    for bond in decided.bonds:
        reason = signed(bond.judgement, _overruled(bond.judgement, settled))
        for n in sorted({at[key] for claim in bond.claims if (key := node(claim)) in at}):
            notes.setdefault(n, []).append(reason)
    gone = set[int]()
    for row in decided.fates:  # the last of accept and reject holds
        place = at.get(node(anchor_of(row.subject)) or "")
        if place is not None:
            notes.setdefault(place, []).append(signed(row))
            gone = gone - {place} if row.verb == "accept" else gone | {place}
    told = (replace(group, reasons=(*group.reasons, *notes.get(n, ()))) for n, group in enumerate(groups))
    return [group for n, group in enumerate(told) if n not in gone]


def _overruled(judgement: Judgement, settled: Settled) -> str:
    later = settled.overruled.get(judgement.id)
    return f"; judgement {later}, which was made later, holds instead" if later else ""
