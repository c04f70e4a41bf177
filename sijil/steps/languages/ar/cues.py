"""What the words of an Arabic sentence say of how it stands in its report: tally, background, going on, turning."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases, listed
from sijil.steps.languages.ar.text import Sentence, keys

#: Words in which a sentence's opening is looked for.
_OPENING = 3


def cues_of(sentence: Sentence) -> frozenset[str]:
    """The cues (rules/ar/cues.toml) that stand in a sentence."""
    hits = (_cues().at(sentence.words, i) for i in range(len(sentence.words)))
    return frozenset(hit.meaning for hit in hits if hit)


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence opens with words for what the one before told ("الضحايا هم").

    Further on nearly every Arabic sentence has such a word: figures of a province were put in the next one's village.
    """
    pointing = load("ar/cues")["pointing"]["words"]
    hits = (_cues().at(sentence.words, i) for i in range(min(_OPENING, len(sentence.words))))
    return any(hit is not None and hit.meaning in pointing for hit in hits)


@cache
def parting(name: str) -> frozenset[str]:
    """Words that begin another clause ("parting"), or turn to something else within a sentence ("turning")."""
    return keys(load("ar/cues")["openings"][name])


def turns(sentence: Sentence) -> bool:
    """Whether the sentence begins with words that turn to another event."""
    return _opening(sentence, "turns")


def goes_on(sentence: Sentence) -> bool:
    """Whether the sentence begins with words that count what was told before."""
    return _opening(sentence, "goes_on")


def _opening(sentence: Sentence, name: str) -> bool:
    return _openings(name).at(sentence.words, 0) is not None


@cache
def _cues() -> Phrases[str]:
    return Phrases(listed(load("ar/cues")["words"]))


@cache
def _openings(name: str) -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/cues")["openings"][name])
