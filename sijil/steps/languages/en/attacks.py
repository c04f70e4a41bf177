"""How: the kind of attack that stands nearest to a claim's words."""

from __future__ import annotations

import re
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind, words in load("en/attacks")["kinds"].items() for word in reversed(words)}
    first = {}
    for kind, words in load("en/attacks")["kinds"].items():
        for word in words:
            first.setdefault(word, kind)
    kinds.update(first)
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in longest)})(?![\w-])", re.I), kinds


def attack_words(sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """(offset in the main text, attack kind) of every attack word of the sentence, in text order."""
    pattern, kinds = _pattern()
    return tuple((sentence.start + m.start(), kinds[m.group().lower()]) for m in pattern.finditer(sentence.text))


def nearest(words: tuple[tuple[int, str], ...], anchor: int) -> str | None:
    """The kind of the attack word nearest to `anchor`; a specific kind goes before "other" and before "clash"."""
    if not words:
        return None
    weak = {"other": 60, "clash": 25, "explosive": 0}
    return min(words, key=lambda w: (abs(w[0] - anchor) + weak.get(w[1], 0)))[1]
