"""Places and periods as the columns and codes that other data sets use (UCDP GED codebook)."""

from __future__ import annotations

from sijil.exports.table import Cell
from sijil.model.period import DATE_PREC, Period
from sijil.model.place import AREAS, WHERE_PREC, Place

WHERE = ("place_id", "place_name", "admin", "latitude", "longitude", "pcode", "where_prec")
WHEN = ("date_start", "date_end", "date_prec", "date_words")


def where(place: Place | None) -> tuple[Cell, ...]:
    """Columns of WHERE. An area has no position: its middle is where nothing happened."""
    if place is None:
        return ("",) * len(WHERE)
    lat, lon = point(place) or (None, None)
    return (place.id, place.name, " > ".join(place.admin), lat, lon, place.pcode, WHERE_PREC.get(place.precision))


def point(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude of a place that is none of AREAS and whose position is known."""
    if place is None or place.precision in AREAS or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def when(period: Period | None) -> tuple[Cell, ...]:
    """Columns of WHEN. What could not be resolved keeps its words and has no days and no code."""
    if period is None:
        return ("",) * len(WHEN)
    first, last = (day.isoformat() if day else "" for day in (period.start, period.end))
    return (first, last, DATE_PREC.get(period.precision), period.words)
