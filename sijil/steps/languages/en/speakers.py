"""Who says what: attributions of a sentence, with the stretch of text that each covers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.reading.scene import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _rules(key: str, sub: str = "words") -> frozenset[str]:
    return frozenset(load("en/speech")[key][sub])


def voices(sentence: Sentence) -> tuple[Voice, ...]:
    """Attributions of the sentence in text order: subjects of verbs of saying, and "according to"."""
    found = [v for token in sentence.tokens if (v := _said(sentence, token)) is not None]
    found += _according(sentence)
    return tuple(sorted(found, key=lambda v: v.verb_at))


def _said(sentence: Sentence, verb: Token) -> Voice | None:
    lemma = verb.lemma_.lower()
    if lemma not in _rules("verbs") or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return None
    subject = _subject(verb)
    if subject is None:
        return None
    subject = _whole(subject)
    if subject.text.lower() in _rules("not_speakers") or any(c.dep_ == "nummod" for c in subject.children):
        return None
    if subject.pos_ == "NOUN" and subject.lemma_.lower() not in _rules("nouns"):
        return None
    if lemma not in _rules("verbs", "strong") and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return None
    start, end = _extent(sentence, verb, subject)
    span = _noun_phrase(subject)
    at = (sentence.offset(span[0]), sentence.offset(span[-1]) + len(span[-1].text))
    if subject.text.lower() in _rules("pronouns") or _generic(span):
        return Voice((), start, end, lemma, sentence.offset(verb), " ".join(t.text.lower() for t in span), at)
    chain = _chain(subject, span, verb)
    return Voice(chain, start, end, lemma, sentence.offset(verb), "", at) if chain else None


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(3):
        found = [c for c in token.children if c.dep_ in ("nsubj",)]
        if found:
            return found[0]
        if token.dep_ in ("conj", "xcomp") and token.head.pos_ in ("VERB", "AUX"):
            token = token.head
            continue
        if token.dep_ in ("relcl",):
            return token.head
        break
    return _left_noun(verb)


def _whole(token: Token) -> Token:
    """The head of "the Syrian Observatory for Human Rights" where the parse took "Rights" for the subject."""
    while token.dep_ == "pobj" and token.head.text.lower() in ("for", "of") and token.head.head.pos_ == "PROPN":
        token = token.head.head
    return token


def _left_noun(verb: Token) -> Token | None:
    """Where the parse found no subject: the noun right before the verb, adverbs passed over."""
    i = verb.i - 1
    while i >= verb.sent.start and (verb.doc[i].pos_ in ("ADV", "AUX", "PUNCT", "X") or verb.doc[i].text.lower() in ("also", "have", "has")) and verb.i - i < 4:
        i -= 1
    if i < verb.sent.start or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    token = verb.doc[i]
    return token if token.pos_ in ("NOUN", "PROPN") or token.text.lower() in ("he", "she", "it", "they") else None


def _generic(span: list[Token]) -> bool:
    """"the monitor", "the group", "the Observatory": a determiner and one general word."""
    words = [t.text.lower() for t in span]
    return len(words) <= 2 and words[0] in ("the", "this", "that", "his", "its") and words[-1] in _rules("generic") or words == ["observatory"] or words[1:] in (["monitoring", "group"], ["monitor"], ["war", "monitor"])


def _noun_phrase(head: Token) -> list[Token]:
    """The head with its modifiers and "of"/"for"/"in" phrases, without relative clauses and appositions."""
    keep = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in ("relcl", "appos", "acl", "punct", "cc", "conj", "prep", "advcl", "parataxis", "advmod", "dep", "predet") and not (child.dep_ == "prep" and child.text.lower() in ("of", "for") and token.i <= head.i + 8) and not (child.dep_ == "punct" and child.text in ("-", "–")):
                continue
            keep.add(child.i)
            stack.append(child)
    lo, hi = min(keep), max(keep)
    while lo < hi and lo not in keep:
        lo += 1
    out = [t for t in head.doc[lo : hi + 1]]
    return out[:14]


def _chain(subject: Token, span: list[Token], verb: Token) -> tuple[str, ...]:
    person, body = _person(span)
    names = [person, body] if person else [clean_name(_text(span))]
    names += [n for n in _bodies(subject) if not person and n not in names]
    names += [n for n in _relays(verb) if n not in names]
    return tuple(n for n in names if n)[:3]


def _person(span: list[Token]) -> tuple[str, str]:
    """("Yasser Farhan", "Syrian Coalition") of "Member of the Syrian Coalition's political committee Yasser Farhan"."""
    last = len(span)
    first = last
    while first > 0 and span[first - 1].ent_type_ == "PERSON":
        first -= 1
    if last - first < 2 or first == 0 or not any(t.pos_ in ("NOUN", "PROPN") for t in span[:first]):
        return "", ""
    runs: list[list[Token]] = [[]]
    for token in span[:first]:
        if token.pos_ == "PROPN" and token.text.lower() not in _rules("titles"):
            runs[-1].append(token)
        elif runs[-1] and not (token.text.lower() in ("for", "of") and len(runs[-1]) > 1):
            runs.append([])
        elif runs[-1]:
            runs[-1].append(token)
    body = max(runs, key=len)
    return clean_name(_text(span[first:])), clean_name(_text(body)) if body else ""


def _bodies(subject: Token) -> list[str]:
    """The body somebody speaks for: "Naji al-Mustafa, spokesman for the National Liberation Front"."""
    for child in subject.children:
        if child.dep_ in ("appos", "compound", "nmod") and child.pos_ in ("NOUN", "PROPN"):
            for prep in child.children:
                if prep.dep_ == "prep" and prep.text.lower() in ("for", "of", "at", "with"):
                    for pobj in prep.children:
                        if pobj.dep_ == "pobj" and any(t.pos_ == "PROPN" for t in pobj.subtree):
                            return [clean_name(_text(_noun_phrase(pobj)))]
    return []


def _relays(verb: Token) -> list[str]:
    """The outlet that was told: "told AFP", "said in a statement to Reuters"."""
    if verb.lemma_ != "tell":
        return []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and any(t.pos_ == "PROPN" for t in [child, *child.lefts]):
            return [clean_name(_text(_noun_phrase(child)))]
    return []


def _text(span: list[Token]) -> str:
    return span[0].doc[span[0].i : span[-1].i + 1].text if span else ""


def clean_name(words: str) -> str:
    """A speaker's name without articles, "Britain-based", "monitoring group" and the like."""
    name = re.sub(r"\s+", " ", words).strip(" ,.;:\"'“”()")
    changed = True
    while changed:
        changed = False
        for lead in sorted(_rules("trim", "before"), key=len, reverse=True):
            if name.lower().startswith(lead + " ") and len(name) > len(lead) + 2:
                name, changed = name[len(lead) + 1 :].lstrip(" -"), True
        for tail in sorted(_rules("trim", "after"), key=len, reverse=True):
            if name.lower().endswith(" " + tail) and len(name.split()) > len(tail.split()) + 1:
                name, changed = name[: -len(tail) - 1].rstrip(" ,"), True
    return re.sub(r"(?:’s|'s)$", "", name)


def _extent(sentence: Sentence, verb: Token, subject: Token) -> tuple[int, int]:
    """What the attribution covers: all of the sentence before "..., X said", else from the verb to its end."""
    at = sentence.offset(verb)
    before = sentence.text[: sentence.offset(subject) - sentence.start].strip(" ,\"“”'")
    complement = [c for c in verb.children if c.dep_ == "ccomp"]
    if complement and complement[0].i < verb.i or (len(before.split()) > 6 and not complement):
        return sentence.start, sentence.end
    if complement and len(before.split()) > 6 and subject.i > sentence.tokens.start + 6:
        return min(at, sentence.offset(subject)), sentence.end
    return sentence.start, sentence.end


def _according(sentence: Sentence) -> list[Voice]:
    out = []
    words = "|".join(sorted((re.escape(w) for w in load("en/speech")["according"]["words"]), key=len, reverse=True))
    for m in re.finditer(rf"\b(?:{words})\s+", sentence.text, re.I):
        token = sentence.token_at(sentence.start + m.end())
        if token is None:
            continue
        head = _head_after(sentence, token)
        span = [t for t in _noun_phrase(head) if t.i >= token.i]
        name = clean_name(_text(span))
        if not name or head.text.lower() in _rules("not_speakers"):
            continue
        chain = tuple(dict.fromkeys((name, *_bodies(head))))
        at = (sentence.offset(span[0]), sentence.offset(span[-1]) + len(span[-1].text))
        out.append(Voice(chain, sentence.start, sentence.end, m.group().strip().lower(), sentence.start + m.start(), "", at))
    return out


def _head_after(sentence: Sentence, token: Token) -> Token:
    """The head noun of the phrase that begins at `token`."""
    head = token
    while head.head is not head and head.head.i > head.i - 1 and head.head.i >= token.i and head.head.i < sentence.tokens.end and head.head.pos_ in ("NOUN", "PROPN", "ADJ") and head.head.i - token.i < 12:
        if head.head.i <= head.i:
            break
        head = head.head
    return head
