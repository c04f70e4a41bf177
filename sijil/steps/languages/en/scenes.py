"""Scenes: what each sentence says of where, when, who and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.actors import doers
from sijil.steps.languages.en.anchored import anchored
from sijil.steps.languages.en.attacks import attack_words
from sijil.steps.languages.en.dating import whens
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.placenames import spots
from sijil.steps.languages.en.speakers import voices
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Scene, When

# Openings that turn to another event.
_TURN = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|in (?:a separate|another|other)|in the meantime|earlier this"
    r"|last (?:week|month|year)|also (?:on|in)|on the other hand|in related)\b",
    re.I,
)


def scenes_of(sentences: Sequence[Sentence], clock: Clock, dateline: When | None) -> tuple[Scene, ...]:
    """One scene a sentence, in order; `Scene.index` equals the sentence's index. `dateline` dates only the report."""
    return anchored([_scene(s, clock, dateline) for s in sentences], sentences, clock)


def _scene(s: Sentence, clock: Clock, dateline: When | None) -> Scene:
    cues = cues_of(s.text)
    return Scene(
        index=s.index, start=s.start, end=s.end, block=s.block.start, role=s.block.role,
        spots=spots(s), whens=whens(s, clock, dateline), voices=voices(s), doers=doers(s),
        attacks=attack_words(s), turns=_TURN.match(s.text) is not None, words=words_of(s.text), cues=cues,
        goes_on=_going_on().match(s.text) is not None,
        points_back=not cues.isdisjoint(load("en/cues")["pointing"]),
    )  # fmt: skip


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, without those of one or two letters."""
    return frozenset(re.findall(r"\w{3,}", text.lower()))


def cues_of(text: str) -> frozenset[str]:
    """The cue words (rules/en/cues.toml) that stand in a sentence."""
    return frozenset(m.lower() for m in _cues().findall(text))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load('en/cues')['words'])})\b", re.I)


@cache
def _going_on() -> re.Pattern[str]:
    rules = load("en/cues")
    events = rf"(?:these|those) (?:\w+ )?(?:{one_of(rules['events'])})"
    return re.compile(rf"\W*(?:(?:{one_of(rules['adding'])}),? )?(?:{events}|{one_of(rules['going_on'])})\b", re.I)
