"""What a language pack says of a toponym, and what it may ask of the gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sijil.steps.places.entry import AREA_KINDS


@dataclass(frozen=True, slots=True)
class Renown:
    """How well the gazetteer knows a name.

    `kind` is "country", "region", "province", "district" or, for anything smaller, "town": the widest that bears the
    name. `population` are the inhabitants of the largest of them, 0 where nobody knows. `own`: it is that place's name,
    not only another spelling of it. `countries` are the ISO codes of those of that kind, for a town of
    all that bear it.
    """

    kind: str
    population: int
    own: bool
    countries: frozenset[str] = frozenset()

    @property
    def wide(self) -> bool:
        """Whether a country, province or region bears the name: a text hardly has it by chance."""
        return self.kind in AREA_KINDS


Known = Callable[[str], Renown | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym at [start, end) of a text, in characters. `name` is what to look up ("Russia" for "Russian"); `within`
    the larger place that the words behind it give ("Virginia" for "Alexandria, Va."), "" for none."""

    start: int
    end: int
    name: str
    within: str = ""


Finder = Callable[[str, Known], tuple[Mention, ...]]
