"""Harm that a sentence says did not happen: a figure of zero."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.reading.draft import Draft

_HARM = re.compile("killed|hurt|injured")


def with_zero(sentence: Sentence, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with "no casualties were reported" as 0 to 0; what was made of the same words is dropped.

    Only the first phrase of the list (rules/en/figures.toml) that the sentence has counts.
    """
    text = sentence.text.lower()
    for phrase, listed in load("en/figures")["no_harm"].items():
        at = text.find(phrase)
        told = listed == "told"
        measure = _told(text[at : at + 40]) if at >= 0 and told else listed
        if at >= 0 and measure:
            zero = _zero(sentence, at, _with_harm(text[at : at + 40]) if told else phrase, measure)
            kept = [d for d in drafts if d.end <= zero.start or d.start >= zero.end + 12]
            return tuple(sorted([*kept, zero], key=lambda d: d.start))
    return tuple(sorted(drafts, key=lambda d: d.start))


def _zero(sentence: Sentence, at: int, phrase: str, measure: str) -> Draft:
    start, end = sentence.start + at, sentence.start + at + len(phrase)
    group = "civilians" if "civilian" in phrase else "people"
    figure = Figure(0, 0)
    return Draft("casualty", start, end, sentence.index, start, "zero", measure=measure, group=group, figure=figure)


def _with_harm(words: str) -> str:
    """The words up to the last one of harm: "no civilians were killed"."""
    return words[: max(m.end() for m in _HARM.finditer(words))]


def _told(words: str) -> str | None:
    """What happened to nobody: "no one was killed", "nobody was hurt or killed"; None where it is nothing of harm."""
    found = {m.group() for m in _HARM.finditer(words)}
    killed, hurt = "killed" in found, bool(found - {"killed"})
    if killed and hurt:
        return "casualties"
    return "killed" if killed else "injured" if hurt else None
