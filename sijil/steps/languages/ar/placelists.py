"""The lists by which places are found in an Arabic report, folded as its words are: rules/ar/placenames*.toml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sijil.rules import load
from sijil.steps.languages.ar.text import Word, fold, keys

#: The article, and it written together with "to".
_ARTICLE, _TO_ARTICLE = "ال", "لل"
#: Letters of a common word that is one without its article too.
_LONG = 5
#: What may stand within a name besides white space.
_WHITE = " \t\n\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069#_"


@dataclass(frozen=True, slots=True)
class Kind:
    """A word for a kind of place, as rules/ar/placenames.toml tells it. `level` -1: that of what follows."""

    name: str
    level: int
    said: bool
    several: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A listed name in words [first, end), behind the letters `lead` of the first one."""

    lead: str
    end: int
    level: int
    unsure: bool


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A list of rules/ar/placenames.toml, folded."""
    return keys(load("ar/placenames")[table][key])


@cache
def kinds() -> dict[str, Kind]:
    """The words for kinds of place, by their folded word."""
    found: dict[str, Kind] = {}
    for name, row in load("ar/placenames")["types"].items():
        for word in row["words"]:
            key = fold(word)
            kind = Kind(name, row["level"], row["said"], key in words("several"), key in words("weak"))
            found.setdefault(key, kind)
    return found


@cache
def leads() -> dict[str, str]:
    """What the word before a name says, by that word."""
    return {fold(word): lead for lead, listed in load("ar/placenames")["leads"].items() for word in listed}


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Listed names by their first word: the words behind it and the level, the longest first."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for row in load("ar/placenames_known").values():
        for name in row["words"]:
            first, *rest = map(fold, name.split())
            found.setdefault(first, {}).setdefault(tuple(rest), row["level"])
    return {first: sorted(rests.items(), key=lambda entry: -len(entry[0])) for first, rests in found.items()}


@lru_cache(maxsize=65536)
def starts(key: str, stems: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(letters before, rest) of a folded word, the article always in the rest ("للحسكه": "ل", "الحسكه")."""
    return tuple(_starts(key, stems))


def _starts(key: str, stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    for stem in stems:
        lead = key[: len(key) - len(stem)]
        if lead.endswith(_TO_ARTICLE):
            yield lead[:-1], _ARTICLE + stem
        elif not lead.endswith(_ARTICLE):
            yield lead, stem


@lru_cache(maxsize=65536)
def may_begin(key: str, stems: tuple[str, ...]) -> bool:
    """Whether a folded word is the first of a listed name, or one for a kind, a side or the countryside."""
    others = (kinds(), _names(), words("sides"), words("countryside"))
    return any(rest in listed for _, rest in starts(key, stems) for listed in others)


def kind_at(word: Word) -> tuple[str, Kind] | None:
    """The kind of place that a word is for, with the letters before it; None for another word, or with the article."""
    for lead, key in starts(word.key, word.stems):
        if (kind := kinds().get(key)) is not None:
            return lead, kind
    return None


def known_at(found: Sequence[Word], i: int) -> Known | None:
    """The longest listed name that begins in word `i`, with the fewest letters before it."""
    best: Known | None = None
    for lead, key in starts(found[i].key, found[i].stems):
        if lead[-1:] in ("ف", "ك"):
            continue  # "فاطمة" is a person, and no town
        for rest, level in _names().get(key, ()):
            end = i + 1 + len(rest)
            if (best is None or end > best.end) and end <= len(found) and _follow(found, i + 1, rest):
                best = Known(lead, end, level, not rest and key in words("unsure"))
                break
    return best


def _follow(found: Sequence[Word], i: int, rest: Sequence[str]) -> bool:
    return all(found[i + n].key == key and joined(found[i + n].gap) for n, key in enumerate(rest))


def joined(gap: str) -> bool:
    """Whether what stands between two words leaves them one name: white space, a hashtag's marks, a bare dash."""
    return gap in ("-", "–", "_") or not gap.strip(_WHITE)


@lru_cache(maxsize=65536)
def ends_name(key: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is none of a name: listed as common, or for a side or kind, with or without letters before it."""
    common = _ends()
    if any(stem in common for stem in stems):
        return True
    plain = [(lead, rest, rest.removeprefix(_ARTICLE)) for lead, rest in starts(key, stems)]
    return any(rest in words("sides") or bare in kinds() and (lead or bare != rest) for lead, rest, bare in plain)


@cache
def _ends() -> frozenset[str]:
    listed = keys(load("ar/placenames_ends")["words"]) | keys(load("ar/placenames")["leads"]["in"])
    return listed | {word.removeprefix(_ARTICLE) for word in listed if len(word) > _LONG}
