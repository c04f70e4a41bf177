"""Taking a place wording apart: "rural Idlib", "Alwaer district in Homs", "near Azaz", "A, B and C", "قرية سراقب"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sijil.rules import load
from sijil.steps.places.entry import AREA_KINDS
from sijil.steps.places.names import folded
from sijil.steps.places.placewords import PlaceWords, words_for

#: What kinds of place words are a name of, as they stand; empty for none.
Known = Callable[[str], frozenset[str]]

_LONGEST = 300  # characters; what is longer is no name of a place, and not taken apart
_SHORT = 3  # letters of a word that begins names rather than being one
_NARROW = frozenset({"neighbourhood", "site", "urban"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name of a wording with what the words around it say.

    `type` is the type word's class in rules/en/places.toml ("province", "town", "site" ...), "" without one.
    `part` is a direction or "rural", where the words mean a part of the place. `near` means a place close to it.
    `within` names the larger place that the wording itself gives, "" without one; `loose` where only a comma or a word
    like "near" ties the two, so that either may be the place. `also` are other names for the place.
    """

    name: str
    type: str = ""
    part: str = ""
    near: bool = False
    within: str = ""
    loose: bool = False
    also: tuple[str, ...] = ()


def parse(raw: str, known: Known) -> tuple[Phrase, ...]:
    """The names of a wording in order, several for a list.

    Words that are a name as a whole are never taken apart ("South Sudan", "Rural Damascus"). Words that only point at
    a place told elsewhere ("its", "الريف الشمالي", the northern countryside) are none.
    """
    whole, beside = _without_brackets(" ".join(folded(raw).split()).strip(" ,.;:"))
    if not whole:
        return ()
    if len(whole) > _LONGEST:
        return (Phrase(whole),)
    if known(whole):
        return (Phrase(whole, within=beside, loose=True) if beside and known(beside) else Phrase(whole),)
    words = words_for(whole)
    phrases = _phrases(whole, words, known)
    if beside and len(phrases) == 1 and not phrases[0].within:
        wider = bool(known(beside)) and not known(phrases[0].name)
        phrases = [replace(phrases[0], within=beside, loose=True) if wider else replace(phrases[0], also=(beside,))]
    return tuple(phrase for phrase in phrases if phrase.name.casefold() not in words.nameless)


@lru_cache(maxsize=4096)
def full_name(name: str) -> str:
    """The place of an adjective, a people or a name in short ("Syrian", "Syrians": "Syria"; "Ky.": "Kentucky"); other
    names as they are."""
    short = load("en/toponyms")["short"]
    adjectives = _adjectives()
    key = name.casefold()
    return (
        short["always"].get(name) or short["behind"].get(name) or short["postal"].get(name)
        or adjectives.get(key) or adjectives.get(key.removesuffix("s")) or name
    )  # fmt: skip


@cache
def _adjectives() -> dict[str, str]:
    return {adjective.casefold(): name for table in load("en/demonyms").values() for adjective, name in table.items()}


def is_no_place(words: str, known: Known) -> bool:
    """Whether words name a person, a party or a newspaper ("Assad", "Washington Post"), though a place bears a part."""
    if words.casefold() in load("en/placewords")["not_places"]["words"]:
        return True
    last = words.split()[-1:]
    return bool(last) and last[0] in load("en/toponyms")["words"]["media"] and last != [words] and not known(words)


def _without_brackets(text: str) -> tuple[str, str]:
    """A wording and what stood in brackets behind it: another name of it or a larger place."""
    found = re.search(r"[(\[]([^)\]]*)[)\]]", text)
    plain = " ".join(re.sub(r"[(\[][^)\]]*[)\]]?", " ", text).split()).strip(" ,.;")
    return (plain, found[1].strip()) if found and plain else (text.strip("()[] "), "")


def _phrases(text: str, words: PlaceWords, known: Known) -> list[Phrase]:
    if found := re.match(r"([^:]+?):\s*(.+)$", text):  # "Raqqa: the old market"
        if known(found[1]):
            return [replace(phrase, within=found[1]) for phrase in _phrases(found[2], words, known)]
        text = f"{found[1]}, {found[2]}"
    head, within = _split_within(text, words)
    near = None if within else _beside(head, words)
    if near:
        return [replace(_named(near[0], words, known), within=near[1], loose=True)]
    head = words.between.sub("", head)
    listed = [item for part in words.list.split(head) if (item := part.strip(" ,.;"))]
    items = [item for part in listed for item in _unjoined(part, words, known)]
    by_commas = head.count(",") == len(items) - 1 > 0
    if by_commas and not within and (chain := _chain(items, words, known)):
        return [chain]
    return [replace(_named(item, words, known), within=within) for item in items]


def _unjoined(text: str, words: PlaceWords, known: Known) -> list[str]:
    """The names of "سرمين وآفس", where "and" is written together with the second: the text alone where it is one name.

    Behind the "and" stands a name led by its kind; or one that is known as what stands before it is; or only the latter
    is, and is no word that begins names ("تل واسط").
    """
    if words.joined is None or known(text):
        return [text]
    for found in words.joined.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        named = _single(left, words, known).name
        kind, _ = words.type_of(right)
        if not known(named) and not kind:
            continue
        told = kind or right in words.nameless or known(_single(right.split(" و")[0], words, known).name)
        if told or len(named) > _SHORT and not words.type_of(f"{named} x")[0]:
            return [left, *_unjoined(right, words, known)]
    return [text]


def _split_within(text: str, words: PlaceWords) -> tuple[str, str]:
    """("Alwaer district", "Homs") for "Alwaer district in Homs"."""
    found = words.within.match(text)
    if found and not _is_direction(found["name"], words):
        return found["name"], found["within"]
    of = next(filter(None, (pattern.match(text) for pattern in words.part_of)), None)
    bare = words.type_of(of["name"])[1] if of else ""
    beside = words.near.match(text)
    named = bare[:1].isupper() and not beside and not _is_direction(bare, words)  # no "Southern countryside of Idlib"
    return (of["name"], of["within"]) if of and named else (text, "")


def _is_direction(text: str, words: PlaceWords) -> bool:
    return any(pattern.match(f"{text} x") for pattern in words.directions)


def _beside(text: str, words: PlaceWords) -> tuple[str, str] | None:
    """("Hayr al-Sabi", "Dana") for "Hayr al-Sabi near the town of Dana"; None where no name stands before "near"."""
    found = words.near.match(text)
    before = (found["before"] or "").strip(" ,") if found else ""
    if not found or not before or not re.search("[A-Z\u0600-\u06ff]", before):
        return None
    kind, rest = words.type_of(f"{before} x")
    return None if kind and rest == "x" else (before, found["name"])


def _chain(items: Sequence[str], words: PlaceWords, known: Known) -> Phrase | None:
    """ "Douma, Rif Dimashq", "Yilanguz village, Jindires, Afrin": each lies in those behind it, or, where the last is a
    street or quarter, before it. None for a plain list."""
    first, *rest = [_named(item, words, known) for item in items]
    if rest[-1].type in _NARROW and first.type not in _NARROW and known(first.name):
        return replace(rest[-1], within=", ".join(items[:-1]), loose=True)
    kinds = [known(phrase.name) for phrase in rest]
    if not any(kinds):
        return None
    wide = bool(kinds[0] & AREA_KINDS) and not known(first.name) & AREA_KINDS
    return replace(first, within=", ".join(items[1:]), loose=not wide)


def _named(text: str, words: PlaceWords, known: Known) -> Phrase:
    """A wording of one place, with its other names ("As Suwar town/Sur town")."""
    first, *others = [part for part in words.either.split(text) if part.strip()] or [text]
    phrase = _single(first.strip(), words, known)
    return replace(phrase, also=tuple(_single(other.strip(), words, known).name for other in others))


def _single(text: str, words: PlaceWords, known: Known) -> Phrase:
    phrase, rest = Phrase(text), text
    while rest and not known(rest):
        phrase, shorter = _step(phrase, rest, words)
        if shorter == rest:
            break
        rest = shorter
    return replace(phrase, name=rest or text)


def _step(phrase: Phrase, text: str, words: PlaceWords) -> tuple[Phrase, str]:
    """One word class off one end; the text unchanged where none is there."""
    if words.noise and (found := words.noise.match(text)):
        return phrase, found["name"]
    if found := words.near.match(text):
        side = re.match(r"(\w+) of$", found["word"], re.I)
        if side and words.type_of(found["name"])[0] == "province":
            return _part(phrase, side[1].casefold()), found["name"]  # "north of Aleppo province" is a part of it
        return replace(phrase, near=True), found["name"]
    kind, shorter = words.type_of(text)
    if kind:
        return _typed(phrase, kind), shorter
    for pattern in words.directions:
        if found := pattern.match(text):
            return _part(phrase, found["word"].casefold()), found["name"]
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
