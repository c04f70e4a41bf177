"""Situations of a sentence, claims without a figure: attack, access, damage, control, agreement, blame and denial.

The readings lie in rules/en/situations.toml: each names words that carry a kind and what must stand around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.attacks import nearest
from sijil.steps.languages.en.harm import projected
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations_clause import Clause, clause_of, extent, governor, passive, words
from sijil.steps.languages.en.situations_nouns import classes, phrase, told_before
from sijil.steps.languages.en.situations_readings import Reading, readings
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# A quote of the first kind leaves no claim of the second kind within it.
_EXCLUSIVE = frozenset((kind, other) for kind, others in load("en/situations")["excludes"].items() for other in others)
_PARTS = {"noun": ("NOUN", "PROPN"), "verb": ("VERB", "AUX", "ADJ")}


def situations(sentence: Sentence, scene: Scene, taken: Sequence[Draft]) -> tuple[Draft, ...]:
    """Drafts of the unnumbered claims of one sentence in text order; `taken` are the drafts of its figures."""
    found = [d for word in sentence.tokens for d in _carried(word, sentence, scene, taken)]
    return _apart(found, sentence)


def _carried(word: Token, sentence: Sentence, scene: Scene, taken: Sequence[Draft]) -> Iterator[Draft]:
    options = readings().get(word.lemma_.lower(), ()) or readings().get(word.text.lower(), ())
    if not options or word.dep_ in ("compound", "amod", "aux", "auxpass", "npadvmod"):
        return
    clause = clause_of(word)
    for reading in options:
        if _holds(reading, clause, sentence, scene) and not (reading.alone and _covered(taken)):
            draft = _draft(reading, clause, sentence, scene)
            if len(sentence.text[draft.start - sentence.start : draft.end - sentence.start].split()) >= reading.least:
                yield draft
                return


def _covered(taken: Sequence[Draft]) -> bool:
    """Whether figures of the same sentence tell the event already."""
    return any(d.kind in ("casualty", "attack") for d in taken)


def _holds(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> bool:
    word = clause.word
    if word.pos_ not in _PARTS[reading.part] or word.dep_ in reading.not_deps:
        return False

    def any_of(tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
        return any(classes(t, sentence, scene) & wanted for t in tokens)

    if reading.subject and not any_of(clause.subjects, reading.subject):
        return False
    if reading.object and not any_of(clause.objects, reading.object):
        return False
    if reading.no_object and any_of(clause.objects, reading.no_object):
        return False
    if reading.no_subject and any_of(clause.subjects, reading.no_subject):
        return False
    if reading.preps and not any(p in reading.preps and any_of([n], reading.preps[p]) for p, n in clause.preps):
        return False
    if reading.with_words and not reading.with_words & _near_words(word):
        return False
    if reading.anew and any(told_before(n) for n in (word, *clause.objects) if n.pos_ == "NOUN"):
        return False
    return not reading.governed or _governed(word, reading.governed)


def _near_words(word: Token) -> frozenset[str]:
    """Words below the carrying word, and the verb and its helpers right above it ("unable to", "cannot")."""
    above = [word.head, *word.head.children] if word.dep_ == "xcomp" else []
    return frozenset(t.text.lower() for t in (*word.subtree, *above))


def _governed(word: Token, verbs: frozenset[str]) -> bool:
    verb = governor(word)
    return verb is not None and verb.lemma_.lower() in verbs


def _draft(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> Draft:
    start, end = _quote(reading, clause, sentence)
    anchor = sentence.offset(clause.word)
    status = reading.status or ("projected" if _projected(clause.word) else "reported")
    return Draft(
        reading.kind, start, end, sentence.index, anchor, reading.name,
        status=status, attack=_attack(reading, scene, start, end, anchor),
        actor=_actor(reading, clause, sentence, scene),
        eased=reading.eased, object=_object(reading, clause, sentence, scene),
    )  # fmt: skip


def _projected(word: Token) -> bool:
    chain = [word, *list(word.ancestors)[:3]]
    return projected(word) or any(t.lemma_.lower() in words("projecting") for t in chain)


def _quote(reading: Reading, clause: Clause, sentence: Sentence) -> tuple[int, int]:
    root = _root(reading, clause.word)
    stretches = [extent(root)] if root.dep_ != "ROOT" or clause.word.dep_ != "ccomp" else [extent(root), extent(clause.word)]
    if reading.kind == "blame":
        stretches += [extent(c) for c in root.children if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.text.lower() in ("as", "because", "for") for m in c.children)]
    first, last = min((a for a, _ in stretches), key=lambda t: t.i), max((b for _, b in stretches), key=lambda t: t.i)
    return sentence.offset(first), sentence.offset(last) + len(last.text)


def _root(reading: Reading, word: Token) -> Token:
    """The word whose stretch is quoted: the verb above a noun, "continue" above "to prevent"."""
    if reading.part == "noun" and reading.quote == "clause":
        verb = governor(word)
        if verb is not None and (reading.governed or verb.lemma_.lower() not in words("saying")):
            word = verb
    while word.dep_ in ("xcomp", "ccomp") and word.head.lemma_.lower() in words("light"):
        word = word.head
    return word


def _actor(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> str | None:
    """The party that does it, or that is accused; None where the clause names none."""
    if reading.kind not in ("attack", "control", "access", "damage", "blame") and reading.actor != "doer":
        return None
    tokens = clause.subjects
    verb = governor(clause.word) if reading.part == "noun" else None
    if not tokens and verb is not None:
        tokens = clause_of(verb).subjects
    if reading.actor == "accused":
        tokens = _accused(clause)
    elif reading.kind == "blame" and reading.actor != "doer":
        return None
    for token in tokens:
        if "party" in classes(token, sentence, scene):
            return _words(token, sentence)
    return None


def _accused(clause: Clause) -> tuple[Token, ...]:
    """Whom a clause of blame may name, likeliest first; "blame the attack on X" may be parsed as an attack on X."""
    onto = tuple(n for p, n in clause.preps if p in ("to", "on", "against"))
    below = tuple(n for o in clause.objects for p, n in clause_of(o).preps if p in ("to", "on"))
    return (*onto, *clause.objects, *below)


def _attack(reading: Reading, scene: Scene, start: int, end: int, anchor: int) -> str | None:
    """How, by the attack words of the quote; gas, and what flies, say more than "bombed" and "bombardment"."""
    if reading.kind not in ("attack", "damage"):
        return None
    found = tuple(a for a in scene.attacks if start <= a[0] < end)
    kinds = {kind for _, kind in found}
    near = nearest(found, anchor)
    if "chemical" in kinds and near in ("airstrike", "shelling", "explosive"):
        return "chemical"
    return "airstrike" if "airstrike" in kinds and near == "shelling" else near


def _object(reading: Reading, clause: Clause, sentence: Sentence, scene: Scene) -> str | None:
    if reading.kind != "damage":
        return None
    nouns = [n for n in (*clause.objects, *(n for _, n in clause.preps)) if "object" in classes(n, sentence, scene)]
    if not nouns and passive(clause.word):
        nouns = list(clause.objects)
    return _words(nouns[0], sentence) if nouns else None


def _words(noun: Token, sentence: Sentence) -> str:
    first, last = phrase(noun)
    start, end = sentence.offset(first) - sentence.start, sentence.offset(last) + len(last.text) - sentence.start
    return sentence.text[start:end].strip("\"“”' ")


def _apart(drafts: Sequence[Draft], sentence: Sentence) -> tuple[Draft, ...]:
    """Of drafts whose quotes overlap the one with the earliest reading, where they are of one kind or the kind excludes
    the other; one denial a sentence. In text order."""
    order = {reading.name: reading.rank for listed in readings().values() for reading in listed}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (order.get(d.how, 0), d.start)):
        draft = _beside(draft, kept, sentence.text[draft.start - sentence.start :])
        if not any(_excludes(other, draft) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.start, d.end)))


def _beside(draft: Draft, kept: Sequence[Draft], text: str) -> Draft:
    """Two conditions that one verb joins ("suffer shortages of X as well as high prices of Y") are told apart."""
    for other in kept:
        if draft.kind == other.kind == "access" and draft.anchor < other.start < draft.end:
            stretch = re.sub(r"\W*\b(?:as well as|and also|and|in addition to|along with)?\W*$", "", text[: other.start - draft.start])
            draft = replace(draft, end=draft.start + len(stretch))
    return draft


def _excludes(first: Draft, other: Draft) -> bool:
    overlap = first.start < other.end and other.start < first.end
    if first.kind == other.kind == "denial":
        return True
    return overlap and (first.kind == other.kind or (first.kind, other.kind) in _EXCLUSIVE)
