"""Who is meant by a noun: civilians, children, women, combatants, medics, journalists or just people."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _groups() -> dict[str, str]:
    return {word: group for group, words in load("en/people")["groups"].items() for word in words}


@cache
def _adjectives() -> dict[str, str]:
    return dict(load("en/people")["adjectives"])


@cache
def _armed() -> frozenset[str]:
    return frozenset(load("en/people")["armed"]["words"])


def group_of_noun(token: Token) -> str | None:
    """The group that the noun alone names ("soldiers"), or None where it names no people."""
    word = token.text.lower().strip("\"'’“”")
    if token.i > 0 and (pair := f"{token.nbor(-1).text.lower()} {word}") in _groups():
        return _groups()[pair]
    return _groups().get(word)


def group_of(token: Token) -> str | None:
    """The group of the noun with its modifiers ("civilian deaths", "armed men", "members of the army").

    Children and women stay what they are whatever the modifier; None where the noun names no people.
    """
    group = group_of_noun(token)
    if group in ("children", "women", "medics", "journalists"):
        return group
    for left in _modifiers(token):
        word = left.text.lower().strip("\"'’“”")
        if word in _adjectives():
            return _adjectives()[word]
        if group == "people" and (word in _armed() or word.rstrip("s") in _armed()):
            return "combatants"
    if group == "people" and _of_armed(token):
        return "combatants"
    return group


def _modifiers(token: Token) -> list[Token]:
    start = max(token.sent.start, token.i - 3)
    found = []
    for left in reversed(token.doc[start : token.i]):
        if left.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PUNCT") and left.text != "-":
            break
        found.append(left)
    return found


def _of_armed(token: Token) -> bool:
    """"members of the Nusra Front": an armed party within five words after "of" or "from"."""
    doc, i = token.doc, token.i + 1
    if token.text.lower() not in ("member", "members", "men", "others", "people") or i >= len(doc):
        return False
    if doc[i].text.lower() not in ("of", "from", "with"):
        return False
    for after in doc[i + 1 : min(i + 7, token.sent.end)]:
        if after.text.lower() in _armed() or after.text.lower().rstrip("s") in _armed():
            return token.text.lower().startswith("member") or after.text.lower() not in ("group", "front")
        if after.pos_ in ("VERB", "AUX"):
            return False
    return False
