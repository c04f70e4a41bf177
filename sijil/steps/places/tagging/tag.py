"""A text in, its toponyms with their positions out. Needs no register and keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sijil.errors import BadReport
from sijil.model.place import Precision
from sijil.model.report import Report
from sijil.steps.languages import language_of, pack_of, packs, stated
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.mention import Known
from sijil.steps.places.tagging.positions import positions
from sijil.steps.places.tagging.renown import renown


@dataclass(frozen=True, slots=True)
class Toponym:
    """`name` as it stands at [start, end) of the text, in characters. lat/lon are WGS 84 degrees, for an area those of
    its middle; None, with precision "unknown", where the gazetteer has no such place."""

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    precision: Precision


def tag(report: Report, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms of a report's whole text in order, none over another.

    Raises BadReport where no language pack finds names in its language (told by `lang`, else by its letters).
    """
    text = report.content
    lang = stated(report.lang) if report.lang else language_of(text)
    find = pack_of(lang).find
    if find is None:
        advice = f"give texts in: {', '.join(pack.code for pack in packs() if pack.find)}"
        raise BadReport(report.doc, f"no language pack finds places in {lang!r}", advice)
    mentions = find(text, _known(gazetteer))
    return tuple(
        Toponym(mention.start, mention.end, text[mention.start : mention.end], at.lat, at.lon, at.precision)
        for mention, at in zip(mentions, positions(mentions, gazetteer), strict=True)
    )


@lru_cache(maxsize=2)
def _known(gazetteer: Gazetteer) -> Known:
    """One memory of names for all texts."""
    return renown(gazetteer)
