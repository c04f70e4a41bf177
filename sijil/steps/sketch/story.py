"""What of a text tells which story it is about: its rarer names, and the ages of people (rules/story.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sijil.rules import load
from sijil.steps.languages import languages_in, pack_of
from sijil.steps.languages.telling import script_of
from sijil.steps.parties.rows import parties, speakers
from sijil.steps.places.names import exact_key
from sijil.steps.sketch.rarity import frequency_of
from sijil.steps.sketch.stemmed import stemmed

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN = re.compile(r"(?<!\w)[^\W\d_A-Z]\w+")
_OPENING = re.compile(r"(?:^|[.!?:•|\n])[\s\"'“‘(]*$")
_OWNER = re.compile(r"['’]s?$")


def names(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Names with their rarity in tenths (18 of a usual one, 40 of one that no list has), by name.

    A name is a capitalised word, or in texts without capitals one that is in no list of frequent words.
    """
    cut = [text[: load("story")["longest"]] for text in texts]
    plain = frozenset(m.group().casefold() for text in cut for m in _PLAIN.finditer(text))
    found = {name: rarity for text in cut for name, rarity in _names(text, plain)}
    most = load("story")["names"]["most"]
    return tuple(sorted(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]))


def ages(texts: Iterable[str]) -> tuple[int, ...]:
    """Ages that texts give, each once, in order."""
    rules = load("story")["ages"]
    cut = [text[: load("story")["longest"]] for text in texts]
    given = {int(m.group(1)) for text in cut for pattern in _ages() for m in pattern.finditer(text)}
    return tuple(sorted(age for age in given if age <= rules["oldest"]))


def _names(text: str, plain: frozenset[str]) -> Iterator[tuple[str, int]]:
    """`plain` are the words that the report also writes without a capital: no names."""
    stemming = [pack for pack in map(pack_of, languages_in(text)) if pack.words]
    yield from _capitalised(text, plain, frozenset(pack.script for pack in stemming))
    for pack in stemming:
        yield from stemmed(text, pack, known_words())


def _capitalised(text: str, plain: frozenset[str], others: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The names among the words in other scripts than `others`."""
    rules, capitals = load("story")["names"], _has_capitals(text)
    for m in _WORD.finditer(text):
        word = _OWNER.sub("", m.group())
        key = exact_key(word)
        if len(key) < rules["shortest"] or key in known_words() or capitals and key in plain:
            continue
        if others and script_of(word) in others:
            continue
        frequency = frequency_of(key)
        rare = frequency <= rules["rarest"]
        named = word[0].isupper() and (rare or not _OPENING.search(text, 0, m.start())) if capitals else rare
        if named and frequency < rules["common"]:
            yield key, round(10 * (rules["zero"] - frequency))


@cache
def known_words() -> frozenset[str]:
    """Words of names that many events share: those of rules/story.toml, of parties, speakers, provinces and peoples."""
    claimants = [(row.name, *row.aliases) for row in parties().values()] + [
        (row.name, *row.aliases) for row in speakers()
    ]
    provinces = ((row[0], *row[-1]) for country in load("provinces").values() for row in country["provinces"])
    peoples = load("en/demonyms")["countries"].items()
    listed = (load("story")["names"]["general"], *claimants, *provinces, *peoples)
    return frozenset(word for names in listed for name in names for word in exact_key(name).split())


def _has_capitals(text: str) -> bool:
    """Whether capitals tell names in a text: it has some, and not mostly."""
    letters = sum(c.isalpha() for c in text)
    upper = sum(c.isupper() for c in text)
    return bool(0 < upper <= load("story")["names"]["capitals"] * letters)


@cache
def _ages() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in load("story")["ages"]["patterns"])
