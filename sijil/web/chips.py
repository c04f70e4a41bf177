"""What is asked for, in words: one chip for each condition, with the address that leaves it out."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.filter import Box, Filter
from sijil.web import dates, words
from sijil.web.asking import query_of
from sijil.web.language import gettext


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition. `name` is its parameter in the address, `query` the address's query without it."""

    name: str
    label: str
    value: str
    query: str

    @property
    def text(self) -> str:
        """The condition in words."""
        return gettext("%(label)s: %(value)s", label=self.label, value=self.value) if self.value else self.label


def chips(wanted: Filter) -> tuple[Chip, ...]:
    """The conditions of a filter in the order of its form."""
    told = [
        ("place", gettext("Place"), wanted.place),
        ("since", gettext("From"), dates.day(wanted.since) if wanted.since else ""),
        ("until", gettext("To"), dates.day(wanted.until) if wanted.until else ""),
        ("party", gettext("Party"), wanted.party),
        ("kind", gettext("Kind"), words.KIND_LABELS.get(wanted.kind, wanted.kind)),
        ("group", gettext("Group"), words.GROUP_LABELS.get(wanted.group, wanted.group)),
        ("attack", gettext("Attack"), words.ATTACK_LABELS.get(wanted.attack, wanted.attack)),
        ("speaker", gettext("Said by"), wanted.speaker),
        ("publisher", gettext("Published by"), wanted.publisher),
        ("report", gettext("Report"), wanted.report[:12]),
    ]
    found = [Chip(name, label, value, query_of(wanted, **{name: ""})) for name, label, value in told if value]
    for grade in wanted.grades:
        others = tuple(one for one in wanted.grades if one != grade)
        found.append(Chip("grade", gettext("Grade"), words.grade(grade), query_of(wanted, grade=others)))
    if wanted.disputed:
        found.append(Chip("disputed", gettext("Only disputed"), "", query_of(wanted, disputed="")))
    if wanted.box:
        found.append(Chip("box", gettext("Only what the map shows"), "", query_of(wanted, box="")))
    return tuple(found)


def in_words(wanted: Filter) -> str:
    """All conditions in one line, for pictures; "Everything in the register" where there is none."""
    told = []
    for chip in chips(wanted):
        box = wanted.box
        told.append(_box(box) if chip.name == "box" and box else chip.text)
    return gettext("; ").join(told) or gettext("Everything in the register")


def _box(box: Box) -> str:
    west, south, east, north = box
    return gettext("Box: %(south)s–%(north)s° N, %(west)s–%(east)s° E", south=south, north=north, west=west, east=east)
