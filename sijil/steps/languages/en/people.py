"""Who is meant by a noun: civilians, children, women, combatants, medics, journalists or just people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _groups() -> dict[str, str]:
    return {word: group for group, listed in load("en/people")["groups"].items() for word in listed}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in _groups())


def group_of_noun(token: Token) -> str | None:
    """The group that the noun alone names ("soldiers"), or None where it names no people."""
    word = token.text.lower().strip("\"'’“”")
    if word not in _last_words():  # nearly all words: asked of every one of them
        return None
    pair = f"{token.nbor(-1).text.lower()} {word}" if token.i > 0 else ""
    return _groups().get(pair) or _groups().get(word)


def group_of(token: Token) -> str | None:
    """The group of the noun with its modifiers ("civilian deaths", "armed men", "members of the army").

    Children and women stay what they are whatever the modifier; None where the noun names no people.
    """
    group = group_of_noun(token)
    if group in ("children", "women", "medics", "journalists"):
        return group
    adjectives: dict[str, str] = load("en/people")["adjectives"]
    for left in _modifiers(token):
        word = left.text.lower().strip("\"'’“”")
        if word in adjectives:
            return adjectives[word]
        if group == "people" and _armed(word):
            return "combatants"
    return "combatants" if group == "people" and _of_armed(token) else group


def group_of_adjective(token: Token) -> str | None:
    """The group that stands before a noun of harm ("civilian casualties"), or None."""
    group = group_of(token)
    if group is None and token.i > token.sent.start:
        return group_of_noun(token.nbor(-1))
    return group


def _armed(word: str) -> bool:
    return word in words("people", "armed", "words") or word.rstrip("s") in words("people", "armed", "words")


def _modifiers(token: Token) -> Iterator[Token]:
    """The up to three words before a noun, nearest first, as far as they belong to its phrase."""
    for left in reversed(token.doc[max(token.sent.start, token.i - 3) : token.i]):
        if left.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PUNCT") and left.text != "-":
            return
        yield left


def _of_armed(token: Token) -> bool:
    """ "members of the Nusra Front": an armed party within five words after "of" or "from"."""
    doc, i, word = token.doc, token.i + 1, token.text.lower()
    if word not in ("member", "members", "men", "others", "people") or i >= len(doc):
        return False
    if doc[i].text.lower() not in ("of", "from", "with"):
        return False
    for after in doc[i + 1 : min(i + 7, token.sent.end)]:
        if _armed(after.text.lower()):
            return word.startswith("member") or after.text.lower() not in ("group", "front")
        if after.pos_ in ("VERB", "AUX"):
            return False
    return False
