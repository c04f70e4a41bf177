"""A claim as it is scored: the guide's form, whoever wrote it (a person, Sijil, another program)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sijil.record import from_plain


class Values(NamedTuple):
    """What a numbered claim says, its quote and its fields apart."""

    kind: str
    measure: str | None
    group: str | None
    low: int | float | None
    high: int | float | None


@dataclass(frozen=True, slots=True)
class Told:
    """One claim. Looser than `model.claim.Claim`: an unknown kind or crossed bounds are wrong, not unreadable.

    `place` may be a list where places share a figure. `start`, `end` are ISO dates as written. `span` are offsets of
    the quote in the main text, where the writer gives them; `confidence` is between 0 and 1.
    """

    kind: str
    quote: str
    id: int | str = 0
    status: str | None = None
    speaker: tuple[str, ...] | None = None
    low: int | float | None = None
    high: int | float | None = None
    approx: bool | None = None
    measure: str | None = None
    group: str | None = None
    side: str | None = None
    part_of: bool | None = None
    scope: str | None = None
    place: str | tuple[str, ...] | None = None
    within: str | tuple[str, ...] | None = None
    start: str | None = None
    end: str | None = None
    actor: str | None = None
    attack: str | None = None
    object: str | None = None
    span: tuple[int, int] | None = None
    confidence: float | None = None

    @property
    def numbered(self) -> bool:
        """Whether it is scored as a figure; all others are situations."""
        return self.low is not None or self.high is not None

    @property
    def values(self) -> Values:
        """Kind, measure, group and bounds."""
        return Values(self.kind, self.measure, self.group, self.low, self.high)


def told(plain: Mapping[str, Any]) -> Told:
    """The claim of a line in the guide's form; fields that are not scored are left aside.

    Raises ValueError where kind or quote is missing or a field is of the wrong type.
    """
    return from_plain(Told, plain)


def joined(names: str | tuple[str, ...] | None) -> str:
    """One or several names as one text; "" for none."""
    return names if isinstance(names, str) else ", ".join(names or ())
