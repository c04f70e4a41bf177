"""Every name of every party by key: who claims it, and where, when and from whose mouth it means them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sijil.steps.parties.rows import PartyRow, WordRow, parties, wordings
from sijil.steps.parties.tokens import key_of

_LONGEST_SIGN = 3  # letters: shorter aliases in capitals ("IS", "US") are words in small letters

How = Literal["alias", "people", "general", "word"]


@dataclass(frozen=True, slots=True)
class Claimant:
    """A party that a name may mean: in `countries` (empty: anywhere), from camps `by` (empty: anybody's word)."""

    party: str
    how: How
    countries: frozenset[str]
    by: frozenset[str]
    start: date
    end: date
    sign: bool  # only in capitals

    def holds(self, day: date | None) -> bool:
        """Whether the name means the party on `day`; True where no day is known."""
        return day is None or self.start <= day <= self.end


@cache
def claimants() -> dict[str, tuple[Claimant, ...]]:
    """The claimants of each key, in the order of the files."""
    found: dict[str, dict[Claimant, None]] = {}
    for words, claimant in _all():
        found.setdefault(key_of(words), {})[claimant] = None
    return {key: tuple(ones) for key, ones in found.items() if key}


@cache
def longest() -> dict[str, int]:
    """First word of a key -> the most words of a key that begins with it."""
    found: dict[str, int] = {}
    for key in claimants():
        first = key.partition(" ")[0]
        found[first] = max(found.get(first, 0), key.count(" ") + 1)
    return found


def _all() -> Iterator[tuple[str, Claimant]]:
    for row in parties().values():
        gone = {key_of(word) for word in row.without}
        named = [(alias, _claimant(row, "alias", frozenset(), alias)) for alias in (*row.aliases, row.name)]
        named += [(word, _claimant(row, "people", frozenset(), word)) for word in row.people]
        named += [(word, _claimant(row, "general", _countries(row), word)) for word in row.general]
        yield from (one for one in named if not gone or key_of(one[0]) not in gone)
    for words in wordings():
        yield from ((word, _wording(words)) for word in words.words)


def _claimant(row: PartyRow, how: How, countries: frozenset[str], alias: str) -> Claimant:
    letters = alias.replace(" ", "")
    sign = letters.isupper() and len(letters) <= _LONGEST_SIGN
    return Claimant(row.id, how, countries, frozenset(), row.start or date.min, row.end or date.max, sign)


def _wording(row: WordRow) -> Claimant:
    start, end = row.start or date.min, row.end or date.max
    return Claimant(row.party, "word", frozenset({row.country}), frozenset(row.by), start, end, sign=False)


def _countries(row: PartyRow) -> frozenset[str]:
    return frozenset(row.countries or (row.country,))
