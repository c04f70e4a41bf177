"""The words of an Arabic text with their stems, for telling which story it tells."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.steps.languages.ar.text import words_of


def stems(text: str) -> Iterator[tuple[str, ...]]:
    """What each word may be, the whole first; numbers and words in other letters are left out."""
    return (word.stems for word in words_of(text) if "\u0621" <= word.key[0] <= "\u06d3")
