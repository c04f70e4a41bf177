"""Harm told by the words right beside a mention: its own noun, the verb before it, an adjective in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.steps.languages.en import harm
from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.tokens import before, has_child
from sijil.steps.languages.en.victims.pairs import with_joined, with_shared_object
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def harm_noun(m: Mention) -> Harm | None:
    """ "15 deaths", "dozens of casualties", "40 dead", "two injured"."""
    measure = harm.noun_measure(m.head) if m.head.text.lower() != "victims" else None
    if measure and (m.head is not m.first or not m.number):
        return Harm(with_joined(m.head, measure), m.head, "harm noun")
    return None


def verb_before(m: Mention) -> Harm | None:
    """ "killing at least two civilians", "wounded 17 others", "killing and injuring dozens"."""
    doc, start = m.first.doc, m.first.sent.start
    i, steps = m.first.i - 1, 0
    while i >= start and steps < 6 and _passed_over(doc[i]):
        i, steps = i - 1, steps + 1
    if i < start or (steps and before(m.first) == "and"):
        return None
    measure = harm.verb_measure(doc[i])
    if measure is None or passive(doc[i]):
        return None
    return Harm(with_shared_object(doc[i], measure), doc[i], "verb before")


def _passed_over(token: Token) -> bool:
    return token.text.lower() in words("victims", "before_number", "words") and harm.verb_measure(token) is None


def passive(verb: Token) -> bool:
    """Whether the verb tells what was done to its subject."""
    return has_child(verb, "auxpass") or before(verb) in ("were", "was", "been", "being", "are", "is")


def modifier(m: Mention) -> Harm | None:
    """ "two dead children", "wounded civilians", "the killed soldiers"."""
    if m.head is m.last and m.noun:
        for token in m.head.doc[m.first.i : m.head.i]:
            measure = harm.adjective_measure(token) or (harm.verb_measure(token) if token.tag_ == "VBN" else None)
            if measure:
                return Harm(measure, token, "modifier")
    return None


def left_dead(m: Mention) -> Harm | None:
    """ "left at least one person dead and others injured"."""
    if any(t.lemma_ == "leave" for t in m.behind(5)):
        for token in m.ahead(4):
            if measure := harm.adjective_measure(token) or harm.verb_measure(token):
                return Harm(with_joined(token, measure), token, "left dead")
    return None
