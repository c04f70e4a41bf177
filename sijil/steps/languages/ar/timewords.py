"""What a word of an Arabic text may mean in an expression of time (rules/ar/dates.toml, rules/calendars.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from sijil.rules import load
from sijil.steps.languages.ar.text import Word, fold
from sijil.steps.reading.calendars import Month, months

#: The meanings of one word by name: {"weekday": 4}, {"ordinal": 2}, {"part": "early"}.
Senses = Mapping[str, Any]

_NONE: Senses = MappingProxyType({})
#: Names of months this short are taken whole, or after "and": "باب" is a door, not "in August".
_SHORT = 2
_ARTICLES = ("ال", "لل")


def senses(word: Word) -> Senses:
    """What a word may mean; {} for nearly all words. Letters written together with it are passed over."""
    return _senses(word.key, word.stems)


def phrase_at(words: Sequence[Word], i: int) -> tuple[str, Any, int] | None:
    """(name, value, index behind it) of the longest expression of several words that begins at word `i`."""
    for stem in words[i].stems:
        for rest, name, value in _phrases().get(stem, ()):
            end = i + 1 + len(rest)
            if all(key in word.stems for key, word in zip(rest, words[i + 1 : end], strict=False)) and end <= len(
                words
            ):
                return name, value, end
    return None


def month_at(words: Sequence[Word], i: int) -> tuple[Month, int] | None:
    """The month whose name begins at word `i`, and the index behind it. Names of two words come first."""
    if "month_name" not in senses(words[i]):
        return None
    for stem in words[i].stems:
        lead = words[i].lead(stem)
        if len(stem) <= _SHORT and lead not in ("", "و"):
            continue
        if i + 1 < len(words) and (found := _months().get(f"{stem} {words[i + 1].key}")):
            return found, i + 2
        if found := _months().get(stem):
            return found, i + 1
    return None


def levantine(word: Word) -> bool:
    """Whether a month's (first) word is Levantine."""
    return "levantine" in senses(word)


@lru_cache(maxsize=65536)
def _senses(key: str, stems: tuple[str, ...]) -> Senses:
    table, found = _table(), dict[str, Any]()
    for stem in stems:
        if not key[: len(key) - len(stem)].endswith(_ARTICLES):  # the lists say themselves what has the article
            for name, value in table.get(stem, _NONE).items():
                found.setdefault(name, value)
    if key[:1].isdigit() and key.isdigit():
        found["number"] = int(key[:9])
    return found or _NONE


@cache
def _table() -> Mapping[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for word, name, value in _entries():
        keys = fold(word).split()
        if len(keys) == 1:
            found.setdefault(keys[0], {}).setdefault(name, value)
            if keys[0].startswith("ال"):  # "للجمعة"
                found.setdefault("ل" + keys[0][1:], {}).setdefault(name, value)
        else:
            found.setdefault(keys[0], {})["phrase"] = True
    for name in _months():
        found.setdefault(name.split()[0], {})["month_name"] = True
    return found


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for word, name, value in _entries():
        first, *rest = fold(word).split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), name, value))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


@cache
def _months() -> Mapping[str, Month]:
    return {fold(name): month for name, month in months("arabic").items()}


def _entries() -> Iterator[tuple[str, str, Any]]:
    """(word or words, name of the meaning, value) of all lists."""
    rules = load("ar/dates")
    for table, name in _TABLES.items():
        yield from ((word, name, value) for word, value in rules[table].items())
    for unit, forms in rules["units"].items():
        yield from ((word, "unit", (unit, count, form == 1)) for form in (0, 1) for word, count in _forms(forms, form))
    for name in ("parts", "ordinals", "ordinal_tens", "which"):
        kind = {"parts": "part", "ordinals": "ordinal", "ordinal_tens": "tens", "which": "which"}[name]
        for value, listed in rules[name].items():
            yield from ((word, kind, int(value) if value.isdigit() else value) for word in listed)
    for name, listed in rules["words"].items():
        yield from ((word, name, True) for word in listed)
    for name, listed in rules["not_days"].items():
        yield from ((word, f"not_{name}", True) for word in listed)
    for table, key, name in _LISTS:
        yield from ((word, name, True) for word in rules[table][key])


def _forms(forms: Mapping[str, int], article: int) -> Iterator[tuple[str, int]]:
    """Words of a unit, with the article or without: "the week" is one week that is known."""
    yield from ((f"ال{word}" if article else word, count) for word, count in forms.items())


_TABLES = {"weekdays": "weekday", "shares": "share"} | {name: name for name in ("relative", "ahead", "nth", "anchored")}
_LISTS = (
    ("now", "words", "now"),
    ("now", "not_after", "not_before_now"),
    ("day_parts", "words", "day_part"),
    ("day_parts", "leading", "leading"),
    ("unknown", "words", "unknown"),
    ("levantine", "words", "levantine"),
    ("also_words", "words", "also_word"),
    ("also_words", "after", "month_before_any"),
    ("said", "verbs", "said"),
    ("said", "that", "that"),
    ("said", "about", "said_about"),
    ("said", "to", "said_to"),
    ("said", "pointing", "pointing"),
    ("toll", "nouns", "toll"),
    ("toll", "verbs", "rise"),
    ("pact", "nouns", "pact"),
    ("pact", "in_force", "in_force"),
)
