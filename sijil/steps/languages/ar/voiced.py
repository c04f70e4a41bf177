"""A voice made of the words of a speaker, its verb and what it covers."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.speaker_names import head_of, listed, name_said
from sijil.steps.languages.ar.text import Sentence, fold
from sijil.steps.reading.scene import Voice

#: The pronoun of a voice whose speaker is the one told last, whoever it is.
SAME = "same"

_LEADS = ("", "ال", "ل", "لل", "و", "وال")


def voice(
    sentence: Sentence, at: int, kind: str, name: tuple[int, int], *, whole: bool = False, hung: bool = False
) -> Voice:
    """A voice with its verb at word `at` and the speaker at the words `name`, first and last.

    `whole`: it covers the whole sentence. `hung`: "to" is written together with the name.
    """
    words, (first, last) = sentence.words, name
    said, start, end = name_said(sentence, first, last, hung=hung)
    verb_at = words[at].start
    begin = sentence.start if whole else min(start, verb_at)
    again = last + 1 < len(words) and words[last + 1].key in listed("same", "behind")
    if again or fold(said) in listed("generic") or len(said) < 3:
        return Voice((), begin, sentence.end, kind, verb_at, SAME, (start, end))
    means = _points().get(fold(said), frozenset())
    if first == last and not head_of(words[first], listed("heads")):
        means = frozenset({said})  # a person's last name: "وأضاف الكرمي"
    return Voice((said,), begin, sentence.end, kind, verb_at, "", (start, end), means, _person(sentence, first, last))


def pointing(sentence: Sentence, at: int, kind: str) -> Voice:
    """A voice whose speaker is the one told last: "وأضاف أن ..."."""
    start = sentence.words[at].start
    return Voice((), start, sentence.end, kind, start, SAME)


@cache
def _points() -> dict[str, frozenset[str]]:
    """Of a general name ("المصادر"): words of which one is in the name that it stands for."""
    return {fold(name): frozenset(means) for name, means in load("ar/speech")["points_to"].items()}


def _person(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.words[first]
    return last > first and (word.key in listed("persons", "titles") or not head_of(word, listed("heads"), _LEADS))
