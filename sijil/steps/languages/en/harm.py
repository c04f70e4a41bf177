"""What was done to people: which measure of harm the words around a mention of people carry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sijil.model.claim import MEASURES
from sijil.rules import load
from sijil.steps.languages.en.tokens import following, has_child
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Harm:
    """`measure` and the token that carries it. `how` names the reading that found it, for reasons."""

    measure: str
    trigger: Token
    how: str


@cache
def _listed(kind: str) -> dict[str, str]:
    rules = load("en/harm")
    return {word: measure for measure in MEASURES for word in rules.get(measure, {}).get(kind, ())}


def verb_measure(token: Token) -> str | None:
    """Measure of a verb that does harm to its object ("killed", "wounding"), else None."""
    if token.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    word, lemma, verbs = token.text.lower(), token.lemma_.lower(), _listed("verbs")
    if measure := _headline_measure(token):
        return measure
    if lemma in verbs and (token.pos_ in ("VERB", "AUX") or word.endswith(("ed", "ing"))):
        return verbs[lemma]
    for end in ("ed", "ing", "d"):
        stem = word[: -len(end)] if word.endswith(end) else ""
        if stem and (stem in verbs or stem + "e" in verbs):
            return verbs.get(stem) or verbs[stem + "e"]
    after = following(token)
    return "killed" if word == "shot" and after is not None and after.text.lower() == "dead" else None


def _headline_measure(token: Token) -> str | None:
    """Measure of "Kills", "Wounds" before a count: the tagger takes them for names in title case."""
    after = following(token)
    counted = after is not None and (after.like_num or after.text.lower() in words("harm", "headlines", "counting"))
    return load("en/harm")["headlines"]["verbs"].get(token.text.lower()) if counted else None


def self_measure(token: Token) -> str | None:
    """Measure of a verb whose subject suffers ("died", "perished"), else None."""
    return _listed("selves").get(token.lemma_.lower()) if token.pos_ == "VERB" else None


def noun_measure(token: Token) -> str | None:
    """Measure of a noun of harm ("deaths", "casualties", "the wounded"), else None."""
    return _listed("nouns").get(token.text.lower())


def adjective_measure(token: Token) -> str | None:
    """Measure of an adjective of harm ("dead", "injured", "missing"), else None."""
    return _listed("adjectives").get(token.text.lower())


def any_measure(token: Token) -> str | None:
    """Measure of a word of harm of any kind, else None."""
    return verb_measure(token) or self_measure(token) or noun_measure(token) or adjective_measure(token)


def active(token: Token) -> bool:
    """Whether a harm verb takes an object of its own after it, so that what stands before it did the harm."""
    if has_child(token, "auxpass", "nsubjpass") or token.i > 0 and token.nbor(-1).lemma_.lower() in ("be", "get"):
        return False
    after = following(token)
    if after is None or after.is_sent_start:
        return False
    word = after.text.lower()
    if after.pos_ in ("NUM", "DET", "PRON", "NOUN", "PROPN", "ADJ") and word not in words(
        "harm", "no_objects", "words"
    ):
        return True
    counted = any(t.like_num for t in after.doc[after.i : after.i + 4])
    return word in words("harm", "before_objects", "words") and counted


def negated(word: Token) -> bool:
    """Whether a verb is told not to have happened: "did not carry out", "no aid has reached"."""
    no_subject = any(
        child.dep_ in ("nsubj", "nsubjpass", "dobj")
        and any(t.dep_ == "det" and t.lower_ == "no" for t in child.children)
        for child in word.children
    )
    return no_subject or has_child(word, "neg")


def denied(trigger: Token) -> bool:
    """Whether a figure stands in what somebody denies ("denied that six were killed"), or did not happen."""
    if trigger.pos_ == "VERB" and negated(trigger):
        return True
    denying = words("harm", "denying", "verbs")
    for token in list(trigger.ancestors)[:4]:
        if token.lemma_.lower() in denying and token.i < trigger.i:
            return True
        if token.dep_ in ("ROOT", "relcl") or token.lemma_.lower() in words("harm", "denying", "accounts"):
            break
    return False


def projected(trigger: Token) -> bool:
    """Whether the harm is told as possible, threatened, feared or planned rather than as happened."""
    rules = load("en/harm")["projected"]
    for token in [trigger, *trigger.ancestors][:4]:
        for child in token.children:
            if child.dep_ == "aux" and child.text.lower() in rules["auxiliaries"] and child.i < trigger.i:
                return not any(c.lemma_ == "have" and c.dep_ == "aux" for c in token.children)
        if token is not trigger and token.lemma_.lower() in rules["before"] and token.i < trigger.i:
            return True
        if token.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "conj"):
            break
    return False
