"""Who says what: attributions of a sentence, with the stretch of text that each covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.heard import heard
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.speaker_names import bodies, chain_of_names, clean_name, noun_phrase, text_of, with_body
from sijil.steps.languages.en.tokens import has_child
from sijil.steps.languages.en.words import one_of, words
from sijil.steps.reading.scene import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def voices(sentence: Sentence) -> tuple[Voice, ...]:
    """Attributions of the sentence in text order: subjects of verbs of saying, and "according to"."""
    said = [v for token in sentence.tokens if (v := _said(sentence, token)) is not None]
    parsed = [*said, *_according(sentence)]
    return tuple(sorted([*parsed, *heard(sentence, parsed)], key=lambda v: v.verb_at))


def _list(name: str, sub: str = "words") -> frozenset[str]:
    return words("speech", name, sub)


def _said(sentence: Sentence, verb: Token) -> Voice | None:
    """The attribution that a verb of saying makes, or None; a pointing subject ("he") gives an empty chain."""
    lemma = verb.lemma_.lower()
    if lemma not in _list("verbs") or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.tag_ == "VBN" and has_child(verb, "auxpass"):
        return None
    if verb.tag_ == "VB" and any(c.tag_ in ("TO", "MD") for c in verb.children):
        return None  # "nothing to say", "would tell"
    subject = _subject(verb)
    if subject is None or not _speaks(subject):
        left = _left_noun(verb)  # lists without commas make the last victim the subject
        subject = _whole(left) if left is not None else None
    if subject is None or not _speaks(subject):
        return None
    if lemma not in _list("verbs", "strong") and not has_child(verb, "ccomp", "xcomp"):
        return None
    span = noun_phrase(subject)
    start, end = _extent(sentence, verb, subject)
    at, verb_at = sentence.span(span[0], span[-1]), sentence.offset(verb)
    means = _means(span)
    if subject.text.lower() in _list("pronouns") or _points_back(span):
        pointing = " ".join(t.text.lower() for t in span)
        own = (sentence.words(subject, subject),) if means and subject.text[0].isupper() else ()
        return Voice(own, start, end, lemma, verb_at, pointing, at, means)
    chain = with_body(chain_of_names(subject, span, verb), sentence.text[at[1] - sentence.start :])
    return Voice(chain, start, end, lemma, verb_at, "", at, means, _person(chain)) if chain else None


def _means(span: Sequence[Token]) -> frozenset[str]:
    """Of a general name ("a war monitor", "the Observatory"): words of which one is in the name that it stands for."""
    words_said = [t.text.lower() for t in span]
    general = (
        words_said[-1] == "group"
        and "monitoring" in words_said
        or not any(t.pos_ == "PROPN" and t.text.lower() not in load("en/speech")["points_to"] for t in span)
    )
    last = "monitor" if words_said[-1] == "group" and "monitoring" in words_said else words_said[-1]
    return frozenset(load("en/speech")["points_to"].get(last, ())) if general else frozenset()


def _person(chain: Sequence[str]) -> bool:
    """Whether the first name of a chain is a person's: two words and more in title case, none of a body."""
    said = chain[0].split()
    titled = len(said) > 1 and all(w[0].isupper() or w[0].islower() and "-" in w for w in said)
    return titled and not _list("bodies") & {w.lower() for w in said}


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
        climbs = token.dep_ in ("conj", "xcomp") or token.dep_ == "advcl" and token.tag_ == "VBG"  # "..., saying that"
        if not climbs or token.head.pos_ not in ("VERB", "AUX"):
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
