"""Who says what: attributions of a sentence, with the stretch of text that each covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.speaker_names import bodies, chain_of_names, clean_name, noun_phrase, text_of
from sijil.steps.languages.en.tokens import has_child
from sijil.steps.languages.en.words import one_of, words
from sijil.steps.reading.scene import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def voices(sentence: Sentence) -> tuple[Voice, ...]:
    """Attributions of the sentence in text order: subjects of verbs of saying, and "according to"."""
    said = [v for token in sentence.tokens if (v := _said(sentence, token)) is not None]
    return tuple(sorted([*said, *_according(sentence)], key=lambda v: v.verb_at))


def _list(name: str, sub: str = "words") -> frozenset[str]:
    return words("speech", name, sub)


def _said(sentence: Sentence, verb: Token) -> Voice | None:
    """The attribution that a verb of saying makes, or None; a pointing subject ("he") gives an empty chain."""
    lemma = verb.lemma_.lower()
    if lemma not in _list("verbs") or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.tag_ == "VBN" and has_child(verb, "auxpass"):
        return None
    subject = _subject(verb)
    if subject is None or not _speaks(subject):
        return None
    if lemma not in _list("verbs", "strong") and not has_child(verb, "ccomp", "xcomp"):
        return None
    span = noun_phrase(subject)
    start, end = _extent(sentence, verb, subject)
    at, verb_at = sentence.span(span[0], span[-1]), sentence.offset(verb)
    if subject.text.lower() in _list("pronouns") or _points_back(span):
        return Voice((), start, end, lemma, verb_at, " ".join(t.text.lower() for t in span), at)
    chain = chain_of_names(subject, span, verb)
    return Voice(chain, start, end, lemma, verb_at, "", at) if chain else None


def _speaks(subject: Token) -> bool:
    """Whether the subject can speak: no toll, no attack, no number of people, and of common nouns only those listed."""
    if subject.text.lower() in _list("not_speakers") or has_child(subject, "nummod"):
        return False
    return subject.pos_ != "NOUN" or subject.lemma_.lower() in _list("nouns")


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(3):
        found = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if found is not None:
            return _whole(found)
        if token.dep_ == "relcl":
            return _whole(token.head)
        if token.dep_ not in ("conj", "xcomp") or token.head.pos_ not in ("VERB", "AUX"):
            break
        token = token.head
    left = _left_noun(verb)
    return _whole(left) if left is not None else None


def _whole(token: Token) -> Token:
    """The head of "the Syrian Observatory for Human Rights" where the parse took "Rights" for the subject."""
    while token.dep_ == "pobj" and token.head.text.lower() in ("for", "of") and token.head.head.pos_ == "PROPN":
        token = token.head.head
    return token


def _left_noun(verb: Token) -> Token | None:
    """Where the parse found no subject: the noun right before the verb, adverbs passed over."""
    i, doc = verb.i - 1, verb.doc
    while i >= verb.sent.start and verb.i - i < 4 and _between(doc[i]):
        i -= 1
    if i < verb.sent.start or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    token = doc[i]
    return token if token.pos_ in ("NOUN", "PROPN") or token.text.lower() in ("he", "she", "it", "they") else None


def _between(token: Token) -> bool:
    return token.pos_ in ("ADV", "AUX", "PUNCT", "X") or token.text.lower() in ("also", "have", "has")


def _points_back(span: Sequence[Token]) -> bool:
    """ "the monitor", "the group", "the Observatory": a determiner and one general word."""
    said = [t.text.lower() for t in span]
    if len(said) <= 2 and said[0] in ("the", "this", "that", "his", "its") and said[-1] in _list("generic"):
        return True
    return said == ["observatory"] or said[1:] in (["monitoring", "group"], ["monitor"], ["war", "monitor"])


def _extent(sentence: Sentence, verb: Token, subject: Token) -> tuple[int, int]:
    """What the attribution covers: all of the sentence before "..., X said", else from the verb to its end."""
    at = sentence.offset(subject)
    before = sentence.text[: at - sentence.start].strip(" ,\"“”'")
    told = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    late = len(before.split()) > 6 and subject.i > sentence.tokens.start + 6
    if told is not None and told.i > verb.i and late:
        return min(sentence.offset(verb), at), sentence.end
    return sentence.start, sentence.end


def _according(sentence: Sentence) -> Iterator[Voice]:
    """ "according to X", "citing X" and the other phrases of the list."""
    for m in _phrases().finditer(sentence.text):
        token = sentence.token_at(sentence.start + m.end())
        if token is None:
            continue
        head = _head_after(sentence, token)
        span = [t for t in noun_phrase(head) if t.i >= token.i]
        name = clean_name(text_of(span))
        if name and head.text.lower() not in _list("not_speakers"):
            chain = tuple(dict.fromkeys((name, *bodies(head))))
            phrase, verb_at = m.group().strip().lower(), sentence.start + m.start()
            at = sentence.span(span[0], span[-1])
            yield Voice(chain, sentence.start, sentence.end, phrase, verb_at, "", at)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load('en/speech')['according']['words'])})\s+", re.I)


def _head_after(sentence: Sentence, token: Token) -> Token:
    """The head noun of the phrase that begins at `token`, at most twelve words on."""
    last = min(sentence.tokens.end - 1, token.i + 11)
    head = token
    while head.i < head.head.i <= last and head.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        head = head.head
    return head
