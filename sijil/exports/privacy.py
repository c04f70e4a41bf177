"""What is withheld unless it is asked for by name: names of private persons, and exact positions.

Rule source: rules/privacy.toml. Names are not looked for by a model: a quote is withheld where a word with a capital
is none that the claim itself, its speakers or the rules account for. That withholds too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from sijil.model.claim import Claim
from sijil.rules import load

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)
_ARTICLE = re.compile(r"(?:[ae]l|a[dnrstz]|ash)[-‑][A-ZÀ-Þ]")  # "al-Hassan"
_END = re.compile(r"(?:[.!?:;…][\"'”’)»]*|\n)[\s\"'“‘(«]*$")
_ABBREVIATION = 5  # letters: "SOHR", "UNHCR"
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


@lru_cache(maxsize=8192)
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


def accounted(claims: Iterable[Claim]) -> frozenset[str]:
    """Words, in small letters, of the places, parties and bodies that the claims themselves name."""
    return frozenset(word for claim in claims for word in _accounted(claim))


def personal(text: str, accounted: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Characters [start, end) of `text` that may name a person, or are graphic (rules/privacy.toml); none overlap.

    The desk blurs these words, where an export leaves out the quote. The first word of a sentence counts only where
    another such word follows it, "al-Hassan" only beside one; an abbreviation is no name. Where every word of a
    headline has a capital, capitals tell nothing: no word of it counts. Words of scripts without capitals all count.
    """
    words = list(_WORD.finditer(text))
    spans = [] if _is_titled(words) else [word.span() for word in _naming(text, words, accounted)]
    graphic = (match.span() for match in _graphic().finditer(text))
    return _joined(text, sorted({*spans, *graphic}))


def _is_titled(words: Sequence[re.Match[str]]) -> bool:
    long = [word.group() for word in words if len(word.group()) > 3]
    return len(long) > 3 and all(not word[0].islower() and word.lower() != word for word in long)


def _naming(text: str, words: Sequence[re.Match[str]], accounted: frozenset[str]) -> Iterator[re.Match[str]]:
    """The words that may be a name, or a part of one."""
    strange = [not _known(word.group(), accounted) and _may_be_name(word.group()) for word in words]
    beside = [_ARTICLE.match(word.group()) is not None and not _known(word.group(), accounted) for word in words]
    for index, word in enumerate(words):
        after = (
            index + 1 < len(words) and (strange[index + 1] or beside[index + 1]) and _near(text, word, words[index + 1])
        )
        before = index > 0 and strange[index - 1] and _near(text, words[index - 1], word)
        if strange[index] and (after or not _begins(text, word)) or beside[index] and (before or after):
            yield word


def _may_be_name(word: str) -> bool:
    caseless = word[0].lower() == word[0].upper()
    return caseless or (word[0].isupper() and not (word.isupper() and len(word) <= _ABBREVIATION))


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a word with a capital begins a sentence, where every word has one."""
    if word.group()[0].lower() == word.group()[0].upper():
        return False
    before = text[max(0, word.start() - _ABBREVIATION) : word.start()]
    first = word.start() <= _ABBREVIATION and not before.strip(" \t\"'“”‘’(«")
    return first or bool(_END.search(before))


def _near(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    return between.isspace() and "\n" not in between


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans with only space or a particle ("bin") between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and (start <= found[-1][1] or _is_joint(text[found[-1][1] : start])):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _is_joint(between: str) -> bool:
    return "\n" not in between and all(part in load("privacy")["particles"] for part in between.lower().split())


@cache
def _graphic() -> re.Pattern[str]:
    words = sorted(load("privacy")["graphic"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


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
