"""Taking a place wording apart: "rural Idlib", "Alwaer district in Homs", "near Azaz", "A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from sijil.rules import load

#: What kinds of place words are a name of, as they stand; empty for none.
Known = Callable[[str], frozenset[str]]


_WIDE = frozenset({"country", "region", "province"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name of a wording with what the words around it say.

    `type` is the type word's class in rules/en/places.toml ("province", "town", "site" ...), "" without one.
    `part` is a direction or "rural", where the words mean a part of the place. `near` means a place close to it.
    `within` names the larger place that the wording itself gives, "" without one.
    """

    name: str
    type: str = ""
    part: str = ""
    near: bool = False
    within: str = ""


def parse(raw: str, known: Known) -> tuple[Phrase, ...]:
    """The names of a wording in order, several for a list.

    Words that are a name as a whole are never taken apart ("South Sudan", "Rural Damascus").
    """
    text = " ".join(re.sub(r"\([^)]*\)", " ", raw).split()).strip(" ,.;")
    if not text:
        return ()
    if known(text):
        return (Phrase(text),)
    head, within = _split_within(text)
    items = [item for part in _items(head) if (item := part.strip(" ,.;"))]
    if not within and len(items) == 2 and "," in head and known(items[1]) & _WIDE and not known(items[0]) & _WIDE:
        items, within = items[:1], items[1]  # "Douma, Rif Dimashq"
    phrases = [replace(_single(item, known), within=within) for item in items]
    nameless = load("en/places")["relations"]["nameless"]
    return tuple(phrase for phrase in phrases if phrase.name.casefold() not in nameless or len(phrases) == 1)


def demonym(name: str) -> str:
    """The country of a people's name ("Syrian" -> "Syria"), "" for other words."""
    return str(load("en/places")["demonyms"].get(name.casefold(), ""))


def _split_within(text: str) -> tuple[str, str]:
    """("Alwaer district", "Homs") for "Alwaer district in Homs"."""
    found = re.match(rf"(.+?)\s{_either('within')}\s(?:the\s)?(.+)$", text, re.I)
    if found and not re.match(r"(?:north|south|east|west|near|city)$", found[1], re.I):
        return found[1], found[2]
    return text, ""


def _items(text: str) -> list[str]:
    """The members of a list; "between A and B" is one of two."""
    text = re.sub(r"^(?:the\s)?(?:area|road|region|highway)?\s*between\s", "", text, flags=re.I)
    return re.split(rf",\s*(?:{_either('and')}\s)?|\s{_either('and')}\s", text)


def _single(text: str, known: Known) -> Phrase:
    phrase, rest = Phrase(text), text
    while rest and not known(rest):
        phrase, shorter = _step(phrase, rest)
        if shorter == rest:
            break
        rest = shorter
    return replace(phrase, name=rest or text)


def _step(phrase: Phrase, text: str) -> tuple[Phrase, str]:
    """One word class off one end; the text unchanged where none is there."""
    if found := re.match(rf"{_either('noise')}\s(.+)$", text, re.I):
        return phrase, found[1]
    if found := re.match(rf"(?:.*\s)?({_either('near')})\s(?:the\s)?(.+)$", text, re.I):
        side = re.match(r"(\w+) of$", found[1], re.I)
        if side and re.search(rf"\s{_types('province')}$", found[2], re.I):
            return _part(phrase, side[1].casefold()), found[2]  # "north of Aleppo province" is a part of it
        return replace(phrase, near=True), found[2]
    for kind in load("en/places")["types"]:
        words = _types(kind)
        found = re.match(rf"(.+?)(?:'s|’s)?\s{words}$", text, re.I) or re.match(
            rf"{words}\s(?:of|around|to)\s(?:the\s)?(.+)$", text, re.I
        )
        if found:
            return _typed(phrase, kind), found[1]
    if found := re.match(rf"{_directions()}\s(?:of\s)?(?:the\s)?(.+)$", text, re.I):
        return _part(phrase, found[1].casefold()), found[2]
    if found := re.match(rf"(.+?)(?:'s|’s)?\s{_directions()}$", text, re.I):
        return _part(phrase, found[2].casefold()), found[1]
    return phrase, text


def _typed(phrase: Phrase, kind: str) -> Phrase:
    """Countryside is a part of a place, outskirts are near it, "part" says nothing; others say what the name is."""
    if kind == "countryside":
        return _part(phrase, "rural")
    if kind == "edge":
        return replace(phrase, near=True)
    if kind == "part":
        return phrase
    return replace(phrase, type=phrase.type or kind)


def _part(phrase: Phrase, part: str) -> Phrase:
    words = [*phrase.part.split(), part] if part == "rural" else [part, *phrase.part.split()]
    return replace(phrase, part=" ".join(dict.fromkeys(words)))


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered)


@cache
def _either(relation: str) -> str:
    return f"(?:{_alternatives(load('en/places')['relations'][relation])})"


@cache
def _types(kind: str) -> str:
    return f"(?:{_alternatives(load('en/places')['types'][kind])})"


@cache
def _directions() -> str:
    rules = load("en/places")["directions"]
    return f"({_alternatives([*rules['words'], *rules['rural']])})"
