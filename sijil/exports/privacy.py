"""What an export withholds unless it is asked for by name: names of private persons, and exact positions.

Rule source: rules/privacy.toml. Names are not looked for by a model: a quote is withheld where a word with a capital
is none that the claim itself, its speakers or the rules account for. That withholds too much rather than too little.
"""

from __future__ import annotations

import re
from functools import cache

from sijil.model.claim import Claim
from sijil.rules import load

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)
_TITLED = re.compile(r"^[A-ZÀ-Þ][\w'’-]+(?:\s+(?:al-|el-|bin\s|ibn\s|abu\s)?[A-ZÀ-Þ][\w'’-]+)+")


def position(lat: float | None, lon: float | None, exact: bool) -> tuple[float | None, float | None]:
    """Latitude and longitude as they are where `exact`, else rounded to about a kilometre."""
    if exact or lat is None or lon is None:
        return lat, lon
    decimals = load("privacy")["decimals"]
    return round(lat, decimals), round(lon, decimals)


def speakers(claim: Claim, names: bool) -> tuple[str, ...]:
    """The claim's speakers; who may be a private person is left out where a body is named too, else veiled."""
    if names:
        return claim.speaker
    known = tuple(one for one in claim.speaker if is_body(one))
    return known or tuple(veiled(one) for one in claim.speaker[:1])


def veiled(name: str) -> str:
    """The name of an office or body as it is; of whom may be a person, the word for one."""
    return name if is_body(name) else str(load("privacy")["person"])


def quote(claim: Claim, names: bool) -> str | None:
    """The claim's exact words, or None where they may name a private person and `names` were not asked for."""
    return claim.quote if names or not may_name_person(claim) else None


def is_body(speaker: str) -> bool:
    """Whether a speaker is an office, a body or nobody in particular, rather than a person by name."""
    lower = speaker.lower()
    words = set(_WORD.findall(lower))
    if any(body in words if " " not in body else body in lower for body in load("privacy")["bodies"]):
        return True
    capitals = [word for word in _WORD.findall(speaker) if word[0].isupper()]
    return all(word.lower() in _no_names() or word.isupper() for word in capitals)


def may_name_person(claim: Claim) -> bool:
    """Whether the claim's words hold a capitalised word that nothing known accounts for.

    The first word of the quote counts only where another capitalised word follows it.
    """
    accounted = _accounted(claim)
    if (start := _TITLED.match(claim.quote)) and not _known(start.group().split()[0], accounted):
        return any(not _known(word, accounted) for word in _WORD.findall(start.group())[1:])
    later = _WORD.findall(claim.quote)[1:]
    return any(word[0].isupper() and not _known(word, accounted) for word in later)


def _known(word: str, accounted: frozenset[str]) -> bool:
    plain = re.sub(r"['’]s$", "", word.lower())
    return plain in accounted or plain in _no_names() or all(part in accounted for part in plain.split("-"))


def _accounted(claim: Claim) -> frozenset[str]:
    """Words of the places, parties and bodies that the claim itself names."""
    told = [claim.place, claim.within, claim.actor, claim.side, claim.object]
    told += [one for one in claim.speaker if is_body(one)]
    told += [party.name for party in (claim.party, claim.side_party) if party]
    told += [claim.at.name, *claim.at.admin] if claim.at else []
    words = (word for text in told if text for word in _WORD.findall(text.lower()))
    return frozenset(part for word in words for part in (word, *word.split("-")))


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("privacy")["no_names"])
