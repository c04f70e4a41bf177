"""The word lists of the English pack (rules/en) as sets and as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    """A regular expression that matches one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
