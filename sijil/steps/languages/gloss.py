"""A quote in the words that later steps ask for: rules of the field have their words in English, packs say which of
theirs mean these (rules/LANGUAGE/gloss.toml), so that no ledger and no rule has lists of every language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sijil.steps.languages.installed import by_code
from sijil.steps.languages.pack import Pack
from sijil.steps.languages.telling import language_of

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NUMBER = re.compile(r"(\d+)")
Forms = tuple[str, ...]


@lru_cache(maxsize=65536)  # asked of every claim by every ledger
def gloss(quote: str) -> str:
    """The quote in small letters, expressions of its pack's gloss replaced by the English words that they stand for.

    English words are themselves, and so is what the gloss does not have.
    """
    code = language_of(quote)
    pack = by_code().get(code)
    entries = _entries(code) if pack else {}
    if code == "en" or pack is None or not entries:
        return quote.casefold()
    words, out, at = _words(pack, quote), [], 0
    while at < len(words):
        size, meaning = _longest(words, at, entries)
        out.append(meaning or words[at][0])
        at += max(size, 1)
    return " ".join(out)


def _longest(words: Sequence[Forms], at: int, entries: dict[str, list[tuple[Forms, str]]]) -> tuple[int, str]:
    """How many words from `at` on the longest expression has, and what it stands for; (0, "") where none begins."""
    found = [
        (len(parts), meaning)
        for first in dict.fromkeys(form[:2] for form in words[at])
        for parts, meaning in entries.get(first, ())
        if len(parts) <= len(words) - at and all(_is(words[at + n], part) for n, part in enumerate(parts))
    ]
    return max(found, key=lambda one: one[0], default=(0, ""))


def _is(forms: Forms, part: str) -> bool:
    """Whether a word may be a word of an expression; "*" at its end stands for any ending."""
    if part.endswith("*"):
        return any(form.startswith(part[:-1]) for form in forms)
    return part in forms


@cache
def _entries(code: str) -> dict[str, list[tuple[Forms, str]]]:
    """A pack's expressions by the first two letters of their first word: the words of each, and what it stands for."""
    pack, found = by_code()[code], dict[str, list[tuple[Forms, str]]]()
    for meaning, listed in pack.rules("gloss").items():
        for expression in listed:
            parts = tuple(_part(pack, part) for part in expression.split())
            found.setdefault(parts[0][:2], []).append((parts, meaning))
    return found


def _part(pack: Pack, part: str) -> str:
    folded = next(iter(_words(pack, part.rstrip("*"))), (part,))[0]
    return f"{folded}*" if part.endswith("*") else folded


def _words(pack: Pack, text: str) -> list[Forms]:
    """Each word with all that it may be; numbers as they are, in the digits 0 to 9."""
    found: list[Forms] = []
    for part in _NUMBER.split(text):
        if part.isdecimal():
            found.append((str(int(part)),))
        elif pack.words:
            found += pack.words(part)
        else:
            found += [(word,) for word in _WORD.findall(part.casefold())]
    return found
