"""Expressions of one or several words found in a sentence by a table of its folded words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sijil.steps.languages.ar.text import Word, fold

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """An expression in words [first, end) of a sentence; `lead` are the letters written before its first word."""

    first: int
    end: int
    lead: str
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Expressions with what they mean. The first word is sought among the stems of a word, the rest as they are; the
    longest expression wins, then the longest stem."""

    def __init__(self, table: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for words, meaning in table:
            first, *rest = fold(words).split() or [""]
            self._by_first.setdefault(first, []).append((tuple(rest), meaning))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], i: int) -> Hit[Meaning] | None:
        """The expression that begins in word `i`, or None."""
        if i >= len(words):
            return None
        best: Hit[Meaning] | None = None
        for stem in words[i].stems:
            for rest, meaning in self._by_first.get(stem, ()):
                end = i + 1 + len(rest)
                if (best is None or end > best.end) and end <= len(words) and _follow(words, i + 1, rest):
                    best = Hit(i, end, words[i].lead(stem), meaning)
        return best

    def before(self, words: Sequence[Word], i: int, most: int = 4) -> Hit[Meaning] | None:
        """The longest expression that ends right before word `i`."""
        for first in range(max(0, i - most), i):
            hit = self.at(words, first)
            if hit is not None and hit.end == i:
                return hit
        return None


def _follow(words: Sequence[Word], i: int, rest: Sequence[str]) -> bool:
    return all(words[i + n].key == word for n, word in enumerate(rest))


def listed(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """(expression, key) of a TOML table of lists."""
    return [(word, key) for key, words in table.items() for word in words]
