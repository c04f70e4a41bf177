"""The Arabic language pack: from the main text of a report to drafts of its claims.

The order: sentences → scenes (places, times, voices, doers, attacks) → figures → fields → repeats → situations.
No parser or tagger of Arabic comes with any package: all reading is rules over words taken apart at their clitics
(rules/ar); a ranker trained on annotated reports chooses among what they offer (models/ranker-ar).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from sijil.model.report import Report, Text
from sijil.steps.languages.ar.seen import Seen, look, words_of_title
from sijil.steps.languages.ar.situations.choosing import chosen, clauses
from sijil.steps.reading.choice import Weights
from sijil.steps.reading.draft import UNREAD, Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.settling import settle

#: Less likely counts that no rule reads are no claims: "120 pupils were in the school" harms nobody.
SURE = 0.5


def read(report: Report, text: Text) -> tuple[Draft, ...]:
    """Drafts of all claims in text order; page furniture, headings and repeated headlines give none."""
    return decided(look(report, text), words_of_title(report.title), weights())


def decided(seen: Seen, title: frozenset[str], weights: Weights) -> tuple[Draft, ...]:
    """The drafts that stay, with all fields: figures, then situations. `title` are the words of the report's title."""
    settled = settle(fill(seen.counts, seen.scenes, weights), seen.scenes, title, weights)
    figures = _of_lists([d for d in settled if d.how != UNREAD or d.confidence >= SURE], seen)
    drafts = figures + fill(tuple(_situations(seen, figures, weights)), seen.scenes, weights)
    return tuple(replace(draft, report_day=seen.day) for draft in drafts)


def _of_lists(figures: Sequence[Draft], seen: Seen) -> tuple[Draft, ...]:
    """The figures, those of a list's items with the scope and the time of the whole that they are parts of."""
    listed = {(d.start, d.end) for d in seen.counts if d.part_of and seen.scenes[d.sentence].role == "item"}
    out: list[Draft] = []
    wholes: dict[str | None, Draft] = {}
    for draft in figures:
        whole = wholes.get(draft.measure)
        if whole is not None and (draft.start, draft.end) in listed:
            draft = replace(draft, part_of=True, scope=whole.scope, period=draft.period or whole.period)
        elif not draft.part_of:
            wholes[draft.measure] = draft
        out.append(draft)
    return tuple(out)


def _situations(seen: Seen, figures: Sequence[Draft], weights: Weights) -> Iterator[Draft]:
    """Claims without a figure, sentence by sentence, beside the figures that stand already."""
    for sentence, found, taken in clauses(seen, figures):
        yield from chosen(found, taken, (sentence, seen.scenes[sentence.index]), weights)


@cache
def weights() -> Weights:
    """The trained weights of the field ranker (models/ranker-ar tells how they were made)."""
    found: Weights = json.loads(files(__name__).joinpath("ranker.json").read_text(encoding="utf-8"))
    return found
