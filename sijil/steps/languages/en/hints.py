"""What the words of an English sentence hint at, without a parse: what a form offers to who marked them.

A person looks at every value before it counts, so a guess may be wrong; it must only be quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.rules import load
from sijil.steps.languages.en.attacks import kinds_in
from sijil.steps.languages.en.datelines import clock_of
from sijil.steps.languages.en.numbers import numbers
from sijil.steps.languages.en.periods import periods
from sijil.steps.languages.en.words import one_of, words

MEASURES = ("killed", "injured", "missing", "held", "casualties")
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "n")  # of verbs, which the lists have as lemmas
_IRREGULAR = {"flee": "fled", "slay": "slew"}


def hints(quote: str) -> dict[str, Any]:
    """Fields of claim JSON that the words may mean: their only number, harm, people, attack, and the kind of claim."""
    found = _figure(quote)
    measure, group = _first(_harm(), quote), _first(_people(), quote)
    attack = next(iter(kinds_in(quote)), None)
    if measure and (found or group):
        found |= {"kind": "casualty", "group": "people"}
    elif found and (moving := _first(_moving(), quote)):
        found |= {"kind": moving}
    elif attack and not group:
        found |= {"kind": "attack"}
    named = {"measure": measure, "group": group, "attack": attack}
    return found | {name: value for name, value in named.items() if value}


def period(told: str, report: Report, text: Text) -> Period | None:
    """The period that words of time mean in a report: the first that they name, one with known days before others."""
    found = [when.period for when in periods(told, clock_of(text.content, report.published, report.source))]
    return next((one for one in found if one.known), found[0] if found else None)


def _figure(quote: str) -> dict[str, Any]:
    found = list(numbers(quote))
    if len(found) != 1:  # of several numbers nobody knows which one is meant
        return {}
    number = found[0]
    figure, behind = number.figure, re.findall(r"[\w-]+", quote[number.end :].lower())[:2]
    households = not words("counts", "households", "words").isdisjoint(behind)
    unit = "households" if figure.unit == "persons" and households else figure.unit
    return {"low": figure.low, "high": figure.high, "approx": figure.approx, "unit": unit}


def _first(named: tuple[tuple[str, re.Pattern[str]], ...], quote: str) -> str | None:
    """The name whose word stands first."""
    found = ((match.start(), name) for name, pattern in named if (match := pattern.search(quote)))
    return min(found, default=(0, None))[1]


@cache
def _harm() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = load("en/harm")
    return tuple((name, _inflected(rules[name]["verbs"], *_others(rules[name]))) for name in MEASURES)


def _others(rules: dict[str, Any]) -> tuple[str, ...]:
    selves = (f"{one}{end}" for one in rules["selves"] for end in ("", "s", "d", "ed"))
    return (*rules["nouns"], *rules["adjectives"], *selves)


@cache
def _people() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((group, _inflected((), *listed)) for group, listed in load("en/people")["groups"].items())


@cache
def _moving() -> tuple[tuple[str, re.Pattern[str]], ...]:
    counts = load("en/counts")
    moving = counts["displacement"]
    displaced = _inflected([*moving["verbs"], *moving["before"]["verbs"]], *moving["nouns"])
    return (("displacement", displaced), ("need", _inflected((), *counts["need"]["words"])))


def _inflected(verbs: Iterable[str], *others: str) -> re.Pattern[str]:
    listed = list(verbs)
    forms = {verb + end for verb in listed for end in _ENDINGS} | set(others)
    forms |= {past for verb, past in _IRREGULAR.items() if verb in listed}
    return re.compile(rf"(?<![\w-])(?:{one_of(forms)})(?![\w-])", re.I)
