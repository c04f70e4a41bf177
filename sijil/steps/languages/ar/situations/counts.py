"""Counts of things other than victims: strikes, people on the move or in need, objects hit, places taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.attacks import names_attack
from sijil.steps.languages.ar.endings import Endings, listing
from sijil.steps.languages.ar.numbers import counted as bounded
from sijil.steps.languages.ar.numbers import number_at
from sijil.steps.languages.ar.people import noun_at
from sijil.steps.languages.ar.situations.clause import Clause
from sijil.steps.languages.ar.situations.clauses import Carried, every_in
from sijil.steps.languages.ar.situations.drafting import only_beside
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number and its noun, words [first, end) of a sentence; the noun begins at `noun`."""

    first: int
    noun: int
    end: int
    figure: Figure


def counted(sentence: Sentence) -> tuple[Draft, ...]:
    """Drafts of what a sentence counts besides victims, in text order; each may turn out to be no claim."""
    out: list[Draft] = []
    for carried in every_in(sentence):
        for mention in _mentions(sentence, carried.clause):
            draft = _read(mention, carried, sentence)
            if draft is not None:
                out.append(draft)
    return tuple(out)


def _mentions(sentence: Sentence, clause: Clause) -> Iterator[_Mention]:
    words, at = sentence.words, clause.first
    while at < clause.end:
        number = number_at(words, at)
        one = _list("one_of").at(words, at)
        if one is not None and number is not None:
            one, number = (one, None) if one.end > number.end else (None, number)
        if number is not None and number.end < clause.end and not words[number.end].gap.strip():
            noun = number.end
            number = bounded(number, words, noun + 1)
            yield _Mention(number.first, noun, noun + 1, number.figure)
            at = noun + 1
        elif one is not None and one.end < clause.end:
            yield _Mention(at, one.end, one.end + 1, Figure(1, 1))
            at = one.end + 1
        else:
            if _two(sentence, at):
                yield _Mention(at, at, at + 1, Figure(2, 2))
            at += 1


def _two(sentence: Sentence, at: int) -> bool:
    return _two_attacks().at(sentence.words, at) is not None or _list("two_objects").at(sentence.words, at) is not None


def _read(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    if mention.figure.unit == "percent":
        return _moved(mention, carried, sentence)
    for reading in (_strikes, _moved, _needy, _damaged, _taken, _targets):
        draft = reading(mention, carried, sentence)
        if draft is not None:
            return draft
    return None


def _draft(
    kind: str, mention: _Mention, sentence: Sentence, figure: Figure | None = None, measure: str | None = None,
    attack: str | None = None, thing: str | None = None, ahead: bool = False,
) -> Draft:  # fmt: skip
    start, end = sentence.span(mention.first, mention.end - 1)
    noun = sentence.words[mention.noun]
    status = "projected" if ahead else "reported"
    return Draft(
        kind, start, end, sentence.index, noun.start, "count", status=status, measure=measure,
        figure=figure or mention.figure, attack=attack, object=thing, noun=noun.stems[-1],
    )  # fmt: skip


def _strikes(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "12 برميلاً متفجراً", "أكثر من 40 قذيفة", "غارتين": how many strikes."""
    words = sentence.words
    hit = _two_attacks().at(words, mention.noun) or _attacks().at(words, mention.noun)
    if hit is None or mention.first == mention.noun and _two_attacks().at(words, mention.noun) is None:
        return None
    if _list("unsaid").at(words, mention.noun) is not None and not _attack_at(sentence, hit.end):
        return None
    kind = None if hit.meaning == "any" else hit.meaning
    return _draft("attack", mention, sentence, attack=kind, ahead="ahead" in carried.clause.held)


def _attack_at(sentence: Sentence, at: int) -> bool:
    """Whether a word names an attack: "حوادث انفجار", "عمليات اغتيال"."""
    return at < len(sentence.words) and names_attack(sentence.words, at)


def _moved(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "نزوح 300 عائلة", "عشرات آلاف النازحين": people driven from home."""
    words, clause = sentence.words, carried.clause
    homes = _list("households").at(words, mention.noun) is not None
    told = _list("displaced").at(words, mention.noun) is not None
    people = homes or told or mention.figure.unit == "percent" or noun_at(words, mention.noun) is not None
    moving = any(_list("moved").at(words, at) is not None for at in range(clause.first, clause.end))
    if not people or not (moving or told):
        return None
    figure = _households_of(mention.figure) if homes else mention.figure
    return _draft("displacement", mention, sentence, figure, "displaced", ahead="ahead" in clause.held)


def _households_of(figure: Figure) -> Figure:
    return Figure(figure.low, figure.high, figure.approx, "households")


def _needy(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "نحو 400 ألف مدني محاصرون": people besieged or in need, from a hundred on."""
    words, clause = sentence.words, carried.clause
    homes = _list("households").at(words, mention.noun) is not None
    if (mention.figure.low or mention.figure.high or 0) < int(load("ar/counts")["need"]["least"]):
        return None
    if not homes and noun_at(words, mention.noun) is None:
        return None
    if not any(_list("need").at(words, at) is not None for at in range(clause.first, clause.end)):
        return None
    return _draft("need", mention, sentence, _households_of(mention.figure) if homes else None)


def _damaged(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "تدمير 3 منازل", "أضرار في أحد المنازل": civilian objects hit."""
    words, marks = sentence.words, carried.clause.marks
    thing = "object" in marks[mention.noun].classes or _list("two_objects").at(words, mention.noun) is not None
    car = _list("cars").at(words, mention.noun) is not None and "harm" in carried.clause.held
    if not (thing or car) or not _tells(carried, "damage", "attack") or only_beside(marks, mention.first):
        return None
    said = sentence.said(*sentence.span(mention.noun, mention.noun))
    return _draft("damage", mention, sentence, thing=said)


def _taken(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "سيطرت على خمس قرى": a number of places taken or lost."""
    if "ground" not in carried.clause.marks[mention.noun].classes or not _tells(carried, "control"):
        return None
    return _draft("control", mention, sentence)


def _targets(mention: _Mention, carried: Carried, sentence: Sentence) -> Draft | None:
    """ "طال القصف أربعة مواقع": on how many an attack fell."""
    if mention.figure.low == 1 or _list("targets").at(sentence.words, mention.noun) is None:
        return None
    if not _tells(carried, "attack", "damage"):
        return None
    return _draft("attack", mention, sentence)


def _tells(carried: Carried, *kinds: str) -> bool:
    return any(reading.kind in kinds for _, listed in carried.words for reading in listed)


@cache
def _attacks() -> Endings[str]:
    return _by_kind("attack")


@cache
def _two_attacks() -> Endings[str]:
    return _by_kind("two_attacks")


def _by_kind(table: str) -> Endings[str]:
    return Endings({word: kind for kind, listed in load("ar/counts")[table].items() for word in listed})


@cache
def _list(table: str) -> Endings[bool]:
    return listing(load("ar/counts")[table]["words"])
