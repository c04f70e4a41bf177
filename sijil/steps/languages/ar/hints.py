"""What the words of an Arabic sentence hint at: what a form offers to who marked them.

A person looks at every value before it counts, so a guess may be wrong; it must only be quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sijil.model.report import Block
from sijil.steps.languages.ar.attacks import attack_words
from sijil.steps.languages.ar.figures import figures
from sijil.steps.languages.ar.people import noun_at
from sijil.steps.languages.ar.situations.counts import counted
from sijil.steps.languages.ar.text import Sentence, words_of
from sijil.steps.reading.draft import UNREAD, Draft


def hints(quote: str) -> dict[str, Any]:
    """Fields of claim JSON that the words may mean: their only number, harm, people, attack, and the kind of claim."""
    sentence = _sentence(quote)
    harmed = [draft for draft in figures(sentence) if draft.how != UNREAD]
    told = harmed or list(counted(sentence))
    found = _figure(told)
    if told:
        named = {"kind": told[0].kind, "measure": told[0].measure, "group": told[0].group if harmed else None}
        found |= {name: value for name, value in named.items() if value}
    elif group := _people(sentence):
        found["group"] = group
    if kinds := [kind for _, kind in attack_words(sentence) if kind]:
        found["attack"] = kinds[0]
        if "group" not in found:
            found.setdefault("kind", "attack")
    return found


def _sentence(quote: str) -> Sentence:
    return Sentence(0, Block(0, len(quote), "body"), quote, 0, len(quote), words_of(quote))


def _figure(told: Sequence[Draft]) -> dict[str, Any]:
    numbers = {draft.figure for draft in told if draft.figure and draft.numbered}
    if len(numbers) != 1:  # of several numbers nobody knows which one is meant
        return {}
    (figure,) = numbers
    return {"low": figure.low, "high": figure.high, "approx": figure.approx, "unit": figure.unit}


def _people(sentence: Sentence) -> str | None:
    named = (noun_at(sentence.words, i) for i in range(len(sentence.words)))
    return next((one.noun.group for one in named if one is not None), None)
