"""Counts of things other than victims: strikes, displaced people, people in need, objects hit."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.harm import projected
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _attack_nouns() -> dict[str, str]:
    return {noun: kind for kind, nouns in load("en/counts")["attack"].items() for noun in nouns}


def other_count(mention: Mention) -> Draft | None:
    """The draft of a counted thing that is no victim, or None."""
    for reading in (_displacement, _need, _attack, _damage, _control):
        if draft := reading(mention):
            return draft
    return None


def _draft(kind: str, mention: Mention, start: int, end: int, anchor: Token) -> Draft:
    sentence = mention.sentence
    status = "projected" if projected(anchor) else "reported"
    return Draft(kind, start, end, sentence.index, sentence.offset(anchor), "count", status=status, figure=mention.figure)


def _attack(mention: Mention) -> Draft | None:
    if mention.number is None or mention.figure.unit == "percent":
        return None
    doc, i = mention.head.doc, mention.head.i
    word = mention.head.text.lower()
    kind = _attack_nouns().get(f"{doc[i - 1].text.lower()} {word}") or _attack_nouns().get(word)
    if kind is None and word in ("air", "barrel", "mortar", "car", "drone", "suicide", "rocket", "missile", "artillery") and i + 1 < len(doc):
        kind = _attack_nouns().get(f"{word} {doc[i + 1].text.lower()}")
    if kind is None:
        return None
    end = mention.end if kind is None else mention.end
    return replace(_draft("attack", mention, mention.start, end, mention.head), attack=kind)


def _displacement(mention: Mention) -> Draft | None:
    rules = load("en/counts")["displacement"]
    if mention.number is None and mention.noun not in ("refugees",):
        return None
    if mention.number is None:
        return None
    if not (mention.group or mention.figure.unit == "percent" or not mention.noun or mention.noun in ("population", "syrians", "tigrayans", "citizens", "persons", "more")):
        return None
    doc, sent = mention.head.doc, mention.head.sent
    around = doc[mention.last.i : min(sent.end, mention.last.i + 18)]
    before = doc[max(sent.start, mention.first.i - 5) : mention.first.i]
    anchor: Token | None = None
    for token in around:
        word = token.text.lower()
        if word in rules["nouns"] or (token.lemma_ in rules["verbs"] and token.lemma_ != "leave"):
            anchor = token
            break
        if token.lemma_ in ("leave", "abandon", "force") and any(t.text.lower() in rules["homes"] for t in doc[token.i : min(sent.end, token.i + 6)]):
            anchor = token
            break
    if anchor is None:
        anchor = next((t for t in before if t.lemma_ in ("displace", "uproot", "evacuate", "evict") or t.text.lower() in ("displacing", "displacement", "exodus")), None)
    if anchor is None:
        return None
    households = mention.noun in load("en/counts")["households"]["words"]
    figure = replace(mention.figure, unit="households") if households and mention.figure.unit == "persons" else mention.figure
    start = min(mention.start, mention.sentence.offset(anchor))
    end = max(mention.end, mention.sentence.offset(anchor) + len(anchor.text))
    return replace(_draft("displacement", mention, start, end, anchor), measure="displaced", figure=figure)


def _need(mention: Mention) -> Draft | None:
    if mention.number is None or mention.group is None or mention.figure.unit == "percent":
        return None
    doc, sent = mention.head.doc, mention.head.sent
    text = doc[max(sent.start, mention.first.i - 6) : min(sent.end, mention.last.i + 10)].text.lower()
    words = load("en/counts")["need"]["words"]
    if not any(f" {word} " in f" {text} " for word in words) or (mention.figure.low or mention.figure.high or 0) < 100:
        return None
    return _draft("need", mention, mention.start, mention.end, mention.head)


def _damage(mention: Mention) -> Draft | None:
    rules = load("en/counts")["damage"]
    if mention.number is None or mention.noun not in rules["objects"]:
        return None
    doc, sent = mention.head.doc, mention.head.sent
    around = [*doc[max(sent.start, mention.first.i - 8) : mention.first.i], *doc[mention.last.i + 1 : min(sent.end, mention.last.i + 8)]]
    anchor = next((t for t in around if t.lemma_ in rules["verbs"]), None)
    if anchor is None:
        return None
    return replace(_draft("damage", mention, mention.start, mention.end, anchor), object=mention.noun)


def _control(mention: Mention) -> Draft | None:
    """"seized two settlements": a number of places taken or lost."""
    rules = load("en/counts")["control"]
    if mention.number is None or mention.noun not in rules["places"]:
        return None
    doc, sent = mention.head.doc, mention.head.sent
    before = doc[max(sent.start, mention.first.i - 6) : mention.first.i]
    anchor = next((t for t in before if t.lemma_ in rules["verbs"]), None)
    if anchor is None:
        return None
    subject = next((t for t in anchor.children if t.dep_ == "nsubj"), anchor)
    start = mention.sentence.offset(min(subject.subtree, key=lambda t: t.i)) if subject is not anchor else mention.sentence.offset(anchor)
    return _draft("control", mention, start, mention.end, anchor)
