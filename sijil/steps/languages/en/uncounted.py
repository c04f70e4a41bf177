"""Harm that a text tells without any number: "a number of people were killed and injured", "Amal Haddad was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.reading.unclaimed import Uncounted

_SENTENCE = re.compile(r"[^.!?\n]+")
_NAME = r"(?:[^\W\d_a-z][\w’'‘`-]*[ ]){1,6}[^\W\d_a-z][\w’'‘`-]*(?: \([^)]{1,60}\))?,? "
LONGEST = 300  # characters of a sentence that are kept as the words


def uncounted(text: str, measure: str) -> Uncounted | None:
    """The first sentence that tells of harm of a measure ("killed", "injured") without a number; None where none does.

    One named person is exactly one; people in the plural are at least one, whatever a house makes of it.
    """
    for start, sentence in _sentences(text):
        folded = f" {sentence.casefold()} "
        if any(word in folded for word in load("en/listed")["uncounted"]["none"]):
            continue
        named = _named(sentence, measure)
        if named is not None:
            words = sentence[named : named + LONGEST]
            return Uncounted(words, (start + named, start + named + len(words)), Figure(1, 1))
        if _several(folded, measure):
            words = sentence[:LONGEST]
            return Uncounted(words, (start, start + len(words)), Figure(1, None))
    return None


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield start, words.strip()


def _named(sentence: str, measure: str) -> int | None:
    """Where the words about one named person begin, behind the name; None where the sentence tells of none."""
    *helpers, last, other = load("en/listed")["uncounted"]["single"][measure]
    found = re.search(rf"{_NAME}(was (?:(?:{'|'.join(helpers)}) )*(?:{last}|{other})\b)", sentence)
    return found.start(1) if found else None


def _several(folded: str, measure: str) -> bool:
    """Whether the sentence tells of people in the plural who were harmed."""
    rules = load("en/listed")["uncounted"]
    harmed = any(re.search(rf"\b{word}\b", folded) for word in rules["words"][measure])
    return harmed and any(word in folded for word in rules["several"])
