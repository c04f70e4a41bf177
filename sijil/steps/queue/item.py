"""One thing to be looked at, with what it weighs and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["claim", "pair", "join"]
KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Item:
    """A claim; two incidents that may be one event (`pair`); or two claims of reports that few points made one
    incident (`join`). `subjects` are its one or two ids. `doubt` is between 0 and 1, `harm` and `dispute` are those of
    rules/queue.toml; `reasons` say why it is here, one short line each."""

    kind: Kind
    subjects: tuple[str, ...]
    doubt: float
    harm: float
    dispute: float
    reasons: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it is called in addresses: its ids."""
        return "~".join(self.subjects)

    @property
    def weight(self) -> float:
        """What it is ordered by, the heaviest first."""
        return round(self.doubt * self.harm * self.dispute, 4)

    @property
    def rank(self) -> tuple[float, str]:
        """Its place in the order; ties by id, so that the order is the same wherever it is made."""
        return -self.weight, self.key


def joined(doubts: Iterable[float]) -> float:
    """Independent doubts as one: what is left of sureness after each."""
    sure = 1.0
    for one in doubts:
        sure *= 1.0 - one
    return round(1.0 - sure, 4)
