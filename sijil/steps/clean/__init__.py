"""The main text of a report: paragraphs, each character with its origin; page furniture left out."""

from sijil.model.report import Report, Text
from sijil.steps.clean import page, pasted


def clean(report: Report) -> Text:
    """The main text of a report. A page without any comes out as a text without blocks."""
    if report.media == "text/html":
        return page.main_text(report)
    return Text(report.content, pasted.blocks(report.content, report.title))
