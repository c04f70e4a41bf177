"""The English language pack: from the main text of a report to drafts of its claims.

The order: sentences → scenes (places, times, voices, doers, attacks) → figures and situations → fields → repeats.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from sijil.model.report import Report, Text
from sijil.rules import load
from sijil.steps.languages.en.datelines import clock_of, dateline_of
from sijil.steps.languages.en.figures import figures
from sijil.steps.languages.en.marks import marks
from sijil.steps.languages.en.parse import Sentence, sentences
from sijil.steps.languages.en.scenes import scenes_of, words_of
from sijil.steps.languages.en.situations import situations
from sijil.steps.languages.en.situations.choosing import chosen
from sijil.steps.languages.en.situations.clause import extent
from sijil.steps.languages.en.situations.clauses import Candidate, candidates
from sijil.steps.languages.en.told import told as told
from sijil.steps.reading.choice import Weights
from sijil.steps.reading.draft import UNREAD, Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.opinions import Reader
from sijil.steps.reading.scene import Scene
from sijil.steps.reading.settling import settle
from sijil.steps.reading.trained.encoder import begun
from sijil.steps.reading.trained.reader import reader


def read(report: Report, text: Text) -> tuple[Draft, ...]:
    """Drafts of all claims in text order; page furniture, headings and repeated headlines give none."""
    begun(__name__)
    return decided(look(report, text, trained), words_of(report.title), weights())


def trained(text: Text, sentences: Sequence[Sentence], scenes: Sequence[Scene], counts: Sequence[Draft]) -> Reader:
    """The pack's trained reader (models/reader-en)."""
    return reader(__name__, text, scenes, marks(sentences, scenes, counts))


def decided(seen: Seen, title: frozenset[str], weights: Weights) -> tuple[Draft, ...]:
    """The drafts that stay, with all fields: figures, then situations. `title` are the words of the report's title."""
    settled = settle(fill(seen.counts, seen.scenes, weights), seen.scenes, title, weights)
    figures = tuple(_quoted(draft, seen.sentences[draft.sentence]) for draft in settled)
    told = tuple(_situations(seen, figures, weights))
    drafts = figures + fill(seen.reader.mentions(told), seen.scenes, weights)
    return tuple(replace(draft, report_day=seen.day) for draft in drafts)


def _quoted(draft: Draft, sentence: Sentence) -> Draft:
    """A figure whose quote is a bare number or noun, quoted with the clause that it stands in."""
    count = sentence.token_at(draft.anchor)
    if draft.how != UNREAD or count is None or len(sentence.between(draft.start, draft.end).split()) > 2:
        return draft
    verb = next((t for t in count.ancestors if t.pos_ in ("VERB", "AUX")), count.sent.root)
    start, end = sentence.span(*extent(verb))
    return replace(draft, start=min(start, draft.start), end=max(end, draft.end))


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to decide on in a report: sentences and scenes, counts with the reader's opinions, its day."""

    sentences: tuple[Sentence, ...]
    scenes: tuple[Scene, ...]
    counts: tuple[Draft, ...]
    reader: Reader
    day: date | None = None


ReaderOf = Callable[[Text, Sequence[Sentence], Sequence[Scene], Sequence[Draft]], Reader]


def look(report: Report, text: Text, reader_of: ReaderOf) -> Seen:
    """The report parsed, its scenes and its counts, before anything is decided."""
    found = sentences(text)
    clock = clock_of(text.content, report.published, report.source)
    scenes = scenes_of(found, clock, dateline_of(text.content, clock))
    counts = tuple(_figures(found))
    reader = reader_of(text, found, scenes, counts)
    return Seen(found, scenes, reader.mentions(reader.counts(counts)), reader, clock.limit)


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


def _situations(seen: Seen, figures: Sequence[Draft], weights: Weights) -> Iterator[Draft]:
    """Claims without a figure, sentence by sentence, beside the figures that stand already."""
    for sentence, found, taken in clauses(seen, figures):
        told = chosen(found, taken, (sentence, seen.scenes[sentence.index]), weights)
        yield from (d for d in told if not any(_same(d, t) for t in taken))


def clauses(
    seen: Seen, figures: Sequence[Draft]
) -> Iterator[tuple[Sentence, tuple[Candidate, ...], tuple[Draft, ...]]]:
    """(sentence, its clauses with the reader's opinions, its figures) of body and list items.

    The reader is asked once for the whole report: sentence by sentence its matrices are too small to be quick.
    """
    told: list[tuple[Sentence, tuple[Candidate, ...], tuple[Draft, ...]]] = []
    for sentence in seen.sentences:
        if sentence.block.role in ("body", "item"):
            taken = tuple(d for d in figures if d.sentence == sentence.index)
            told.append(
                (sentence, candidates(sentence, situations(sentence, seen.scenes[sentence.index], taken)), taken)
            )
    opinions = iter(seen.reader.clauses([c.draft for _, found, _ in told for c in found]))
    for sentence, found, taken in told:
        yield sentence, tuple(replace(c, draft=next(opinions)) for c in found), taken


def _same(draft: Draft, figure: Draft) -> bool:
    """Whether a situation only repeats a figure of its kind ("seized two settlements")."""
    return draft.kind == figure.kind and draft.start < figure.end and figure.start < draft.end


@cache
def weights() -> Weights:
    """The trained weights of the field ranker (models/ranker-en tells how they were made)."""
    found: Weights = json.loads(files(__name__).joinpath("ranker.json").read_text(encoding="utf-8"))
    return found
