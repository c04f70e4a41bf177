"""Words of a rules file spotted in a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}")


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words (or beginnings of words) starts at a word's beginning in `text`, both in lower case."""
    return any(word in text and _pattern(word).search(text) for word in words)
