"""A sentence cut into clauses, each with the classes of words that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.endings import Endings, listing
from sijil.steps.languages.ar.phrases import Hit
from sijil.steps.languages.ar.situations.readings import carriers
from sijil.steps.languages.ar.text import Sentence, Word


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, end) of a sentence without the word that opens it; `opener` is that word, folded, or empty.

    `held` has the classes of the rules of which the clause holds a word, and where: the index of the first such word.
    """

    first: int
    end: int
    opener: str
    held: Mapping[str, int]

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Its [start, end) in the main text."""
        return sentence.span(self.first, self.end - 1)


def clauses_of(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order; every word is in one of them or opens one."""
    words = sentence.words
    cuts = [*_cuts(words), (len(words), len(words), "")]
    out = []
    for (_, first, opener), (end, _, _) in zip(cuts, cuts[1:], strict=False):
        if end > first:
            last = _shortened(words, first, end)
            out.append(Clause(first, last, opener, _held(words, first, last)))
    return tuple(out)


def _cuts(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """(where the clause before ends, where the new one begins, what opens it)."""
    yield 0, 0, ""
    at = begun = 0
    while at < len(words):
        opening = _list("openers").at(words, at)
        if opening is not None and opening.lead in ("", "و", "ف", "ل"):
            yield at, opening.end, words[opening.end - 1].key
            at = begun = opening.end
            continue
        soft = _soft_at(words, at)
        if soft is not None and not _denied(words, begun, at):
            yield at, soft.end, words[at].key
            at = begun = soft.end
        elif at > 0 and _begins(words, at) and not _goes_on(words, begun, at) and not _waited_for(words, begun, at):
            yield at, at, ""
            begun = at
        at += 1


def _soft_at(words: Sequence[Word], at: int) -> Hit[bool] | None:
    """The word that opens a clause at `at` because of what stands right behind it, or None."""
    event, result = _list("before_event").at(words, at), _list("before_verb").at(words, at)
    if event is not None and event.end < len(words) and _event(words, event.end):
        return event
    if result is not None and result.end < len(words) and _list("verbs").at(words, result.end) is not None:
        return result
    return None


def _denied(words: Sequence[Word], begun: int, at: int) -> bool:
    """Whether the clause denies what stands behind ("denied the news of a bombing"): that is no clause of its own."""
    hits = (hit for i in range(max(begun, at - _FAR), at) for hit in carriers().every(words, i))
    return any(reading.kind == "denial" for hit in hits for reading in hit.meaning)


def _event(words: Sequence[Word], at: int) -> bool:
    """Whether a word carries something that happens, no deal or state of things."""
    found = (reading.kind for hit in carriers().every(words, at) for reading in hit.meaning)
    return any(kind in ("attack", "damage", "displacement") for kind in found)


def _begins(words: Sequence[Word], at: int) -> bool:
    """Whether a clause begins with a verb or a carrying word behind a comma, or with one that has "and" before it."""
    verb, carried = _list("verbs").at(words, at), carriers().at(words, at)
    if verb is not None and verb.lead in ("و", "ف"):
        return True
    behind_comma = any(mark in words[at].gap for mark in _COMMAS)
    return behind_comma and (
        verb is not None and verb.lead in ("", "و", "ف") or carried is not None and carried.lead in ("", "و")
    )


def _goes_on(words: Sequence[Word], begun: int, at: int) -> bool:
    """Whether a verb behind a comma tells of the attack that the clause names: "a shelling ..., hit the town"."""
    verb = _list("going_on").at(words, at)
    if verb is None or verb.lead or at - begun > _FAR:
        return False
    return any(_list("events").at(words, i) is not None for i in range(begun, at))


def _waited_for(words: Sequence[Word], begun: int, at: int) -> bool:
    """Whether a noun behind a comma is what the clause's verb waits for: "carried out, on Monday, raids on"."""
    verb = _list("verbs").at(words, at)
    if at - begun > _FAR or verb is not None or _list("events").at(words, at) is None or words[at].key[:1] == "و":
        return False
    light = next((i for i in range(begun, at) if _list("light").at(words, i) is not None), at)
    return light < at and not any(_list("events").at(words, i) for i in range(light + 1, at))


#: Words within which a clause's attack noun is gone on about, or waited for.
_FAR = 24
_COMMAS = "،,؛;:|_-–("


def _shortened(words: Sequence[Word], first: int, end: int) -> int:
    """The end of a long clause: the first comma behind so many words, or the end."""
    long = int(load("ar/situations")["clause"]["long"])
    for at in range(first + long, end):
        if any(mark in words[at].gap for mark in _COMMAS):
            return at
    return min(end, first + 2 * long)


def _held(words: Sequence[Word], first: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(first, end):
        for name in classes_at(words, at):
            found.setdefault(name, at)
    return found


def classes_at(words: Sequence[Word], at: int) -> frozenset[str]:
    """The classes of the rules that list word `at`, alone or with those behind it."""
    return frozenset(name for hit in _classes().every(words, at) for name in hit.meaning)


@cache
def _classes() -> Endings[tuple[str, ...]]:
    """Every word of the classes with the classes that list it."""
    table: dict[str, tuple[str, ...]] = {}
    for name, listed in load("ar/situations")["classes"].items():
        for word in listed:
            table[word] = (*table.get(word, ()), name)
    return Endings(table)


@cache
def _list(name: str) -> Endings[bool]:
    return listing(load("ar/situations")["clause"][name])
