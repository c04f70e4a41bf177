"""How frequent words of a language are, by the lists of the wordfreq package."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log10

from wordfreq import get_frequency_dict, zipf_frequency

from sijil.rules import load
from sijil.steps.places.names import exact_key
from sijil.steps.places.sounds import is_arabic

_ZIPF = 9  # Zipf's scale: the logarithm of how often a word stands in so many words


@cache
def frequency_of(word: str) -> float:
    """How frequent a word is, on Zipf's scale; never less than `rarest` (rules/story.toml)."""
    rules = load("story")
    if is_arabic(word):
        return _folded(rules["frequency"]["arabic"]).get(word, float(rules["names"]["rarest"]))
    found = zipf_frequency(word, rules["frequency"]["latin"], wordlist="small")
    return max(float(rules["names"]["rarest"]), found)


def commonest(stems: Iterable[str]) -> float:
    """The frequency of the commonest of what a word may be."""
    return max(map(frequency_of, stems))


@cache
def _folded(language: str) -> dict[str, float]:
    """A language's list by folded words: what reports write without hamza is no rare word. Takes 0.2 s, once."""
    least, found = float(load("story")["names"]["rarest"]), dict[str, float]()
    for word, frequency in get_frequency_dict(language, "small").items():
        key, zipf = exact_key(word), log10(frequency) + _ZIPF
        found[key] = max(zipf, found.get(key, least))
    return found
