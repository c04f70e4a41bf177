"""Names of places by their type word: "Metcalfe County", "Lake Lanier", "Barrow and Jackson counties"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijil.rules import load
from sijil.steps.languages.en.toponyms.candidate import listed, title
from sijil.steps.languages.en.toponyms.passage import Passage
from sijil.steps.languages.en.toponyms.spans import Span
from sijil.steps.places.tagging.mention import Known


def typed_spans(passage: Passage, known: Known, taboo: frozenset[int]) -> Iterator[tuple[Span, str]]:
    """(span, list of rules/en/toponyms.toml) of names by their type word: "Metcalfe County", "Lake Lanier"."""
    kinds = {word: kind for kind in ("street", "weakly", "after", "surely") for word in listed("types", kind)}
    for i in range(len(passage.words)):
        if i in taboo or not passage.capital(i):
            continue
        word = title(passage.at(i))
        if word in kinds and passage.joined(i) and (first := _typed_from(passage, i, known)) < i:
            yield (first, i + 1), kinds[word]
        if passage.at(i) == "CO." and passage.at(i - 1).isupper() and passage.joined(i):
            yield (i - 1, i + 1), "surely"
        if word in listed("types", "before") and passage.joined(i + 1) and passage.capital(i + 1):
            yield (i, i + 2), "after"


def _typed_from(passage: Passage, i: int, known: Known) -> int:
    """The first word of the name whose type word stands at `i`; `i` where there is none."""
    first = i
    while passage.joined(first) and i - first < 5:
        before = passage.at(first - 1)
        if before in ("’s", "'s") and first < i and _owned(passage, first - 1, known):
            break
        if not _in_typed(passage, first - 1, i, known):
            break
        first -= 1
    while first < i and not passage.capital(first) and not passage.at(first)[0].isdigit():
        first += 1
    return first


def _owned(passage: Passage, i: int, known: Known) -> bool:
    """ "Whittier's Penn Park": the possessive is a place's and begins no name."""
    return known(passage.at(i - 1)) is not None


def _in_typed(passage: Passage, at: int, i: int, known: Known) -> bool:
    word = passage.at(at)
    if word in ("’s", "'s", "’", "'"):
        return passage.glued(at) and at < i
    if word == "-":
        left = passage.at(at - 1)
        party = left in listed("words", "party_letters") or known(left) is not None
        return passage.glued(at) and passage.glued(at + 1) and not party
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
        return True
    if not word[:1].isupper() or title(word) in listed("words", "openers"):
        return False
    if word in listed("words", "titles") and word not in listed("words", "titles_of_places"):
        return False
    return at == i - 1 or title(word) not in listed("words", "bodies")


def plural_spans(passage: Passage) -> Iterator[tuple[Span, str]]:
    """ "Barrow, Jackson and Madison counties": (span, name) of each, at least two."""
    types: dict[str, str] = load("en/toponyms")["types"]["plural"]
    for i in range(len(passage.words)):
        kind = types.get(passage.low(i))
        if kind is None:
            continue
        names, at = [], i
        while passage.joined(at):
            end = at
            while passage.joined(at) and passage.capital(at - 1):
                at -= 1
            if at < end:
                names.append((at, end))
            elif passage.at(at - 1) in (",", "and", "&") and names:
                at -= 1
            else:
                break
        if len(names) > 1:
            yield from ((span, f"{passage.raw(*span)} {kind}") for span in names)
