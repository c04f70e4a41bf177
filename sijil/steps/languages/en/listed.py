"""People whom a text lists one by one, by name and age: "16-year-old Amal Haddad, Omar Haddad (3)".

A list of the dead is a count that nobody wrote as a number. Names serve to tell people apart and go no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sijil.rules import load

_NAME = r"[^\W\d_a-z][\w’'‘`.-]*(?:[ -](?:of |the )?[^\W\d_a-z][\w’'‘`.-]*| (?:al|abu|bin|el)[ -]?)*"
_AFTER = re.compile(rf"(?: (?:and|or) \w+[- ](?:year|month)s?[- ]old)?[ ,*“(]*(?:[\w-]+[ ,]+){{0,6}}?({_NAME})")
_BEFORE = re.compile(rf"({_NAME})[,*”]* ?\(?(?:aged? )?$")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")
_REACH = 90  # characters from an age to the name that it belongs to


@dataclass(frozen=True, slots=True)
class Listed:
    """One person in a list. `words` are the text's, with the name; `age` in whole years, 0 for infants."""

    words: str
    span: tuple[int, int]
    age: int
    dead: bool

    @property
    def child(self) -> bool:
        """Whether the person is below the age of rules/en/listed.toml."""
        return bool(self.age < load("en/listed")["adult"])


@dataclass(frozen=True, slots=True)
class Aged:
    """An age in a text with the words of the name that it belongs to; `start` is the age's first character."""

    name: tuple[str, ...]
    start: int
    years: int


def aged(text: str) -> tuple[Aged, ...]:
    """Every age that stands beside a name, in text order, whoever is meant."""
    found = ((_name(text, start, end), start, years) for start, end, years in _ages(text))
    return tuple(Aged(name, start, years) for name, start, years in found if name)


def listed(text: str) -> tuple[Listed, ...]:
    """The people listed with an age, each once, in text order."""
    found: list[tuple[tuple[str, ...], Listed]] = []
    for start, end, age in _ages(text):
        name = _name(text, start, end)
        if name and not any(_same(name, age, other, one.age) for other, one in found):
            found.append((name, Listed(text[start:end], (start, end), age, _dead(text, start))))
    return tuple(one for _, one in found)


def _ages(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, years) of every age, in text order."""
    rules, seen = load("en/listed"), -1
    for match in _pattern().finditer(text):
        number = next((value for key, value in match.groupdict().items() if key.startswith("n") and value), "")
        years = _number(number) if number else 0
        unit = (match["unit"] or match["unit2"] or "").casefold()
        years = 0 if unit in rules["infant"] else years
        if match.start() >= seen and years <= rules["oldest"]:
            seen = match.end()
            yield match.start(), match.end(), years


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("en/numbers")["units"], key=len, reverse=True)
    number = rf"\d{{1,3}}|{'|'.join(words)}"
    unit = "year|years|yr|month|months|week|weeks|day|days"
    rules = load("en/listed")
    small, kin = "|".join(rules["before"]), "|".join(rules["kin"])
    return re.compile(
        rf"\b(?:{number})\s*(?:or|to|-|–|/)\s*(?P<n0>{number})[- ]+(?P<unit0>{unit})[- ]*old\b"
        rf"|\b(?P<n1>{number})(?:[- ]and[- ]a[- ]half)?[ -]*(?P<unit>{unit})[- ]*old\b"
        rf"|\baged?\s+(?P<n2>{number})\b"
        rf"|(?<=[\w’'*”]) ?\((?:aged?:? )?(?P<n3>\d{{1,3}})\s*(?P<unit2>{unit})?(?:[- ]old)?[,)]"
        rf"|(?<=[\w’'*”]) ?\((?:less than (?:1|one|a) year|{'|'.join(rules['child'])})\b[^)]{{0,12}}\)"
        rf"|\b(?:{small}) (?:{kin}),? (?:named |called )?(?=[A-Z])"
        rf"|(?<=[a-z]), (?P<n4>\d{{1,2}})(?=[,.;)]| and )",
        re.I,
    )


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(load("en/numbers")["units"][words.casefold()])


def _name(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words of the name that an age belongs to; none where no name stands beside it."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    after = _AFTER.match(text[end : end + _REACH]) if text[start:end].rstrip()[-1:].isalpha() else None
    ahead = name_words(after[1]) if after else ()
    behind = name_words(before[1]) if before else ()
    bracket = text[start : start + 2].strip()[:1] in ("(", ",") or text[max(0, start - 2) : start].strip()[-1:] == "("
    if not ahead and not behind:  # "Amal Haddad, a 16-day-old infant"
        article = _BEFORE.search(re.sub(r",? an? $", "", text[max(0, start - _REACH) : start]))
        return name_words(article[1]) if article else ()
    return behind if bracket and behind else ahead or behind


def name_words(name: str) -> tuple[str, ...]:
    """The words that tell a person apart, lower case: no titles, particles, initials."""
    rules = load("en/listed")
    words = re.findall(r"\w+", name.casefold())
    words = [
        word for word in words if word not in rules["no_name"] and word not in rules["particles"] and len(word) > 1
    ]
    return tuple(words)


def _same(name: tuple[str, ...], age: int, other: tuple[str, ...], years: int) -> bool:
    """Whether both mean one person: the same first name and about the same age, or the same names."""
    if name[0] != other[0]:
        return False
    return abs(age - years) <= 1 or (len(name) > 1 and len(other) > 1 and name[1] == other[1] and abs(age - years) <= 3)


def _dead(text: str, start: int) -> bool:
    """Whether the sentence around tells of no survivor."""
    rules = load("en/listed")
    sentence = next((m[0] for m in _SENTENCE.finditer(text) if m.start() <= start < m.end()), "").casefold()
    return not any(word in sentence for word in rules["hurt"]) or any(word in sentence for word in rules["dead"])
