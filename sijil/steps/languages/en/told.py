"""The single days that an English text tells, without a parse: for telling which reports are of one story."""

from __future__ import annotations

from datetime import date

from sijil.model.report import Report, Text
from sijil.steps.languages.en.datelines import clock_of
from sijil.steps.languages.en.periods import periods


def told(report: Report, text: Text) -> tuple[date, ...]:
    """The days that title and main text name or count, each once, in order; none to come."""
    clock = clock_of(text.content, report.published, report.source)
    parts = (report.title, *(text.content[block.start : block.end] for block in text.blocks))
    found = (when for part in parts for when in periods(part, clock))
    return tuple(sorted({w.period.start for w in found if w.period.start and w.days == 1 and not w.ahead}))
