"""By whom in Arabic: parties' names, and whether the sentence makes each the doer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.deeds import noun_before
from sijil.steps.languages.ar.doing import role
from sijil.steps.languages.ar.party_names import parties
from sijil.steps.languages.ar.party_nouns import nations
from sijil.steps.languages.ar.speaker_names import head_of
from sijil.steps.languages.ar.text import Sentence, fold, keys
from sijil.steps.reading.scene import Doer


def doers(sentence: Sentence) -> tuple[Doer, ...]:
    """Parties of the sentence in text order, and nations whose attack it names ("قصف تركي").

    `how` is "by", "noun" or "subject" for doers; "target" is what is struck, "holds" who holds a place, "named" the
    rest: the doer of a harm often stands as a mere name in another sentence.
    """
    found = list(parties(sentence))
    taken = {at for party in found for at in range(party.first, party.last + 1)}
    out = [Doer(p.words, p.start, p.end, role(sentence, p)) for p in found]
    return tuple(sorted([*out, *_nations(sentence, taken)], key=lambda d: d.start))


def doers_of(found: Sequence[Sentence]) -> tuple[tuple[Doer, ...], ...]:
    """`doers` of each sentence of a report, general names and nations told by the report's fuller ones.

    "التنظيم", "الهيئة" are the last such name before them; "قصف تركي" is by the nearest name of that nation, if any.
    """
    all_ = [doers(sentence) for sentence in found]
    names = _names([doer for here in all_ for doer in here])
    return tuple(tuple(replace(d, words=_fuller(d, names)) for d in here) for here in all_)


def _names(all_: Sequence[Doer]) -> dict[str, list[Doer]]:
    """Word -> the names with it, in order; words as general names and nations ask for them, folded, without article."""
    asked = frozenset().union(*_points_to().values(), *_nation().values())
    found: dict[str, list[Doer]] = {}
    for doer in all_:
        key = fold(doer.words)
        if key not in _points_to() and key.removeprefix("ال") not in _nation():
            for word in {w.removeprefix("ال") for w in key.split()} & asked:
                found.setdefault(word, []).append(doer)
    return found


def _fuller(doer: Doer, names: dict[str, list[Doer]]) -> str:
    """The words of a doer, or those of the fuller name that they stand for."""
    key = fold(doer.words)
    means, nation = _points_to().get(key), _nation().get(key.removeprefix("ال"))
    told = []
    for word in means or nation or ():
        listed = names.get(word, [])
        at = bisect_left(listed, doer.start, key=lambda d: d.start)
        told += listed[max(0, at - 1) : at if means else at + 1]
    if not told:
        return doer.words
    if means:
        return max(told, key=lambda d: d.start).words
    return min(told, key=lambda d: (abs(d.start - doer.start), d.start)).words


@cache
def _nation() -> dict[str, frozenset[str]]:
    """Each form of an adjective of a nation -> all forms of it and the names of its state."""
    rules = load("ar/actors")
    found: dict[str, frozenset[str]] = {}
    for base in rules["nations"]["words"]:
        forms = keys([base + ending for ending in rules["nations"]["endings"]])
        states = frozenset(fold(w).removeprefix("ال") for w in rules["states"].get(base, []))
        found |= dict.fromkeys(forms, forms | states)
    return found


@cache
def _points_to() -> dict[str, frozenset[str]]:
    """Of a general name: words of which one is in the fuller name that it stands for."""
    means = load("ar/actors")["points_to"].items()
    return {fold(name): frozenset(fold(w).removeprefix("ال") for w in words) for name, words in means}


def _nations(sentence: Sentence, taken: set[int]) -> Iterator[Doer]:
    """Nations by whose adjective an attack is named: "قصف جوي تركي", "الغارات الإسرائيلية"."""
    words = sentence.words
    for at, word in enumerate(words):
        if at in taken or not head_of(word, nations(), ("", "ال")):
            continue
        joined = at > 0 and at - 1 not in taken and head_of(words[at - 1], nations(), ("", "ال", "و"))
        if not joined and noun_before(words, at):
            yield Doer(sentence.said(word.start, word.end), word.start, word.end, "noun")
