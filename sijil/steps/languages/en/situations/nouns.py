"""What a noun stands for in a situation: a place, a party, a civilian object, aid, a deal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.words import words
from sijil.steps.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _lists() -> dict[str, frozenset[str]]:
    rules: dict[str, Any] = load("en/situations")["nouns"]
    lists = {name: frozenset(found) for name, found in rules.items()}
    actors = load("en/actors")
    lists["party"] = lists["party"] | frozenset(actors["heads"]["words"]) | frozenset(actors["names"]["words"])
    lists["place"] = lists["place"] | frozenset(load("en/placewords")["levels"])
    return lists


def classes(noun: Token, sentence: Sentence, scene: Scene, depth: int = 0) -> frozenset[str]:
    """Names of the noun lists that `noun` belongs to; "most of the city" is what follows "of"."""
    word, lemma = noun.text.lower(), noun.lemma_.lower()
    found = {name for name, listed in _lists().items() if word in listed or lemma in listed}
    at = sentence.offset(noun)
    if any(spot.start <= at < spot.end for spot in scene.spots) and not found & {"object", "attack"}:
        found.add("place")
    if noun.ent_type_ == "NORP":
        found.add("party")
    if noun.pos_ == "PRON":
        found.add("pronoun")
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.text.lower() in _lists()["military"]:
            found.discard("object")
            found.add("military")
        measures = words("situations", "words", "measures")
        if child.text.lower() == "of" and depth < 3 and (lemma in measures or word in measures):
            for inner in child.children:
                found |= classes(inner, sentence, scene, depth + 1)
    return frozenset(found or {"thing"})


def told_before(noun: Token) -> bool:
    """Whether the noun only points back to something told: "the attack", "this bombing"."""
    if noun.lemma_.lower() not in _lists()["attack"] | _lists()["fighting"]:
        return False
    pointing = any(
        c.dep_ == "det" and c.text.lower() in ("the", "this", "that", "these", "such") for c in noun.children
    )
    return pointing and not any(c.dep_ in ("prep", "relcl", "acl", "compound", "poss") for c in noun.children)


def phrase(noun: Token) -> tuple[Token, Token]:
    """First and last token of a noun's own phrase, without articles, relative clauses and what is coordinated."""
    inside = [t for t in noun.subtree if t.i <= noun.i or _behind(t, noun)]
    first, last = inside[0], inside[-1]
    while first.i < noun.i and first.pos_ in ("DET", "PUNCT", "CCONJ", "SPACE", "PART"):
        first = first.nbor(1)
    while last.i > noun.i and last.pos_ in ("PUNCT", "SPACE", "CCONJ"):
        last = last.nbor(-1)
    return first, last


def _behind(token: Token, noun: Token) -> bool:
    """Whether `token` after the noun belongs to its phrase: through an "of", not more than eight words on."""
    if token.i - noun.i > 8:
        return False
    step = token
    while step.head.i not in (noun.i, step.i):
        step = step.head
    return step.dep_ == "prep" and step.text.lower() in ("of", "for") and step.i == noun.i + 1
