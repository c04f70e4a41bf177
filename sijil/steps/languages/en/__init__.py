"""The English language pack: from the main text of a report to drafts of its claims.

The order: sentences → scenes (places, times, voices, doers, attacks) → figures and situations → fields → repeats.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from sijil.model.report import Report, Text
from sijil.rules import load
from sijil.steps.languages.en.datelines import clock_of, dateline_of
from sijil.steps.languages.en.figures import figures
from sijil.steps.languages.en.parse import Sentence, sentences
from sijil.steps.languages.en.scenes import scenes_of, words_of
from sijil.steps.languages.en.situations import situations
from sijil.steps.reading.choice import Weights
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.scene import Scene
from sijil.steps.reading.settling import settle


def read(report: Report, text: Text) -> tuple[Draft, ...]:
    """Drafts of all claims in text order; page furniture, headings and repeated headlines give none."""
    found, scenes = _parsed(report, text)
    drafts = settle(fill(tuple(_figures(found)), scenes, weights()), scenes, words_of(report.title), weights())
    return drafts + fill(tuple(_situations(found, scenes, drafts)), scenes, weights())


def figures_and_scenes(report: Report, text: Text) -> tuple[tuple[Draft, ...], tuple[Scene, ...]]:
    """The figures of the body before their fields are filled, and the scenes of all sentences."""
    found, scenes = _parsed(report, text)
    return tuple(_figures(found)), scenes


def _parsed(report: Report, text: Text) -> tuple[tuple[Sentence, ...], tuple[Scene, ...]]:
    """The sentences of the main text and a scene for each."""
    found = sentences(text)
    return found, scenes_of(found, clock_of(text.content, report.published), dateline_of(text.content))


def _figures(found: Sequence[Sentence]) -> Iterator[Draft]:
    """Figures of body and list items; a list takes its measure from the sentence that announces it with a colon."""
    listed: str | None = None
    last: str | None = None
    for sentence in found:
        if sentence.block.role != "item":
            listed = None
        if sentence.block.role not in ("body", "item"):
            continue
        for draft in figures(sentence, listed):
            last = draft.measure if draft.kind == "casualty" else last
            yield draft
        if sentence.text.rstrip().endswith(":"):
            listed = _announced(sentence.text) or last


def _announced(text: str) -> str | None:
    """The measure that the sentence before a list names."""
    announcing = load("en/figures")["announcing"]
    return next((m for m, names in announcing.items() if any(n in text.lower() for n in names)), None)


def _situations(found: Sequence[Sentence], scenes: Sequence[Scene], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Claims without a figure, sentence by sentence, beside the figures that stand already."""
    for sentence in found:
        if sentence.block.role in ("body", "item"):
            taken = [d for d in drafts if d.sentence == sentence.index]
            told = situations(sentence, scenes[sentence.index], taken)
            yield from (d for d in told if not any(_same(d, t) for t in taken))


def _same(draft: Draft, figure: Draft) -> bool:
    """Whether a situation only repeats a figure of its kind ("seized two settlements")."""
    return draft.kind == figure.kind and draft.start < figure.end and figure.start < draft.end


@cache
def weights() -> Weights:
    """The trained weights of the field ranker (models/ranker-en tells how they were made)."""
    found: Weights = json.loads(files(__name__).joinpath("ranker.json").read_text(encoding="utf-8"))
    return found
