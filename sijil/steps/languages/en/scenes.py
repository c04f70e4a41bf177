"""Scenes: what each sentence says of where, when, who and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sijil.model.period import Period, precision_of
from sijil.rules import load
from sijil.steps.languages.en.actors import doers
from sijil.steps.languages.en.attacks import attack_words
from sijil.steps.languages.en.days import Clock
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.periods import in_sentence
from sijil.steps.languages.en.placenames import spots
from sijil.steps.languages.en.speakers import voices
from sijil.steps.languages.en.words import one_of
from sijil.steps.reading.scene import Scene, When

# Openings that turn to another event.
_TURN = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|in (?:a separate|another|other)|in the meantime|earlier this"
    r"|last (?:week|month|year)|also (?:on|in)|on the other hand|in related)\b",
    re.I,
)


def scenes_of(sentences: Sequence[Sentence], clock: Clock, dateline: When | None) -> tuple[Scene, ...]:
    """One scene a sentence, in order; `Scene.index` equals the sentence's index. `dateline` dates only the report."""
    return _since_then(tuple(_scene(s, clock, dateline) for s in sentences), clock)


def _scene(s: Sentence, clock: Clock, dateline: When | None) -> Scene:
    cues = cues_of(s.text)
    return Scene(
        index=s.index, start=s.start, end=s.end, block=s.block.start, role=s.block.role,
        spots=spots(s), whens=in_sentence(s.text, clock, s.start, dateline), voices=voices(s), doers=doers(s),
        attacks=attack_words(s), turns=_TURN.match(s.text) is not None, words=words_of(s.text), cues=cues,
        goes_on=_going_on().match(s.text) is not None,
        points_back=not cues.isdisjoint(load("en/cues")["pointing"]),
    )  # fmt: skip


def _since_then(scenes: tuple[Scene, ...], clock: Clock) -> tuple[Scene, ...]:
    """ "Since then" begins with the last time told before it and runs up to the report."""
    out: list[Scene] = []
    last: When | None = None
    for scene in scenes:
        known = [w for w in scene.whens if w.period.start and not w.of_report]
        if "since then" in scene.cues and last and not known:
            scene = _from(last.period, scene, clock)
        last = known[-1] if known else last
        out.append(scene)
    return tuple(out)


def _from(begun: Period, scene: Scene, clock: Clock) -> Scene:
    """The scene with the span from `begun` to the report as its only time, where both days are known."""
    if not begun.start or not clock.base or begun.start > clock.base:
        return scene
    precision = precision_of(begun.start, clock.base)
    period = Period(begun.start, clock.base, precision, f"since then ({begun.words})")
    return replace(scene, whens=(When(scene.start, scene.start + 10, period, True, age=0),))


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
