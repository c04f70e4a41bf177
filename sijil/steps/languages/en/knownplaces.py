"""Place names of the project's own lists (rules/places.toml, rules/provinces.toml), found as they are spelt there."""

from __future__ import annotations

import re
from functools import cache

from sijil.rules import load

# How narrow each kind of place is (see Spot.level); kinds not named here are towns.
_LEVELS = {"region": 1, "province": 1, "area": 2, "district": 3, "neighbourhood": 4, "camp": 4, "village": 4, "spot": 4}


@cache
def levels() -> dict[str, int]:
    """Lower-case name → level of the narrowest place of that name; names of under four letters are left out."""
    rules = load("places")
    out: dict[str, int] = {}
    for place in rules["place"]:
        for name in (place["name"], *place.get("names", ())):
            out[name.lower()] = max(out.get(name.lower(), 0), _LEVELS.get(place["kind"], 3))
    for spelling in rules["spelling"]:
        for name in (spelling["name"], *spelling["names"]):
            out.setdefault(name.lower(), 3)
    for country in load("provinces").values():
        for row in country["provinces"]:
            for name in (row[0], *row[4]):
                out[name.lower()] = 1
    return {name: level for name, level in out.items() if len(name) >= 4}


@cache
def pattern() -> re.Pattern[str]:
    """Any known name, the longest first, with or without an article before it; the first letter is a capital."""
    names = map(_spelt, sorted(levels(), key=len, reverse=True))
    by_first: dict[str, list[str]] = {}  # only a sixtieth of the names has to be tried at a capital letter
    for first, *rest in names:
        by_first.setdefault(first, []).append("".join(rest))
    groups = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(rf"(?<![\w-])(?:[Aa]l-)?(?:{groups})(?![\w]|-\w)")


def _spelt(name: str) -> list[str]:
    """The name character by character, in title case or as written in capitals, apostrophes optional."""
    parts = []
    for i, c in enumerate(name):
        if c in "’'`":
            parts.append("[’'`]?")
        elif c.isalpha() and (i == 0 or name[i - 1] in " -"):
            parts.append(f"[{c}{c.upper()}]" if i else c.upper())
        else:
            parts.append(re.escape(c))
    return parts


def known_level(name: str) -> int | None:
    """The level of a known name, or None."""
    lower = name.lower()
    found = levels().get(lower)
    return found if found is not None else levels().get(re.sub(r"^al-", "", lower))
