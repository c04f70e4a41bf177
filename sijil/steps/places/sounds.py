"""How names sound, in Latin and Arabic letters alike: their skeletons, and how alike two of them are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sijil.rules import load

_ARABIC = re.compile("[\u0600-\u06ff]")
_VOWELS = frozenset("aiu")


def is_arabic(text: str) -> bool:
    """Whether there are Arabic letters in it."""
    return bool(_ARABIC.search(text))


def skeleton_of(key: str) -> str:
    """The consonants of an article key (see names.article_key), words joined, doubled ones of a word single."""
    return re.sub("[aiu]", "", heard(key))


def likeness(one: str, other: str) -> float:
    """From 0 to 1: how alike two article keys sound, vowels counting little. 1 for keys of the same sounds."""
    return _likeness(*sorted((heard(one), heard(other))))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """A word's sounds by rules/name_keys.toml; vowels are a, i and u."""
    if is_arabic(word):
        table = load("name_keys")["sounds"]["arabic"]
        heard = "".join(table.get(c, "") for c in word)
        return heard[:-1] + "a" if word.endswith("ه") and len(heard) > 1 else heard
    table = load("name_keys")["sounds"]["latin"]
    heard = _latin().sub(lambda m: table[m[0]], word)
    return re.sub(r"(?<=[aiu])h$", "", heard) if len(heard) > 2 else heard


def _final(word: str, last: bool) -> str:
    """A word within a name loses the t of its ending: "Maarrat", "Maarra"; one of two consonants keeps it ("Bayt")."""
    if not last and re.search("[aiu]t$", word) and len(re.sub("[aiu]", "", word)) > 2:
        return word[:-1]
    return word


def _followed(words: list[str]) -> list[tuple[str, str]]:
    return list(pairwise([*words, ""]))


def heard(key: str) -> str:
    """All sounds of an article key, vowels too, words joined, doubled ones of a word single."""
    words = (_final(sounds(word), last=not after) for word, after in _followed(key.split()))
    return "".join(re.sub(r"(.)\1+", r"\1", word) for word in words)


@lru_cache(maxsize=65536)
def _likeness(one: str, other: str) -> float:
    most = max(sum(map(_cost, one)), sum(map(_cost, other)))
    return max(0.0, 1 - _distance(one, other) / most) if most else 0.0


def _distance(one: str, other: str) -> float:
    """The least that it costs to change one into the other (edit distance with the costs of the rules)."""
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _cost(sound))
    for a in one:
        next_row = [row[0] + _cost(a)]
        for column, b in enumerate(other):
            changed = row[column] + _change(a, b)
            next_row.append(min(changed, row[column + 1] + _cost(a), next_row[-1] + _cost(b)))
        row = next_row
    return row[-1]


def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return float(_costs()["other_vowel"])
    return _cost(a) + _cost(b) if (a in _VOWELS) != (b in _VOWELS) else float(_costs()["consonant"])


def _cost(sound: str) -> float:
    return float(_costs()["vowel" if sound in _VOWELS else "consonant"])


@cache
def _costs() -> dict[str, float]:
    return dict(load("name_keys")["likeness"])


@cache
def _latin() -> re.Pattern[str]:
    return re.compile("|".join(sorted(load("name_keys")["sounds"]["latin"], key=len, reverse=True)))
