"""The order of the list of incidents, as its reader asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from sijil.model.incident import GRADES
from sijil.queries import IncidentView
from sijil.web.language import N_, Words

#: How each order is called, by its name in the address (asking.SORTS).
LABELS = Words({
    "day": N_("earliest first"), "latest": N_("latest first"), "size": N_("most people first"),
    "grade": N_("strongest grade first"), "new": N_("newest in the register first"),
})  # fmt: skip


def ordered(views: Sequence[IncidentView], sort: str) -> tuple[IncidentView, ...]:
    """The incidents, which come by day with undated ones last, in another order; within the same, they stay by day."""
    key = _KEYS.get(sort)
    return tuple(sorted(views, key=key)) if key else tuple(views)


def _latest(view: IncidentView) -> int:
    return 1 if view.day == date.max else -view.day.toordinal()


def _size(view: IncidentView) -> tuple[int, ...]:
    """The largest floor of any group, killed before injured before all else: floors are what is documented."""
    largest = dict.fromkeys(("killed", "casualties", "injured"), 0)
    for row in view.assessment.ranges:
        if row.measure in largest and row.measure != "strikes":
            largest[row.measure] = max(largest[row.measure], row.figure.low or 0)
    return tuple(-floor for floor in largest.values())


def _grade(view: IncidentView) -> int:
    return GRADES.index(view.assessment.grade)


def _new(view: IncidentView) -> float:
    """When the newest of its reports came into the register."""
    return -max((report.retrieved for report in view.reports), default=datetime.min).timestamp()


_KEYS: dict[str, Callable[[IncidentView], Any]] = {"latest": _latest, "size": _size, "grade": _grade, "new": _new}
