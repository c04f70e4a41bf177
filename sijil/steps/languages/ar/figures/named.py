"""Single people of whom only a name or a pronoun is told: "قُتل محمد الموسى", "أصيب بجروح", "لإصابته"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.figures.mentions import Mention
from sijil.steps.languages.ar.harm import Harm
from sijil.steps.languages.ar.people import noun_at
from sijil.steps.languages.ar.text import Sentence, Word, fold, keys, wordset
from sijil.steps.reading.draft import Draft

_SINGLE = Figure(1, 1)
_LONGEST = 5  # words of a name
_AGE = 4  # words behind a name in which its age stands
_ADULT = 18
_MARKS = " \"'“”«»_#\u200f\u200e"


def named(sentence: Sentence, found: Mapping[int, Harm], taken: Sequence[Mention]) -> list[Draft]:
    """One person for each word of harm behind which no noun for people stands but a name, or a pronoun."""
    out = []
    words = sentence.words
    for harm in found.values():
        near = harm.end + 3
        if any(m.first < near and harm.first < m.end for m in taken):
            continue
        if end := _name(words, harm.end):
            out.append(_one(sentence, harm.first, end, harm.measure, "named"))
        elif (
            harm.form == "verb"
            and harm.end < len(words)
            and words[harm.end].stems[-1] in wordset("harm", "wounds", "words")
        ):
            out.append(_one(sentence, harm.first, harm.end + 1, harm.measure, "pronoun"))
    for at, word in enumerate(words):
        deed = next((_deeds()[stem] for stem in word.stems if stem in _deeds()), None)
        if deed is not None and not any(m.first - 2 <= at < m.end for m in taken):
            out.append(_one(sentence, at, at + 1, deed[0], "pronoun", deed[1]))
    return out


def item(sentence: Sentence, listed: str) -> Draft | None:
    """The one person that an item of a list of names tells: "2. خديجة سالم"; a title in front tells the group."""
    words = sentence.words
    first = 1 if words[0].key.isdigit() and len(words) > 1 else 0
    titled = noun_at(words, first)
    end = _name(words, first)
    if end is None:
        return None
    draft = _one(sentence, first, end, listed, "listed")
    return draft if draft.group == "children" or titled is None else replace(draft, group=titled.noun.group)


def _one(sentence: Sentence, first: int, end: int, measure: str, how: str, figure: Figure = _SINGLE) -> Draft:
    start, stop = sentence.span(first, end - 1)
    at = sentence.words[first].start
    group = "children" if how != "pronoun" and _minor(sentence.words, end) else "people"
    return Draft(
        "casualty", start, stop, sentence.index, at, how, measure=measure, group=group, figure=figure, noun="name",
    )  # fmt: skip


def _minor(words: Sequence[Word], end: int) -> bool:
    """Whether an age right behind a name is that of a child: "(13 عاماً)", "2 سنة", "بعمر 5 سنوات"."""
    for at in range(end, min(end + _AGE, len(words) - 1)):
        unit = words[at + 1].stems
        if words[at].key.isdigit() and not wordset("harm", "units", "years").isdisjoint(unit):
            return int(words[at].key) < _ADULT
        if words[at].key.isdigit() and not wordset("harm", "units", "months").isdisjoint(unit):
            return True
        if any(mark in words[at].gap for mark in "،.؛\n"):
            return False
    return False


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
    common = wordset("harm", "between", "blocks") | wordset("harm", "between", "skip")
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
    found: dict[str, tuple[str, Figure]] = {}
    for deed in table["deeds"]:
        measure = next(m for m, listed in nouns.items() if deed in listed)
        stem = fold(deed)[:-1] + "ت" if deed.endswith("ة") else fold(deed)
        for count, figure in (("one", Figure(1, 1)), ("two", Figure(2, 2)), ("many", Figure(1, None))):
            found |= {stem + ending: (measure, figure) for ending in table[count]}
    return found
