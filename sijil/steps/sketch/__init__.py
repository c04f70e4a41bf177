"""What of one report's text tells its copies and its story: its wording, wires that it is credited to, names, days."""

from __future__ import annotations

from sijil.model.report import Report, ReportInfo, Text
from sijil.model.sketch import Sketch
from sijil.steps.languages import told_days
from sijil.steps.sketch.credits import credits
from sijil.steps.sketch.stemmed import opening
from sijil.steps.sketch.story import ages, names
from sijil.steps.sketch.wording import shingles, signature
from sijil.steps.sketch.yearless import monthdays, weekdays


def sketch(report: Report, text: Text) -> Sketch:
    """The sketch of a report's title and main text: the same for the same text, on every machine."""
    runs = shingles(text)
    wires = tuple(dict.fromkeys(credit.wire for credit in credits(report, text)))
    told = (report.title, "\n".join(text.content[block.start : block.end] for block in text.blocks))
    return Sketch(
        shingles=signature(runs), wires=wires, size=len(runs),
        names=names(told), ages=ages(told), days=told_days(report, text), monthdays=monthdays(told),
        weekdays=weekdays(told), words=opening(told[1:]),
    )  # fmt: skip


def info_of(report: Report, text: Text) -> ReportInfo:
    """What later steps need to know of a report that no register keeps: its id is its `doc`."""
    return ReportInfo(
        report.doc, report.doc, report.source, report.title, report.published, report.lang, report.sha256,
        report.retrieved, report.retrieval, report.media, sketch(report, text),
    )  # fmt: skip
