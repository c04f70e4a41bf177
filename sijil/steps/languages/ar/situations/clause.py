"""A sentence cut into clauses, each with the classes of words that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sijil.rules import load
from sijil.steps.languages.ar.situations.marks import Mark, marks_of
from sijil.steps.languages.ar.text import Sentence, Word


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, end) of a sentence without the word that opens it; `opener` is that word, folded, or empty.

    `held` has the classes of the rules of which the clause holds a word, and where: the index of the first such word.
    `marks` are those of all words of the sentence.
    """

    first: int
    end: int
    opener: str
    held: Mapping[str, int]
    marks: tuple[Mark, ...] = field(repr=False, compare=False)

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Its [start, end) in the main text."""
        return sentence.span(self.first, self.end - 1)


def clauses_of(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order; every word is in one of them or opens one."""
    words, marks = sentence.words, marks_of(sentence)
    cuts = [*_cuts(words, marks), (len(words), len(words), "")]
    out = []
    for (_, first, opener), (end, _, _) in zip(cuts, cuts[1:], strict=False):
        if end > first:
            last = _shortened(words, first, end)
            out.append(Clause(first, last, opener, _held(marks, first, last), marks))
    return tuple(out)


def _cuts(words: Sequence[Word], marks: Sequence[Mark]) -> Iterator[tuple[int, int, str]]:
    """(where the clause before ends, where the new one begins, what opens it)."""
    yield 0, 0, ""
    at = begun = 0
    while at < len(words):
        opening = marks[at].roles.get("openers")
        if opening is not None and opening.lead in ("", "و", "ف", "ل"):
            yield at, opening.end, words[opening.end - 1].key
            at = begun = opening.end
            continue
        soft = _soft_at(marks, at)
        if soft and not _judged(marks, begun, at):
            yield at, soft, words[at].key
            at = begun = soft
        elif at > 0 and _begins(words, marks, at) and not _joined(words, marks, begun, at):
            yield at, at, ""
            begun = at
        at += 1


def _soft_at(marks: Sequence[Mark], at: int) -> int:
    """The end of the word that opens a clause at `at` because of what stands right behind it, or 0."""
    event, result = marks[at].roles.get("before_event"), marks[at].roles.get("before_verb")
    if event is not None and event.end < len(marks) and marks[event.end].carries("attack", "damage", "displacement"):
        return event.end
    if result is not None and result.end < len(marks) and "verbs" in marks[result.end].roles:
        return result.end
    return 0


def _judged(marks: Sequence[Mark], begun: int, at: int) -> bool:
    """Whether the clause denies or blames what stands behind ("denied news of a bombing"): that is no clause itself."""
    return any(mark.carries("denial", "blame") for mark in marks[max(begun, at - _FAR) : at])


def _begins(words: Sequence[Word], marks: Sequence[Mark], at: int) -> bool:
    """Whether a clause begins with a verb or a carrying word behind a comma, or with one that has "and" before it."""
    verb = marks[at].roles.get("verbs")
    if verb is not None and verb.lead in ("و", "ف"):
        return True
    if not any(mark in words[at].gap for mark in _COMMAS):
        return False
    return verb is not None and not verb.lead or marks[at].carries() and marks[at].lead in ("", "و")


def _joined(words: Sequence[Word], marks: Sequence[Mark], begun: int, at: int) -> bool:
    """Whether what stands behind a comma is of the clause before it: a verb that tells of the attack that the clause
    names ("a shelling ..., hit the town"), or the noun that its verb waits for ("carried out, on Monday, raids on")."""
    if at - begun > _FAR:
        return False
    verb, events = marks[at].roles.get("going_on"), [i for i in range(begun, at) if "events" in marks[i].roles]
    if verb is not None and not verb.lead:
        return bool(events)
    if "verbs" in marks[at].roles or "events" not in marks[at].roles or words[at].key[:1] == "و":
        return False
    light = next((i for i in range(begun, at) if "light" in marks[i].roles), at)
    return light < at and not any(i > light for i in events)


#: Words within which a clause's attack noun is gone on about, or waited for.
_FAR = 24
_COMMAS = "،,؛;:|_-–("


def _shortened(words: Sequence[Word], first: int, end: int) -> int:
    """The end of a long clause: the first comma behind so many words, or the end."""
    long = int(load("ar/situations")["clause"]["long"])
    for at in range(first + long, end):
        if any(mark in words[at].gap for mark in _COMMAS):
            return at
    return min(end, first + 2 * long)


def _held(marks: Sequence[Mark], first: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(first, end):
        for name in marks[at].classes:
            found.setdefault(name, at)
    return found
