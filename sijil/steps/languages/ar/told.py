"""The single days that an Arabic text tells, to find reports of one story, and periods in a person's words."""

from __future__ import annotations

from datetime import date

from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.steps.languages.ar.datelines import clock_of
from sijil.steps.languages.ar.periods import periods


def told(report: Report, text: Text) -> tuple[date, ...]:
    """The days that title and main text name or count, each once, in order; none to come."""
    clock = clock_of(text.content, report.published, report.source)
    parts = (report.title, *(text.content[block.start : block.end] for block in text.blocks))
    found = (when for part in parts for when in periods(part, clock))
    return tuple(sorted({w.period.start for w in found if w.period.start and w.days == 1 and not w.ahead}))


def period(words: str, report: Report, text: Text) -> Period | None:
    """The period that words of time mean in a report: the first that they name, one with known days before others."""
    found = [when.period for when in periods(words, clock_of(text.content, report.published, report.source))]
    return next((one for one in found if one.known), found[0] if found else None)
