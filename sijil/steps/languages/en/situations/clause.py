"""The clause around a word that may carry a situation: who does what to what, and the stretch of text it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = {"which", "that", "who", "whom", "where"}
# Dependents of the carrying word that tell something else.
_OUTSIDE = {"advcl", "parataxis", "conj", "cc", "punct", "mark", "ccomp"}


@dataclass(frozen=True, slots=True)
class Clause:
    """`word` with its parts: `preps` maps a preposition or particle's object ("into", "by") to the nouns it governs.

    `subjects` do it, `objects` suffer it, in the active's sense: of a passive clause the objects are its subject.
    """

    word: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    preps: tuple[tuple[str, Token], ...]


def clause_of(word: Token) -> Clause:
    """The parts of the clause or phrase that `word` heads."""
    preps = tuple(_preps(word))
    subjects, objects = _subjects(word), _objects(word)
    by = tuple(noun for prep, noun in preps if prep == "by")
    if passive(word):
        return Clause(word, by, objects + subjects, preps)
    if word.pos_ == "NOUN":
        return Clause(word, by, objects, preps)
    return Clause(word, subjects, objects, preps)


def passive(word: Token) -> bool:
    """Whether `word` is a passive verb, or a participle behind the noun that suffers it ("sites hit by shells")."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in word.children):
        return True
    active = any(c.dep_ in ("aux", "dobj") for c in word.children)
    return word.tag_ == "VBN" and word.dep_ in ("acl", "conj") and not active


def _subjects(word: Token) -> tuple[Token, ...]:
    own = [c for c in word.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own and own[0].text.lower() in _RELATIVE and word.dep_ == "relcl":
        return _with_conjuncts([word.head])
    if own:
        return _with_conjuncts(own)
    if word.dep_ in ("acl", "relcl") and word.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _with_conjuncts([word.head])
    if word.dep_ in ("xcomp", "conj", "advcl", "pcomp") and word.head.pos_ in ("VERB", "AUX", "ADJ"):
        return _subjects(word.head)
    return ()


def _objects(word: Token) -> tuple[Token, ...]:
    own = [c for c in word.children if c.dep_ in ("dobj", "attr", "oprd")]
    if own and own[0].text.lower() in _RELATIVE and word.dep_ == "relcl":
        return _with_conjuncts([word.head])
    named = any(c.dep_ == "nsubj" and c.text.lower() not in _RELATIVE for c in word.children)
    if not own and word.dep_ == "relcl" and named:
        return (word.head,)
    return _with_conjuncts(own)


def _preps(word: Token) -> Iterator[tuple[str, Token]]:
    for child in word.children:
        if child.dep_ not in ("prep", "agent", "dative"):
            continue
        for noun in child.children:
            if noun.dep_ == "pobj":
                for each in _with_conjuncts([noun]):
                    yield child.text.lower(), each
            elif noun.dep_ == "prep":
                for inner in noun.children:
                    if inner.dep_ == "pobj":
                        yield noun.text.lower(), inner


def _with_conjuncts(tokens: list[Token]) -> tuple[Token, ...]:
    return tuple(t for token in tokens for t in (token, *token.conjuncts) if t.i >= token.i)


def governor(noun: Token) -> Token | None:
    """The verb that has `noun` as its subject or object, or stands right above its preposition ("come under fire")."""
    head = noun.head if noun.dep_ == "conj" else noun
    if head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj" and head.head.dep_ in ("prep", "agent"):
        head = head.head
        if head.head.dep_ in ("dobj", "nsubj", "nsubjpass") and head.text.lower() == "of":
            head = head.head
    elif head.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "oprd"):
        return None
    return head.head if head.head.pos_ in ("VERB", "AUX") and head.head.i != noun.i else None


def extent(word: Token, most: int = 40) -> tuple[Token, Token]:
    """First and last token of the stretch that `word` heads, without what is coordinated or subordinate to it."""
    doc = word.doc
    left, right = word, word
    for child in word.children:
        if child.dep_ in _OUTSIDE:
            continue
        left = min(left, child.left_edge, key=lambda t: t.i)
        right = max(right, child.right_edge, key=lambda t: t.i)
    first, last = left.i, _before_relative(word, right).i
    if last - first > most:
        first, last = max(first, word.i - 15), min(last, word.i + 25)
    while first < word.i and doc[first].pos_ in ("PUNCT", "CCONJ", "SCONJ", "SPACE"):
        first += 1
    while last > word.i and (doc[last].pos_ in ("PUNCT", "SPACE") and doc[last].text not in ('"', "”")):
        last -= 1
    return doc[first], doc[last]


def _before_relative(word: Token, last: Token) -> Token:
    """The last token before a relative clause that ends the stretch: it tells something else."""
    for token in word.doc[word.i + 1 : last.i + 1]:
        if token.dep_ == "relcl" and token.right_edge.i >= last.i and token.left_edge.i > word.i + 2:
            return token.left_edge.nbor(-1)
    return last
