"""What is asked for, in words: one chip for each condition, with the address that leaves it out."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.filter import Filter
from sijil.web import dates, words
from sijil.web.asking import query_of


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
        return f"{self.label}: {self.value}" if self.value else self.label


def chips(wanted: Filter) -> tuple[Chip, ...]:
    """The conditions of a filter in the order of its form."""
    told = [
        ("place", "Place", wanted.place),
        ("since", "From", dates.day(wanted.since) if wanted.since else ""),
        ("until", "To", dates.day(wanted.until) if wanted.until else ""),
        ("party", "Party", wanted.party),
        ("kind", "Kind", words.KIND_LABELS.get(wanted.kind, wanted.kind)),
        ("group", "Group", words.GROUP_LABELS.get(wanted.group, wanted.group)),
        ("attack", "Attack", words.ATTACK_LABELS.get(wanted.attack, wanted.attack)),
        ("speaker", "Said by", wanted.speaker),
        ("publisher", "Published by", wanted.publisher),
        ("report", "Report", wanted.report[:12]),
    ]
    found = [Chip(name, label, value, query_of(wanted, **{name: ""})) for name, label, value in told if value]
    for grade in wanted.grades:
        others = tuple(one for one in wanted.grades if one != grade)
        found.append(Chip("grade", "Grade", grade, query_of(wanted, grade=others)))
    if wanted.disputed:
        found.append(Chip("disputed", "Only disputed", "", query_of(wanted, disputed="")))
    if wanted.box:
        found.append(Chip("box", "Only what the map shows", "", query_of(wanted, box="")))
    return tuple(found)


def in_words(wanted: Filter) -> str:
    """All conditions in one line, for pictures; "Everything in the register" where there is none."""
    told = []
    for chip in chips(wanted):
        box = wanted.box
        told.append(f"Box: {box[1]}–{box[3]}° N, {box[0]}–{box[2]}° E" if chip.name == "box" and box else chip.text)
    return "; ".join(told) or "Everything in the register"
