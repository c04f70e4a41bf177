"""Patterns of numbers in English text, and the value of number words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.words import one_of

# A gap in a number counts only before noughts ("14 000"): texts without commas have "killed 12 100 others".
_GAP = r"(?:,? |\u00a0)(?=000(?!\d))"
_DIGITS = rf"\d{{1,3}}(?:{_GAP}000)+(?!\d)|" + r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+(?![\d.])|\d+"
_NOT_BEFORE = r"(?<![\w.,/:-])"
_NOT_AFTER = r"(?![\w/:]|-\w|\.\d)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns: a `number`; a `span` with groups a and b; the words `before` (groups low, high, about) and `after` a
    number that open one of its bounds, or `behind` its noun ("20 civilians at least"); `percent`; `half` of a
    population; and what `is_no_count`."""

    number: re.Pattern[str]
    span: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    behind: re.Pattern[str]
    percent: re.Pattern[str]
    half: re.Pattern[str]
    is_no_count: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The patterns, built from rules/en/numbers.toml."""
    rules = load("en/numbers")
    bounds, scales = rules["bounds"], one_of(rules["scales"])
    small = _small()
    word = rf"(?:{small})(?:(?:\s+|-)(?:{scales}))*(?:(?:\s+and)?\s+{small}(?:\s+(?:{scales}))*)*"
    fixed, vague = one_of(rules["fixed"]), one_of(rules["vague"])
    number = rf"(?:{fixed}|{vague}|(?:{_DIGITS})(?:\.\d+)?(?:\s+(?:{scales}))?|{word})"
    low, high, about = one_of(bounds["low"]), one_of(bounds["high"]), one_of(bounds["about"]["words"])
    upward = rf",?\s+(?:and|or|to)\s+(?:{one_of(bounds['upward']['words'])})\s+"  # "at least 9 and up to 15"
    ends = rf"(?P<a>{_DIGITS}|{small})(?:\s*(?:-|–|—|to|and|or)\s*|{upward})(?P<b>{_DIGITS}|{small})"
    opened = rf"(?:\b(?P<low>{low})|(?<!came )(?<!come )(?<!coming )(?<!comes )\b(?P<high>{high})|\b(?P<about>{about}))"
    return Grammar(
        number=re.compile(rf"{_NOT_BEFORE}(?:{number}){_NOT_AFTER}", re.I),
        span=re.compile(rf"{_NOT_BEFORE}(?:(?:between|{low})\s+)?{ends}{_NOT_AFTER}", re.I),
        before=re.compile(rf"{opened}\s+(?:an?\s+(?:additional|further)\s+|another\s+|the\s+)?$", re.I),
        after=re.compile(rf"\s+(?:{one_of(bounds['after_low']['words'])})\b", re.I),
        behind=re.compile(r"(?:\s+[a-z]+){1,2}\s+at (?:the )?least(?=\s*(?:[.,;:)]|$|and\b|were\b|in\b))", re.I),
        percent=re.compile(r"\s*(?:%|percent\b|per\s+cent\b)", re.I),
        half=re.compile(
            r"\b(?P<about>nearly |almost |about |roughly )?half(?: of)? (?:the|its|their|of)(?: [\w’']+){0,2}"
            r" (?:population|inhabitants|residents|people)\b",
            re.I,
        ),
        is_no_count=_no_counts(),
    )


def _small() -> str:
    """One to ninety-nine in words."""
    rules = load("en/numbers")
    ones = one_of(word for word, value in rules["units"].items() if value < 10)
    return rf"(?:(?:{one_of(rules['tens'])})(?:[\s-](?:{ones}))?|{one_of(rules['units'])})"


def _no_counts() -> re.Pattern[str]:
    """What looks like a count and is a date, a clock time, an age, a price, a coordinate or a name's number."""
    month = rf"(?:{one_of(load('en/dates')['months'])})\.?"
    return re.compile(
        rf"""\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}\b(?:\s*,?\s*\d{{4}}\b)?
        |\b{month}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*,?\s*(?:19|20)\d\d\b)?
        |\b{month}\s*,?\s+(?:19|20)\d\d\b
        |\b\d{{1,4}}[./]\d{{1,2}}[./]\d{{1,4}}\b|\b\d{{4}}-\d\d-\d\d\b
        |\b\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?|gmt|hours|local)|\b\d{{1,2}}:\d\d\b
        |[$€£]\s?\d[\d,.]*(?:\s+(?:million|billion|bn|m)\b)?|\b\d+(?:st|nd|rd|th)\b
        |\b\w+-year(?:s)?-old\b|\b[A-Za-z]{{1,3}}-?\d+\b|\b(?:19[5-9]\d|20[0-4]\d)s?\b
        |\b\d+-(?:year|day|hour|month|week|minute|member|km|mm|ton|point|metre|meter|floor|storey)\b
        |\b[a-z]+-(?:year|day|hour|month|week|member|floor|storey|point|way)\b
        |\b(?:one|two)\s+of\s+the\s+(?:most|largest|few|last|main|first|worst|deadliest|biggest|bloodiest)\b
        |\b(?:block|camp)\s+\d{{1,2}}(?=\s*(?:[.,;)]|(?:of|in|at|near|area|opposite)\b|$))
        |(?-i:\b[A-Z][\w’'-]*),\s+\d{{1,3}}(?=[,.;)](?!\d))
        |\bno\s+one\b|\bat\s+one\s+point\b|\bone\s+(?:another|day|time)\b""",
        re.X | re.I,
    )


def _ungrouped(digits: str) -> str:
    """Digits without what groups thousands: a comma, or a point before three digits ("300.000")."""
    digits = digits.replace(",", "")
    return digits.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits) else digits


def value_of(words: str) -> int:
    """The number that digits or number words stand for ("350,000", "three million", "twenty-five").

    Raises ValueError where the words are no number.
    """
    rules = load("en/numbers")
    text = re.sub(rf"(?<=\d){_GAP}", "", re.sub(r"\s+", " ", words.lower().strip()))
    if text in rules["fixed"]:
        return int(rules["fixed"][text])
    total, current = 0.0, 0.0
    parts = [part for part in re.split(r"[\s-]+", text) if part != "and"]
    for part in parts:
        if re.fullmatch(rf"(?:{_DIGITS})(?:\.\d+)?", part):
            current += float(_ungrouped(part))
        elif part in rules["scales"]:
            current = max(current, 1) * rules["scales"][part]
            if rules["scales"][part] >= 1000:
                total, current = total + current, 0
        elif part in rules["units"] or part in rules["tens"]:
            current += rules["units"].get(part) or rules["tens"][part]
        else:
            raise ValueError(f"no number: {words!r}")
    if not parts:
        raise ValueError(f"no number: {words!r}")
    return round(total + current)
