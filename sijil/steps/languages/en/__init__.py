"""The English language pack: from the main text of a report to drafts of its claims.

The order: sentences → scenes (places, times, voices, doers, attacks) → figures and situations → fields → repeats.
"""

from __future__ import annotations

from sijil.model.report import Report, Text
from sijil.steps.claims.draft import Draft
from sijil.steps.claims.fields import fill
from sijil.steps.languages.en.figures import figures
from sijil.steps.languages.en.parse import sentences
from sijil.steps.languages.en.periods import clock_of
from sijil.steps.languages.en.scenes import scenes_of


def read(report: Report, text: Text) -> tuple[Draft, ...]:
    """Drafts of all claims in text order; page furniture, headings and repeated headlines give none."""
    found = sentences(text)
    scenes = scenes_of(found, clock_of(text.content, report.published))
    drafts = [d for s in found if s.block.role in ("body", "item") for d in figures(s)]
    return fill(drafts, scenes)
