"""By whom: phrases that name an armed party, and whether the sentence makes it the doer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.reading.scene import Doer

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _set(file: str, key: str) -> frozenset[str]:
    return frozenset(load(f"en/{file}")[key]["words"])


def _named(token: Token) -> bool:
    word = token.text.lower().strip("\"'“”")
    return word in _set("actors", "names") or word in _set("actors", "heads") or (token.ent_type_ == "NORP")


_GLUE = {"-", "’s", "'s", "led", "backed", "and", "of", "al", "/", "or", "the", "allied", "controlled", "loyal", "fighter", "its"}


def phrases(sentence: Sentence) -> tuple[tuple[Token, Token], ...]:
    """(first, last) tokens of every phrase that may name a party, in text order."""
    doc, end = sentence.tokens.doc, sentence.tokens.end
    out: list[tuple[Token, Token]] = []
    i = sentence.tokens.start
    while i < end:
        if not _named(doc[i]):
            i += 1
            continue
        j = i
        while j + 1 < end and (_named(doc[j + 1]) or (doc[j + 1].text.lower() in _GLUE and j + 2 < end and _named(doc[j + 2])) or (doc[j + 1].text in ("-",) and j + 2 < end)):
            j += 1
        while j > i and doc[j].text.lower() in _GLUE:
            j -= 1
        if any(t.text.lower() in _set("actors", "heads") or t.ent_type_ == "NORP" for t in doc[i : j + 1]):
            out.append((doc[i], doc[j]))
        i = j + 1
    return tuple(out)


def doers(sentence: Sentence) -> tuple[Doer, ...]:
    """Parties that the sentence makes the doer of an attack or of harm, in text order."""
    out = []
    for first, last in phrases(sentence):
        how = _role(first, last, sentence)
        if how:
            first, last = _trim(first, last, how)
            start, end = sentence.offset(first), sentence.offset(last) + len(last.text)
            words = sentence.text[start - sentence.start : end - sentence.start].strip("\"“”'")
            if words.lower() not in ("state", "front", "air", "international", "unknown", "foreign", "security", "national", "free", "southern", "border", "unidentified", "suicide", "aircraft", "artillery", "planes", "plane", "jets", "warplanes", "helicopters", "drone", "drones", "police", "group", "groups", "units", "forces", "force", "military", "sniper", "snipers", "gunmen's", "helicopter", "air forces", "warplane", "jet", "democratic", "western", "islamic"):
                out.append(Doer(words, start, end, how))
    return tuple(out)


def _trim(first: Token, last: Token, how: str) -> tuple[Token, Token]:
    """"regime air" of "regime air strikes" is "regime"."""
    while last.i > first.i and last.text.lower() in ("air", "suicide", "drone", "artillery", "’s", "'s", "fighter", "of"):
        if how != "noun" and last.text.lower() not in ("’s", "'s", "suicide", "air", "of") or last.text.lower() == "drone":
            break
        last = last.nbor(-1)
    return first, last


def _role(first: Token, last: Token, sentence: Sentence) -> str:
    doc = first.doc
    before = doc[first.i - 1] if first.i > sentence.tokens.start else None
    while before is not None and before.text.lower() in ("the", "a", "an", "-", "of", "other", "its", "suspected", "alleged", "\"", "“", "both") and before.i > sentence.tokens.start:
        if before.text.lower() == "of":
            break
        before = doc[before.i - 1]
    after = doc[last.i + 1] if last.i + 1 < sentence.tokens.end else None
    if before is not None and before.text.lower() == "by" and not _said_by(before):
        return "by"
    if after is not None and (after.text.lower() in _set("attacks", "nouns") or (after.text.lower() in ("’s", "'s") and after.i + 1 < sentence.tokens.end and doc[after.i + 1].text.lower() in _set("attacks", "nouns"))):
        return "noun"
    if before is not None and before.text.lower() in ("on", "against", "targeting", "at", "with") and after is not None and after.text.lower() not in _set("attacks", "nouns"):
        return ""
    if last.text.lower() in ("airstrikes", "jets", "warplanes", "helicopters") and last.i > first.i:
        return "subject" if _subject_of_attack(last) else "noun"
    return "subject" if _subject_of_attack(last) else ""


def _said_by(by: Token) -> bool:
    before = by.nbor(-1).lemma_.lower() if by.i > by.sent.start else ""
    return before in ("report", "say", "control", "hold", "cite", "run", "publish", "quote", "confirm", "document", "release", "claim", "own", "back", "support", "state", "issue", "surround", "use", "accompany", "capture", "broker", "sponsor", "post", "downed", "head", "lead", "announce", "fund")


def _subject_of_attack(token: Token) -> bool:
    node = token
    for _ in range(3):
        if node.dep_ == "nsubj":
            verb = node.head
            verbs = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "conj", "ccomp") and not any(x.dep_ == "nsubj" for x in c.children))]
            return any(v.lemma_.lower() in _set("attacks", "verbs") and not any(c.dep_ == "auxpass" for c in v.children) for v in verbs)
        if node.dep_ in ("conj", "compound", "nmod", "appos", "amod"):
            node = node.head
            continue
        return False
    return False
