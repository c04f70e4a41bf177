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
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.periods import Clock, in_sentence
from sijil.steps.languages.en.placenames import spots
from sijil.steps.languages.en.speakers import voices
from sijil.steps.reading.scene import Scene, When

_TURN = re.compile(r"^\W*(?:meanwhile|elsewhere|separately|in (?:a separate|another|other)|in the meantime|earlier this|last (?:week|month|year)|also (?:on|in)|on the other hand|in related)\b", re.I)


def scenes_of(sentences: Sequence[Sentence], clock: Clock, dateline: When | None) -> tuple[Scene, ...]:
    """One scene a sentence, in order; `Scene.index` equals the sentence's index. `dateline` dates only the report."""
    return since_then(tuple(
        Scene(
            s.index, s.start, s.end, s.block.start, s.block.role, spots(s), in_sentence(s.text, clock, s.start, dateline),
            voices(s), doers(s), attack_words(s), _TURN.match(s.text) is not None, words_of(s.text), cues_of(s.text),
        )
        for s in sentences
    ), clock)  # fmt: skip


def since_then(scenes: tuple[Scene, ...], clock: Clock) -> tuple[Scene, ...]:
    """"Since then" begins with the last time told before it and runs up to the report."""
    out: list[Scene] = []
    last: When | None = None
    for scene in scenes:
        known = [w for w in scene.whens if w.period.start and not w.of_report]
        at = next((c for c in scene.cues if c == "since then"), None)
        if at and last and last.period.start and clock.base and last.period.start <= clock.base and not known:
            period = Period(last.period.start, clock.base, precision_of(last.period.start, clock.base), f"since then ({last.period.words})")
            scene = replace(scene, whens=(When(scene.start, scene.start + 10, period, True, age=0),))
        last = known[-1] if known else last
        out.append(scene)
    return tuple(out)


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, without those of one or two letters."""
    return frozenset(re.findall(r"\w{3,}", text.lower()))


def cues_of(text: str) -> frozenset[str]:
    """The cue words (rules/en/cues.toml) that stand in a sentence."""
    return frozenset(m.lower() for m in _cues().findall(text))


@cache
def _cues() -> re.Pattern[str]:
    words = sorted(load("en/cues")["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)
