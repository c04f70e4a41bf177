"""Situations of a sentence, claims without a figure: attack, access, damage, control, agreement, blame and denial.

The readings lie in rules/ar/situations.toml: each names words that carry a kind and what must stand around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.languages.ar.situations.beside import told_by
from sijil.steps.languages.ar.situations.clause import Clause
from sijil.steps.languages.ar.situations.clauses import Carried, carried_in
from sijil.steps.languages.ar.situations.drafting import draft_of, object_at
from sijil.steps.languages.ar.situations.readings import Reading
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene


def situations(sentence: Sentence, scene: Scene, taken: Sequence[Draft]) -> tuple[Draft, ...]:
    """Drafts of the unnumbered claims of one sentence in text order; `taken` are the drafts of its figures."""
    drafts = (_read(carried, sentence, scene, taken) for carried in carried_in(sentence))
    return tuple(draft for draft in drafts if draft is not None)


def _read(carried: Carried, sentence: Sentence, scene: Scene, taken: Sequence[Draft]) -> Draft | None:
    """The draft of the first reading, in the order of the list, that holds for a word of the clause."""
    found = [(reading, at) for at, listed in carried.words for reading in listed]
    told = told_by(carried.clause, sentence, taken)
    for reading, at in sorted(found, key=lambda pair: (pair[0].rank, pair[1])):
        if reading.alone and told or not _holds(reading, at, carried, sentence, scene):
            continue
        draft = draft_of(reading, at, carried.clause, sentence, scene, taken)
        return None if _counted(draft, object_at(at, carried.clause, sentence, scene), sentence, taken) else draft
    return None


def _counted(draft: Draft, thing: int | None, sentence: Sentence, taken: Sequence[Draft]) -> bool:
    """Whether a figure of its kind tells a situation already; of things hit only one that counts its own object."""
    same = [d for d in taken if d.kind == draft.kind and d.start < draft.end and draft.start < d.end]
    if draft.kind != "damage" or thing is None:
        return bool(same)
    return any(d.start <= sentence.words[thing].start < d.end for d in same)


def _holds(reading: Reading, at: int, carried: Carried, sentence: Sentence, scene: Scene) -> bool:
    held = set(carried.clause.held)
    start, end = carried.clause.span(sentence)
    if any(start <= spot.start < end for spot in scene.spots):
        held.add("place")
    if object_at(at, carried.clause, sentence, scene) is None:
        held.discard("object")
    if reading.needs and not reading.needs & held or reading.bars & held:
        return False
    return not (reading.anew and _points_back(at, carried.clause, sentence))


def _points_back(at: int, clause: Clause, sentence: Sentence) -> bool:
    """Whether a carrying noun only names what was told before: "this attack", "the bombing" aimed at nothing."""
    marks = clause.marks
    if at > clause.first and "pointing" in marks[at - 1].roles:
        return True
    definite = any(stem.startswith(("ال", "لل")) for stem in sentence.words[at].stems)
    return definite and not any("aimed" in mark.roles for mark in marks[clause.first : clause.end])
