"""How much of a text is English, told by its function words."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.steps.languages.telling import share


def mine(text: str) -> float:
    """The share of a text's words that are English function words (rules/en/common.toml)."""
    return share(text, _words())


@cache
def _words() -> frozenset[str]:
    return frozenset(load("en/common")["words"])
