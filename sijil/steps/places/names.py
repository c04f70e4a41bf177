"""Comparable keys of names, from strong to weak: exact, article, vowels. A consonant skeleton alone is no key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from sijil.rules import load

Tier = Literal["exact", "article", "vowels"]

#: Apostrophes, backticks, half rings for hamza and ain, the Arabic stretching mark.
_MARKS = re.compile("[\u0027\u0060\u00b4\u02b0-\u02ff\u2018\u2019\u201b\u2032\u2033\u0640]")
_GAPS = re.compile(r"[^\w]+|_+")
_VOWELS = re.compile(r"[aeiou]+")
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}


@lru_cache(maxsize=8192)
def exact_key(name: str) -> str:
    """Case, diacritics, apostrophes and hyphens ignored: "Ma`arrat an-Nu'mān" -> "maarrat an numan"."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(_LETTERS.get(c, c) for c in folded if not unicodedata.combining(c))
    return " ".join(_GAPS.sub(" ", _MARKS.sub("", plain)).split())


def article_key(name: str) -> str:
    """`exact_key` without Arabic articles, also one written together ("al-Waer", "Alwaer" -> "waer").

    Common first words have one spelling ("Tel Tamr", "Tall Tamr").
    """
    articles, joined, rest = _article_rules()
    words = exact_key(name).split()
    kept = [_words().get(word, word) for word in words if word not in articles] or words
    first = kept[0] if kept else ""
    for article in joined:
        if first.startswith(article) and len(first) - len(article) >= rest:
            kept[0] = first[len(article) :]
            break
    return " ".join(kept)


def vowel_key(name: str) -> str:
    """`article_key` with every run of vowels as one mark and doubled letters single; "" where too little is left.

    "Saraqeb", "Sarāqib" -> "s.r.q.b"; vowels keep their places, so this is more than a consonant skeleton.
    """
    key = "".join(_collapsed(word) for word in article_key(name).split())
    consonants = sum(c.isalpha() for c in key)
    return key if consonants >= int(load("name_keys")["vowel_key_consonants"]) else ""


def index_keys(name: str, weak_keys: bool) -> Iterator[tuple[str, int]]:
    """The keys under which the index keeps a spelling, with their tier's number: 0 exact, 1 article, 2 vowels.

    Nothing for a name without letters; without `weak_keys` (countries whose names need no transliteration) the exact
    key alone. The index is built anew whenever this file or rules/name_keys.toml changes.
    """
    exact = exact_key(name)
    if not exact:
        return
    yield exact, 0
    if not weak_keys:
        return
    article = article_key(name)
    if article != exact:
        yield article, 1
    weak = vowel_key(name)
    if weak:
        yield weak, 2


def _collapsed(word: str) -> str:
    inner = word[:1] + word[1:].replace("y", "i")
    single = re.sub(r"(.)\1+", r"\1", inner)
    key = _VOWELS.sub(".", single)
    return re.sub(r"\.h$", ".", key)  # "-ah", "-eh", "-a" are one ending


@cache
def _words() -> dict[str, str]:
    return {spelling: words[0] for words in load("name_keys")["words"] for spelling in words}


@cache
def _article_rules() -> tuple[frozenset[str], tuple[str, ...], int]:
    rules = load("name_keys")
    return frozenset(rules["articles"]), tuple(rules["joined"]), int(rules["joined_rest"])
