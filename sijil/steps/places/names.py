"""Comparable keys of names, from strong to weak: exact, article, vowels, skeleton. A skeleton alone decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from sijil.rules import load
from sijil.steps.places.sounds import is_arabic, skeleton_of

Tier = Literal["exact", "article", "vowels", "skeleton"]

#: The numbers of the tiers in the index.
TIERS: tuple[Tier, ...] = ("exact", "article", "vowels", "skeleton")

#: Apostrophes, backticks, half rings for hamza and ain, the Arabic stretching mark, marks of writing direction.
_MARKS = re.compile(
    "[\u0027\u0060\u00b4\u02b0-\u02ff\u2018\u2019\u201b\u2032\u2033\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_COMMAS = str.maketrans(dict.fromkeys("\u060c\u066b\u066c\u061b", ","))  # Arabic commas, and what is typed for them
_GAPS = re.compile(r"[^\w]+|_+")
_VOWELS = re.compile(r"[aeiou]+")
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}


@lru_cache(maxsize=8192)
def exact_key(name: str) -> str:
    """Case, diacritics, apostrophes and hyphens ignored: "Ma`arrat an-Nu'mān" -> "maarrat an numan".

    Arabic letters that typists use for one another are one.
    """
    plain = name.casefold()
    if not plain.isascii():
        letters = _letters()
        folded = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join(letters.get(c, c) for c in folded if not unicodedata.combining(c))
    return " ".join(_GAPS.sub(" ", _MARKS.sub("", plain)).split())


def folded(words: str) -> str:
    """Arabic words as all keys write their letters, without marks; words in other scripts as they are."""
    if not is_arabic(words):
        return words
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return _MARKS.sub("", "".join(_letters().get(c, c) for c in plain)).translate(_COMMAS)


@lru_cache(maxsize=8192)
def article_key(name: str) -> str:
    """`exact_key` without Arabic articles, also one written together ("al-Waer", "Alwaer" -> "waer").

    Common first words have one spelling ("Tel Tamr", "Tall Tamr").
    """
    articles, joined, rest = _article_rules()
    words = exact_key(name).split()
    kept = [_words().get(word, _bare(word)) for word in words if word not in articles] or words
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
    article = article_key(name)
    key = "".join(_collapsed(word) for word in article.split())
    consonants = sum(c.isalpha() for c in key)
    return key if consonants >= int(load("name_keys")["vowel_key_consonants"]) and not is_arabic(key) else ""


@lru_cache(maxsize=8192)
def skeleton_key(name: str) -> str:
    """The consonants of a name as Levantine transliteration has them, in Latin or Arabic script; "" for too few.

    "Khirbet Qais", "Kherbit Kays", "خربة قيس" -> "xrbks".
    """
    key = skeleton_of(article_key(name))
    return key if len(key) >= int(load("name_keys")["skeleton_consonants"]) else ""


def index_keys(name: str, country: str) -> Iterator[tuple[str, int]]:
    """The keys under which the index keeps a spelling, with the number of their tier in TIERS.

    Nothing for a name without letters. Weaker keys only for countries whose names are transliterated, skeletons only
    for those with Arabic names. The index is built anew whenever this file or rules/name_keys.toml changes.
    """
    rules = load("name_keys")
    exact = exact_key(name)
    if not exact:
        return
    yield exact, 0
    if country not in rules["transliterated"]:
        return
    article = article_key(name)
    if article != exact:
        yield article, 1
    if weak := vowel_key(name):
        yield weak, 2
    if country in rules["arabic"] and (skeleton := skeleton_key(name)):
        yield skeleton, 3


def _bare(word: str) -> str:
    """An Arabic word without its article."""
    rules = load("name_keys")
    article = rules["arabic_joined"]
    long = len(word) - len(article) >= rules["arabic_joined_rest"]
    return word[len(article) :] if word.startswith(article) and long else word


def _collapsed(word: str) -> str:
    inner = word[:1] + word[1:].replace("y", "i")
    single = re.sub(r"(.)\1+", r"\1", inner)
    key = _VOWELS.sub(".", single)
    return re.sub(r"\.h$", ".", key)  # "-ah", "-eh", "-a" are one ending


@cache
def _letters() -> dict[str, str]:
    return {**_LETTERS, **load("name_keys")["arabic_letters"]}


@cache
def _words() -> dict[str, str]:
    return {spelling: words[0] for words in load("name_keys")["words"] for spelling in words}


@cache
def _article_rules() -> tuple[frozenset[str], tuple[str, ...], int]:
    rules = load("name_keys")
    return frozenset(rules["articles"]), tuple(rules["joined"]), int(rules["joined_rest"])
