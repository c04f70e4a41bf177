"""By whom: phrases that name an armed party, and whether the sentence makes it the doer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.tokens import has_child
from sijil.steps.languages.en.words import words
from sijil.steps.reading.scene import Doer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_POSSESSIVE = ("’s", "'s")


def doers(sentence: Sentence) -> tuple[Doer, ...]:
    """Parties of the sentence in text order; `how` is "named" where nothing says that they did it.

    Those are offered too: the doer of a harm often stands as a mere name in another sentence (17 % of the actors of the
    annotated train reports were no candidates before).
    """
    out = []
    for first, last in phrases(sentence):
        how = _role(first, last, sentence) or "named"
        last = _trimmed(first, last, how)
        name = sentence.words(first, last).strip("\"“”'")
        if name.lower() not in words("actors", "no_names", "words"):
            out.append(Doer(name, *sentence.span(first, last), how))
    return tuple(out)


def phrases(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """(first, last) tokens of every phrase that may name a party, in text order."""
    doc, i, end = sentence.tokens.doc, sentence.tokens.start, sentence.tokens.end
    while i < end:
        if not _named(doc[i]):
            i += 1
            continue
        last = _last_of_phrase(doc, i, end)
        if any(t.text.lower() in words("actors", "heads", "words") or t.ent_type_ == "NORP" for t in doc[i : last + 1]):
            yield doc[i], doc[last]
        i = last + 1


def _named(token: Token) -> bool:
    word = token.text.lower().strip("\"'“”")
    listed = word in words("actors", "names", "words") or word in words("actors", "heads", "words")
    return listed or token.ent_type_ == "NORP"


def _last_of_phrase(doc: Doc, first: int, end: int) -> int:
    last = first
    while last + 1 < end and _goes_on(doc, last + 1, end):
        last += 1
    while last > first and doc[last].text.lower() in words("actors", "glue", "words"):
        last -= 1
    return last


def _goes_on(doc: Doc, i: int, end: int) -> bool:
    """Whether token `i` belongs to the phrase before it: a word of a name, or glue before one."""
    if _named(doc[i]):
        return True
    if i + 1 >= end:
        return False
    return doc[i].text == "-" or (doc[i].text.lower() in words("actors", "glue", "words") and _named(doc[i + 1]))


def _trimmed(first: Token, last: Token, how: str) -> Token:
    """The last token of the name itself: "regime air" of "regime air strikes" is "regime"."""
    loose = words("actors", "trailing", "words") | (words("actors", "trailing", "nouns") if how == "noun" else set())
    while last.i > first.i and last.text.lower() in loose:
        last = last.nbor(-1)
    return last


def _role(first: Token, last: Token, sentence: Sentence) -> str:
    """How the phrase is the doer: "by" it, before the "noun" of an attack, as "subject"; "" where it is none."""
    led = _leading(first, sentence)
    lead = led.text.lower() if led is not None else ""
    if led is not None and lead == "by" and not _names_teller(led):
        return "by"
    if _before_attack(last, sentence):
        return "noun"
    if lead in ("on", "against", "targeting", "at", "with") and last.i + 1 < sentence.tokens.end:
        return ""
    if _subject_of_attack(last):
        return "subject"
    flies = last.text.lower() in ("airstrikes", "jets", "warplanes", "helicopters")
    return "noun" if flies and last.i > first.i else ""


def _leading(first: Token, sentence: Sentence) -> Token | None:
    """The word before the phrase, articles and doubts ("suspected") passed over."""
    if first.i <= sentence.tokens.start:
        return None
    led = first.nbor(-1)
    while led.text.lower() in words("actors", "leads", "words") and led.i > sentence.tokens.start:
        led = led.nbor(-1)
    return led


def _before_attack(last: Token, sentence: Sentence) -> bool:
    """Whether the noun of an attack follows: "regime shelling", "the army's offensive"."""
    nouns, end = words("attacks", "nouns", "words"), sentence.tokens.end
    if last.i + 1 >= end:
        return False
    after = last.nbor(1)
    if after.text.lower() in nouns:
        return True
    return after.text.lower() in _POSSESSIVE and after.i + 1 < end and after.nbor(1).text.lower() in nouns


def _names_teller(by: Token) -> bool:
    """Whether "by" names who tells, holds or helps, not who does harm ("reported by", "held by", "backed by")."""
    return by.i > by.sent.start and by.nbor(-1).lemma_.lower() in words("actors", "no_harm", "lemmas")


def _subject_of_attack(token: Token) -> bool:
    """Whether the token is, or belongs to, the subject of a verb of attack in the active."""
    node = token
    for _ in range(3):
        if node.dep_ == "nsubj":
            return any(_attacks(verb) for verb in _with_joined(node.head))
        if node.dep_ not in ("conj", "compound", "nmod", "appos", "amod"):
            return False
        node = node.head
    return False


def _with_joined(verb: Token) -> list[Token]:
    """The verb and the verbs hung on it that have no subject of their own."""
    joined = [c for c in verb.children if c.dep_ in ("xcomp", "conj", "ccomp") and not has_child(c, "nsubj")]
    return [verb, *joined]


def _attacks(verb: Token) -> bool:
    return verb.lemma_.lower() in words("attacks", "verbs", "words") and not has_child(verb, "auxpass")
