"""What of one report's text tells its copies: a signature of its wording, and the wires that it is credited to."""

from __future__ import annotations

from sijil.model.report import Report, Text
from sijil.model.sketch import Sketch
from sijil.steps.sketch.credits import credits
from sijil.steps.sketch.wording import shingles, signature


def sketch(report: Report, text: Text) -> Sketch:
    """The sketch of a report's main text: the same for the same text, on every machine."""
    runs = shingles(text)
    wires = tuple(dict.fromkeys(credit.wire for credit in credits(report, text)))
    return Sketch(shingles=signature(runs), wires=wires, size=len(runs))
