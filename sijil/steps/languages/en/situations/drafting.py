"""The draft of a situation: its quote, its doer, how it was done, and what it hit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijil.steps.languages.en.attacks import nearest
from sijil.steps.languages.en.harm import negated, projected
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations.clause import Clause, clause_of, extent, governor, passive
from sijil.steps.languages.en.situations.nouns import classes, phrase
from sijil.steps.languages.en.situations.readings import Reading
from sijil.steps.languages.en.words import words
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEDS = ("attack", "damage", "control")  # kinds that "did not" turns into their denial


@dataclass(frozen=True, slots=True)
class Carried:
    """A reading that holds for a clause of a sentence."""

    reading: Reading
    clause: Clause
    sentence: Sentence
    scene: Scene

    def is_a(self, noun: Token, name: str) -> bool:
        """Whether the noun belongs to the noun list of that name."""
        return name in classes(noun, self.sentence, self.scene)

    def words(self, noun: Token) -> str:
        """The noun's own phrase."""
        return self.sentence.words(*phrase(noun)).strip("\"“”' ")


def draft_of(carried: Carried) -> Draft:
    """The draft of the situation, its fields of place, time and speaker still open."""
    reading, sentence = carried.reading, carried.sentence
    start, end = _quote(carried)
    anchor = sentence.offset(carried.clause.word)
    status = reading.status or ("projected" if _projected(carried.clause.word) else "reported")
    undone = status == "reported" and _undone(carried.clause.word)
    if undone and reading.kind in DEEDS:
        status = "denied"
    return Draft(
        reading.kind, start, end, sentence.index, anchor, reading.name,
        status=status, attack=_attack(carried, start, end, anchor), actor=_actor(carried),
        eased=reading.eased and not undone, object=_object(carried),
    )  # fmt: skip


def _undone(word: Token) -> bool:
    """Whether the deed is told not to have happened: "did not strike", "did not carry out any strikes"."""
    done = word.head if word.dep_ in ("dobj", "nsubjpass") else word
    return negated(word) or negated(done) and done.lemma_.lower() in words("situations", "words", "carrying_out")


def _projected(word: Token) -> bool:
    chain = [word, *list(word.ancestors)[:3]]
    return projected(word) or any(t.lemma_.lower() in words("situations", "words", "projecting") for t in chain)


def _quote(carried: Carried) -> tuple[int, int]:
    word, root = carried.clause.word, _root(carried.reading, carried.clause.word)
    stretches = [extent(root)]
    if root.dep_ == "ROOT" and word.dep_ == "ccomp":
        stretches.append(extent(word))
    if carried.reading.kind == "blame":
        stretches += [extent(c) for c in root.children if _gives_reason(c)]
    first, last = min((a for a, _ in stretches), key=lambda t: t.i), max((b for _, b in stretches), key=lambda t: t.i)
    return carried.sentence.span(first, last)


def _gives_reason(clause: Token) -> bool:
    marks = (c.text.lower() for c in clause.children if c.dep_ == "mark")
    return clause.dep_ == "advcl" and any(mark in ("as", "because", "for") for mark in marks)


def _root(reading: Reading, word: Token) -> Token:
    """The word whose stretch is quoted: the verb above a noun, "continue" above "to prevent"."""
    if reading.part == "noun" and reading.quote == "clause":
        verb = governor(word)
        if verb is not None and (reading.governed or verb.lemma_.lower() not in words("situations", "words", "saying")):
            word = verb
    while word.dep_ in ("xcomp", "ccomp") and word.head.lemma_.lower() in words("situations", "words", "light"):
        word = word.head
    return word


def _actor(carried: Carried) -> str | None:
    """The party that does it, or that is accused; None where the clause names none."""
    reading, clause = carried.reading, carried.clause
    if reading.actor == "accused":
        tokens = _accused(clause)
    elif reading.actor == "doer" or reading.kind in ("attack", "control", "access", "damage"):
        tokens = _doers(reading, clause)
    else:
        return None
    return next((carried.words(t) for t in tokens if carried.is_a(t, "party")), None)


def _doers(reading: Reading, clause: Clause) -> tuple[Token, ...]:
    verb = governor(clause.word) if reading.part == "noun" and not clause.subjects else None
    return clause_of(verb).subjects if verb is not None else clause.subjects


def _accused(clause: Clause) -> tuple[Token, ...]:
    """Whom a clause of blame may name, likeliest first; "blame the attack on X" may be parsed as an attack on X."""
    onto = tuple(n for p, n in clause.preps if p in ("to", "on", "against"))
    below = tuple(n for o in clause.objects for p, n in clause_of(o).preps if p in ("to", "on"))
    return (*onto, *clause.objects, *below)


def _attack(carried: Carried, start: int, end: int, anchor: int) -> str | None:
    """How, by the attack words of the quote; gas, and what flies, say more than "bombed" and "bombardment"."""
    if carried.reading.kind not in ("attack", "damage"):
        return None
    found = tuple(a for a in carried.scene.attacks if start <= a[0] < end)
    kinds = {kind for _, kind in found}
    near = nearest(found, anchor)
    if "chemical" in kinds and near in ("airstrike", "shelling", "explosive"):
        return "chemical"
    return "airstrike" if "airstrike" in kinds and near == "shelling" else near


def _object(carried: Carried) -> str | None:
    """What was damaged, in the text's words."""
    if carried.reading.kind != "damage":
        return None
    clause = carried.clause
    listed = [n for n in (*clause.objects, *(n for _, n in clause.preps)) if carried.is_a(n, "object")]
    nouns = listed or (clause.objects if passive(clause.word) else ())
    return carried.words(nouns[0]) if nouns else None
