"""By whom in Arabic: parties' names, and whether the sentence makes each the doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.doing import noun_before, role
from sijil.steps.languages.ar.party_names import nations, parties
from sijil.steps.languages.ar.speaker_names import head_of
from sijil.steps.languages.ar.text import Sentence, fold
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
    """`doers` of each sentence of a report: "التنظيم", "الهيئة" are told by the fuller name before them, if any."""
    told: list[str] = []
    out = []
    for sentence in found:
        here = []
        for doer in doers(sentence):
            means = _points_to().get(fold(doer.words), frozenset())
            full = next((name for name in reversed(told) if means & frozenset(fold(w) for w in name.split())), "")
            here.append(replace(doer, words=full) if full else doer)
            if not means:
                told.append(doer.words)
        out.append(tuple(here))
    return tuple(out)


@cache
def _points_to() -> dict[str, frozenset[str]]:
    """Of a general name: words of which one is in the fuller name that it stands for."""
    return {fold(name): frozenset(map(fold, means)) for name, means in load("ar/actors")["points_to"].items()}


def _nations(sentence: Sentence, taken: set[int]) -> Iterator[Doer]:
    """Nations by whose adjective an attack is named: "قصف جوي تركي", "الغارات الإسرائيلية"."""
    words = sentence.words
    for at, word in enumerate(words):
        if at in taken or not head_of(word, nations(), ("", "ال")):
            continue
        joined = at > 0 and at - 1 not in taken and head_of(words[at - 1], nations(), ("", "ال", "و"))
        if not joined and noun_before(words, at):
            yield Doer(sentence.said(word.start, word.end), word.start, word.end, "noun")
