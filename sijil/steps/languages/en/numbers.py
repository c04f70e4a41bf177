"""Numbers in English text, with the bounds that the words before and after give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load


@dataclass(frozen=True, slots=True)
class Number:
    """Characters [start, end) of the text, bounds words included; [core, core_end) is the number alone."""

    start: int
    end: int
    core: int
    core_end: int
    figure: Figure
    bound: str = ""  # "low", "high", "about" or ""
    vague: bool = False


_MONTHS = "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
_MONTH = rf"(?:{'|'.join(_MONTHS.split())})\.?"
# What looks like a count and is a date, a clock time, an age, a price, a coordinate or a name's number.
_NOT_COUNTS = re.compile(
    rf"""\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:\s*,?\s*\d{{4}}\b)?|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*,?\s*(?:19|20)\d\d\b)?
    |\b{_MONTH}\s*,?\s+(?:19|20)\d\d\b|\b\d{{1,4}}[./]\d{{1,2}}[./]\d{{1,4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?|gmt|hours|local)|\b\d{{1,2}}:\d\d\b
    |[$€£]\s?\d[\d,.]*(?:\s+(?:million|billion|bn|m)\b)?|\b\d+(?:st|nd|rd|th)\b|\b\w+-year(?:s)?-old\b|\b[A-Za-z]{{1,3}}-?\d+\b|\b(?:19[5-9]\d|20[0-4]\d)s?\b|\b\d+-(?:year|day|hour|month|week|minute|member|km|mm|ton|point|metre|meter|floor|storey)\b
    |\b[a-z]+-(?:year|day|hour|month|week|member|floor|storey|point|way)\b|\b(?:one|two)\s+of\s+the\s+(?:most|largest|few|last|main|first|worst|deadliest|biggest|bloodiest)\b|\bno\s+one\b|\bat\s+one\s+point\b|\bone\s+(?:another|day|time)\b""",
    re.X | re.I,
)
# "half of the country's population" is a share of 50 per cent.
_HALF = re.compile(r"\b(?P<about>nearly |almost |about |roughly )?half(?: of)? (?:the|its|their|of)(?: [\w’']+){0,2} (?:population|inhabitants|residents|people)\b", re.I)
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+"


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    rules = load("en/numbers")
    units, tens, scales = rules["units"], rules["tens"], rules["scales"]
    small = rf"(?:(?:{'|'.join(tens)})(?:[\s-](?:{'|'.join(list(units)[:9])}))?|{'|'.join(sorted(units, key=len, reverse=True))})"
    word = rf"(?:{small})(?:(?:\s+|-)(?:{'|'.join(scales)}))*(?:(?:\s+and)?\s+{small}(?:\s+(?:{'|'.join(scales)}))*)*"
    longest = lambda words: "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # noqa: E731
    number = rf"(?:{longest(rules['fixed'])}|{longest(rules['vague'])}|(?:{_DIGITS})(?:\.\d+)?(?:\s+(?:{'|'.join(scales)}))?|{word})"
    bounds = rules["bounds"]
    return {
        "number": re.compile(rf"(?<![\w.,/:-])(?:{number})(?![\w/:]|-\w|\.\d)", re.I),
        "range": re.compile(
            rf"(?<![\w.,/:-])(?:between\s+)?(?P<a>{_DIGITS}|{small})\s*(?:-|–|—|to|and|or)\s*(?P<b>{_DIGITS}|{small})(?![\w/:]|-\w|\.\d)", re.I
        ),
        "before": re.compile(
            rf"(?:\b(?P<low>{longest(bounds['low'])})|\b(?P<high>{longest(bounds['high'])})|\b(?P<about>{longest(bounds['about']['words'])}))\s+(?:an?\s+(?:additional|further)\s+|another\s+|the\s+)?$",
            re.I,
        ),
        "after": re.compile(rf"\s+(?:{longest(bounds['after_low']['words'])})\b", re.I),
        "percent": re.compile(r"\s*(?:%|percent\b|per\s+cent\b)", re.I),
    }


def value_of(words: str) -> int:
    """The number that digits or number words stand for ("350,000", "three million", "twenty-five").

    Raises ValueError where the words are no number.
    """
    rules = load("en/numbers")
    text = re.sub(r"\s+", " ", words.lower().strip())
    if text in rules["fixed"]:
        return int(rules["fixed"][text])
    total, current, seen = 0.0, 0.0, False
    for part in re.split(r"[\s-]+", text):
        if part == "and":
            continue
        if re.fullmatch(rf"(?:{_DIGITS})(?:\.\d+)?", part):
            current += float(part.replace(",", ""))
        elif part in rules["units"] or part in rules["tens"]:
            current += rules["units"].get(part) or rules["tens"][part]
        elif part in rules["scales"]:
            scale = rules["scales"][part]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        else:
            raise ValueError(f"no number: {words!r}")
        seen = True
    if not seen:
        raise ValueError(f"no number: {words!r}")
    return int(round(total + current))


def numbers(text: str) -> Iterator[Number]:
    """Every count in `text`, in order: digits, number words, vague words, ranges; dates, ages, prices and times are left out."""
    grammar = _grammar()
    taken = [m.span() for m in _NOT_COUNTS.finditer(text)]
    free = lambda s, e: all(e <= a or s >= b for a, b in taken)  # noqa: E731
    found: list[Number] = []
    for m in grammar["range"].finditer(text):
        if free(*m.span()) and (number := _range(text, m)):
            found.append(number)
            taken.append((number.start, number.end))
    for m in _HALF.finditer(text):
        if free(*m.span()):
            found.append(Number(m.start(), m.end(), m.start(), m.end(), Figure(50, 50, approx=bool(m["about"]), unit="percent")))
            taken.append(m.span())
    for m in grammar["number"].finditer(text):
        if free(*m.span()) and (number := _single(text, m.start(), m.end())):
            found.append(number)
    yield from sorted(found, key=lambda n: n.start)


def _range(text: str, m: re.Match[str]) -> Number | None:
    joint = text[m.end("a") : m.start("b")].strip().lower()
    if joint == "and" and not m.group().lower().startswith("between"):
        return None
    low, high = value_of(m["a"]), value_of(m["b"])
    if not low < high or (joint == "or" and high - low > 5):
        return None
    return Number(m.start(), m.end(), m.start(), m.end(), Figure(low, high), bound="range")


def _single(text: str, start: int, end: int) -> Number | None:
    words = re.sub(r"\s+", " ", text[start:end].lower())
    rules = load("en/numbers")
    grammar = _grammar()
    if _is_no_count(text, start, end):
        return None
    before = grammar["before"].search(text, max(0, start - 40), start)
    percent = grammar["percent"].match(text, end)
    after = grammar["after"].match(text, end)
    unit = "percent" if percent else "persons"
    vague = words in rules["vague"]
    value = int(rules["vague"][words]) if vague else value_of(words)
    low: int | None = value
    high: int | None = None if vague else value
    bound = ""
    if before and before["low"] and not vague:
        low, high, bound = value + rules["bounds"]["low"][before["low"].lower()], None, "low"
    elif before and before["high"] and not vague:
        low, high, bound = None, value + rules["bounds"]["high"][before["high"].lower()], "high"
    elif before and before["about"]:
        bound = "about"
    elif after and not vague:
        high, bound = None, "low"
    first = before.start() if before else start
    last = percent.end() if percent else after.end() if after and bound == "low" else end
    return Number(first, last, start, end, Figure(low, high, approx=bound == "about" and not vague, unit=unit), bound, vague)  # type: ignore[arg-type]


def _is_no_count(text: str, start: int, end: int) -> bool:
    rules = load("en/numbers")["not_counts"]
    after = re.match(r"[\s-]*([\w.'’]+)", text[end : end + 24])
    before = re.search(r"([\w.]+)[\s-]+$", text[max(0, start - 20) : start])
    if after and after[1].lower().rstrip(".") in rules["after"]:
        return True
    if before and before[1].lower().rstrip(".") in rules["before"] and text[start:end].isdigit():
        return not (before[1].lower() == "at" or before[1].lower() == "day")
    return False
