"""The parties that words name, one after the other."""

from __future__ import annotations

from datetime import date

from sijil.steps.parties.match import Setting, named
from sijil.steps.parties.rows import known_party
from sijil.steps.parties.tokens import tokens
from sijil.steps.parties.voice import NOBODY


def mentioned(words: str, country: str = "", day: date | None = None) -> tuple[str, ...]:
    """The canonical names of the parties that words name outright, by first mention: "a deal between Turkey and Russia"
    names two. General words ("the rebels") and a country's people are left aside. `country` and `day` are what is
    spoken of."""
    found = named(tokens(words), Setting(country, day, NOBODY))
    rows = (known_party(one.party) for one in found if not one.weak and not one.people)
    return tuple(dict.fromkeys(row.name for row in rows if row))
