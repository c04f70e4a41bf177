"""Nouns for people and for people by what befell them, in singular, dual and plural, also with possessive endings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.text import Word, fold

Count = Literal["one", "two", "many", "two or many"]

_POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "نا")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun means: its singular, whose group it names, how many, and the harm that it tells by itself."""

    lemma: str
    group: str
    count: Count
    measure: str | None = None
    possessed: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A noun in words [first, end) of a sentence; `lead` are the letters written before it ("وال")."""

    first: int
    end: int
    lead: str
    noun: Noun


def noun_at(words: Sequence[Word], i: int) -> Named | None:
    """The noun for people that begins at word `i`; None where there is none."""
    if i >= len(words):
        return None
    if hit := _phrases().at(words, i):
        return Named(i, hit.end, hit.lead, hit.meaning)
    for stem in words[i].stems:
        if noun := _nouns().get(stem):
            return Named(i, i + 1, words[i].lead(stem), noun)
    return None


@cache
def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for noun, form in _all():
        if " " not in form:
            known = found.get(form)
            if known is None or noun.possessed and form == known.lemma:  # "والده": his father, not "mother"
                found[form] = known = noun
            if {known.count, noun.count} == {"two", "many"}:
                found[form] = Noun(known.lemma, known.group, "two or many", known.measure, known.possessed)
    return found


@cache
def _phrases() -> Phrases[Noun]:
    return Phrases((form, noun) for noun, form in _all() if " " in form)


def _all() -> Iterator[tuple[Noun, str]]:
    people, harm = load("ar/people"), load("ar/harm")
    of_harm = {fold(w): group for group, listed in harm["groups"].items() for w in listed}
    for measure, nouns in harm["counted"].items():
        yield from _forms(nouns, measure, of_harm)
    for group in ("civilians", "children", "women", "combatants", "medics", "journalists", "people"):
        for noun, form in _forms(people[group], None, {}):
            yield Noun(noun.lemma, group, noun.count, None, noun.possessed), form


def _forms(
    nouns: Mapping[str, Sequence[str]], measure: str | None, groups: Mapping[str, str]
) -> Iterator[tuple[Noun, str]]:
    """(meaning, folded form) of every form of the nouns of one table."""
    for written, plurals in nouns.items():
        lemma = fold(written) or fold(plurals[0])
        group = groups.get(lemma, "people")
        if written:
            yield from _counted(lemma, Noun(lemma, group, "one", measure))
            for form in (_stem(lemma) + ending for ending in ("ان", "ين")):
                yield Noun(lemma, group, "two", measure), form
            for form in (_stem(lemma) + ending for ending in ("ي", "ا")):
                yield from _possessed(form, Noun(lemma, group, "two", measure))
                if form not in (lemma, lemma + "ا"):
                    yield Noun(lemma, group, "two", measure), form
        for plural in plurals:
            yield from _counted(fold(plural), Noun(lemma, group, "many", measure))


def _counted(form: str, noun: Noun) -> Iterator[tuple[Noun, str]]:
    yield noun, form
    if noun.count == "one":
        yield noun, form + "ا"  # the accusative, with its mark folded away: "11 طفلا"
    yield from _possessed(_stem(form), noun)


def _possessed(stem: str, noun: Noun) -> Iterator[tuple[Noun, str]]:
    stems = (stem, stem[:-1] + "ي") if stem.endswith("اء") else (stem,)  # "أبناؤه", "أبنائه"
    for ending in _POSSESSIVES:
        for one in stems:
            yield Noun(noun.lemma, noun.group, noun.count, noun.measure, True), one + ending


def _stem(form: str) -> str:
    """What endings are put to: ta marbuta becomes ta."""
    return form[:-1] + "ت" if form.endswith("ه") else form
