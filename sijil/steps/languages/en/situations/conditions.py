"""Whether what a reading wants stands around the word that may carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations.clause import Clause, governor
from sijil.steps.languages.en.situations.nouns import classes, told_before
from sijil.steps.languages.en.situations.readings import Reading
from sijil.steps.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = {"noun": ("NOUN", "PROPN"), "verb": ("VERB", "AUX", "ADJ")}


def holds(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> bool:
    """Whether all conditions of the reading hold for the clause; an empty condition always does."""
    word = clause.word
    if word.pos_ not in _PARTS[reading.part] or word.dep_ in reading.not_deps:
        return False
    return all(_nouns_fit(reading, clause, sentence, scene)) and all(_words_fit(reading, clause))


def _nouns_fit(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> Iterator[bool]:
    """Who does it, who suffers it, and what stands behind its prepositions."""

    def any_of(tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
        return any(classes(t, sentence, scene) & wanted for t in tokens)

    yield not reading.subject or any_of(clause.subjects, reading.subject)
    yield not reading.object or any_of(clause.objects, reading.object)
    yield not any_of(clause.objects, reading.no_object)
    yield not any_of(clause.subjects, reading.no_subject)
    led = (p in reading.preps and any_of([n], reading.preps[p]) for p, n in clause.preps)
    yield not reading.preps or any(led)


def _words_fit(reading: Reading, clause: Clause) -> Iterator[bool]:
    """Words near by, the verb above, and whether it is news."""
    word = clause.word
    yield not reading.with_words or bool(reading.with_words & _near_words(word))
    yield not (reading.anew and any(told_before(n) for n in (word, *clause.objects) if n.pos_ == "NOUN"))
    verb = governor(word) if reading.governed else None
    yield not reading.governed or (verb is not None and verb.lemma_.lower() in reading.governed)


def _near_words(word: Token) -> frozenset[str]:
    """Words below the carrying word, and the verb and its helpers right above it ("unable to", "cannot")."""
    above = [word.head, *word.head.children] if word.dep_ == "xcomp" else []
    return frozenset(t.text.lower() for t in (*word.subtree, *above))
