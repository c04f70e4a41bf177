"""How: the kind of attack that stands nearest to a claim's words."""

from __future__ import annotations

import re
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.words import one_of

#: Characters by which a word that says less counts as farther away.
_WEAKER = {"other": 60, "clash": 25}


def attack_words(sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """(offset in the main text, attack kind) of every attack word of the sentence, in text order."""
    return tuple((sentence.start + m.start(), _kinds()[m.group().lower()]) for m in _pattern().finditer(sentence.text))


def kinds_in(words: str) -> tuple[str, ...]:
    """The attack kinds that words name, in text order."""
    return tuple(_kinds()[m.group().lower()] for m in _pattern().finditer(words))


def nearest(found: tuple[tuple[int, str], ...], anchor: int) -> str | None:
    """The kind of the attack word nearest to `anchor`; a specific kind goes before "clash" and before "other"."""
    if not found:
        return None
    return min(found, key=lambda word: abs(word[0] - anchor) + _WEAKER.get(word[1], 0))[1]


@cache
def _kinds() -> dict[str, str]:
    """Word → kind; the first kind that lists a word has it."""
    kinds: dict[str, str] = {}
    for kind, listed in load("en/attacks")["kinds"].items():
        for word in listed:
            kinds.setdefault(word, kind)
    return kinds


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{one_of(_kinds())})(?![\w-])", re.I)
