"""Scenes: what each sentence says of where, when, who and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.claims.scene import Scene
from sijil.steps.languages.en.actors import doers
from sijil.steps.languages.en.attacks import attack_words
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.periods import Clock, in_sentence
from sijil.steps.languages.en.placenames import spots
from sijil.steps.languages.en.speakers import voices

_TURN = re.compile(r"^\W*(?:meanwhile|elsewhere|separately|in (?:a separate|another|other)|in the meantime|earlier this|last (?:week|month|year)|also (?:on|in)|on the other hand|in related)\b", re.I)


def scenes_of(sentences: Sequence[Sentence], clock: Clock) -> tuple[Scene, ...]:
    """One scene a sentence, in order; `Scene.index` equals the sentence's index."""
    return tuple(
        Scene(
            s.index, s.start, s.end, s.block.start, s.block.role, spots(s), in_sentence(s.text, clock, s.start),
            voices(s), doers(s), attack_words(s), _TURN.match(s.text) is not None, cues_of(s.text),
        )
        for s in sentences
    )  # fmt: skip


def cues_of(text: str) -> frozenset[str]:
    """The cue words (rules/en/cues.toml) that stand in a sentence."""
    return frozenset(m.lower() for m in _cues().findall(text))


@cache
def _cues() -> re.Pattern[str]:
    words = sorted(load("en/cues")["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)
