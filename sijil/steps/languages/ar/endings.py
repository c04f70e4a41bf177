"""Expressions whose words may have endings: tables like those of phrases.py, of words named by their beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from sijil.steps.languages.ar.phrases import Hit
from sijil.steps.languages.ar.text import Word, fold

Meaning = TypeVar("Meaning")

#: Letters that "*" stands for at most: "تين", "ات" + "ها".
ENDING = 4


class Endings(Generic[Meaning]):
    """Expressions of one or more words, each as written or with "*" for an ending of up to ENDING letters, or none.

    Every word of an expression is sought among the stems of a word, its own article left out. The longest expression
    wins, then the one that takes most of the word as it stands. A look-up costs the same however long the table is.
    """

    def __init__(self, table: Mapping[str, Meaning]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for entry, meaning in table.items():
            first, *rest = canonical(entry).split()
            listed = self._by_first.setdefault(first, [])
            if not any(tuple(rest) == others for others, _ in listed):
                listed.append((tuple(rest), meaning))
        self._open = lru_cache(maxsize=65536)(self._begun_by)

    def at(self, words: Sequence[Word], i: int) -> Hit[Meaning] | None:
        """The expression that begins in word `i`, or None."""
        for rest, stem, meaning in self._open(words[i].stems):
            if not rest or _follow(words, i + 1, rest):
                return Hit(i, i + 1 + len(rest), words[i].lead(stem), meaning)
        return None

    def every(self, words: Sequence[Word], i: int) -> Iterator[Hit[Meaning]]:
        """All expressions that begin in word `i`, best first."""
        for rest, stem, meaning in self._open(words[i].stems):
            if not rest or _follow(words, i + 1, rest):
                yield Hit(i, i + 1 + len(rest), words[i].lead(stem), meaning)

    def _begun_by(self, stems: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], str, Meaning], ...]:
        """(other words, stem, meaning) of the expressions that a word of these stems may begin, best first."""
        found = [(rest, stem, m) for form, stem in _forms(stems) for rest, m in self._by_first.get(form, ())]
        return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def listing(entries: Iterable[str]) -> Endings[bool]:
    """A table that only says whether one of the expressions stands there."""
    return Endings(dict.fromkeys(entries, True))


def canonical(entry: str) -> str:
    """An expression as tables have it: entries that are spelt in two ways are one there."""
    return " ".join(_folded(word) for word in entry.split())


def _forms(stems: Sequence[str]) -> list[tuple[str, str]]:
    """(entry, stem): the stems themselves, then the stems with their endings left open, the longest part first."""
    found = [(stem, stem) for stem in stems]
    for stem in stems:
        found += [(stem[: len(stem) - cut] + "*", stem) for cut in range(min(ENDING, len(stem) - 2) + 1)]
    return found


def _follow(words: Sequence[Word], i: int, rest: Sequence[str]) -> bool:
    if i + len(rest) > len(words):
        return False
    return all(any(_fits(stem, entry) for stem in words[i + n].stems) for n, entry in enumerate(rest))


def _fits(stem: str, entry: str) -> bool:
    if not entry.endswith("*"):
        return stem == entry
    return stem.startswith(entry[:-1]) and len(stem) - len(entry) < ENDING


def _folded(word: str) -> str:
    """An entry's word as stems have it: folded, without the article ("ألغام" has none)."""
    bare = word.removesuffix("*")
    whole = fold(bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare)
    return whole + "*" if word.endswith("*") else whole
