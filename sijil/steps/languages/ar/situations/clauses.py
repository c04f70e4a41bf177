"""Every clause of a sentence that may tell a situation, with what the readings of rules/ make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sijil.steps.languages.ar.situations.clause import Clause, clauses_of
from sijil.steps.languages.ar.situations.readings import Reading
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Carried:
    """A clause with the words that may carry a situation: (index of the word, its readings), in text order."""

    clause: Clause
    words: tuple[tuple[int, tuple[Reading, ...]], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause as a draft; `carried` is it with its carrying words, `rules` are the drafts that readings made of it."""

    draft: Draft
    carried: Carried
    rules: tuple[Draft, ...]


def carried_in(sentence: Sentence) -> tuple[Carried, ...]:
    """The clauses of a sentence that hold a carrying word."""
    return tuple(one for one in every_in(sentence) if one.words and one.clause.end - one.clause.first > 1)


@lru_cache(maxsize=512)
def every_in(sentence: Sentence) -> tuple[Carried, ...]:
    """All clauses of a sentence with their carrying words, if any. Kept: counts and situations both ask for them."""
    return tuple(Carried(clause, _carrying(clause)) for clause in clauses_of(sentence))


def _carrying(clause: Clause) -> tuple[tuple[int, tuple[Reading, ...]], ...]:
    """The carrying words of a clause; none within a phrase that only identifies, or in one that carries already."""
    out = []
    silent, marks = -1, clause.marks
    for at in range(clause.first, clause.end):
        phrase = marks[at].roles.get("silent")
        silent = max(silent, phrase.end if phrase is not None else -1)
        if at >= silent and marks[at].readings:
            silent = marks[at].end
            out.append((at, marks[at].readings))
    return tuple(out)


def candidates(sentence: Sentence, read: Sequence[Draft]) -> tuple[Candidate, ...]:
    """The clauses of a sentence that may tell a situation; `read` are the rules' own drafts of the sentence."""
    out = []
    for carried in carried_in(sentence):
        start, end = carried.clause.span(sentence)
        mine = tuple(d for d in read if d.start < end and start < d.end)
        at = next((sentence.at(d.anchor) for d in mine), carried.words[0][0])
        word = sentence.words[at]
        draft = Draft("clause", start, end, sentence.index, word.start, "clause", noun=word.stems[-1])
        out.append(Candidate(draft, carried, mine))
    return tuple(out)
