"""How many days, weeks ... a phrase of time counts, and the place of one in a row ("the third", "45th")."""

from __future__ import annotations

import re

from sijil.rules import load
from sijil.steps.languages.en.numerals import value_of


def number(words: str) -> int | None:
    """ "ten", "24", "a"; None where the words name no number ("some")."""
    words = words.lower().strip()
    if words in ("a", "an", "one", "past", "last"):
        return 1
    try:
        return value_of(words)
    except ValueError:
        return None


def ordinal(words: str) -> int | None:
    """ "third", "12th", "forty-fifth"; None for other words."""
    words = words.lower().strip()
    if m := re.match(r"(\d+)(?:st|nd|rd|th)$", words):
        return int(m[1])
    rules, (tens, _, last) = load("en/dates")["ordinals"], words.rpartition("-")
    if last not in rules:
        return None
    return int(rules[last]) + (int(load("en/numbers")["tens"].get(tens, 0)) if tens else 0)
