"""A stretch of a text that may be a toponym, with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sijil.rules import load
from sijil.steps.languages.en.words import words
from sijil.steps.places.tagging.mention import Renown

How = Literal["known", "typed", "plural", "label", "adjective", "short"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [first, end) of a passage. `name` is what to look up: "Russia" for "Russian", "Kentucky" for "Ky."."""

    first: int
    end: int
    name: str
    how: How
    clues: tuple[str, ...]
    renown: Renown | None = None  # what the gazetteer knows of the name

    @property
    def points(self) -> float:
        """The sum of its clues' points."""
        return points(self.clues)


def points(clues: Iterable[str]) -> float:
    """The sum of the points of rules/en/toponyms.toml."""
    table = load("en/toponyms")["points"]
    return round(sum(float(table[clue]) for clue in clues), 2)


def limit(name: str) -> float:
    """A limit of rules/en/toponyms.toml."""
    return float(load("en/toponyms")["limits"][name])


def listed(*keys: str) -> frozenset[str]:
    """A word list of rules/en/toponyms.toml."""
    return words("toponyms", *keys)


@cache
def typewords() -> frozenset[str]:
    """All words that a typed name may end or begin with."""
    return frozenset().union(*(listed("types", key) for key in ("surely", "after", "weakly", "street", "before")))


@cache
def nameless() -> frozenset[str]:
    """Capitalised words that are no name by themselves."""
    directions = {word.title() for word in listed("words", "directions")}
    lists = (listed("words", key) for key in ("openers", "never", "bodies", "titles", "bodies_before"))
    others = {word.title() for word in words("placewords", "not_places", "words")}
    return frozenset().union(directions, typewords(), others, *lists)


def title(word: str) -> str:
    """A word in capitals as in running text ("KENTUCKY" → "Kentucky"); others as they are."""
    return word.title() if word.isupper() and len(word) > 1 else word
