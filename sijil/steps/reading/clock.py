"""What the times of a report are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Clock:
    """`base` is the day of the report, `year` the year that its text fixes; None where unknown.

    `guessed`: the base is only a date that the text tells; other times are counted from it, but may lie after it.
    `told` are the days that the text gives in full: "December 2" of a headline has the year of "December 2, 2022".
    `month_first`: 07.03.2017 is 3 July where both are possible. `listed` is the only year that the text names, that of
    a list of months; `until` the last day of the latest day or month told, where the report's own is unknown.
    """

    base: date | None
    year: int | None = None
    told: tuple[date, ...] = ()
    month_first: bool = False
    guessed: bool = False
    listed: int | None = None
    until: date | None = None

    @property
    def limit(self) -> date | None:
        """The day of the report, after which nothing that it tells of can lie; None where it is unknown."""
        return None if self.guessed else self.base

    @property
    def end(self) -> date | None:
        """The last day of what lasts until the report."""
        return self.limit or self.until or self.base
