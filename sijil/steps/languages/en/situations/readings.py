"""The readings of situations as records, from rules/en/situations.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sijil.rules import load


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that carry a situation and what must stand around them; an empty condition always holds.

    `subject`, `object` and `preps` name noun lists of which one must hold; `governed` the verbs above a noun; `alone`
    keeps the reading out of sentences whose figures tell the event; `not_deps` are parse relations of the carrying word
    that only identify or purpose; `anew` wants a noun not told before ("an attack", not "the attack"); `least` is the
    shortest quote in words; `actor` says whose name blame takes: "accused", "doer"; `rank` is the
    reading's place in the list.
    """

    name: str
    kind: str
    part: str
    rank: int
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    no_subject: frozenset[str] = frozenset()
    no_object: frozenset[str] = frozenset()
    preps: Mapping[str, frozenset[str]] = field(default_factory=dict)
    with_words: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    not_deps: frozenset[str] = frozenset()
    anew: bool = False
    least: int = 3
    alone: bool = False
    eased: bool = False
    status: str = ""
    quote: str = "clause"
    actor: str = ""


@cache
def readings() -> Mapping[str, tuple[Reading, ...]]:
    """Carrying word (lemma or form, lower case) → its readings in the order of the list."""
    found: dict[str, list[Reading]] = {}
    for rank, entry in enumerate(load("en/situations")["reading"]):
        reading = _reading(rank, entry)
        for word in entry["words"]:
            found.setdefault(word, []).append(reading)
    return {word: tuple(listed) for word, listed in found.items()}


def _reading(rank: int, entry: Mapping[str, Any]) -> Reading:
    given: dict[str, Any] = {k: frozenset(v) if isinstance(v, list) else v for k, v in entry.items() if k != "words"}
    given["preps"] = {prep: frozenset(wanted) for prep, wanted in entry.get("preps", {}).items()}
    return Reading(rank=rank, **given)
