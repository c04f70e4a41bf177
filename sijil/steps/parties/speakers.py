"""Speakers and publishers: one name for all ways of naming them, what they are, and whose they are on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps.languages import listed
from sijil.steps.parties.names import claimants
from sijil.steps.parties.party import party_of
from sijil.steps.parties.rows import SpeakerRow, on, speakers
from sijil.steps.parties.tokens import key_of, undotted
from sijil.steps.places.names import exact_key


@lru_cache(maxsize=20_000)  # few speakers say most claims
def canonical_speaker(words: str, country: str = "") -> str:
    """One name for all ways of naming a speaker or publisher (rules/speakers); other words as they are.

    `country` is what is spoken of: "the health ministry" is Gaza's there. Where it is unknown, general words are taken
    for a speaker only if no other claims them.
    """
    row = speaker_row(words, country)
    return row.name if row else re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def allegiance(name: str, day: date | None = None) -> str:
    """The camps that a speaker or publisher belongs to on `day` (a `side` of rules/parties), "" for none or unknown.

    A speaker who is a party itself ("Russia", "Islamic State") belongs to its own camp.
    """
    row = speaker_row(name)
    if row is not None:
        return on(row, day).side
    return party_of(name, day=day).side if _is_party_name(name) else ""


def speaker_kind(name: str) -> str:
    """What a speaker is: monitor, UN agency, ministry, wire, outlet, party media, rescue service ...; "" if unknown."""
    row = speaker_row(name)
    return str(row.kind) if row else ""


@lru_cache(maxsize=20_000)
def speaker_row(words: str, country: str = "") -> SpeakerRow | None:
    """The entry of rules/speakers that words name, whole or with a role ("AFP photographer in Douma")."""
    rows = (_meant(_by_key().get(key, ()), country) for key in _keys(words))
    return next((row for row in rows if row), None)


def home_of(publisher: str, claims: Iterable[Claim]) -> str:
    """The country of the publisher; else that of all speakers whose country is known, where it is one; else "".

    "Ariha" of a Syrian monitor is in Idlib, though the better known one is Jericho.
    """
    own = speaker_row(publisher) if publisher else None
    if own and own.country:
        return own.country
    rows = (speaker_row(name) for name in dict.fromkeys(name for claim in claims for name in claim.speaker))
    countries = {row.country for row in rows if row and row.country}
    return countries.pop() if len(countries) == 1 else ""


def _meant(rows: tuple[tuple[SpeakerRow, frozenset[str]], ...], country: str) -> SpeakerRow | None:
    fit = [row for row, where in rows if not where or country in where]
    if not fit and not country and len(rows) == 1:
        return rows[0][0]
    return fit[0] if fit else None


def _keys(words: str) -> Iterator[str]:
    """The key of the whole, then of what stands before a role, then of what stands behind one; then each without the
    words behind it that describe a body or place it ("شبكة الخابور المحلية")."""
    key = speaker_key(words)
    yield key
    all_ = key.split()
    roles = [at for at, word in enumerate(all_) if word in _words("roles")]
    parts = [all_, *(all_[:at] for at in roles if at), *(_without_of(all_[at + 1 :]) for at in roles)]
    yield from (" ".join(part) for part in parts[1:])
    yield from (" ".join(bare) for part in parts if (bare := _undescribed(part)) and bare != part)


def _without_of(words: list[str]) -> list[str]:
    while words and (words[0] in ("of", "for", "at", "from", "with", "the") or words[0] in _words("of")):
        words = words[1:]
    return words


def _undescribed(words: list[str]) -> list[str]:
    at = next((i for i, word in enumerate(words) if i and word in _words("placed")), len(words))
    while at > 1 and words[at - 1] in _words("behind"):
        at -= 1
    return words[:at]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(exact_key, (*load("sources").get(name, ()), *listed("sources", name))))


@cache
def _by_key() -> dict[str, tuple[tuple[SpeakerRow, frozenset[str]], ...]]:
    """Key -> (speaker, countries in which it is meant or none for all), names for all before general words."""
    found: dict[str, list[tuple[SpeakerRow, frozenset[str]]]] = {}
    named = [(alias, row, frozenset[str]()) for row in speakers() for alias in (row.name, *row.aliases)]
    named += [(w, row, frozenset(row.countries or (row.country,))) for row in speakers() for w in row.general]
    for name, row, where in named:
        if not row.without or speaker_key(name) not in map(speaker_key, row.without):
            found.setdefault(speaker_key(name), []).append((row, where))
    return {key: tuple(rows) for key, rows in found.items()}


def speaker_key(words: str) -> str:
    """What makes two names of speakers the same."""
    return exact_key(undotted(words)).removeprefix("the ")


def _is_party_name(name: str) -> bool:
    """Whether words are a party's alias as a whole, and not a person or body with one in its name."""
    return any(not one.by for one in claimants().get(key_of(name), ()))
