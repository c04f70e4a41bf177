"""Situations of a sentence, claims without a figure: attack, access, damage, control, agreement, blame and denial.

The readings lie in rules/en/situations.toml: each names words that carry a kind and what must stand around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations.beside import apart
from sijil.steps.languages.en.situations.clause import clause_of
from sijil.steps.languages.en.situations.conditions import holds
from sijil.steps.languages.en.situations.drafting import Carried, draft_of
from sijil.steps.languages.en.situations.readings import readings
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


def situations(sentence: Sentence, scene: Scene, taken: Sequence[Draft]) -> tuple[Draft, ...]:
    """Drafts of the unnumbered claims of one sentence in text order; `taken` are the drafts of its figures."""
    told = any(d.kind in ("casualty", "attack") for d in taken)
    return apart([d for word in sentence.tokens for d in _carried(word, sentence, scene, told)], sentence)


def _carried(word: Token, sentence: Sentence, scene: Scene, told: bool) -> Iterator[Draft]:
    """The draft of the first reading of the word that holds; `told`: figures of the sentence tell the event already."""
    options = readings().get(word.lemma_.lower(), ()) or readings().get(word.text.lower(), ())
    if not options or word.dep_ in ("compound", "amod", "aux", "auxpass", "npadvmod"):
        return
    clause = clause_of(word)
    for reading in options:
        if holds(reading, clause, sentence, scene) and not (reading.alone and told):
            draft = draft_of(Carried(reading, clause, sentence, scene))
            if len(sentence.between(draft.start, draft.end).split()) >= reading.least:
                yield draft
                return
