"""A reader of one report: the opinions of the trained network on counts, mentions and clauses."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijil.model.report import Text
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.opinions import NoReader, Reader
from sijil.steps.reading.options.voices import words_at
from sijil.steps.reading.scene import Scene
from sijil.steps.reading.trained.encoder import Encoded, encoder, tables
from sijil.steps.reading.trained.heads import Heads, log_sigmoid, log_softmax
from sijil.steps.reading.trained.labels import ATTACKS, GROUPS, KINDS, SITUATIONS, Mark, distance, read_rows

Array = NDArray[Any]
Place = tuple[int, int]


def reader(package: str, text: Text, scenes: Sequence[Scene], marks: Sequence[Mark]) -> Reader:
    """The trained reader of a language pack, after reading the report with the marks of the pack's rules."""
    encoded = encoder(package).encode(text.content, marks) if scenes else None
    if encoded is None:
        return NoReader()
    heads = Heads(tables(package))
    at = np.array([encoded.pieces(s.start, s.end) for s in scenes])
    return TrainedReader(encoded, heads, heads.sentences(encoded.sums, at), _offered(encoded, heads, scenes))


@dataclass(frozen=True, slots=True)
class Offered:
    """The mentions of one field: their places in the text, their first pieces, their sentences, their vectors."""

    places: list[Place]
    firsts: Array
    sentences: Array
    vectors: Array


def mentions_of(scenes: Sequence[Scene]) -> dict[str, list[tuple[Place, int]]]:
    """Field → (place in the text, index of the sentence) of all mentions that may fill it, each place once."""
    found: dict[str, dict[Place, int]] = {"place": {}, "dates": {}, "actor": {}, "speaker": {}}
    for scene in scenes:
        for spot in scene.spots:
            found["place"].setdefault((spot.start, spot.end), scene.index)
        for when in scene.whens:
            found["dates"].setdefault((when.start, when.end), scene.index)
        for doer in scene.doers:
            found["actor"].setdefault((doer.start, doer.end), scene.index)
        for voice in scene.voices:
            found["speaker"].setdefault(words_at(voice), scene.index)
    return {field: list(places.items()) for field, places in found.items()}


def _offered(encoded: Encoded, heads: Heads, scenes: Sequence[Scene]) -> dict[str, Offered]:
    out = {}
    for field, found in mentions_of(scenes).items():
        at = np.array([encoded.pieces(*place) for place, _ in found], dtype=np.int64).reshape(-1, 2)
        vectors = heads.linear("m", heads.spans(encoded.vectors, encoded.sums, at))
        out[field] = Offered([p for p, _ in found], at[:, 0], np.array([s for _, s in found], dtype=np.int64), vectors)
    return out


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """Implements Reader (steps/reading/opinions.py); `sentences` has a row a scene."""

    encoded: Encoded
    heads: Heads
    sentences: Array
    offered: Mapping[str, Offered]

    def counts(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Opinions on what the counts are, whose, of what scope, as parts, and by what attack."""
        if not drafts:
            return ()
        x = self.heads.counts(*self._about(drafts), np.array([read_rows(d) for d in drafts]))
        keep = self.heads.linear("keep", x)[:, 0]
        answers = {f: log_softmax(self.heads.linear(f, x)) for f in ("kind", "group", "scope", "part", "attack")}
        return tuple(
            replace(d, told={**d.told, **_opinions(float(keep[i]), {f: a[i] for f, a in answers.items()})})
            for i, d in enumerate(drafts)
        )

    def mentions(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Opinions on which mention fills place, dates, actor and speaker."""
        if not drafts:
            return ()
        asked = self.heads.linear("q", np.concatenate(self._about(drafts), 1))
        return tuple(replace(d, told={**d.told, **self._fields(d, asked[i])}) for i, d in enumerate(drafts))

    def _fields(self, draft: Draft, asked: Array) -> dict[str, dict[Hashable, float]]:
        first = self.encoded.pieces(draft.start, draft.end)[0]
        out: dict[str, dict[Hashable, float]] = {}
        for field, offered in self.offered.items():
            steps = distance(offered.sentences - draft.sentence, offered.firsts - first)
            scores = self.heads.pairs(field, asked, offered.vectors, steps)
            out[field] = {p: float(s) for p, s in zip([*offered.places, None], scores, strict=True)}
        return out

    def clauses(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Opinions on the kind of situation that clauses tell."""
        if not drafts:
            return ()
        at = [self.encoded.pieces(d.anchor, d.anchor + 1) for d in drafts]
        stretches, sentences = self._about(drafts)
        words = self.heads.spans(self.encoded.vectors, self.encoded.sums, np.array(at))
        kinds = self.heads.clauses(words, stretches, sentences)
        return tuple(
            replace(d, told={"kind": {k: float(s) for k, s in zip(SITUATIONS, kinds[i], strict=True)}})
            for i, d in enumerate(drafts)
        )

    def _about(self, drafts: Sequence[Draft]) -> tuple[Array, Array]:
        """The drafts' stretches, and their sentences."""
        at = np.array([self.encoded.pieces(d.start, d.end) for d in drafts])
        spans = self.heads.spans(self.encoded.vectors, self.encoded.sums, at)
        return spans, self.sentences[[d.sentence for d in drafts]]


def _opinions(keep: float, answers: Mapping[str, Array]) -> dict[str, dict[Hashable, float]]:
    """Field → answer → log-probability; a count that is no claim is the answer None of "what"."""
    named: Callable[[str, Sequence[Hashable]], dict[Hashable, float]] = lambda f, names: {  # noqa: E731
        n: float(s) for n, s in zip(names, answers[f], strict=True)
    }
    yes = log_sigmoid(keep)
    what = {name: yes + s for name, s in named("kind", KINDS).items()}
    return {
        "what": {None: log_sigmoid(-keep), **what},
        "group": named("group", GROUPS),
        "scope": named("scope", ("incident", "total")),
        "part": named("part", ("whole", "part")),
        "attack": named("attack", ATTACKS),
    }
