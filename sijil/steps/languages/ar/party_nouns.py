"""Nouns that begin the names of armed parties and authorities, and words that may follow them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sijil.rules import load
from sijil.steps.languages.ar.speaker_names import listed
from sijil.steps.languages.ar.text import Word, fold, keys
from sijil.steps.languages.ar.verbs import forms

Kind = Literal["force", "group", "platform", "people", "names"]

#: Marks between words at which a name ends, and letters before a noun of the name that are no part of it.
BREAK = re.compile(r"[،,;؛:.!?؟|…\n+*]|\s[-–—]+\s|://|_\s|\s_")
TO, PLAIN = ("ل", "لل"), ("", "ال")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that begins a party's name: what follows it by `kind`, and the gender of a verb before it."""

    kind: Kind
    gender: str  # "he", "she", "any"


@cache
def nouns() -> dict[str, Noun]:
    """Stems that begin a party's name."""
    rules = load("ar/actors")
    kinds: tuple[Kind, ...] = ("names", "people", "platform", "group", "force")
    found: dict[str, Noun] = {}
    for kind in kinds:
        for gender, entries in rules[kind].items():
            for entry in entries:
                found.setdefault(fold(entry.split()[0]), Noun(kind, gender))
    return found


def noun_of(word: Word) -> tuple[str, Noun] | None:
    """The longest stem of a word that begins a party's name, with its noun; None for none."""
    table = nouns()
    return next(((stem, table[stem]) for stem in word.stems if stem in table), None)


def without_article(word: Word, stem: str) -> str:
    """The letters attached before a name; "and" and "in" with the article leave it in the name."""
    lead = word.lead(stem)
    return lead if lead.endswith("لل") else lead.removesuffix("ال")


@cache
def nations() -> frozenset[str]:
    """Adjectives of nations in all their forms."""
    return with_endings("nations")


@cache
def with_endings(section: str) -> frozenset[str]:
    """Words of a section of rules/ar/actors.toml in all their forms."""
    rules = load("ar/actors")[section]
    bases, endings = rules["words"], rules["endings"]
    return keys([base + ending for base in bases for ending in endings])


def of(section: str, name: str = "words") -> frozenset[str]:
    """A list of rules/ar/actors.toml, folded."""
    return listed(section, name, "ar/actors")


@cache
def further() -> frozenset[str]:
    """Words that go on with a name."""
    rules = load("ar/actors")
    return keys([*rules["further"]["words"], *rules["people"]["any"]]) | nations()


@cache
def actions() -> frozenset[str]:
    """Verbs and nouns of deeds, and how they were done: no names."""
    rules = load("ar/actors")
    verbs = frozenset(forms(rules["verbs"]["words"]))
    return verbs | keys([*rules["nouns"]["words"], *rules["nouns"]["unsure"]]) | with_endings("manner")
