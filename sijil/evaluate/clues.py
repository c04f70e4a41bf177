"""Where in a report the words of an annotated value stand: whether a reader could have found it, and how far away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sijil.evaluate.fields import value
from sijil.evaluate.sentences import around, find
from sijil.evaluate.told import Told
from sijil.evaluate.wording import name_words, words
from sijil.model.report import Text
from sijil.steps.languages import listed

SAME, ELSEWHERE, NOWHERE = "sentence", "elsewhere", "nowhere"
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def where(text: Text, claim: Told, field: str) -> str:
    """SAME where the sentence of the claim's quote has the words of its value for `field`, ELSEWHERE where only the
    rest of the text has them, else NOWHERE.

    Names: all their words. Attacks: a word that the rules list for the kind. Dates: a weekday or month of theirs, as a
    date has no words of its own ("overnight" is not seen).
    """
    choices = _choices(claim, field)
    span = find(text, claim)
    if span and _holds(text.content[slice(*around(text, span))], choices):
        return SAME
    return ELSEWHERE if _holds(text.content, choices) else NOWHERE


def _choices(claim: Told, field: str) -> list[frozenset[str]]:
    """Sets of words, any of which tells the value."""
    told = value(claim, field)
    if field == "attack":
        return [words(phrase) for phrase in listed("attacks", "kinds", str(told))]
    if field == "dates":
        return [frozenset({name}) for name in _date_words(told)]
    return [name_words(str(told))]


def _date_words(days: Iterable[str | None]) -> set[str]:
    """Names of weekdays and months; a year only where the period begins with it, as every report is full of years."""
    found: set[str] = set()
    for day in filter(None, map(_day, days)):
        month = MONTHS[day.month - 1]
        found |= {DAYS[day.weekday()], month, month[:3], month[:4]}
        if (day.month, day.day) == (1, 1):
            found.add(str(day.year))
    return found


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _holds(text: str, choices: Iterable[frozenset[str]]) -> bool:
    there = words(text)
    return any(choice and choice <= there for choice in choices)
