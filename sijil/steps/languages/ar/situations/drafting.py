"""The draft of a situation: its quote, how it was done, what it hit, and whether it is only foretold."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.rules import load
from sijil.steps.languages.ar.situations.clause import Clause
from sijil.steps.languages.ar.situations.marks import Mark
from sijil.steps.languages.ar.situations.readings import Reading
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene

#: A quote cut before the victims has at least so many characters behind its carrying word.
_LEAST = 20

#: A less telling kind of attack counts as so many characters farther away.
_WEAKER = {"other": 60, "clash": 25}


def draft_of(
    reading: Reading, at: int, clause: Clause, sentence: Sentence, scene: Scene, taken: Sequence[Draft] = ()
) -> Draft:
    """The draft of a reading carried by word `at` of a clause, its fields of place, time, doer and speaker open.

    `taken` are figures of the sentence: victims told before or behind the carrying word are left out of the quote.
    """
    word = sentence.words[at]
    start, end = _quote(at, clause, sentence, taken)
    return Draft(
        reading.kind, start, end, sentence.index, word.start, reading.name, status=_status(reading, clause),
        attack=_attack(reading, start, end, word.start, scene), eased=reading.eased, noun=word.stems[-1],
        object=object_of(at, clause, sentence, scene) if reading.kind == "damage" else None,
    )  # fmt: skip


def _quote(at: int, clause: Clause, sentence: Sentence, taken: Sequence[Draft]) -> tuple[int, int]:
    """[start, end) of the clause without victims and without words at its end that lead on to what is left out."""
    (start, end), words, marks = clause.span(sentence), sentence.words, clause.marks
    victims = [d for d in taken if d.kind == "casualty" and d.start < end and start < d.end]
    first = at if any(d.end <= words[at].start for d in victims) else clause.first
    behind = [sentence.at(d.start) for d in victims if d.start > words[at].end + _LEAST]
    last = min([clause.end, *behind]) - 1
    while last > at and "dangling" in marks[last].roles:
        last -= 1
    return sentence.span(first, last)


def _status(reading: Reading, clause: Clause) -> str:
    if reading.kind == "denial":
        return "denied"
    return "projected" if "ahead" in clause.held and reading.kind in ("attack", "control", "access") else "reported"


def _attack(reading: Reading, start: int, end: int, anchor: int, scene: Scene) -> str | None:
    """How, by the nearest attack word of the clause."""
    if reading.kind not in ("attack", "damage"):
        return None
    near = [(abs(at - anchor) + _WEAKER.get(kind, 0), kind) for at, kind in scene.attacks if kind and start <= at < end]
    return min(near)[1] if near else None


def object_of(at: int, clause: Clause, sentence: Sentence, scene: Scene) -> str | None:
    """What was damaged, in the text's words: the object's noun with what describes it."""
    first = last = object_at(at, clause, sentence, scene)
    if first is None or last is None:
        return None
    while last + 1 < clause.end and last < first + 3 and _describes(sentence, last + 1):
        last += 1
    return sentence.said(*sentence.span(first, last))


def object_at(at: int, clause: Clause, sentence: Sentence, scene: Scene) -> int | None:
    """The index of the civilian object that word `at` of a clause is about: one that no place is named after ("جسر
    الشغور") and of which something happened itself, not before it or on the way to it."""
    if "object" not in clause.held:
        return None
    marks, within = clause.marks, int(load("ar/situations")["objects"]["within"])
    first = clause.first if "undergoing" in marks[at].roles else at
    for i in range(max(first, clause.held["object"]), min(clause.end, at + within)):
        itself = "object" in marks[i].classes and not only_beside(marks, i)
        if itself and not ("in_names" in marks[i].roles and _named(sentence.words[i].start, scene)):
            return i
    return None


def only_beside(marks: Sequence[Mark], at: int) -> bool:
    """Whether the word before an object says that it was not hit itself: "in front of the school"."""
    return at > 0 and "beside" in marks[at - 1].roles


def _named(offset: int, scene: Scene) -> bool:
    """Whether a word stands in the name of a place."""
    return any(spot.start <= offset < spot.end for spot in scene.spots)


def _describes(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return not word.gap.strip() and word.key.startswith("ال") and len(word.key) > 4
