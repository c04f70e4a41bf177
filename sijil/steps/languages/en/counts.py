"""Counts of things other than victims: strikes, displaced people, people in need, objects hit, places taken."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.en.harm import projected
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.tokens import before, following
from sijil.steps.languages.en.words import words
from sijil.steps.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


def other_count(mention: Mention) -> Draft | None:
    """The draft of a counted thing that is no victim, or None; without a number nothing is counted."""
    if mention.number is None:
        return None
    for reading in (_displacement, _need, _attack, _damage, _control):
        if draft := reading(mention):
            return draft
    return None


def _draft(kind: str, mention: Mention, anchor: Token, start: int, end: int) -> Draft:
    index, at = mention.sentence.index, mention.sentence.offset(anchor)
    status = "projected" if projected(anchor) else "reported"
    return Draft(kind, start, end, index, at, "count", status=status, figure=mention.figure)


@cache
def _attack_nouns() -> dict[str, str]:
    return {noun: kind for kind, nouns in load("en/counts")["attack"].items() for noun in nouns}


def _attack(mention: Mention) -> Draft | None:
    """ "12 barrel bombs", "more than 40 shells": how many strikes."""
    if mention.figure.unit == "percent":
        return None
    word, after = mention.head.text.lower(), following(mention.head)
    kind = _attack_nouns().get(f"{before(mention.head)} {word}") or _attack_nouns().get(word)
    if kind is None and after is not None and word in words("counts", "attack_compounds", "words"):
        kind = _attack_nouns().get(f"{word} {after.text.lower()}")
    if kind is None:
        return None
    return replace(_draft("attack", mention, mention.head, mention.start, mention.end), attack=kind)


def _displacement(mention: Mention) -> Draft | None:
    """ "12,000 people fled their homes", "displacing some 300 families"."""
    if not (mention.group or mention.figure.unit == "percent" or not mention.noun or _of_a_people(mention)):
        return None
    anchor = _movement_after(mention) or _movement_before(mention)
    if anchor is None:
        return None
    start, end = mention.sentence.span(anchor, anchor)
    draft = _draft("displacement", mention, anchor, min(mention.start, start), max(mention.end, end))
    return replace(draft, measure="displaced", figure=_by_unit(mention))


def _by_unit(mention: Mention) -> Figure:
    """The figure, of households where these are counted: 5,000 families are no 5,000 people."""
    if mention.figure.unit == "persons" and mention.noun in words("counts", "households", "words"):
        return replace(mention.figure, unit="households")
    return mention.figure


def _moving(*keys: str) -> frozenset[str]:
    return words("counts", "displacement", *keys)


def _of_a_people(mention: Mention) -> bool:
    return mention.noun in _moving("peoples")


def _movement_after(mention: Mention) -> Token | None:
    """The word after the mention that says they moved; leaving is one only where it is from home."""
    token: Token
    for token in (mention.last, *mention.ahead(18)):
        if token.text.lower() in _moving("nouns") or token.lemma_ in _moving("verbs"):
            return token
        if token.lemma_ in _moving("from_home"):
            home = token.doc[token.i : min(token.sent.end, token.i + 6)]
            if any(t.text.lower() in _moving("homes") for t in home):
                return token
    return None


def _movement_before(mention: Mention) -> Token | None:
    token: Token
    for token in mention.behind(5):
        if token.lemma_ in _moving("before", "verbs") or token.text.lower() in _moving("before", "nouns"):
            return token
    return None


def _need(mention: Mention) -> Draft | None:
    """ "13 million people need aid", "350,000 are trapped": from a hundred people on."""
    if mention.group is None or mention.figure.unit == "percent":
        return None
    doc, sent = mention.head.doc, mention.head.sent
    around = doc[max(sent.start, mention.first.i - 6) : min(sent.end, mention.last.i + 10)].text.lower()
    told = any(f" {word} " in f" {around} " for word in words("counts", "need", "words"))
    if not told or (mention.figure.low or mention.figure.high or 0) < 100:
        return None
    return replace(_draft("need", mention, mention.head, mention.start, mention.end), figure=_by_unit(mention))


def _damage(mention: Mention) -> Draft | None:
    """ "destroyed 14 homes", "three schools were hit"."""
    rules = load("en/counts")["damage"]
    if mention.noun not in rules["objects"]:
        return None
    around = (*mention.behind(8), *mention.ahead(8))
    anchor = next((t for t in around if t.lemma_ in rules["verbs"]), None)
    if anchor is None:
        return None
    return replace(_draft("damage", mention, anchor, mention.start, mention.end), object=mention.noun)


def _control(mention: Mention) -> Draft | None:
    """ "seized two settlements": a number of places taken or lost."""
    rules = load("en/counts")["control"]
    if mention.noun not in rules["places"]:
        return None
    anchor = next((t for t in mention.behind(6) if t.lemma_ in rules["verbs"]), None)
    if anchor is None:
        return None
    subject = next((t for t in anchor.children if t.dep_ == "nsubj"), None)
    first = min(subject.subtree, key=lambda t: t.i) if subject is not None else anchor
    return _draft("control", mention, anchor, mention.sentence.offset(first), mention.end)
