"""What was done to people: which measure of harm the words around a mention of people carry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sijil.rules import load

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURES = ("killed", "injured", "missing", "held", "casualties")


@dataclass(frozen=True, slots=True)
class Harm:
    """`measure` and the token that carries it. `how` says which reading found it, for reasons and for the error page."""

    measure: str
    trigger: Token
    how: str


@cache
def _words(kind: str) -> dict[str, str]:
    rules: dict[str, Any] = load("en/harm")
    return {word: measure for measure in MEASURES for word in rules[measure].get(kind, ())}


def verb_measure(token: Token) -> str | None:
    """Measure of a verb that does harm to its object ("killed", "wounding"), else None."""
    if token.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    word, lemma = token.text.lower(), token.lemma_.lower()
    if word in _HEADLINE and token.i + 1 < len(token.doc) and (token.nbor(1).like_num or token.nbor(1).text.lower() in ("at", "dozens", "scores", "over", "more", "up", "several", "nearly")):
        return _HEADLINE[word]
    verbs = _words("verbs")
    if lemma in verbs and (token.pos_ in ("VERB", "AUX") or word.endswith(("ed", "ing"))):
        return verbs[lemma]
    for end in ("ed", "ing", "d"):
        stem = word[: -len(end)] if word.endswith(end) else ""
        if stem and (stem in verbs or stem + "e" in verbs):
            return verbs.get(stem) or verbs[stem + "e"]
    if word == "shot" and token.i + 1 < len(token.doc) and token.nbor(1).text.lower() == "dead":
        return "killed"
    return None


# Headline verbs, which the tagger takes for names in title case.
_HEADLINE = {"kills": "killed", "kill": "killed", "wounds": "injured", "injures": "injured", "injure": "injured", "wound": "injured"}


def self_measure(token: Token) -> str | None:
    """Measure of a verb whose subject suffers ("died", "perished"), else None."""
    return _words("selves").get(token.lemma_.lower()) if token.pos_ == "VERB" and token.lemma_ != "fall" else None


def noun_measure(token: Token) -> str | None:
    """Measure of a noun of harm ("deaths", "casualties", "the wounded"), else None."""
    return _words("nouns").get(token.text.lower())


def adjective_measure(token: Token) -> str | None:
    """Measure of an adjective of harm ("dead", "injured", "missing"), else None."""
    return _words("adjectives").get(token.text.lower())


def active(token: Token) -> bool:
    """Whether a harm verb takes an object of its own after it, so that what stands before it did the harm."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return False
    if token.i > 0 and token.nbor(-1).lemma_.lower() in ("be", "get", "reportedly") and token.nbor(-1).text.lower() != "reportedly":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.is_sent_start:
        return False
    if after.pos_ in ("NUM", "DET", "PRON", "NOUN", "PROPN", "ADJ") and after.text.lower() not in ("thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday", "yesterday", "today", "late", "earlier", "last", "there", "this", "that", "overnight"):
        return True
    return after.text.lower() in ("at", "up", "more", "over", "about", "around", "some", "nearly", "as") and any(t.like_num for t in after.doc[after.i : after.i + 4])


def projected(trigger: Token) -> bool:
    """Whether the harm is told as possible, threatened, feared or planned rather than as happened."""
    rules = load("en/harm")["projected"]
    chain = [trigger, *trigger.ancestors]
    for token in chain[:4]:
        for child in token.children:
            if child.dep_ == "aux" and child.text.lower() in rules["auxiliaries"] and child.i < trigger.i:
                return not any(c.lemma_ == "have" and c.dep_ == "aux" for c in token.children)
        if token is not trigger and token.lemma_.lower() in rules["before"] and token.i < trigger.i:
            return True
        if token.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "conj"):
            break
    return False
