"""Who is named in a text: a name of a person is a place only where much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijil.steps.languages.en.toponyms.candidate import listed, typewords
from sijil.steps.languages.en.toponyms.passage import Label, Passage
from sijil.steps.languages.en.words import words
from sijil.steps.places.tagging.mention import Known

_METROPOLIS = 1_000_000


def given_names() -> frozenset[str]:
    """Common given names."""
    return words("person_names", "given", "names")


def surnames() -> frozenset[str]:
    """The commonest surnames."""
    return words("person_names", "surnames", "names")


def people(passage: Passage, known: Known) -> frozenset[str]:
    """Names, each one word, that persons of the text bear."""
    found = {name for label in passage.labels if label.kind == "PERSON" for name in _labelled(passage, label, known)}
    found.update(_introduced(passage, known))
    return frozenset(found)


def _labelled(passage: Passage, label: Label, known: Known) -> Iterator[str]:
    """First and last word of a name that begins like a person's."""
    words = [i for i in range(label.first, label.end) if passage.capital(i)]
    while words and passage.at(words[0]) in listed("words", "titles"):
        words = words[1:]
    inner = [passage.at(i) for i in words]
    no_person = listed("words", "bodies") | listed("words", "titles")
    if not inner or inner[0] in listed("words", "party_letters") or not no_person.isdisjoint(inner):
        return
    titled = passage.at(words[0] - 1) in listed("words", "titles")
    like_person = inner[0] in given_names() or titled or any(re.fullmatch(r"[A-Z]\.?", word) for word in inner)
    if len(inner) > 1 and not like_person and _place_inside(passage, words, known):
        return
    if len(inner) > 1 or titled:
        yield inner[-1]
    if len(inner) > 1:
        yield inner[0]


def _place_inside(passage: Passage, words: list[int], known: Known) -> bool:
    """Whether the recogniser may have taken a place for a person ("Sri Lanka", "Glen Carbon")."""
    if known(passage.raw(words[0], words[-1] + 1)):
        return True
    found = (known(passage.at(i)) for i in words)
    return any(renown is not None and (renown.wide or renown.population >= _METROPOLIS) for renown in found)


def _introduced(passage: Passage, known: Known) -> Iterator[str]:
    """ "Mr Clinton", "Brandon J. Paris": the word behind a title or a given name."""
    given, titles = given_names(), listed("words", "titles")
    for i, word in enumerate(passage.words):
        if word.text not in given and word.text not in titles:
            continue
        at = i + 1
        while passage.joined(at) and re.fullmatch(r"[A-Z]\.?", passage.at(at)):
            at += 1
        while passage.at(at) in given and passage.joined(at + 1) and passage.capital(at + 1):
            at += 1
        if _surname(passage, at) and not (at == i + 1 and _no_person(passage, i, known)):
            yield passage.at(at)


def _surname(passage: Passage, i: int) -> bool:
    word = passage.at(i)
    if not (passage.joined(i) and passage.capital(i)) or word[-1] == "." or word in listed("words", "titles"):
        return False
    return passage.at(i + 1) not in typewords() and word not in listed("words", "bodies")


def _no_person(passage: Passage, i: int, known: Known) -> bool:
    """ "Virginia Beach"; "Chief Minister": two words that are a place, or a title that may stand before anything."""
    word = passage.at(i)
    if word in given_names():
        return known(passage.raw(i, i + 2)) is not None
    label = passage.label(i + 1)
    return word[-1] != "." and len(word) > 2 and word != "Miss" and (label is None or label.kind != "PERSON")
