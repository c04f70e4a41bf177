"""A party's words as comparable tokens, and the lists of words around names (parties.toml of each language)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sijil.rules import load
from sijil.steps.languages import listed
from sijil.steps.places.names import exact_key

_ARABIC = re.compile("[\u0621-\u064a]")
_LEAST = 3  # letters that must be left of an Arabic word when an attached particle is taken off


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its key, the word as written, and the key without an attached Arabic particle ("wa-", "li-")."""

    key: str
    written: str
    bare: str

    @property
    def joined(self) -> bool:
        """Whether the word begins with an attached "and"."""
        return self.bare != self.key and self.key.startswith("و")


def tokens(words: str) -> tuple[Token, ...]:
    """The words in order. Endings "s" and "'s" are dropped: apostrophes are often lost ("Assads", "Peoples")."""
    parts = (re.sub(r"['’]s$", "", part) for part in re.split(r"[\s\-/–—,،\"“”«»()]+", undotted(words)))
    keys = ((_single(key), part) for part in parts for key in exact_key(part).split() if key != "s")
    return tuple(Token(key, part, _bare(key)) for key, part in keys)


def undotted(words: str) -> str:
    """ "U.S.-led" as "US-led"."""
    return re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda found: found[0].replace(".", ""), words)


def key_of(words: str) -> str:
    """The key of a whole name: its tokens' keys, found in one go (there are thousands of names)."""
    plain = re.sub(r"['’]s\b", "", undotted(words))
    return " ".join(_single(key) for key in exact_key(plain).split() if key != "s")


def _single(key: str) -> str:
    """A word's key without an ending "s", in one spelling of several."""
    single = key[:-1] if key.endswith("s") and len(key) > _LEAST + 1 else key
    return _spellings().get(single, single)


@cache
def _spellings() -> dict[str, str]:
    return {one: ones[0] for ones in load("en/parties")["spellings"] for one in ones}


def _bare(key: str) -> str:
    if not _ARABIC.match(key):
        return key
    if key.startswith("لل") and len(key) > _LEAST + 1:
        return "ال" + key[2:]
    if key[:1] in _attached() and len(key) > _LEAST:
        rest = key[1:]
        return "ال" + rest[2:] if key[0] == "و" and rest.startswith("لل") else rest
    return key


@cache
def _attached() -> frozenset[str]:
    return frozenset(load("ar/parties")["attached"])


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of all languages, as keys."""
    return frozenset(key_of(word) for word in listed("parties", name)) - {""}


def ends_with(before: Sequence[Token], name: str) -> bool:
    """Whether the tokens end with words of the list `name`, an article left aside."""
    text = (" " + " ".join(token.key for token in before)).removesuffix(" the")
    return any(text.endswith(f" {phrase}") for phrase in words(name))


def begins_with(after: Sequence[Token], name: str) -> bool:
    """Whether the tokens begin with words of the list `name`."""
    text = " ".join(token.key for token in after) + " "
    return any(text.startswith(f"{phrase} ") for phrase in words(name))


def contains(all_: Sequence[Token], name: str) -> bool:
    """Whether words of the list `name` stand anywhere in the tokens."""
    text = f" {' '.join(token.key for token in all_)} "
    return any(f" {phrase} " in text for phrase in words(name))


def judging(all_: Sequence[Token]) -> str:
    """The words that judge, as written, in order and once each."""
    return ", ".join(dict.fromkeys(t.written for t in all_ if {t.key, t.bare} & words("judging")))
