"""Harm that an Arabic sentence says did not happen: a figure of zero."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.text import Sentence, wordset
from sijil.steps.reading.draft import Draft


def zeros(sentence: Sentence) -> Iterator[Draft]:
    """ "دون وقوع إصابات" as 0 to 0, every time that the sentence says so."""
    words, span = sentence.words, int(load("ar/harm")["zero"]["span"])
    for i in range(len(words)):
        hit = _nothing().at(words, i)
        if hit is None or hit.lead not in ("", "و", "ف"):
            continue
        for at in range(i if hit.end - hit.first > 1 else i + 1, min(hit.end + span, len(words))):
            if at > i and any(mark in words[at].gap for mark in "،.؛"):
                break
            if _not().at(words, at):
                break
            if harm := _harm().at(words, at):
                yield _draft(sentence, i, harm.end)
                break


def _draft(sentence: Sentence, first: int, end: int) -> Draft:
    group = "people"
    for word in sentence.words[end : end + 3]:
        if not word.gap.strip() and not wordset("people", "adjectives", "civilians").isdisjoint(word.stems):
            group, end = "civilians", end + 1
            break
    start, stop = sentence.span(first, end - 1)
    return Draft(
        "casualty", start, stop, sentence.index, start, "zero", measure="casualties", group=group, figure=Figure(0, 0)
    )


@cache
def _nothing() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/harm")["zero"]["words"])


@cache
def _harm() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/harm")["zero"]["harm"])


@cache
def _not() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/harm")["zero"]["not_zero"])
