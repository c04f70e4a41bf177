"""When two quotes or two names count as the same. All by the words they share; see rules/measure.toml."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sijil.rules import load

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "’'`ʿʾ")


@lru_cache(maxsize=50_000)
def words(text: str) -> frozenset[str]:
    """The words of a text without case, accents, apostrophes and Arabic articles."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return frozenset(_WORD.findall(plain.translate(_APOSTROPHES))).difference(load("measure")["articles"])


def name_words(name: str) -> frozenset[str]:
    """The words that tell a name from others; all of them where it has only common ones ("the village")."""
    found = words(name)
    return found.difference(load("measure")["common"]) or found


def shared(first: str, second: str) -> float:
    """Part of the shorter quote's words that the other one has too, 0 to 1; 0 where either is a whole paragraph."""
    if max(len(first.split()), len(second.split())) > load("measure")["longest_quote"]:
        return 0.0
    return _part(words(first), words(second))


def dice(first: str, second: str) -> float:
    """Common words over the mean number of words, 0 to 1: a quote far wider than the other one does not pass."""
    a, b = words(first), words(second)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def alike(first: str, second: str) -> bool:
    """Whether two names agree."""
    part = _part(name_words(first), name_words(second))
    return part > 0 and part >= float(load("measure")["names"])


def _part(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
