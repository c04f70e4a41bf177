"""Numbers in English text, with the bounds that the words before and after give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.en.numerals import grammar, value_of
from sijil.steps.languages.en.words import words


@dataclass(frozen=True, slots=True)
class Number:
    """Characters [start, end) of the text, bounds words included; [core, core_end) is the number alone."""

    start: int
    end: int
    core: int
    core_end: int
    figure: Figure
    bound: str = ""  # "low", "high", "about", "range" or ""
    vague: bool = False


def numbers(text: str) -> Iterator[Number]:
    """Every count in `text`, in order: digits, number words, vague words, ranges, half of a population.

    Dates, ages, prices and times are left out.
    """
    taken = [m.span() for m in grammar().is_no_count.finditer(text)]
    found: list[Number] = []
    for pattern, reading in ((grammar().span, _range), (grammar().half, _half), (grammar().number, _single)):
        for m in pattern.finditer(text):
            free = all(m.end() <= a or m.start() >= b for a, b in taken)
            if free and (number := reading(text, m)):
                found.append(number)
        taken += [(n.start, n.end) for n in found]
    reached = 0
    for number in sorted(found, key=lambda n: n.start):
        if number.core >= reached:  # the "many" of "as many as 40" is no count of its own
            yield number
        reached = max(reached, number.core)


def _range(text: str, m: re.Match[str]) -> Number | None:
    joint = text[m.end("a") : m.start("b")].strip().lower()
    if joint == "and" and not m.group().lower().startswith("between"):
        return None
    low, high = value_of(m["a"]), value_of(m["b"])
    if not low < high or (joint == "or" and high - low > 5):
        return None
    return Number(*m.span(), *m.span(), Figure(low, high), bound="range")


def _half(text: str, m: re.Match[str]) -> Number:
    """ "half of the country's population" is a share of 50 per cent."""
    return Number(*m.span(), *m.span(), Figure(50, 50, approx=bool(m["about"]), unit="percent"))


def _single(text: str, m: re.Match[str]) -> Number | None:
    start, end = m.span()
    if _is_no_count(text, start, end):
        return None
    before = grammar().before.search(text, max(0, start - 40), start)
    after = grammar().after.match(text, end)
    percent = grammar().percent.match(text, end)
    vague, value = _value(m.group())
    bound = "" if vague else _bound(before, after or grammar().behind.match(text, end))
    if before and before["about"]:
        bound = "about"
    low, high = _bounds(value, bound, before)
    last = percent.end() if percent else after.end() if after and bound == "low" else end
    figure = Figure(low, None if vague else high, bound == "about" and not vague, "percent" if percent else "persons")
    return Number(before.start() if before else start, last, start, end, figure, bound, vague)


def _value(found: str) -> tuple[bool, int]:
    """Whether the words are vague, and the number they stand for (of vague words, the lowest)."""
    text = re.sub(r"\s+", " ", found.lower())
    vague = load("en/numbers")["vague"]
    return (True, int(vague[text])) if text in vague else (False, value_of(text))


def _bound(before: re.Match[str] | None, after: re.Match[str] | None) -> str:
    """Which bound the words before the number give, else those behind it ("12 or more")."""
    if before:
        return "low" if before["low"] else "high" if before["high"] else ""
    return "low" if after else ""


def _bounds(value: int, bound: str, before: re.Match[str] | None) -> tuple[int | None, int | None]:
    """The bounds; words like "more than" and "fewer than" move the number by a step."""
    steps = load("en/numbers")["bounds"]
    if before and bound == "low":
        return value + steps["low"][before["low"].lower()], None
    if before and bound == "high":
        return None, value + steps["high"][before["high"].lower()]
    return value, None if bound == "low" else value


def _is_no_count(text: str, start: int, end: int) -> bool:
    """Whether the word beside the number makes it a length of time, a distance, the number of a unit or the like."""
    after = re.match(r"[\s-]*([\w.'’]+)", text[end : end + 24])
    if after and after[1].lower().rstrip(".") in words("numbers", "not_counts", "after"):
        return True
    before = re.search(r"([\w.]+)[\s-]+$", text[max(0, start - 20) : start])
    named = before is not None and before[1].lower().rstrip(".") in words("numbers", "not_counts", "before")
    return named and text[start:end].isdigit()
