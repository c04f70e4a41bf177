"""First and last day of what a claim tells, as far as its report lets one know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "days", "week", "month", "year", "open", "unresolved"]

#: UCDP's date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year (UCDP GED codebook).
DATE_PREC: dict[str, int] = {"day": 1, "days": 2, "week": 3, "month": 4, "year": 5, "open": 5}


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days. `unresolved` has words but no days (a weekday in a report whose date nobody knows)."""

    start: date | None
    end: date | None
    precision: Precision
    words: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"period ends {self.end} before it begins {self.start}")

    @property
    def iso(self) -> str:
        """The day, or the first and last as an ISO 8601 interval ("2016-09-01/2016-09-30"); "" where none is known."""
        days = [day.isoformat() for day in (self.start, self.end) if day]
        return "/".join(dict.fromkeys(days))

    @property
    def known(self) -> bool:
        """Whether both days are known."""
        return self.start is not None and self.end is not None


def precision_of(start: date, end: date) -> Precision:
    """The precision that a span of days amounts to, by UCDP's classes."""
    days = (end - start).days + 1
    if days <= 1:
        return "day"
    if days <= 6:
        return "days"
    if days <= 7:
        return "week"
    return "month" if days <= 31 else "year"
