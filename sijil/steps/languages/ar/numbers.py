"""Numbers of an Arabic sentence: digits, number words with gender, vague words, and the bounds put around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases, listed
from sijil.steps.languages.ar.text import Word, fold, wordset

#: Words between a number and the "at least" behind its noun.
_AFTER = 5
_HALF = "نصف"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words [first, end) of a sentence, the words that bound it included; its own begin at `core`.

    `bound` is "over", "at_least", "at_most", "under", "about" or ""; `vague` marks "dozens", "several".
    """

    first: int
    core: int
    end: int
    figure: Figure
    bound: str = ""
    vague: bool = False


def number_at(words: Sequence[Word], i: int) -> Number | None:
    """The number whose own words begin at word `i`; None where there is none. Percentages count as numbers."""
    if hit := _vague().at(words, i):
        return _bounded(words, Number(i, i, hit.end, Figure(hit.meaning, None), vague=True))
    found = _value(words, i)
    if found is None:
        return None
    value, end = found
    value, first, end = _halves(words, i, value, end)
    number = Number(first, first, end, Figure(value, value))
    if (upper := _upper(words, i, end)) and upper[0] > value:
        number = replace(number, end=upper[1], figure=Figure(value * _scale(value, upper[0]), upper[0]))
    if (
        words[i].key.endswith("%")
        or number.end < len(words)
        and words[number.end].key in wordset("numbers", "ranges", "percent")
    ):
        number = replace(number, figure=replace(number.figure, unit="percent"))
    return _bounded(words, number)


def _halves(words: Sequence[Word], i: int, value: int, end: int) -> tuple[int, int, int]:
    """(value, first word, index behind) with a half: "نصف مليون", "مليون ونصف"."""
    if value in _scales().values():
        if i and words[i - 1].stems[-1] == _HALF:
            return value // 2, i - 1, end
        if end < len(words) and words[end].key == "و" + _HALF:
            return value + value // 2, i, end + 1
    return value, i, end


def counted(number: Number, words: Sequence[Word], noun_end: int) -> Number:
    """The number with what stands behind its noun ("خمسة مدنيين على الأقل"), within a few words of one clause."""
    if number.bound:
        return number
    for at in range(noun_end, min(noun_end + _AFTER, len(words))):
        if any(mark in words[at].gap for mark in ".؛;()،"):
            break
        if hit := _afterwards().at(words, at):
            return replace(number, figure=bound_by(number.figure, hit.meaning), bound=hit.meaning)
    return number


def bound_by(figure: Figure, bound: str) -> Figure:
    """A figure under a bound: "over" 40 is 41 and up, "at_most" 40 has no floor, "about" keeps both and says so."""
    low, high = figure.low, figure.high
    if low is None:
        return figure
    match bound:
        case "over":
            return replace(figure, low=low + 1 if high is not None else low, high=None)
        case "at_least":
            return replace(figure, high=None)
        case "at_most":
            return replace(figure, low=None, high=low if high is None else high)
        case "under":
            return replace(figure, low=None, high=max(0, low - 1))
    return replace(figure, approx=True)


def _bounded(words: Sequence[Word], number: Number) -> Number:
    hit = _bounds().before(words, number.core)
    if hit is None:
        return number
    return replace(number, first=hit.first, figure=bound_by(number.figure, hit.meaning), bound=hit.meaning)


def _scale(low: int, high: int) -> int:
    """The thousand that the lower end shares with the upper one: "بين 20 و25 ألف"."""
    return next((scale for scale in (1_000_000, 1_000) if high % scale == 0 and low < high // scale), 1)


def _upper(words: Sequence[Word], first: int, end: int) -> tuple[int, int] | None:
    """(value, index behind it) of the upper end in "5-7", "5 إلى 7", "بين 5 و7"."""
    if end >= len(words):
        return None
    gap, key = words[end].gap.strip(), words[end].key
    if gap in ("-", "–", "—") and key[:1].isdigit() and len(key) < 4:
        return _value(words, end)
    if not gap and key in wordset("numbers", "ranges", "to") and end + 1 < len(words):
        return _value(words, end + 1)
    if first and "بين" in words[first - 1].stems and not gap:
        at = end + 1 if key == "و" and end + 1 < len(words) else end
        return _value(words, at) if key[:1] == "و" else None
    return None


def _value(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """(value, index behind it) of the cardinal that begins at word `i`."""
    current = _one(words[i])
    if current is None:
        if not _eleven(words, i):
            return None
        current = 1
    total, end = 0, i + 1
    while end < len(words) and not words[end].gap.strip():
        more = _more(words, end, current)
        if more is None:
            break
        scale, current = more
        total, current = (total + current, 0) if scale else (total, current)
        end += 1
    return total + current, end


def _eleven(words: Sequence[Word], i: int) -> bool:
    """ "One of them" and eleven share a word; it is a number only before "عشر"."""
    return (
        i + 1 < len(words)
        and words[i].key in wordset("numbers", "teens", "11")
        and words[i + 1].key in wordset("numbers", "teens", "words")
    )


def _more(words: Sequence[Word], at: int, current: int) -> tuple[bool, int] | None:
    """(whether a thousand closed the group, the value so far) with word `at`; None where it is no part of it."""
    word, before = words[at], words[at - 1]
    digits = before.key[:1].isdigit()
    scale = _scales().get(word.key)
    if scale is not None and current < scale:
        return True, max(current, 1) * scale
    if word.key in wordset("numbers", "teens", "words") and 1 <= current % 100 <= 9 and not digits:
        return False, current + 10
    if word.key in wordset("numbers", "hundreds", "100") and 3 <= current <= 9:
        return False, current * 100
    if word.key[:1] != "و" or digits:
        return None
    more = _one(word)
    if more is None or not _adds(current, more):
        return None
    return False, current + more


def _adds(current: int, more: int) -> bool:
    """Whether "and so many" goes on with a number: three-and-twenty, a hundred and five; not five and three."""
    if 20 <= more < 100:
        return 1 <= current % 100 <= 9 or current % 100 == 0
    return current % 100 == 0 and more < 20 or current % 1000 == 0 and 100 <= more < 1000


def _one(word: Word) -> int | None:
    """The value of a single number word or of digits; attached letters are passed over."""
    for at in range(0, 3):
        if word.key[at : at + 1].isdigit():
            return _digits(word.key[at:])
        if word.key[at : at + 1] not in "وبلفك":
            break
    return next(
        (
            _words()[stem]
            for stem in word.stems
            if stem in _words() and word.key not in wordset("numbers", "ranges", "monday")
        ),
        None,
    )


def _digits(key: str) -> int | None:
    parts = key.rstrip("%").replace(",", ".").split(".")
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        return int("".join(parts))
    return int(parts[0]) if parts[0].isdigit() and len(parts[0]) < 10 else None


@cache
def _words() -> dict[str, int]:
    rules = load("ar/numbers")
    tables = [rules[name] for name in ("units", "tens", "hundreds", "thousands", "two_thousands")]
    found = {fold(word): int(value) for table in tables for value, forms in table.items() for word in forms}
    return found | {fold(word): 2 for word in rules["teens"]["12"]}


@cache
def _scales() -> dict[str, int]:
    return {fold(word): int(value) for value, forms in load("ar/numbers")["thousands"].items() for word in forms}


@cache
def _vague() -> Phrases[int]:
    table = load("ar/numbers")["vague"]
    return Phrases((word, int(least)) for least, words in table.items() for word in words)


@cache
def _bounds() -> Phrases[str]:
    return Phrases(listed(load("ar/numbers")["bounds"]))


@cache
def _afterwards() -> Phrases[str]:
    return Phrases(listed(load("ar/numbers")["after"]))
