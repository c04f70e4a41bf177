"""Harm told at some distance from the number: tolls, lives lost, and those "among the dead"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en import harm
from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def toll(m: Mention) -> Harm | None:
    """ "the death toll rose to 34", "the number of martyrs reached 12", "death toll at 34"."""
    rules = load("en/harm")["tolls"]
    heads = [t for t in m.behind(22) if t.text.lower() in rules["nouns"]]
    if m.number is None or not heads or m.first.i - heads[-1].i > 18:
        return None
    head = heads[-1]
    measure = _counted_by(head, m)
    between = m.head.doc[head.i + 1 : m.first.i]
    said = {t.text.lower() for t in between}
    linked = said & {"to", "at", "of", ":"} or any(t.lemma_.lower() in rules["verbs"] for t in between)
    other_number = any(t.like_num for t in between) and "from" not in said
    if measure is None or not linked or other_number or said & {"may", "could", "might", "as", "while"}:
        return None
    return Harm(measure, head, "toll")


def _counted_by(head: Token, m: Mention) -> str | None:
    """What a toll counts, by the words around it; a toll alone is one of the dead."""
    sent = m.head.sent
    for token in head.doc[max(sent.start, head.i - 2) : min(sent.end, head.i + 7)]:
        if token.i < m.first.i and (found := _measure(token)):
            return found
    return "killed" if head.text.lower() == "toll" else None


def _measure(token: Token) -> str | None:
    return harm.noun_measure(token) or harm.adjective_measure(token) or harm.verb_measure(token)


def lives(m: Mention) -> Harm | None:
    """ "claimed the lives of 12 people", "12 lost their lives", "cost 20 lives"."""
    before = m.behind(6)
    taking = next((t for t in before if t.lemma_ in load("en/harm")["killed"]["lives"]), None)
    if taking is not None and any(_life(t) for t in before):
        return Harm("killed", taking, "lives")
    for token in m.ahead(8):
        if token.lemma_ == "lose" and any(_life(t) for t in token.doc[token.i : min(m.head.sent.end, token.i + 5)]):
            return Harm("killed", token, "lives")
    return Harm("killed", m.head, "lives") if taking is not None and m.noun in ("lives", "souls") else None


def _life(token: Token) -> bool:
    return token.text.lower() in ("life", "lives")


def among(m: Mention) -> Harm | None:
    """ "Among the dead were five children", "Those killed included two women", "the victims included a child"."""
    for token in _whole_told(m):
        word = token.text.lower()
        measure = "casualties" if word == "victims" else _measure(token)
        if measure and word in words("victims", "wholes", "words"):
            return Harm(measure, token, "among")
    return None


def _whole_told(m: Mention) -> Sequence[Token]:
    """The words in which those that the mention is a part of may be named."""
    sent = m.head.sent
    links = [t for t in m.behind(16) if t.lemma_ in ("include", "be") or t.text.lower() in ("among", "includes")]
    if links and links[-1].lemma_ == "be" and not _only_link(links[-1], m):
        links = [t for t in links if t.lemma_ != "be"]
    if links:
        return list(m.head.doc[max(sent.start, links[0].i - 6) : m.first.i])
    place = next((t for t in m.ahead(10) if t.text.lower() in ("among", "amongst")), None)
    return list(m.head.doc[place.i : min(sent.end, place.i + 6)]) if place is not None else []


def _only_link(verb: Token, m: Mention) -> bool:
    """Whether nothing but small words stands between "were" and the mention."""
    return all(t.pos_ in ("ADV", "DET", "NUM") for t in verb.doc[verb.i + 1 : m.first.i])
