"""Clauses beside the figures of their sentence: whether a figure tells the event of a clause already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.situations.clause import Clause
from sijil.steps.languages.ar.text import Sentence, keys
from sijil.steps.reading.draft import Draft


def told_by(clause: Clause, sentence: Sentence, taken: Sequence[Draft]) -> bool:
    """Whether a figure of the sentence tells the event of a clause: one that is in it, or right before or behind it.

    Nobody hurt tells no event; a figure before the clause is of its event where a word of cause stands between.
    """
    span = clause.span(sentence)
    figures = [d for d in taken if d.sentence == sentence.index and d.kind in ("casualty", "attack") and not nobody(d)]
    return any(_tells(draft, span, clause.opener, sentence) for draft in figures)


def _tells(draft: Draft, span: tuple[int, int], opener: str, sentence: Sentence) -> bool:
    start, end = span
    if draft.start < end and start < draft.end:
        return True
    if draft.end <= start:
        return opener in _causes()
    gap = sentence.text[end - sentence.start : draft.start - sentence.start] if draft.start - end < _NEAR else "،،"
    return gap.count("،") <= 1


#: Characters within which a figure behind a clause may be what came of it.
_NEAR = 200


@cache
def _causes() -> frozenset[str]:
    return keys(load("ar/situations")["clause"]["causes"])


def nobody(draft: Draft) -> bool:
    """Whether a figure says that nobody was hurt."""
    return draft.figure is not None and draft.figure.high == 0
