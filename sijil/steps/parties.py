"""Which party an actor's words name: canonical, with its camp and, where the words say so, its backer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.places.names import exact_key

_LONGEST_SIGN = 3  # letters: shorter aliases in capitals ("IS", "US") are words in small letters


@dataclass(frozen=True, slots=True)
class Named:
    """A party found in words: tokens [start, end)."""

    id: str
    start: int
    end: int


def resolve_parties(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Fill `party` (from `actor`) and `side_party` (from `side`) of the claims of one report by rules/parties.toml.

    General words ("the regime") mean a party only where the claim, or else most of the report, lies in its country.
    Words that name no party give a Party of kind "unknown" with an empty id, under the words themselves.
    """
    countries = Counter(country for claim in claims if (country := _country(claim.at)))
    usual = countries.most_common(1)[0][0] if countries else ""
    return tuple(
        replace(
            claim,
            party=party_of(claim.actor, _country(claim.at) or usual) if claim.actor else None,
            side_party=party_of(claim.side, _country(claim.at) or usual) if claim.side else None,
        )
        for claim in claims
    )


def party_of(words: str, country: str = "") -> Party:
    """The party that words name in a report about `country` (a name as in the gazetteer, "" for unknown).

    Several parties give one record: ids and sides joined by "+" ("and") or "|" ("or"), the names in words.
    """
    tokens = _tokens(words)
    named = _named(tokens, country)
    before = _backers_before(tokens, country)
    backers = [*before, *(party for party in named if _is_backer(party, tokens))]
    actors = list(dict.fromkeys(party.id for party in named if party not in backers))
    backer = " and ".join(dict.fromkeys(_table()[party.id]["name"] for party in backers if party.id not in actors))
    if not actors:
        return Party(raw=words, id="", name=words, backer=backer)
    rows = [_table()[id_] for id_ in actors]
    either = any(key in _rules()["or"] for key, _ in tokens)
    sign, joint = ("|", " or ") if either else ("+", " and ")
    kinds = {row["kind"] for row in rows}
    return Party(
        raw=words,
        id=sign.join(actors),
        name=joint.join(row["name"] for row in rows),
        kind=kinds.pop() if len(kinds) == 1 else "several",
        side=sign.join(dict.fromkeys(row["side"] for row in rows if row["side"])),
        backer=backer,
    )


def known_parties() -> tuple[Party, ...]:
    """Every party of the rules, for a person to choose from, in their order; `raw` is its name."""
    return tuple(Party(row["name"], id_, row["name"], row["kind"], row["side"]) for id_, row in _table().items())


def canonical_speaker(words: str) -> str:
    """One name for all ways of naming a speaker or publisher (rules/speakers.toml); other words as they are."""
    row = _speakers().get(_speaker_key(words))
    return str(row["name"]) if row else re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def allegiance(name: str) -> str:
    """The camp that a speaker or publisher belongs to (a `side` of rules/parties.toml), "" for none or unknown.

    A speaker who is a party itself ("Russia", "Islamic State") belongs to its own camp.
    """
    row = _speakers().get(_speaker_key(name))
    if row is not None:
        return str(row.get("side", ""))
    return party_of(name).side if _is_party_name(name) else ""


def speaker_kind(name: str) -> str:
    """What a speaker is: monitor, UN agency, ministry, wire, outlet, party media, rescue service ...; "" if unknown."""
    row = _speakers().get(_speaker_key(name))
    return str(row["kind"]) if row else ""


def _named(tokens: Sequence[tuple[str, str]], country: str) -> list[Named]:
    """The parties in order, the longest alias first at each word."""
    found, at = [], 0
    while at < len(tokens):
        match = _longest(tokens, at, country)
        if match:
            found.append(match)
        at = match.end if match else at + 1
    return found


def _longest(tokens: Sequence[tuple[str, str]], at: int, country: str) -> Named | None:
    aliases, longest = _aliases()
    for end in range(min(len(tokens), at + longest), at, -1):
        for id_, sign, where in aliases.get(" ".join(key for key, _ in tokens[at:end]), ()):
            capitals = not sign or all(token.isupper() for _, token in tokens[at:end])
            if capitals and (not where or country in where) and not _turned([key for key, _ in tokens], at, end):
                return Named(id_, at, end)
    return None


def _turned(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether the word before or behind makes something else of a party's name ("anti-Syria militants")."""
    before, behind = keys[start - 1 : start] if start else [], keys[end : end + 1]
    return bool(set(before) & set(_rules()["not_after"]) or set(behind) & set(_rules()["not_before"]))


def _tokens(words: str) -> list[tuple[str, str]]:
    """(key, token as written) of each word, possessive endings dropped."""
    parts = (re.sub(r"['’]s$", "", part) for part in re.split(r"[\s\-/–—,]+", words))
    return [(key, part) for part in parts for key in exact_key(part).split()]


def _backers_before(tokens: Sequence[tuple[str, str]], country: str) -> list[Named]:
    """ "Russian-backed": the parties that stand right before such a word."""
    keys, found = [key for key, _ in tokens], list[Named]()
    for at, key in enumerate(keys):
        if key in _rules()["backed"] and keys[at + 1 : at + 2] != ["by"]:
            matches = (_longest(tokens[:at], start, country) for start in range(at))
            found += [match for match in matches if match and match.end == at][:1]
    return found


def _is_backer(party: Named, tokens: Sequence[tuple[str, str]]) -> bool:
    """ "the army backed by Hezbollah": whatever stands behind such words is not the one that acts."""
    before = " " + " ".join(key for key, _ in tokens[: party.start]) + " "
    return any(f" {words} " in before for words in _rules()["backed_by"])


def _country(place: Place | None) -> str:
    if place is None or not place.id:
        return ""
    return place.admin[0] if place.admin else place.name if place.precision == "country" else ""


@cache
def _rules() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load("en/parties")
    return words


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in load("parties")["party"]}


@cache
def _aliases() -> tuple[dict[str, list[tuple[str, bool, tuple[str, ...]]]], int]:
    """Key -> (party, only in capitals?, countries in which it holds or () for all); and the most words of a key."""
    keys: dict[str, list[tuple[str, bool, tuple[str, ...]]]] = {}
    for row in load("parties")["party"]:
        where = tuple(row.get("countries", (row.get("country", ""),)))
        for alias, limits in [(a, ()) for a in row["aliases"]] + [(a, where) for a in row.get("general", ())]:
            letters = alias.replace(" ", "")
            sign = letters.isupper() and len(letters) <= _LONGEST_SIGN
            keys.setdefault(" ".join(key for key, _ in _tokens(alias)), []).append((row["id"], sign, limits))
    return keys, max(len(key.split()) for key in keys)


@cache
def _speakers() -> dict[str, dict[str, str]]:
    return {_speaker_key(alias): row for row in load("speakers")["speaker"] for alias in (row["name"], *row["aliases"])}


def _speaker_key(words: str) -> str:
    key = exact_key(words)
    return key.removeprefix("the ")


def _is_party_name(name: str) -> bool:
    """Whether words are a party's alias as a whole, and not a person or body with one in its name."""
    return exact_key(name) in _aliases()[0]
