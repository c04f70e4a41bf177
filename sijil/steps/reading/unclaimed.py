"""What a report tells of harm beside its claims: people listed one by one, and harm that nobody counts.

The assessment of one report alone asks its language pack for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Named:
    """`listed` stand there with what puts them into the group (an age below 18); `kin` belong to it by those around
    them, and `unsure` may belong to it. `opening` is where the report's first paragraph ends."""

    listed: int = 0
    kin: int = 0
    unsure: int = 0
    opening: int = 0

    @property
    def sure(self) -> int:
        """Those who belong to the group."""
        return self.listed + self.kin

    @property
    def all(self) -> int:
        """Those who may belong to it."""
        return self.sure + self.unsure


NOBODY = Named()


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Words at [start, end) of the text that tell of people killed or injured: one by name, or several uncounted."""

    words: str
    span: tuple[int, int]
    figure: Figure
