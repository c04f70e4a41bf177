"""What is withheld unless it is asked for by name: names of private persons, and exact positions.

Rule source: rules/privacy.toml. Names are not looked for by a model: a quote is withheld where a word with a capital
is none that the claim itself, its speakers or the rules account for; so is any word of a script without capitals
(caseless.py). That withholds too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from sijil.exports.caseless import forms, is_caseless, is_graphic, names_nobody
from sijil.exports.caseless import is_body as is_caseless_body
from sijil.model.claim import Claim
from sijil.rules import load

_LETTERS = "(?:[^\\W\\d_][\u0610-\u061a\u064b-\u065f\u0670]*)+"  # with the marks that stand over Arabic ones
WORD = re.compile(rf"{_LETTERS}(?:['’.-]{_LETTERS})*")
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


def thing(claim: Claim, names: bool = False) -> str | None:
    """What was hit or hindered, or None where its words are of a script without capitals and may name its owner."""
    words = WORD.findall(claim.object or "")
    if names or not any(map(is_caseless, words)):
        return claim.object
    accounted = _accounted(claim)
    return claim.object if all(_known(word, accounted) for word in words if is_caseless(word)) else None


@lru_cache(maxsize=8192)
def is_body(speaker: str) -> bool:
    """Whether a speaker is an office, a body or nobody in particular, rather than a person by name."""
    caseless = " ".join(word for word in WORD.findall(speaker) if is_caseless(word))
    if caseless and not is_caseless_body(caseless):
        return False
    lower = speaker.lower()
    words = set(WORD.findall(lower))
    if any(body in words if " " not in body else body in lower for body in load("privacy")["bodies"]):
        return True
    capitals = [word for word in WORD.findall(speaker) if word[0].isupper()]
    return all(word.lower() in _no_names() or word.isupper() for word in capitals)


def may_name_person(claim: Claim) -> bool:
    """Whether the claim's words hold a capitalised word, or one without case, that nothing known accounts for.

    The first word of the quote counts only where another capitalised word follows it.
    """
    accounted = _accounted(claim)
    if any(is_caseless(word) and not _known(word, accounted) for word in WORD.findall(claim.quote)):
        return True
    if (start := _TITLED.match(claim.quote)) and not _known(start.group().split()[0], accounted):
        return any(not _known(word, accounted) for word in WORD.findall(start.group())[1:])
    later = WORD.findall(claim.quote)[1:]
    return any(word[0].isupper() and not _known(word, accounted) for word in later)


def accounted(claims: Iterable[Claim]) -> frozenset[str]:
    """Words, in small letters, of the places, parties and bodies that the claims themselves name."""
    return frozenset(word for claim in claims for word in _accounted(claim))


def personal(text: str, accounted: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Characters [start, end) of `text` that may name a person, or are graphic (rules/privacy.toml); none overlap.

    The desk blurs these words, where an export leaves out the quote. The first word of a sentence counts only where
    another such word follows it, "al-Hassan" only beside one; an abbreviation is no name. Where every word of a
    headline has a capital, capitals tell nothing: no word of it counts. Of scripts without capitals every word counts
    that the pack's lists do not know.
    """
    words = list(WORD.finditer(text))
    spans = [] if _is_titled(words) else [word.span() for word in _naming(text, words, accounted)]
    graphic = (match.span() for match in _graphic().finditer(text))
    harsh = (word.span() for word in words if is_caseless(word.group()) and is_graphic(word.group()))
    return _joined(text, sorted({*spans, *graphic, *harsh}))


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
    return is_caseless(word) or (word[0].isupper() and not (word.isupper() and len(word) <= _ABBREVIATION))


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a word with a capital begins a sentence, where every word has one."""
    if is_caseless(word.group()):
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
    if is_caseless(word):
        return names_nobody(word) or any(form in accounted for form in (word, *forms(word)))
    plain = re.sub(r"['’]s$", "", word.lower())
    return plain in accounted or plain in _no_names() or all(part in accounted for part in plain.split("-"))


def _accounted(claim: Claim) -> frozenset[str]:
    """Words of the places, parties and bodies that the claim itself names.

    Whose house was hit stands in `object`; without capitals nothing tells the owner's name from that of a hospital.
    """
    told = [claim.place, claim.within, claim.actor, claim.side]
    told += [one for one in claim.speaker if is_body(one)]
    told += [party.name for party in (claim.party, claim.side_party) if party]
    told += [claim.at.name, *claim.at.admin] if claim.at else []
    words = [word for text in told if text for word in WORD.findall(text.lower())]
    words += [word for word in WORD.findall((claim.object or "").lower()) if not is_caseless(word)]
    return frozenset(part for word in words for part in (word, *word.split("-"), *_folded(word)))


def _folded(word: str) -> tuple[str, ...]:
    return forms(word)[:1] if is_caseless(word) else ()


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("privacy")["no_names"])
