"""Single people of whom only a name or a pronoun is told: "قُتل محمد الموسى", "أصيب بجروح", "لإصابته"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.figures.mentions import Mention
from sijil.steps.languages.ar.harm import Harm, wordset
from sijil.steps.languages.ar.text import Sentence, Word, fold, keys
from sijil.steps.reading.draft import Draft

_SINGLE = Figure(1, 1)
_LONGEST = 5  # words of a name
_MARKS = " \"'“”«»_#\u200f\u200e"


def named(sentence: Sentence, found: Mapping[int, Harm], taken: Sequence[Mention], listed: str | None) -> list[Draft]:
    """One person for each word of harm behind which no noun for people stands but a name, or a pronoun.

    An item of a list of the dead that begins with a name is one, too.
    """
    out = []
    words = sentence.words
    for harm in found.values():
        near = harm.end + 3
        if any(m.first < near and harm.first < m.end for m in taken):
            continue
        if end := _name(words, harm.end):
            out.append(_one(sentence, harm.first, end, harm.measure, "named"))
        elif harm.form == "verb" and harm.end < len(words) and words[harm.end].stems[-1] in _wounds():
            out.append(_one(sentence, harm.first, harm.end + 1, harm.measure, "pronoun"))
    for at, word in enumerate(words):
        deed = next((_deeds()[stem] for stem in word.stems if stem in _deeds()), None)
        if deed is not None and not any(m.first - 2 <= at < m.end for m in taken):
            out.append(_one(sentence, at, at + 1, deed[0], "pronoun", deed[1]))
    if listed and not taken and (end := _name(words, 1 if words[0].key.isdigit() else 0)):
        out.append(_one(sentence, 0, end, listed, "listed"))
    return out


def _one(sentence: Sentence, first: int, end: int, measure: str, how: str, figure: Figure = _SINGLE) -> Draft:
    start, stop = sentence.span(first, end - 1)
    at = sentence.words[first].start
    return Draft(
        "casualty", start, stop, sentence.index, at, how, measure=measure, group="people", figure=figure, noun="name",
    )  # fmt: skip


def _name(words: Sequence[Word], at: int) -> int | None:
    """The index behind a name that begins at word `at`, perhaps after a title; None where there is none."""
    while at < len(words) and words[at].key in _titles():
        at += 1
    if at >= len(words) or words[at].key not in _given() or words[at].gap.strip(_MARKS + ":.)-"):
        return None
    end = at + 1
    while end < len(words) and end - at < _LONGEST and not words[end].gap.strip(_MARKS) and not _ends(words[end]):
        end += 1
    return end


def _ends(word: Word) -> bool:
    common = wordset("between", "blocks") | wordset("between", "skip")
    return word.key in common or word.key[:1].isdigit() or word.key[:1] in "بل" and len(word.stems) > 1


@cache
def _given() -> frozenset[str]:
    return keys(load("ar/person_names")["names"])


@cache
def _titles() -> frozenset[str]:
    return keys((*load("ar/people")["titles"]["one"], "كل", "من"))


@cache
def _deeds() -> dict[str, tuple[str, Figure]]:
    """A deed with a pronoun behind it → its measure and how many are meant."""
    table, nouns = load("ar/harm")["pronouns"], load("ar/harm")["nouns"]
    found = {}
    for deed in table["deeds"]:
        measure = next(m for m, listed in nouns.items() if deed in listed)
        stem = fold(deed)[:-1] + "ت" if deed.endswith("ة") else fold(deed)
        for count, figure in (("one", Figure(1, 1)), ("two", Figure(2, 2)), ("many", Figure(1, None))):
            found |= {stem + ending: (measure, figure) for ending in table[count]}
    return found


@cache
def _wounds() -> frozenset[str]:
    return keys(load("ar/harm")["wounds"]["words"])
