"""Harm found by walking up the parse from a mention: object or subject of a harm verb, "killing of N", "death of N"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.steps.languages.en import harm
from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.victims.pairs import with_joined, with_shared_object
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Parse relations that lead from a part of a phrase to the phrase.
_UPWARDS = ("conj", "appos", "nummod", "amod", "nmod", "compound", "quantmod")


def parsed(m: Mention) -> Harm | None:
    """The harm that the parse ties to the counted noun, at most five steps up."""
    token = m.head
    for _ in range(5):
        parent = token.head
        if parent is token:
            return None
        if token.dep_ in ("nsubjpass", "nsubj") and parent.i > token.i:
            return _of_subject(token, parent)
        if token.dep_ in ("dobj", "obj") and (measure := harm.verb_measure(parent)):
            return Harm(with_shared_object(parent, measure), parent, "parse")
        if token.dep_ == "pobj" and parent.text.lower() in ("of", "to", "for", "in"):
            if found := _of_noun(parent):
                return found
            if parent.text.lower() != "of":
                return None
            token = parent.head
        elif token.dep_ in _UPWARDS:
            token = parent
        else:
            return None
    return None


def _of_subject(subject: Token, verb: Token) -> Harm | None:
    measure = harm.verb_measure(verb)
    if measure and (subject.dep_ == "nsubjpass" or not harm.active(verb)) and verb.tag_ in ("VBN", "VBD"):
        return Harm(with_joined(verb, measure), verb, "parse")
    measure = harm.self_measure(verb)
    return Harm(measure, verb, "parse") if measure else None


def _of_noun(prep: Token) -> Harm | None:
    """ "the killing of 12 people", "injuries to three"."""
    noun, joint = prep.head, prep.text.lower()
    if joint == "of" and noun.text.lower() in words("victims", "nouns_of_harm", "words"):
        return Harm(harm.noun_measure(noun) or harm.verb_measure(noun) or "killed", noun, "parse")
    if joint in ("to", "of") and noun.text.lower() in ("injuries", "wounds"):
        return Harm("injured", noun, "parse")
    return None
