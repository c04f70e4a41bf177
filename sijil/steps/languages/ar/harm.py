"""Words of harm in an Arabic sentence: verbs and verbal nouns, and what they say was done to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sijil.rules import load
from sijil.steps.languages.ar.numbers import number_at
from sijil.steps.languages.ar.people import noun_at
from sijil.steps.languages.ar.phrases import Phrases, listed
from sijil.steps.languages.ar.text import Word, wordset


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm in words [first, end) of a sentence: a verb, or the noun of a deed ("مقتل")."""

    first: int
    end: int
    measure: str
    form: Literal["verb", "noun"]


def harms(words: Sequence[Word]) -> dict[int, Harm]:
    """The words of harm of a sentence by the index of their first word. "مقتل وجرح" is both as one: casualties."""
    found: dict[int, Harm] = {}
    for i in range(len(words)):
        if harm := _harm_at(words, i):
            found[i] = harm
    return _coordinated(found, words)


#: Deeds that a court may only have ordered.
_SENTENCES = ("اعدام",)


def within(found: Mapping[int, Harm]) -> frozenset[int]:
    """The words that belong to an expression of harm of several words: "راح ضحيتها" names nobody."""
    return frozenset(at for harm in found.values() for at in range(harm.first + 1, harm.end))


def _harm_at(words: Sequence[Word], i: int) -> Harm | None:
    verb, noun = _verbs().at(words, i), _nouns().at(words, i)
    if (
        verb is not None
        and words[i].key in wordset("harm", "particles", "words")
        and verb.end == i + 1
        and not _people(words, i + 1)
    ):
        return None
    if verb is not None and (noun is None or verb.end >= noun.end) and _bare(verb.lead):
        return Harm(i, verb.end, _lost(words, verb.end) if verb.meaning == "missing" else verb.meaning, "verb")
    if noun is None or noun.lead.endswith(("ال", "لل")) or _ordered(words, i):
        return None
    return Harm(i, noun.end, noun.meaning, "noun")


def _ordered(words: Sequence[Word], i: int) -> bool:
    """Whether a court ordered the deed at word `i`: "حكمت محكمة بإعدام أربعة"."""
    if words[i].stems[-1] not in _SENTENCES:
        return False
    courts = wordset("harm", "others_than_people", "courts")
    return any(not courts.isdisjoint(w.stems) for w in words[max(0, i - 3) : i])


def _people(words: Sequence[Word], at: int) -> bool:
    """Whether people, or a number, stand at word `at`."""
    if at < 0:
        return False
    return noun_at(words, at) is not None or at < len(words) and number_at(words, at) is not None


def _lost(words: Sequence[Word], at: int) -> str:
    """What a verb of losing tells: of those who lose their life, a limb, or are lost themselves."""
    ahead = {w.key for w in words[at : at + int(load("ar/harm")["lost"]["span"])]}
    return next((m for m in ("killed", "injured") if not wordset("harm", "lost", m).isdisjoint(ahead)), "missing")


def _bare(lead: str) -> bool:
    """Whether a verb stands without a preposition or article before it."""
    return lead in ("", "و", "ف", "ل")


def _coordinated(found: dict[int, Harm], words: Sequence[Word]) -> dict[int, Harm]:
    """ "مقتل وإصابة خمسة": one word of harm right behind another makes both "casualties"."""
    out = dict(found)
    for i, harm in found.items():
        after = found.get(harm.end)
        if after is None or words[harm.end].key[:1] != "و" or harm.form == "verb" and _people(words, i - 1):
            continue  # "جندي قتل وأصيب ثلاثة": the first verb has its own
        if {harm.measure, after.measure} == {"killed", "injured"}:
            out.pop(harm.end)
            out[i] = Harm(i, after.end, "casualties", harm.form)
    return out


@cache
def _verbs() -> Phrases[str]:
    return Phrases(listed(load("ar/harm")["verbs"]))


@cache
def _nouns() -> Phrases[str]:
    return Phrases(listed(load("ar/harm")["nouns"]))
