"""Where names may stand: runs of capitalised words that are known, and what the entity recogniser calls a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sijil.steps.languages.en.toponyms.candidate import limit, listed, nameless, title
from sijil.steps.languages.en.toponyms.passage import Passage
from sijil.steps.languages.en.toponyms.people import given_names
from sijil.steps.languages.en.toponyms.short import demonyms
from sijil.steps.places.tagging.mention import Known, Renown

Span = tuple[int, int]


def known_spans(passage: Passage, known: Known, taboo: frozenset[int]) -> Iterator[tuple[Span, str, Renown]]:
    """Every stretch of capitalised words that the gazetteer, or the list of regions, has a name for.

    None of them holds one of the words `taboo`, see `blocked`.
    """
    for first in range(len(passage.words)):
        if not passage.capital(first):
            continue
        for end in _ends(passage, first):
            name = passage.raw(first, end)
            renown = None if _no_name(passage, first, end, name) else renown_of(name, known)
            if taboo.intersection(range(first, end)):
                continue
            if renown is not None and (renown.own or len(name) > 4) and not _overreaches(passage, first, end, known):
                yield (first, end), name, renown


def blocked(passage: Passage) -> frozenset[int]:
    """The words of names that hold a place's name and are none ("Bank of America")."""
    found: set[int] = set()
    for i, word in enumerate(passage.words):
        for phrase in _phrases().get(word.text, ()):
            if tuple(other.text for other in passage.words[i : i + len(phrase)]) == phrase:
                found.update(range(i, i + len(phrase)))
    return frozenset(found)


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in listed("words", "never_together"):
        words = tuple(name.split())
        by_first.setdefault(words[0], []).append(words)
    return by_first


def renown_of(name: str, known: Known) -> Renown | None:
    """What is known of a name, as written or with "Saint", "Mount", "Fort" in full."""
    found = known(name)
    if found is None and re.search(r"\b(?:St|Mt|Ft)\b", name):
        full = re.sub(r"\bSt\b\.?", "Saint", name)
        found = known(re.sub(r"\bFt\b\.?", "Fort", re.sub(r"\bMt\b\.?", "Mount", full)))
    return found


def _ends(passage: Passage, first: int) -> Iterator[int]:
    """Ends (behind the last word) of the names that may begin at a word."""
    yield first + 1
    most = first + int(limit("longest")) + 2
    for i in range(first + 1, min(most, len(passage.words))):
        word = passage.at(i)
        if not passage.joined(i) or not _continues(passage, i):
            return
        if word[0].isupper() or word.isdigit():
            yield i + 1


def _continues(passage: Passage, i: int) -> bool:
    word = passage.at(i)
    if word in ("-", "–"):
        return passage.glued(i) and passage.glued(i + 1)
    if word in ("'s", "’s", "'", "’"):
        return passage.glued(i)
    if passage.at(i - 1) in ("-", "–") and not passage.glued(i):
        return False
    return word[0].isupper() or word.isdigit() or word == "&" or word in listed("words", "inside")


def _no_name(passage: Passage, first: int, end: int, name: str) -> bool:
    words = [title(passage.at(i)) for i in range(first, end)]
    if len(words) == 1:
        return len(name) < 3 or words[0] in nameless()
    return words[0] in listed("words", "openers") or words[-1] in listed("words", "openers")


def _overreaches(passage: Passage, first: int, end: int, known: Known) -> bool:
    """ "Michigan Center for ...", "Dublin City Council": a small place's name, made of a large one's and a word."""
    if end - first < 2 or title(passage.at(end - 1)) not in listed("words", "bodies"):
        return False
    whole, part = known(passage.raw(first, end)), known(passage.raw(first, end - 1))
    if whole is None or part is None or whole.wide:
        return False
    body = passage.joined(end) and title(passage.at(end)) in listed("words", "bodies")
    if body and (not whole.own or not part.wide and part.population >= whole.population):
        return True
    return whole.population < (10_000 if whole.own else 100_000) and (part.wide or part.population > whole.population)


def labelled_spans(passage: Passage, taboo: frozenset[int]) -> Iterator[Span]:
    """What the recogniser calls a place, without articles, possessives, marks and what small words lead it in."""
    for label in passage.labels:
        if label.kind not in ("GPE", "LOC", "FAC"):
            continue
        first, end = label.first, label.end
        while first < end and (not passage.capital(first) or title(passage.at(first)) in ("The", "A", "An")):
            first += 1
        if passage.low(first) in listed("words", "kinds_before") and passage.at(first + 1) == "of":
            first += 2  # "Province of Ontario"
        while end > first and (not passage.capital(end - 1) or passage.at(end - 1) in ("'S", "’S")):
            end -= 1
        words = [title(passage.at(i)) for i in range(first, end)]
        if words and not _unfit(words) and taboo.isdisjoint(range(first, end)):
            yield first, end


def told_spans(passage: Passage) -> Iterator[Span]:
    """Names that no list need know, as the words say what they are: "the town of Amiriyah", "the Zahra district"."""
    before, after = listed("words", "told_before"), listed("words", "told_after")
    for i in range(len(passage.words)):
        if passage.low(i) == "of" and passage.low(i - 1) in before and (end := _run(passage, i + 1)) > i + 1:
            yield i + 1, end
        if passage.at(i) in after and passage.joined(i) and passage.capital(i - 1):
            first = i - 1
            while passage.joined(first) and passage.capital(first - 1) and not passage.opens(first - 1):
                first -= 1
            words = [title(passage.at(j)) for j in range(first, i)]
            if not all(word in nameless() for word in words) and words[-1] not in demonyms():
                yield first, i


def _run(passage: Passage, first: int) -> int:
    """The end of a run of capitalised words that no list need know; `first` where there is none."""
    end = first
    for i in range(first, len(passage.words)):
        word = passage.at(i)
        if not passage.joined(i) or title(word) in listed("words", "openers") or word in listed("words", "bodies"):
            break
        if word[0].isupper():
            end = i + 1
        elif not (word == "-" and passage.glued(i) or word in listed("words", "articles")):
            break
    return end


def _unfit(words: list[str]) -> bool:
    """Whether a label's words are no name: a common word, or a body, whose place is found within it."""
    if all(word in nameless() for word in words) and len(words) < 2 or words[0] in listed("words", "openers"):
        return True
    if words[-1] in listed("words", "never_last"):
        return True
    if len(words) > 1 and words[0] in given_names() and words[-1] not in listed("types", "street"):
        return True
    if words[0] in listed("words", "titles") and words[-1] not in listed("types", "street"):
        return True
    return any(word in listed("words", "bodies") for word in words[1:]) or "in" in words
