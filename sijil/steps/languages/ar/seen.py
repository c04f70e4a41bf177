"""What there is to decide on in an Arabic report: its sentences and scenes, and all counts in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sijil.model.figure import Figure
from sijil.model.report import Report, Text
from sijil.rules import load
from sijil.steps.languages.ar.datelines import clock_of, dateline_of
from sijil.steps.languages.ar.figures import figures
from sijil.steps.languages.ar.people import noun_at
from sijil.steps.languages.ar.scenes import scenes_of
from sijil.steps.languages.ar.situations.counts import counted
from sijil.steps.languages.ar.text import Sentence, fold, sentences, wordset
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene


@dataclass(frozen=True, slots=True)
class Seen:
    """A report before anything is decided. `counts` are drafts of figures, `day` that of the report."""

    sentences: tuple[Sentence, ...]
    scenes: tuple[Scene, ...]
    counts: tuple[Draft, ...]
    day: date | None = None


def look(report: Report, text: Text) -> Seen:
    """The report in sentences, its scenes and its counts."""
    found = sentences(text)
    clock = clock_of(text.content, report.published, report.source)
    scenes = scenes_of(found, clock, dateline_of(text.content, clock))
    counts = _agreed(tuple(_figures(found)), found)
    return Seen(found, tuple(_without_victims(scene, counts) for scene in scenes), counts, clock.limit)


def _without_victims(scene: Scene, counts: Sequence[Draft]) -> Scene:
    """The scene without doers whose words are those harmed ("قتلت خمسة جنود إسرائيليين"), and, in an item of a list,
    without a speaker before a colon: "قوات النظام: 18 قتيلاً" tells who did it."""
    ends = [d.end for d in counts if d.sentence == scene.index and d.kind == "casualty" and d.measure]
    doers = tuple(d for d in scene.doers if not any(d.start < end <= d.end for end in ends))
    voices = tuple(v for v in scene.voices if v.verb != "colon") if scene.role == "item" else scene.voices
    return replace(scene, doers=doers, voices=voices)


def _figures(found: Sequence[Sentence]) -> Iterator[Draft]:
    """Figures of body and list items; a list takes its measure from the line that announces it."""
    listed: str | None = None
    last: str | None = None
    whole = False
    for sentence in found:
        if sentence.block.role not in ("body", "item"):
            listed = _announced(sentence)
            continue
        if sentence.block.role != "item" and len(sentence.words) > _LINE:
            listed = None
        told = figures(sentence, listed)
        if listed and whole and sentence.block.role == "item":
            told = tuple(replace(d, part_of=True) if d.measure == listed else d for d in told)
        last = next((d.measure for d in reversed(told) if d.measure and d.kind == "casualty"), last)
        yield from told
        yield from (c for c in counted(sentence) if not any(_over(c, d) for d in told))
        if sentence.text.rstrip().endswith((":", "：")) and len(sentence.words) > 1:
            listed = _announced(sentence) or last
            whole = listed is not None and last == listed


def _over(count: Draft, casualty: Draft) -> bool:
    """Whether a count is the casualty's own number."""
    return count.figure == casualty.figure and count.start < casualty.end and casualty.start < count.end


#: Words of a line that may be an item of a list without a mark.
_LINE = 12


def _announced(sentence: Sentence) -> str | None:
    """The measure that a line before a list names: "الشهداء:", "أسماء الجرحى"."""
    if len(sentence.words) > _LINE or not sentence.text.rstrip().endswith((":", "：")):
        return None
    stems = {stem for word in sentence.words for stem in word.stems}
    measures = load("ar/harm")["announcing"]
    return next((m for m in measures if not wordset("harm", "announcing", m).isdisjoint(stems)), None)


def _agreed(drafts: Sequence[Draft], found: Sequence[Sentence]) -> tuple[Draft, ...]:
    """A form that may be two or many is two where the report tells two of the same people elsewhere."""
    two = Figure(2, 2)
    pairs = {(d.measure, d.noun) for d in drafts if d.figure == two and d.noun}
    return tuple(
        replace(d, figure=two, numbered=True)
        if (d.measure, d.noun) in pairs and d.figure == Figure(1, None) and _two_or_many(d, found[d.sentence])
        else d
        for d in drafts
    )


def _two_or_many(draft: Draft, sentence: Sentence) -> bool:
    named = noun_at(sentence.words, sentence.at(draft.end - 1))
    return named is not None and named.noun.count == "two or many"


def words_of_title(title: str) -> frozenset[str]:
    """The folded words of a title, without those of one or two letters."""
    return frozenset(word for word in fold(title).split() if len(word) > 2)
