"""Where the sources of one incident differ, field by field: day, place, kind of attack, who did it, and the numbers.

Only what surely differs is told: a day or place that nobody knows, or one inside the other, contradicts nothing. One
source that corrects itself differs with nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.incident import GroupRange
from sijil.model.place import Place
from sijil.steps import who
from sijil.steps.bounds import disjoint
from sijil.steps.link.score import relation
from sijil.steps.when import apart

Field = Literal["day", "place", "attack", "actor", "figure"]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """`values` are the claims by what they say, the first said first; two or more, each at odds with another one.

    `measure` and `group` are those of the range whose numbers differ.
    """

    field: Field
    values: tuple[tuple[Claim, ...], ...]
    measure: str = ""
    group: str = ""

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all claims that differ."""
        return frozenset(claim.id for value in self.values for claim in value)


def differences(
    claims: Sequence[Claim], ranges: Iterable[GroupRange], source: Mapping[str, str]
) -> tuple[Difference, ...]:
    """All differences among `claims`, in the order of FIELDS, then of the ranges; `source` is that of each claim."""
    known = {claim.id: claim for claim in claims}
    found = [Difference(field, _at_odds(claims, key, odds, source)) for field, key, odds in _FIELDS]
    for row in ranges:
        rests = [known[id_] for id_ in row.claims if id_ in known]
        values = _at_odds(rests, _figure_key, _figures, source)
        found.append(Difference("figure", values, row.measure, row.group))
    return tuple(one for one in found if one.values)


def _at_odds(
    claims: Iterable[Claim], key: Callable[[Claim], Key | None], odds: Callable[[Claim, Claim], bool],
    source: Mapping[str, str],
) -> tuple[tuple[Claim, ...], ...]:  # fmt: skip
    """The values of which another source's is at odds; claims with one key are compared once."""
    said: dict[Key, list[Claim]] = {}
    for claim in claims:
        own = key(claim)
        if own is not None:
            said.setdefault(own, []).append(claim)
    groups = list(said.values())
    told = [{source.get(claim.id, "") for claim in group} for group in groups]
    differ = {
        n for a, one in enumerate(groups) for b in range(a)
        if len(told[a] | told[b]) > 1 and odds(one[0], groups[b][0])
        for n in (a, b)
    }  # fmt: skip
    return tuple(tuple(groups[n]) for n in sorted(differ))


def _day_key(claim: Claim) -> Key | None:
    period = claim.period
    return (period.start, period.end) if period and period.known else None


def _days(a: Claim, b: Claim) -> bool:
    return bool(apart(a.period, b.period))


def _place_key(claim: Claim) -> Key | None:
    at = claim.at
    return (at.id, at.name, at.precision) if at and at.precision != "unknown" else None


def _places(a: Claim, b: Claim) -> bool:
    return isinstance(a.at, Place) and isinstance(b.at, Place) and relation(a.at, b.at) == ""


def _attack_key(claim: Claim) -> Key | None:
    return (claim.attack,) if claim.attack not in (None, "other") else None


def _attacks(a: Claim, b: Claim) -> bool:
    return a.attack != b.attack


def _actor_key(claim: Claim) -> Key | None:
    """Both sides act where they fight: a clash has no one who did it."""
    sides = who.sides(claim.party)
    return (claim.party.name if claim.party else "", sides) if sides and claim.attack != "clash" else None


def _actors(a: Claim, b: Claim) -> bool:
    return not who.allied(who.sides(a.party), who.sides(b.party))


def _figure_key(claim: Claim) -> Key | None:
    figure = claim.figure
    return (figure.low, figure.high, figure.approx, figure.unit) if figure else None


def _figures(a: Claim, b: Claim) -> bool:
    return a.figure is not None and b.figure is not None and disjoint(a.figure, b.figure)


_FIELDS: tuple[tuple[Field, Callable[[Claim], Key | None], Callable[[Claim, Claim], bool]], ...] = (
    ("day", _day_key, _days),
    ("place", _place_key, _places),
    ("attack", _attack_key, _attacks),
    ("actor", _actor_key, _actors),
)
