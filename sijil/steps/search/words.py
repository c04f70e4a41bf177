"""Words as search compares them: one way of folding for what is kept and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sijil.rules import load
from sijil.steps.places.names import exact_key

#: A word is letters and digits with what stands among them: marks that names are written without (names.exact_key),
#: apostrophes only where a letter follows. Other marks cut a word in two, alike in texts and questions.
_MARKS = (
    "ʰ-˿\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['`´‘’‛′″](?=[^\W_]))*")
_OWNER = re.compile(r"['’]s$", re.IGNORECASE)
#: Stands between names that are kept beside each other: no word is folded to it, so no phrase spans two names.
BETWEEN = "\u00b7"


class Word(NamedTuple):
    """Characters [start, end) of a text and what they are folded to: mostly one key ("½" gives two)."""

    start: int
    end: int
    keys: tuple[str, ...]


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for match in WORD.finditer(text):
        if keys := keys_of(match[0]):
            yield Word(match.start(), match.end(), keys)


def folded_text(text: str) -> str:
    """A text as it is kept to be found: the keys of its words with one space between."""
    return " ".join(key for word in WORD.findall(text) for key in keys_of(word))


def folded_names(names: Iterable[str]) -> str:
    """Several names as they are kept, each once, none running into the next."""
    return f" {BETWEEN} ".join(filter(None, dict.fromkeys(map(folded_text, names))))


@lru_cache(maxsize=262144)  # the words of some thousand reports
def keys_of(word: str) -> tuple[str, ...]:
    """What one word is folded to (names.exact_key), an English owner's "'s" and Arabic hamza on the line dropped, all
    digits as 0 to 9; nothing for marks alone."""
    key = exact_key(_OWNER.sub("", word))
    if not key.isascii():
        key = "".join(str(int(c)) if c.isdecimal() else c for c in key)
        key = " ".join(part.replace(_left_out(), "") or part for part in key.split())
    return tuple(key.split())


@cache
def _left_out() -> str:
    return str(load("search")["left_out"])
