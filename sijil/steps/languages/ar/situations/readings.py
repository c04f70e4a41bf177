"""The readings of Arabic situations as records, from rules/ar/situations.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sijil.rules import load


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that carry a situation and what its clause must hold; an empty condition always holds.

    `needs` names classes of words of which the clause must hold one, `bars` those of which it may hold none; `alone`
    keeps the reading out of clauses whose event a figure tells; `anew` wants an event that is not only pointed back to;
    `rank` is the reading's place in the list.
    """

    name: str
    kind: str
    rank: int
    needs: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    alone: bool = False
    anew: bool = False
    eased: bool = False


@cache
def readings() -> tuple[Reading, ...]:
    """All readings in the order of the list."""
    return tuple(_reading(rank, entry) for rank, entry in enumerate(load("ar/situations")["reading"]))


def _reading(rank: int, entry: Mapping[str, Any]) -> Reading:
    return Reading(
        entry["name"], entry["kind"], rank, frozenset(entry.get("with", ())), frozenset(entry.get("without", ())),
        entry.get("alone", False), entry.get("anew", False), entry.get("eased", False),
    )  # fmt: skip
