"""Scenes: what each sentence says of where, when, who and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijil.steps.languages.ar.actors import doers_of
from sijil.steps.languages.ar.anchored import anchored
from sijil.steps.languages.ar.attacks import attacks_of
from sijil.steps.languages.ar.cues import cues_of, goes_on, parting, points_back, turns
from sijil.steps.languages.ar.days import whens
from sijil.steps.languages.ar.placenames import spots
from sijil.steps.languages.ar.speakers import voices
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Doer, Scene, When

#: How many commas a word parts like that turns to something else.
_TURN = 3


def scenes_of(sentences: Sequence[Sentence], clock: Clock, dateline: When | None) -> tuple[Scene, ...]:
    """One scene a sentence, in order; `Scene.index` equals the sentence's index. `dateline` dates only the report."""
    told = zip(sentences, attacks_of(sentences), doers_of(sentences), strict=True)
    found = [_scene(s, clock, dateline, attacks, doers) for s, attacks, doers in told]
    return anchored(found, sentences, clock)


def _scene(
    s: Sentence, clock: Clock, dateline: When | None, attacks: tuple[tuple[int, str], ...], doers: tuple[Doer, ...]
) -> Scene:
    cues = cues_of(s)
    return Scene(
        index=s.index, start=s.start, end=s.end, block=s.block.start, role=s.block.role,
        spots=spots(s), whens=whens(s, clock, dateline), voices=voices(s), doers=doers, attacks=attacks,
        turns=turns(s), words=frozenset(w.key for w in s.words if len(w.key) > 2), cues=cues, goes_on=goes_on(s),
        points_back=points_back(s), breaks=tuple(_breaks(s)),
    )  # fmt: skip


def _breaks(s: Sentence) -> Iterator[int]:
    """Where the clauses of a sentence part: at commas and some words; thrice at a turn to something else ("كما")."""
    for word in s.words[1:]:
        if word.key in parting("turning"):
            yield from (word.start,) * _TURN
        elif word.key in parting("parting") or any(mark in word.gap for mark in "،,؛;:–"):
            yield word.start
