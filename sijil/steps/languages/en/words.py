"""The word lists of the English pack (rules/en) as sets and as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sijil.rules import load


@cache
def words(file: str, *keys: str) -> frozenset[str]:
    """The list under `keys` of rules/en/FILE.toml: words("speech", "verbs", "strong"); of a table, its keys."""
    found: Any = load(f"en/{file}")
    for key in keys:
        found = found[key]
    return frozenset(found)


def one_of(listed: Iterable[str]) -> str:
    """A regular expression that matches one of the words, the longest first.

    Words in lower case share their beginnings (kill(?:ed|s)?), so that few are tried at each place of a text: a flat
    list took ten times as long under re.I.
    """
    words = sorted(set(listed), key=len, reverse=True)
    return _tree(words) if all(word == word.lower() for word in words) else "|".join(map(re.escape, words))


def _tree(words: Sequence[str]) -> str:
    """The words by their first characters; those that end here come last, as the shortest."""
    tails: dict[str, list[str]] = {}
    for word in filter(None, words):
        tails.setdefault(word[0], []).append(word[1:])
    branches = "|".join(re.escape(first) + _tree(rest) for first, rest in tails.items())
    if not branches or (len(tails) == 1 and "" not in words):
        return branches
    return f"(?:{branches})?" if "" in words else f"(?:{branches})"
