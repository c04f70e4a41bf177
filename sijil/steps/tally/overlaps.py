"""Totals that may share people: which contains which, so that nobody adds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Overlap
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import NOTHING, above, disjoint
from sijil.steps.tally.areas import inside, touch
from sijil.steps.tally.spans import Span, Spans
from sijil.steps.when import days
from sijil.steps.where import keys, place_of

MADE_OF = ("killed", "injured")  # what casualties are, told apart


def stands_alone(claim: Claim) -> bool:
    """Whether a claim is a total that is told of in a row of its own."""
    return is_total(claim) and not claim.part_of


def is_total(claim: Claim) -> bool:
    """Whether a claim counts people or attacks over a longer time, several events or an area, as having happened."""
    if claim.scope != "total":
        return False
    return claim.kind in ("casualty", "attack") and claim.figure is not None and claim.status == "reported"


def counted(total: Claim) -> tuple[str, str]:
    """Measure and group that a total counts; attacks are the measure "strikes", by kind."""
    if total.kind == "attack":
        return "strikes", total.attack or "other"
    return total.measure or "", total.group or "people"


@dataclass(frozen=True)
class Statement:
    """One total with its days and area, and every claim that states the very same, in report order."""

    claims: tuple[Claim, ...]
    area: Place
    first: date
    last: date

    @property
    def claim(self) -> Claim:
        """The first claim of it."""
        return self.claims[0]

    @property
    def figure(self) -> Figure:
        """What it states."""
        return self.claim.figure or NOTHING

    @cached_property
    def camps(self) -> frozenset[str]:
        """Who is said to have done it; empty where nobody is named."""
        return who.sides(self.claim.party)

    def words(self) -> str:
        """Figure, group, place, days and speaker, for reasons."""
        measure, group = counted(self.claim)
        what = f"{group} strikes" if measure == "strikes" else f"{group} {measure}"
        told = f"{self.area.name}, {self.first.isoformat()} to {self.last.isoformat()}"
        return f"{self.figure.words()} {what} ({told}; {', '.join(self.claim.speaker) or 'the report itself'})"


def statements(found: Iterable[Claim]) -> list[Statement]:
    """The totals with days and area, each statement once, in the order of their first claims."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(found, key=lambda c: (c.doc, c.order)):
        area, known = place_of(claim), days(claim.period)
        if area is not None and known is not None:
            bounds = (claim.figure.low, claim.figure.high) if claim.figure else ()
            camps = tuple(sorted(who.sides(claim.party)))
            alike[counted(claim), bounds, known, area.id or tuple(sorted(keys(area))), camps].append(claim)
    rows = []
    for own in alike.values():
        area, known = place_of(own[0]), days(own[0].period)
        if area is not None and known is not None:
            rows.append(Statement(tuple(own), area, *known))
    return rows


def overlapping(found: Sequence[Statement], asked: set[str]) -> dict[str, tuple[Overlap, ...]]:
    """By the id of each asked total's claim: the other statements that may count the same people."""
    rows: dict[str, tuple[Overlap, ...]] = {}
    near, holds = _touching(found), _cached(lambda a, b: inside(b, a))
    for n, one in enumerate(found):
        own = [claim.id for claim in one.claims if claim.id in asked]
        if own:
            overlaps = tuple(_overlap(one, found[other], holds) for other in near(n))
            rows |= dict.fromkeys(own, overlaps)
    return rows


def exceeding(one: Statement, others: Iterable[Statement]) -> str:
    """A sentence where a total inside this one already has more than it; "" else."""
    found = [other for other in others if above(other.figure.low, one.figure.high)]
    most = max(found, key=lambda other: other.figure.low or 0, default=None)
    return f"a total inside it already gives {most.words()}, more than its {one.figure.words()}" if most else ""


def _overlap(one: Statement, other: Statement, holds: Callable[[Place, Place], bool]) -> Overlap:
    outer, inner = _contains(one, other, holds), _contains(other, one, holds)
    words = other.words()
    if outer and inner:
        rival = ", and the two figures exclude each other" if disjoint(one.figure, other.figure) else ""
        return Overlap(other.claim.id, "same", f"{words}: the same days, area and group{rival}")
    if outer:
        return Overlap(other.claim.id, "contains", f"{words}: lies inside its days and area, so it is a part of it")
    if inner:
        return Overlap(other.claim.id, "inside", f"{words}: holds its days and area, so this total is a part of that")
    return Overlap(other.claim.id, "touches", f"{words}: days and areas meet, so they may share people")


def _contains(outer: Statement, inner: Statement, holds: Callable[[Place, Place], bool]) -> bool:
    """Whether all that the inner total counts surely lies in the outer one."""
    whose = not outer.camps or inner.camps == outer.camps
    spans = outer.first <= inner.first and inner.last <= outer.last
    return whose and spans and _wider(counted(outer.claim), counted(inner.claim)) and holds(outer.area, inner.area)


def _wider(outer: tuple[str, str], inner: tuple[str, str]) -> bool:
    """Whether a measure and group hold others: casualties the killed, people the civilians, these the children."""
    measures = outer[0] == inner[0] or (outer[0] == "casualties" and inner[0] in MADE_OF)
    return measures and (outer[1] == inner[1] or inner[1] in _parts(outer[1]))


def _parts(group: str) -> set[str]:
    """The groups inside a group (rules/groups.toml)."""
    groups = load("groups")
    held = {part for part in groups["explains"].get(group, ()) if part != group}
    return held | (set(groups["part"]) if {group, *held} & {"civilians"} else set())


def _cached(ask: Callable[[Place, Place], bool]) -> Callable[[Place, Place], bool]:
    """The question asked once for each pair of areas: many totals are of few areas."""
    known: dict[tuple[object, object], bool] = {}

    def answer(a: Place, b: Place) -> bool:
        pair = (a.id or a, b.id or b)
        if pair not in known:
            known[pair] = ask(a, b)
        return known[pair]

    return answer


def _touching(found: Sequence[Statement]) -> Callable[[int], Iterator[int]]:
    """Finds the others that may share people with the n-th, in order."""
    near = _cached(touch)
    by_family: dict[str, list[tuple[int, Span, Statement]]] = defaultdict(list)
    for n, one in enumerate(found):
        by_family[_family(one)].append((n, (one.first, one.last), one))
    families = {family: Spans(own) for family, own in by_family.items()}

    def others(n: int) -> Iterator[int]:
        one = found[n]
        for m, other in sorted(families[_family(one)].meeting((one.first, one.last)).items(), key=lambda pair: pair[0]):
            if m != n and _related(one, other) and near(one.area, other.area):
                yield m

    return others


def _family(one: Statement) -> str:
    measure = counted(one.claim)[0]
    return "casualties" if measure in MADE_OF else measure


def _related(one: Statement, other: Statement) -> bool:
    """Whether the groups may share people, and the same camp may have done it."""
    a, b = counted(one.claim), counted(other.claim)
    apart = one.camps and other.camps and not who.allied(one.camps, other.camps)
    return not apart and (_wider(a, b) or _wider(b, a))
