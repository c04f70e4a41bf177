"""Situations of one sentence beside each other: which stay where their quotes overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations.readings import readings
from sijil.steps.reading.draft import Draft


def apart(drafts: Sequence[Draft], sentence: Sentence) -> tuple[Draft, ...]:
    """The drafts that stay, in text order; one denial a sentence.

    Of drafts whose quotes overlap the one with the earliest reading stays, where they are of one kind or its kind
    excludes the other.
    """
    order = {reading.name: reading.rank for listed in readings().values() for reading in listed}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (order.get(d.how, 0), d.start)):
        draft = _beside(draft, kept, sentence.text[draft.start - sentence.start :])
        if not any(excludes(other, draft) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.start, d.end)))


def _beside(draft: Draft, kept: Sequence[Draft], text: str) -> Draft:
    """Two conditions that one verb joins ("suffer shortages of X as well as high prices of Y") are told apart."""
    for other in kept:
        if draft.kind == other.kind == "access" and draft.anchor < other.start < draft.end:
            joint = r"\W*\b(?:as well as|and also|and|in addition to|along with)?\W*$"
            stretch = re.sub(joint, "", text[: other.start - draft.start])
            draft = replace(draft, end=draft.start + len(stretch))
    return draft


def excludes(first: Draft, other: Draft) -> bool:
    """Whether the first situation leaves no room for the other: the same words, or both denials of one sentence."""
    overlap = first.start < other.end and other.start < first.end
    if first.kind == other.kind == "denial":
        return True
    return overlap and (first.kind == other.kind or (first.kind, other.kind) in _exclusive())


@cache
def _exclusive() -> frozenset[tuple[str, str]]:
    """Pairs of kinds: a quote of the first leaves no claim of the second within it."""
    listed = load("en/situations")["excludes"].items()
    return frozenset((kind, other) for kind, others in listed for other in others)
