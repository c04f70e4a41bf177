"""A number as a report gives it: with bounds, either of which may be open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["persons", "households", "percent"]


@dataclass(frozen=True, slots=True)
class Figure:
    """`low` and `high` are inclusive; None means open. `approx` marks "about", "nearly", "some".

    An upper bound is never invented ("at least 84" has high None), nor a lower one ("up to 40" has low None).
    """

    low: int | None
    high: int | None
    approx: bool = False
    unit: Unit = "persons"

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"figure's low {self.low} is above its high {self.high}")

    @property
    def exact(self) -> bool:
        """Whether the words give one number and nothing else."""
        return self.low is not None and self.low == self.high and not self.approx

    @property
    def single(self) -> bool:
        """Whether what is counted stands in the singular after it: "1", "at least 1", "up to 1"."""
        return {self.low, self.high} in ({1}, {1, None})

    def words(self) -> str:
        """The bounds in English words, for reasons and tables: "5", "at least 84", "up to 40", "about 350,000"."""
        if self.low is None and self.high is None:
            return "no number"
        if self.low is None:
            return f"up to {self.high:,}"
        if self.high is None:
            return f"at least {self.low:,}"
        number = f"{self.low:,}" if self.low == self.high else f"{self.low:,}-{self.high:,}"
        return f"about {number}" if self.approx else number
