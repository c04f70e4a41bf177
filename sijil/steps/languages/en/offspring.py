"""Sons and daughters whom a text lists among the dead without an age: "and their two sons, Omar and Sami Haddad".

Whether they were children is told by those around them: a parent too young to have a grown child, or small siblings.
Names serve to tell people apart and go no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sijil.rules import load
from sijil.steps.languages.en.listed import Aged, aged, name_words
from sijil.steps.languages.en.words import one_of

_SENTENCE = re.compile(r"(?:Dr\.|[^.!?\n])+(?:[.!?]+|\n|$)")
_PART = r"(?:[Aa]l|[Ee]l|[Aa]b[uo]|[Bb]in|[Aa]bd|[Uu]mm|[Aa]d)"
_CAPITAL = r"[^\W\d_a-z][\w’'‘`]*"
_NAME = re.compile(rf"(?:{_PART}[ -])?{_CAPITAL}(?:[ -](?:(?:{_PART}[ -])*{_CAPITAL}))*")
_SPLIT = re.compile(
    r",?\s+(?:and|as well as|along with|alongside)\s+|,\s+|;\s*(?:and\s+)?|\s*&\s*|:\s*|\s[–—]\s"
)  # fmt: skip
_AGE_AHEAD = re.compile(r"\s*(?:an?\s+)?(?:\d{1,3}|\w+)[- –](?:year|month|week|day)s?[- ]?olds?", re.I)
_AGE_BEHIND = re.compile(r"[\s,”“*’]*\(?(?:aged?:? )?(?:\d|less than)[ \d–-]*(?:\)|year|month|week|day|,|$)", re.I)
_OWN_AGE = re.compile(r"[^,.;()]{1,30}old\W*(?:young )?$")  # "six-year-old" before "son"
_COUNT = re.compile(r"\b(\w+) (?:young |small |little |teenage |other )?$")


@dataclass(frozen=True, slots=True)
class Offspring:
    """One son or daughter of unknown age; `young`: a child by those around, otherwise nobody can say."""

    name: tuple[str, ...]
    young: bool


class _Found(NamedTuple):
    words: str
    kin: str


@dataclass(slots=True)
class _Family:
    """What one word of kinship begins: the names without an age, and the ages of the others and of the parents."""

    kin: str
    start: int
    end: int
    parents: list[int]
    siblings: list[int]
    names: list[_Found] = field(default_factory=list)
    unnamed: int = 0

    def young(self, kin: str) -> bool:
        """Whether one of them is a child for certain (rules/en/listed.toml)."""
        rules = load("en/listed")["offspring"]
        least = min(self.parents, default=0)
        if kin in rules["young"] or 0 < least < rules["parent_young"]:
            return True
        small = bool(self.siblings) and max(self.siblings) < rules["sibling"]
        return small and not kin.startswith("grand") and least < rules["parent_mid"]


def offspring(text: str) -> tuple[Offspring, ...]:
    """The sons and daughters without an age, each once, of sentences that tell of the dead and of no survivor."""
    people, old = aged(text), load("en/listed")["offspring"]["parent_old"]
    known = [one.name for one in people]
    found: list[Offspring] = []
    for match in _SENTENCE.finditer(text):
        for family in _families(text, match, people) if _of_the_dead(match[0]) else ():
            if min(family.parents, default=0) >= old:
                continue
            for one in family.names:
                name = name_words(one.words)
                if not any(_same(name, other) for other in known) and not _grown(text, one.words):
                    known.append(name)
                    found.append(Offspring(name, family.young(one.kin)))
            found += [Offspring((), family.young(family.kin))] * family.unnamed
    return tuple(found)


def _of_the_dead(sentence: str) -> bool:
    rules, folded = load("en/listed"), sentence.casefold()
    told = any(word in folded for word in (*rules["dead"], *rules["offspring"]["listing"]))
    return told and not any(word in folded for word in rules["hurt"])


def _families(text: str, sentence: re.Match[str], people: tuple[Aged, ...]) -> Iterator[_Family]:
    """What each word of kinship of a sentence begins, in text order."""
    rules, words = load("en/listed")["offspring"], sentence[0]
    small, every = one_of(rules["small"]), one_of(rules["kin"])
    ages = [one for one in people if sentence.start() <= one.start < sentence.end()]
    below: set[int] = set()  # where the ages of sons and daughters stand: no parents'
    reached = -1
    for kin in _patterns()["kin"].finditer(words):
        infant = re.search(rf"(?:{small}) $", words[: kin.start()]) or re.match(
            rf"(?:{small}) (?:{every})\b", words[kin.start() :]
        )
        if kin.start() < reached or infant or re.match(r"\s+of\b", words[kin.end() :]):
            continue
        at = sentence.start() + kin.start()
        own = [one for one in ages if one.start < at and _OWN_AGE.fullmatch(text[one.start : at])]
        below |= {one.start for one in own}
        parents = [one.years for one in ages if one.start < at and one.start not in below and _parent(text, one)]
        family = _Family(kin[0].casefold(), at, sentence.start() + kin.end(), parents, [one.years for one in own])
        _read(family, words[kin.end() :], ages, below)
        family.unnamed = _unnamed(family, words[: kin.start()])
        reached = family.end - sentence.start()
        yield family


def _unnamed(family: _Family, before: str) -> int:
    """How many more than it lists the word's own number counts: "two daughters, including a three-year-old"."""
    counted = _COUNT.search(before)
    number = load("en/numbers")["units"].get(counted[1].casefold(), 0) if counted else 0
    listed = len(family.names) + len(family.siblings)
    return max(0, number - listed) if listed and number > 1 else 0


def _parent(text: str, one: Aged) -> bool:
    """Whether somebody of that age may be a parent of those who follow."""
    by_marriage = re.search(r"in-law,?\s*$", text[max(0, one.start - 12) : one.start])
    return bool(one.years >= load("en/listed")["adult"]) and not by_marriage


def _read(family: _Family, rest: str, ages: list[Aged], below: set[int]) -> None:
    """Fills the family from the words behind the word of kinship, up to the first that names nobody of it."""
    begin, kin = family.end, family.kin
    for start, end in _pieces(rest):
        piece = rest[start:end].rstrip('.)”"’ ')
        if not piece.strip() and not start:
            continue
        ahead = _patterns()["leading"].match(piece)
        words = piece[ahead.end() :] if ahead else piece
        if named := _patterns()["kin"].match(words):
            kin = named[0].casefold()
            words = re.sub(r"^,?\s*", "", words[named.end() :])
            words = re.sub(_patterns()["leading"], "", words, count=1)
        name = _NAME.match(words)
        behind = rest[start + len(piece) - len(words) + name.end() :] if name else ""
        if not words.strip() or _AGE_AHEAD.match(words) or (name and _AGE_BEHIND.match(behind)):
            own = [one for one in ages if begin + start <= one.start < begin + end + 4]
            family.siblings += [one.years for one in own]
            below |= {one.start for one in own}
        elif name is None or _patterns()["others"].match(words, name.end()):
            return
        elif name_words(name[0]) and not re.match(r"(?:Abu|Umm|Om) ", name[0]):
            family.names.append(_Found(name[0], kin))
        family.end = begin + end
        if name and words[name.end() :].strip() and not words[name.end() :].lstrip().startswith("("):
            return


def _pieces(rest: str) -> Iterator[tuple[int, int]]:
    start = 0
    for between in _SPLIT.finditer(rest):
        yield start, between.start()
        start = between.end()
    yield start, len(rest)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = load("en/listed")["offspring"]
    return {
        "kin": re.compile(rf"(?<![\w’'])(?:{one_of(rules['kin'])})\b(?![’'-])"),
        "leading": re.compile(rf"\s*(?:(?:(?:{one_of(rules['leading'])}|\d+)(?![\w’'-])|[:–—(-])\s*)*", re.I),
        "others": re.compile(rf"\s+(?:{one_of(rules['others'])})\b", re.I),
    }


def _grown(text: str, name: str) -> bool:
    """Whether the text tells of a husband, a wife or children of whoever bears the name, or gives a title."""
    rules = load("en/listed")["offspring"]
    whole, first = re.escape(name), re.escape(name if re.match(_PART, name) else name.split()[0])
    family, titles = one_of(rules["family"]), "|".join(rules["titles"])
    return bool(
        re.search(
            rf"\b(?:{first}|{whole})(?: \w+){{0,4}}[’']s? (?:[\w-]+ ){{0,3}}(?:{family})\b"
            rf"|\b(?:wife|husband) (?:of )?{whole}"
            rf"|{whole},? (?:and )?(?:his wife|her husband|(?:his|her|their) children)"
            rf"|\b(?:{titles})\.? {whole}|{whole} \((?:Abu|Umm)",
            text,
        )
    )


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the first and one more are the same, as far as both have more."""
    if a[0] != b[0]:
        return False
    short = min(len(a), len(b))
    return short == 1 or a[1] == b[1] or (short == 2 and a[-1] == b[-1])
