"""Harm told by the predicate after a mention: "Five civilians, including three children, were killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en import harm
from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.tokens import before
from sijil.steps.languages.en.victims.beside import passive
from sijil.steps.languages.en.victims.pairs import with_joined
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def predicate_after(m: Mention) -> Harm | None:
    """ "12 people died", "4 others injured", "45 men and 20 women were killed"; brackets are passed over.

    Behind another count only a predicate with its own auxiliary is shared by the mention.
    """
    depth, counted, parts = 0, False, False
    for token in m.last.doc[m.last.i + 1 : min(m.last.sent.end, m.last.i + 24)]:
        word = token.text.lower()
        depth += word in ("(", "[")
        parts = parts or word in ("including", "among")
        counted = counted or (token.like_num and not parts)
        if depth == 0:
            found = _predicate(token, m, parts)
            if found and (not counted or before(token) in words("victims", "shared_predicate", "words")):
                return found
            if word not in (")", "]") and _stops(token, m):
                return None
        if word in (")", "]"):
            depth = max(0, depth - 1)
    return None


def _predicate(token: Token, m: Mention, parts: bool) -> Harm | None:
    next_to = token.i == m.last.i + 1
    if measure := harm.verb_measure(token):
        if not _suffered(token, next_to and m.number is not None):
            return None
        return Harm(with_joined(token, measure), token, "predicate after")
    if measure := harm.self_measure(token):
        return Harm(measure, token, "predicate after")
    linked = before(token) in words("victims", "before_predicate", "words") or parts and before(token) == ","
    if (measure := harm.adjective_measure(token)) and (next_to or linked):
        return Harm(with_joined(token, measure), token, "predicate after")
    if token.lemma_ in load("en/harm")["injured"]["suffer"] and _takes_injury(token):
        return Harm("injured", token, "predicate after")
    return None


def _suffered(verb: Token, behind_number: bool) -> bool:
    """Whether the verb tells what the people before it suffered, not what they did."""
    if verb.text.lower().endswith("ing") and not passive(verb):
        return False
    return not harm.active(verb) or (behind_number and verb.tag_ == "VBN")


def _takes_injury(verb: Token) -> bool:
    """ "suffered severe burns"."""
    ahead = verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]
    return any(t.text.lower() in words("victims", "injuries", "words") for t in ahead)


def _stops(token: Token, m: Mention) -> bool:
    """Whether the search for a predicate may not go past this token: another clause begins here."""
    word = token.text.lower()
    if word in words("victims", "clause_starts", "words") and token.i > m.last.i + 1:
        return True
    if token.pos_ != "VERB":
        return False
    if token.tag_ == "VBG":
        return word != "including"
    return token.tag_ in ("VBD", "VBZ", "VBP") and word not in words("victims", "before_predicate", "words")
