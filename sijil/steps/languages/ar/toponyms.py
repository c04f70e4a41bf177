"""Toponyms of an Arabic text: names of the gazetteer that stand where a place is named. Adjectives are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijil.rules import load
from sijil.steps.places.names import exact_key
from sijil.steps.places.tagging.mention import Known, Mention, Renown

_WORD = re.compile("[\u0621-\u064a\u064b-\u0652\u0670\u0640\u0671-\u06d3]+")
_SIZES = ((1_000_000, "million"), (100_000, "hundred_thousand"), (10_000, "ten_thousand"), (1_000, "thousand"))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word at [start, end) with its key, and what stands between it and the word before."""

    key: str
    start: int
    end: int
    gap: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in words [first, end); `start` is behind letters that are written together with it."""

    first: int
    end: int
    start: int
    name: str
    clues: tuple[str, ...]

    @property
    def points(self) -> float:
        table = load("ar/toponyms")["points"]
        return round(sum(float(table[clue]) for clue in self.clues), 2)

    @property
    def taken(self) -> bool:
        return self.points >= float(load("ar/toponyms")["limits"]["take"])


def find(text: str, known: Known) -> tuple[Mention, ...]:
    """The toponyms of a text in order, none over another. `known` says how well the gazetteer knows a name."""
    words = _words(text)
    found = list(_candidates(words, text, known))
    taken = {item.name for item in found if item.taken}
    found = [_again(item, taken) for item in found]
    return tuple(Mention(item.start, words[item.end - 1].end, item.name) for item in _free(found))


def _words(text: str) -> tuple[_Word, ...]:
    found, end = [], 0
    for match in _WORD.finditer(text):
        found.append(_Word(exact_key(match.group()), match.start(), match.end(), text[end : match.start()]))
        end = match.end()
    return tuple(found)


def _candidates(words: Sequence[_Word], text: str, known: Known) -> Iterator[_Found]:
    """Every name of the gazetteer, also behind a letter written together with it."""
    longest = int(load("ar/toponyms")["limits"]["longest"])
    for first in range(len(words)):
        for end in range(first + 1, min(first + longest, len(words)) + 1):
            if end > first + 1 and words[end - 1].gap.strip(" \u200f\u200e") not in ("", "-", "_"):
                break
            for start, glued in _starts(words[first], text):
                name = " ".join(re.split(r"[\s_]+", text[start : words[end - 1].end]))
                name = f"ا{name}" if glued == "ل" and name.startswith("ل") else name  # "للحسكة": l-al-Hasaka
                renown = known(name)
                if renown is not None and (renown.kind == "region" or not _no_name(name)):
                    yield _Found(first, end, start, name, tuple(_clues(words, (first, end), glued, renown)))


def _starts(word: _Word, text: str) -> Iterator[tuple[int, str]]:
    """Where a name may begin in a word: (offset, the letter before it that says "in" or "to")."""
    yield word.start, ""
    lists, start = load("ar/toponyms")["words"], word.start
    if text[start] in lists["and"] and word.end - start > 2:
        start += 1
        yield start, ""
    if text[start] in (*lists["in"], *lists["to"]) and word.end - start > 2:
        yield start + 1, text[start]


def _no_name(name: str) -> bool:
    """Whether words name no place: too short, mere other words, or led by a word for a kind ("محافظة إدلب")."""
    parts = exact_key(name).split()
    short = len("".join(parts)) < int(load("ar/toponyms")["limits"]["shortest"])
    return short or all(part in _never() for part in parts) or parts[0] in _areas()


def _clues(words: Sequence[_Word], span: tuple[int, int], glued: str, renown: Renown) -> Iterator[str]:
    first, end = span
    yield renown.kind if renown.wide else _size(renown.population)
    if end - first > 1:
        yield "several_words"
    before = words[first - 1].key if first and not re.search(r"[.!؟\n]", words[first].gap) else ""
    if glued:
        yield "glued_in" if glued in load("ar/toponyms")["words"]["in"] else "glued_to"
    elif before in _kinds() or before[1:] in _kinds() and before[:1] in "وبلف":
        yield "kind_before"
    elif before in load("ar/toponyms")["words"]["prepositions"]:
        yield "preposition"
    if "#" in words[first].gap:
        yield "hashtag"


def _size(population: int) -> str:
    return next((clue for least, clue in _SIZES if population >= least), "hamlet")


def _again(item: _Found, taken: set[str]) -> _Found:
    """The same name is the same thing throughout a text."""
    return replace(item, clues=(*item.clues, "elsewhere")) if item.name in taken and not item.taken else item


def _free(found: Sequence[_Found]) -> list[_Found]:
    used: set[int] = set()
    kept = []
    for item in sorted(found, key=lambda i: (-(i.end - i.first), -i.points, i.first)):
        span = range(item.first, item.end)
        if item.taken and used.isdisjoint(span):
            used.update(span)
            kept.append(item)
    return sorted(kept, key=lambda item: item.first)


@cache
def _kinds() -> frozenset[str]:
    """Words before a name that say what place it is, as keys."""
    return frozenset(exact_key(word) for kind in load("ar/places")["types"].values() for word in kind)


@cache
def _areas() -> frozenset[str]:
    """Those of them that are no part of a name, as they are in "جبل الزاوية"."""
    types = load("ar/places")["types"]
    return frozenset(exact_key(word) for kind in ("province", "district", "town", "country") for word in types[kind])


@cache
def _never() -> frozenset[str]:
    places = load("ar/places")
    words = (*load("ar/toponyms")["words"]["never"], *places["directions"]["words"])
    return frozenset(exact_key(word) for word in words) | _kinds()
