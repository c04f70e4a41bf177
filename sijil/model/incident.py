"""Incidents, what the sources support about them, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sijil.model.figure import Figure
from sijil.model.period import Period
from sijil.model.place import Place

Grade = Literal["Confirmed", "Fair", "Weak", "Contested", "Discounted"]
GRADES: tuple[str, ...] = Grade.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Incident:
    """One event: one place, within about a day, one kind of attack. `claims` are ids, in report and text order.

    `id` is derived from its first claim, so it stays while values change. `reasons` say why claims were put together
    or kept apart, one sentence each.
    """

    id: str
    claims: tuple[str, ...]
    at: Place | None
    period: Period | None
    attack: str | None
    title: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRange:
    """The range of one measure and group ("killed", "civilians"), the claims it rests on, and why, in words.

    `figure.high` is None where no source bounds it above; `highest_low` is then what Airwars prints as the maximum.
    The measure "strikes" counts attacks; its group is the kind of attack.
    """

    measure: str
    group: str
    figure: Figure
    claims: tuple[str, ...]
    reasons: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...] = ()  # (claim id, why): superseded, a part, disputed ...
    highest_low: int | None = None  # the highest floor that a source gives


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the sources of one incident support. Derived; can be rebuilt at any time with the same result."""

    incident: str
    ranges: tuple[GroupRange, ...]
    grade: Grade
    grade_reasons: tuple[str, ...]
    sources: tuple[str, ...]  # independent sources, by name
    blamed: tuple[str, ...] = ()  # parties that sources name, in canonical names
    disputes: tuple[str, ...] = ()  # one sentence each, with who says so
    disputed: bool = False
    carried: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (source, publishers that print its words as they are)

    def sources_told(self) -> tuple[str, ...]:
        """The sources in words, with who prints them: "AFP (via 3 publishers)"."""
        by = dict(self.carried)
        return tuple(f"{name} (via {_publishers(by[name])})" if name in by else name for name in self.sources)


def _publishers(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} publishers"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another total that may count some of the same people (or attacks), so that the two are never added.

    "same": both have the same days, area and group; "contains": the other one lies inside this total; "inside": this
    total lies inside the other; "touches": days and areas meet, and neither holds the other.
    """

    claim: str  # of the other total
    how: Literal["same", "contains", "inside", "touches"]
    why: str


@dataclass(frozen=True, slots=True)
class Total:
    """A stated total beside the incidents: never added to them.

    `inside` are the incidents that lie in its period and area; `explained` is what their ranges add up to for the same
    measure and group, what may be one event once; `unexplained` what of the total they leave; `conflict` is set where
    they, or another total inside it, already exceed it.
    """

    claim: str
    parts: tuple[str, ...]  # part_of claims of the same sentence ("including 32 children")
    inside: tuple[str, ...]
    explained: Figure
    unexplained: Figure
    conflict: str = ""
    reasons: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()  # one for each other statement, however often it is told
    told_again: tuple[str, ...] = ()  # claims that state the very same total
