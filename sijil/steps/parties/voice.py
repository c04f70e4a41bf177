"""Whose words a text is in."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and the camps that it belongs to; no camps for the independent and the unknown."""

    name: str = ""
    camps: frozenset[str] = frozenset()


NOBODY = Voice()


def camps(side: str) -> frozenset[str]:
    """The camps of a `side`: several are joined by "+" or "|"."""
    return frozenset(part for part in re.split(r"[+|]", side) if part)
