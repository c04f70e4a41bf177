"""Clues in the words around a name: prepositions, kinds of place, larger places, titles, bodies, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sijil.rules import load
from sijil.steps.languages.en.toponyms.candidate import listed, title
from sijil.steps.languages.en.toponyms.passage import Passage
from sijil.steps.languages.en.toponyms.people import given_names
from sijil.steps.languages.en.toponyms.short import demonyms
from sijil.steps.places.tagging.mention import Known


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, end), and how large what the gazetteer knows by their name: `wide` a country, province or region,
    `great` also a metropolis, `small` no town of 10,000."""

    first: int
    end: int
    wide: bool
    great: bool
    small: bool


def around(passage: Passage, stretch: Stretch, known: Known) -> Iterator[str]:
    """All clues around a stretch, within its paragraph."""
    shouted = passage.shouted(stretch.first)
    if passage.joined(stretch.first):
        yield from _before(passage, stretch.first)
        if not shouted:
            yield from _capital_before(passage, stretch)
    yield from _after(passage, stretch, known)
    if passage.joined(stretch.end) and passage.capital(stretch.end) and not shouted:
        yield from _capital_after(passage, stretch)
    if _dateline(passage, stretch.first, stretch.end):
        yield "dateline"


def possessive(passage: Passage, i: int) -> bool:
    """Whether the word at `i` is a possessive's ending."""
    return passage.at(i) in ("'s", "’s", "'S", "’S")


def names_area(passage: Passage, i: int, known: Known) -> bool:
    """Whether a country, province or district, or a state in short, stands at `i`."""
    rules, p = load("en/toponyms")["short"], passage
    if p.at(i) == "W." or any(p.at(i) in rules[kind] for kind in ("always", "behind", "postal")):
        return True
    ends = (i + n for n in (1, 2, 3) if i + n <= len(p.words) and p.capital(i))
    return any((found := known(p.raw(i, end))) is not None and found.kind != "town" for end in ends)


def _before(passage: Passage, first: int) -> Iterator[str]:
    p, i = passage, first - 1
    if p.at(i) == "," and (p.at(i - 1) in listed("types", "street") or p.at(i - 1).isdigit()):
        yield "address"
    if p.at(i) in ("-", "–") and p.at(i - 1) in listed("words", "party_letters"):
        yield "seat"
    i -= p.low(i) == "the"
    while p.low(i) in listed("words", "directions"):
        i -= 1
        if p.low(i) not in listed("words", "prepositions"):
            yield "weak_preposition"
            break
    word, kinds = p.low(i), listed("words", "kinds_before")
    if word in listed("words", "prepositions"):
        yield "preposition"
    elif word == "of" and p.low(i - 1) in listed("words", "kinds_of"):
        yield "kind_of"
    elif word == "of" and p.low(i - 1) in kinds:
        yield "part_of"
    elif word == "of" and p.at(i - 1) == "," and re.fullmatch(r"\d{1,3}", p.at(i - 2)):
        yield "seat"
    elif word in listed("words", "weak_prepositions"):
        yield "weak_preposition"
    elif word in kinds:
        yield "kind_before"


def _after(passage: Passage, stretch: Stretch, known: Known) -> Iterator[str]:
    p, i = passage, stretch.end
    if possessive(p, i):
        yield "possessive"
        i += 1
    if stretch.wide and p.at(stretch.first - 1) == "," and p.capital(stretch.first - 2):
        yield "contained"
    if not p.joined(i):
        return
    word = p.at(i)
    if word in ("-", "–") and p.low(i + 1) in listed("words", "behind_hyphen"):
        yield "based"
    elif word in listed("words", "told_after") and _told(p, stretch):
        yield "told_after"
    elif word in listed("words", "kinds_after"):
        yield "kind_after"
    elif word in listed("words", "residents"):
        yield "residents"
    elif word in listed("words", "says") and stretch.end - stretch.first == 1 and not stretch.wide:
        yield "says"
    elif word in (",", "(") and names_area(p, i + 1, known):
        yield "container"
    elif word in ("in", "near") and names_area(p, i + 1, known):
        yield "lies_in"


def _told(passage: Passage, stretch: Stretch) -> bool:
    """ "the Zahra district", but not "a Kurdish district" """
    label = passage.label(stretch.first)
    return label is None or label.kind != "NORP"


def _capital_before(passage: Passage, stretch: Stretch) -> Iterator[str]:
    p, i = passage, stretch.first - 1
    word, label = p.at(i), p.label(stretch.first)
    if not p.capital(i):
        return
    if word in listed("words", "titles") and not (stretch.wide and word[-1] != "."):
        yield "title"
    elif word in given_names():
        yield "given_before_wide" if stretch.wide else "given_before"
    elif re.fullmatch(r"[A-Z]\.", word):
        yield "initial_before"
    elif word in listed("words", "bodies_before"):
        yield "of_body"
    elif not p.opens(i) and word.lower() not in listed("words", "directions") and word not in demonyms():
        if label is not None and label.kind == "PERSON" and label.first < stretch.first:
            yield "person_beside"
        yield "capital_before_wide" if stretch.wide else "capital_before"


def _capital_after(passage: Passage, stretch: Stretch) -> Iterator[str]:
    p, end = passage, stretch.end
    titles, bodies, media, firms = (listed("words", key) for key in ("titles", "bodies", "media", "firms"))
    word, label = p.at(end) if p.at(end) in titles else title(p.at(end)), p.label(stretch.first)
    second = title(p.at(end + 1)) if p.joined(end + 1) and p.capital(end + 1) else ""
    several = end - stretch.first > 1
    if word in media or second in media and word not in bodies:
        yield "media"
    elif word in firms or second in firms:
        yield "firm"
    elif word in bodies or second in bodies or word in titles:
        yield "body_small" if stretch.small and not several else "body"
    elif word in listed("types", "street"):
        yield "street"
    elif word not in demonyms():
        if label is not None and label.kind == "PERSON":
            yield "person_beside"
        yield "capital_after_wide" if stretch.wide or several else "capital_after"


def _dateline(passage: Passage, first: int, end: int) -> bool:
    """ "ANKARA, Turkey (Reuters) -", "LONDON —", "DETROIT The ...", a line in capitals by itself."""
    p, i, name = passage, end, passage.raw(first, end)
    capitals = name.isupper() and len(name) > 3
    if p.joined(first) and not (capitals and p.opens(first) and p.at(first - 1) != "("):
        return False
    dash = p.at(end) in ("—", "–", "-", "_")
    alone = not p.joined(end) or p.capital(end) and not p.at(end).isupper()
    if capitals and (dash or alone or p.at(end) in (",", "(", ":")):
        return True
    while i < end + 6 and p.joined(i) and (p.capital(i) or p.at(i) in (",", ".")):
        i += 1
    agency = p.at(i) == "(" and re.fullmatch(r"[A-Z]{2,5}|Reuters|Xinhua", p.at(i + 1)) is not None
    return agency or p.at(end) in ("—", "–", "_")
