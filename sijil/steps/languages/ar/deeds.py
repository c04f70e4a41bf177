"""Words of attack around an Arabic party's name: nouns before it, how and when they were, verbs of doing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.party_nouns import nations, of, with_endings
from sijil.steps.languages.ar.speaker_names import head_of, listed
from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.verbs import Form, forms

#: Words stepped over between a party and its verb or its noun of attack, and words before "from" that name the attack.
STEPS, NEAR = 6, 8

#: Marks between clauses, marks between sentences, and letters written before a verb or a noun.
BREAK = re.compile(r"[،,;؛:.!?؟|…\n]")
END = re.compile(r"[.!?؟:|\n]")
AND = ("", "و", "ف")
ANY = ("", "ال", "ب", "بال", "و", "وال", "ل", "لل", "ف", "وب", "فال", "وبال", "فب")


def near(words: Sequence[Word], at: int, names: frozenset[str], most: int = NEAR) -> bool:
    """Whether a listed word stands at most some words before word `at`."""
    return any(head_of(word, names, ANY) for word in words[max(0, at - most) : at])


def noun_before(words: Sequence[Word], at: int) -> str:
    """The noun of attack right before word `at`, adjectives and times stepped over; "" for none."""
    for i in range(at - 1, max(-1, at - 1 - STEPS), -1):
        if END.search(words[i + 1].gap):
            return ""
        if noun := head_of(words[i], attack_nouns(), ANY):
            return noun
        stepped = head_of(words[i], manner(), ("", "ال", "و", "وال")) or words[i].key in times()
        if not stepped and not head_of(words[i], of("manner", "with"), ("ب", "بال")):
            return ""
    return ""


@cache
def attack_nouns() -> frozenset[str]:
    """Nouns of attack."""
    return of("nouns") | of("nouns", "unsure")


@cache
def manner() -> frozenset[str]:
    """Adjectives of an attack: how it was, and whose."""
    return with_endings("manner") | nations()


@cache
def times() -> frozenset[str]:
    """Words of time, which may stand between a verb and its subject."""
    return listed("", "times", "ar/grammar")


@cache
def deeds() -> dict[str, Form]:
    """Forms of verbs of doing."""
    return forms(load("ar/actors")["verbs"]["words"])


def deed_of(word: Word) -> Form | None:
    """The form of a verb of doing, or None."""
    known = deeds()
    return next((known[stem] for stem in word.stems if stem in known and word.lead(stem) in AND), None)
