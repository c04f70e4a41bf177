"""Where the sources of an incident differ, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.steps.assess.differ import Difference, Field
from sijil.web import dates, names, words
from sijil.web.language import N_, Words

LABELS = Words({
    "day": N_("Day"), "place": N_("Place"), "attack": N_("Kind of attack"), "actor": N_("Who did it"),
    "figure": N_("Number"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One field with what is said of it: each value in words, with the sources that give it."""

    field: Field
    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


def rows(differ: Iterable[Difference], source: Mapping[str, str]) -> tuple[Row, ...]:
    """The differences in words; `source` is that of each claim."""
    return tuple(Row(one.field, _label(one), tuple(_value(one.field, v, source) for v in one.values)) for one in differ)


def _label(one: Difference) -> str:
    return words.group_measure(one.measure, one.group) if one.field == "figure" else LABELS[one.field]


def _value(field: Field, said: tuple[Claim, ...], source: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    return _told(field, said[0]), tuple(dict.fromkeys(source.get(claim.id, "") for claim in said))


def _told(field: Field, claim: Claim) -> str:
    if field == "day":
        return dates.when(claim.period)
    if field == "place":
        return words.where(claim.at, claim.place)
    if field == "attack":
        return words.ATTACK_LABELS.get(claim.attack or "", claim.attack or "")
    if field == "actor":
        return names.party(claim.party, claim.actor)
    return words.amount(claim.figure)
