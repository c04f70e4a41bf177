"""What the listings show by place: displacement over time, sieges, and who is said to hold it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sijil.cli.cells import Words, via
from sijil.cli.output import days, figure
from sijil.model.ledger import AccessPlace, ControlPlace, ControlRow, DisplacementSeries
from sijil.steps.tally.control import act_words

DISPLACEMENT = ("place", "of", "when", "recommended", "because", "beside it", "than before")
ACCESS = ("place", "besieged since", "by", "last told", "lifted", "first", "last", "lasting", "eased")
CONTROL = ("place", "said of it, in order of time", "speakers")


def displacement(row: DisplacementSeries, _: Words) -> Iterator[tuple[str, ...]]:
    """Cells of DISPLACEMENT, a line for each time."""
    need = ["in need"] if row.subject == "in need" else []
    kind = " ".join([row.nature, row.term, *need, row.unit])
    for point in row.points:
        beside = ", ".join(claim for claim, _ in point.triangulation) or "none"
        told = f"{figure(point.figure)} by {via(point.speaker)} ({point.recommended})"
        yield (row.place or "no place", kind, days(point.since, point.until), told, point.why, beside, point.trend)


def access(row: AccessPlace, _: Words) -> Iterator[tuple[str, ...]]:
    """Cells of ACCESS, one line."""
    siege = row.siege
    told = (day(siege.since), ", ".join(siege.by), day(siege.last), day(siege.lifted)) if siege else ("",) * 4
    yield (row.place or "no place", *told, day(row.first), day(row.last), "; ".join(row.lasting), "; ".join(row.eased))


def control(row: ControlPlace, _: Words) -> Iterator[tuple[str, ...]]:
    """Cells of CONTROL, one line."""
    told = "; ".join(f"{one.holder} {act_words(one.act)} it ({_since(one)})" for one in row.rows)
    yield (row.place or "no place", told, "disagree" if row.contested else "")


def _since(row: ControlRow) -> str:
    when = f"since {row.first}" if row.first else f"said {row.said or 'on a day unknown'}"
    return f"{when}, by {', '.join(row.speakers)}"


def day(value: date | None) -> str:
    """A day, or that nobody tells one."""
    return str(value or "not told")
