"""Marks on the text that the trained reader sees beside the words: what the rules take each stretch for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijil.steps.languages.en.harm import any_measure
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.words import words
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene
from sijil.steps.reading.trained.labels import MARKS, Mark

_COLUMN = {name: i for i, name in enumerate(MARKS)}


def marks(sentences: Sequence[Sentence], scenes: Sequence[Scene], counts: Sequence[Draft]) -> list[Mark]:
    """All marks of a report; they may overlap."""
    out = [(a, b, name) for s, scene in zip(sentences, scenes, strict=True) for a, b, name in _of(s, scene)]
    out += [(d.start, d.end, "fig" if d.numbered else "people") for d in counts]
    return [(a, b, _COLUMN[name]) for a, b, name in out if b > a]


def _of(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, str]]:
    if scene.role not in ("body", "item"):
        yield scene.start, scene.end, "head"
    for spot in scene.spots:
        if spot.name.lower() in words("placewords", "areas", "words"):
            continue  # offered since the network was trained: a mark that it never saw there would only disturb it
        yield spot.start, spot.end, f"spot{spot.level}"
        if not spot.of_event:
            yield spot.start, spot.end, "spot-not"
    for when in scene.whens:
        yield when.start, when.end, "when-report" if when.of_report else "when"
    for doer in scene.doers:
        yield doer.start, doer.end, "doer"
    for voice in scene.voices:
        yield *voice.subject, "voice"
        yield voice.verb_at, voice.verb_at + 1, "saying"
    for at, _ in scene.attacks:
        yield at, at + 1, "attack"
    yield from _harm(sentence)


def _harm(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for token in sentence.tokens:
        if measure := any_measure(token):
            yield *sentence.span(token, token), f"harm-{measure}"
