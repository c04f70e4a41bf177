"""Names in short ("Ky.", "U.S.") and adjectives of countries ("Turkish troops")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.toponyms.candidate import Candidate, listed, title
from sijil.steps.languages.en.toponyms.passage import Passage


def shorts(passage: Passage) -> Iterator[Candidate]:
    """Abbreviated names of states and countries."""
    for i in range(len(passage.words)):
        if not passage.capital(i):
            continue
        word, end = passage.at(i), i + 1
        if word == "Va." and passage.at(i - 1) == "W.":
            continue
        if word == "W." and passage.at(end) == "Va.":
            word, end = "W. Va.", i + 2
        found = _short(passage, i, word)
        if found:
            yield Candidate(i, end, found[0], "short", (found[1],))


def _short(passage: Passage, i: int, word: str) -> tuple[str, str] | None:
    """(full name, clue) of an abbreviation, None for other words."""
    rules = load("en/toponyms")["short"]
    behind = passage.at(i - 1) == "," and passage.capital(i - 2) or _party(passage, i)
    if word in rules["always"]:
        year = word == "B.C." and passage.at(i - 1).isdigit()
        shouted = word == "US" and passage.at(i + 1).isupper() and passage.at(i - 1).isupper()
        return None if year or shouted else (rules["always"][word], "short")
    if behind and f"{word}." in rules["behind"] and word not in ("Me", "La", "Miss", "Mass", "Man", "Ill", "Ind"):
        return rules["behind"][f"{word}."], "short"
    if word in rules["behind"]:
        if behind:
            return rules["behind"][word], "short"
        return (rules["behind"][word], "short_alone") if word in rules["alone"]["names"] else None
    zipped = re.fullmatch(r"\d{5}", passage.at(i + 1)) is not None
    if word in rules["postal"] and (behind or zipped):
        return rules["postal"][word], "short"
    return None


def _party(passage: Passage, i: int) -> bool:
    """ "D-Calif." """
    return passage.at(i - 1) == "-" and passage.at(i - 2) in listed("words", "party_letters")


@cache
def demonyms() -> dict[str, str]:
    """Adjective → name of the country, region or province."""
    return {adjective: name for table in load("en/demonyms").values() for adjective, name in table.items()}


def adjectives(passage: Passage) -> Iterator[Candidate]:
    """Adjectives of countries that stand before a noun; those that do not are kept without points, so that no other
    reading of the word is taken ("speaks Turkish")."""
    free = 0
    for i in range(len(passage.words)):
        if i < free or not passage.capital(i):
            continue
        for end in range(min(i + 3, len(passage.words)), i, -1):
            key = passage.raw(i, end)
            name = demonyms().get(key) or demonyms().get(key.title() if key.isupper() else "")
            if name:
                clues = ("adjective",) if _of_country(passage, i, end) else ()
                yield Candidate(i, end, name, "adjective", clues)
                free = end
                break


def _of_country(passage: Passage, i: int, end: int) -> bool:
    """Whether an adjective [i, end) stands for its country."""
    rules = load("en/toponyms")["adjectives"]
    if passage.low(i - 1) in rules["speaking"] or _a_people(passage, i) or not passage.joined(end):
        return False
    after = passage.at(end)
    if after in ("-", "–", "/"):
        people = passage.at(i) in rules["peoples_before"] and passage.at(end + 1).rstrip("s") in demonyms()
        return not people and _hyphened(passage, end + 1)
    if after in ("and", "or", ",", "&"):
        return _also(passage, end + 1) or after != "," and _noun(passage, end + 1)
    if after.lower() in rules["things"] or title(after) in listed("words", "firms"):
        return False
    return (_noun(passage, end) or passage.capital(end)) and not _founder(passage, i, end)


def _a_people(passage: Passage, i: int) -> bool:
    """ "African-American", "Native American"."""
    at = i - 2 if passage.at(i - 1) == "-" else i - 1
    return passage.at(at) in load("en/toponyms")["adjectives"]["peoples_before"]


def _hyphened(passage: Passage, i: int) -> bool:
    """ "Russian-backed", "Russian-Turkish", "Russian- and Turkish-led"."""
    word = passage.at(i)
    return word in listed("words", "behind_hyphen") or word == "and" or passage.capital(i)


def _also(passage: Passage, i: int) -> bool:
    """Whether another such adjective follows ("Russian and Turkish officials", "Syrian, Iraqi and ...")."""
    return any(i + n <= len(passage.words) and passage.raw(i, i + n) in demonyms() for n in (1, 2))


def _noun(passage: Passage, i: int) -> bool:
    word = passage.at(i)
    return re.match(r"[a-z]{2}|\d", word) is not None and word not in load("en/toponyms")["adjectives"]["not_nouns"]


def _founder(passage: Passage, i: int, end: int) -> bool:
    """ "American Board of Radiology": a body's name, which tells little of where it is."""
    rules, label = load("en/toponyms")["adjectives"], passage.label(i)
    if (
        passage.at(i) not in rules["in_names"]
        or not passage.capital(end)
        or passage.at(end) in rules["in_names_before"]
    ):
        return False
    return label is not None and label.end > end and label.kind not in ("PERSON", "NORP", "GPE")
