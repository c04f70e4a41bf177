"""Where in a text what was asked for stands, and the part of it to be shown: always the text as archived."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sijil.steps.search.asking import Asked, Term, Way
from sijil.steps.search.words import WORD, keys_of

SHOWN = 260  # characters of a report's text beside a result
_BEFORE = 70  # of them before the first word found


class Mark(NamedTuple):
    """Characters [start, end) of a text, and the number of the group of terms found there."""

    start: int
    end: int
    group: int


class Run(NamedTuple):
    """Characters of the text as it is, and whether they were asked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters [start, end) of a text in runs; `marks` are those among them, by offsets of the whole text."""

    start: int
    end: int
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(run.text for run in self.runs)

    @property
    def first(self) -> str:
        """The first words found; "" for none."""
        return next((run.text for run in self.runs if run.found), "")


def marks(text: str, question: Asked) -> tuple[Mark, ...]:
    """Where the terms of a question stand in a text, in order; of those that overlap the one that begins first."""
    return tuple(_Finder(question).marks(text))


def whole(text: str, question: Asked) -> Excerpt:
    """All of a text with what was asked for."""
    return _cut(text, 0, len(text), marks(text, question))


def excerpt(text: str, question: Asked, length: int = SHOWN) -> Excerpt:
    """The part of a text, of about `length` characters, in which most of what was asked for stands; its beginning
    where none of it does."""
    found, starts, best, most = list[Mark](), list[int](), 0, 0
    finder = _Finder(question)
    for mark in finder.marks(text):
        found.append(mark)
        starts.append(mark.start)
        if most < len(question.groups):
            begin = bisect_left(starts, mark.end - length + _BEFORE)
            told = len({one.group for one in found[begin:]})
            best, most = (begin, told) if told > most else (best, most)
        if most == len(question.groups):
            finder.until = starts[best] + length
    first = max(0, starts[best] - _BEFORE) if found else 0
    until = max(first + length, found[best].end) if found else length
    start, end = _edges(text, first, min(until, len(text)))
    return _cut(text, start, end, found)


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The part without what is cut of words at its edges, and without white space there."""
    if start > 0 and not text[start - 1].isspace():
        gap = next((n for n in range(start, min(start + 30, end)) if text[n].isspace()), start)
        start = gap
    if end < len(text) and not text[end].isspace():
        end = next((n for n in range(end, max(end - 30, start), -1) if text[n].isspace()), end)
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _cut(text: str, start: int, end: int, found: Sequence[Mark]) -> Excerpt:
    end = max(start, end)
    first = bisect_left([mark.start for mark in found], start)
    inside = tuple(found[first : bisect_right([mark.end for mark in found], end)])
    runs, at = list[Run](), start
    for mark in inside:
        runs += [Run(text[at : mark.start], False), Run(text[mark.start : mark.end], True)]
        at = mark.end
    runs.append(Run(text[at:end], False))
    return Excerpt(start, end, tuple(run for run in runs if run.text), inside)


class _Finder:
    """The ways of all that is asked for, by their first key."""

    def __init__(self, question: Asked) -> None:
        self.until = sys.maxsize  # nobody wants to know what begins behind it
        self.first: dict[str, list[tuple[Way, bool, int]]] = {}
        begin = list[str]()
        for n, group in enumerate(question.groups):
            for term in (*group.terms, Term(group.names)):
                begin += [way[0] for way in term.ways if term.prefix and len(way) == 1]
                for way in term.ways:
                    self.first.setdefault(way[0], []).append((way, term.prefix, n))
        self.begin = tuple(begin)

    def marks(self, text: str) -> Iterator[Mark]:
        """What stands where, in order, the longest of those that begin together; none inside another.

        A report is read word by word until its reader has enough: most words are in no way and cost two look-ups.
        """
        end, first, begin = 0, self.first, self.begin
        for match in WORD.finditer(text):
            if match.start() > self.until:
                return
            for at, key in enumerate(keys_of(match[0])):
                if match.start() >= end and (key in first or (begin and key.startswith(begin))):
                    mark = max(self._here(text, match, at), default=None, key=lambda one: one.end)
                    if mark:
                        end = mark.end
                        yield mark

    def _here(self, text: str, match: re.Match[str], at: int) -> Iterator[Mark]:
        """What begins with key `at` of a word: there is more than one key in few words."""
        key = keys_of(match[0])[at]
        for way, prefix, n in self.first.get(key, ()):
            if len(way) == 1:
                yield Mark(match.start(), match.end(), n)
            elif (end := _follows(text, match, at, (way, prefix))) is not None:
                yield Mark(match.start(), end, n)
        for begin in self.begin:
            if key.startswith(begin):
                yield from (Mark(match.start(), match.end(), n) for _, prefix, n in self.first[begin] if prefix)


def _follows(text: str, match: re.Match[str], at: int, wanted: tuple[Way, bool]) -> int | None:
    """Where the last word of a way stands that begins with key `at` of a word; None where other words follow."""
    (way, prefix), keys, end = wanted, list[str](), match.end()
    for other in WORD.finditer(text, match.start()):
        keys += keys_of(other[0])
        end = other.end()
        if len(keys) >= at + len(way):
            break
    here = keys[at : at + len(way)]
    if len(here) < len(way) or here[:-1] != list(way[:-1]):
        return None
    return end if here[-1] == way[-1] or (prefix and here[-1].startswith(way[-1])) else None


def found_in(names: Iterable[str], question: Asked, beside: Excerpt) -> tuple[Excerpt, ...]:
    """The names, whole, in which something stands that was asked for and is not in the words that they are `beside`."""
    told = {mark.group for mark in beside.marks}
    found = (whole(name, question) for name in names)
    return tuple(one for one in found if any(mark.group not in told for mark in one.marks))
