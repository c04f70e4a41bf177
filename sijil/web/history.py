"""What people decided about an incident, ready for its page: each decision with those that took it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.model.judgement import Judgement
from sijil.steps.added import added_claim
from sijil.steps.assess.grade import signed
from sijil.steps.corrections import in_words
from sijil.steps.judge import standing
from sijil.web import deeds, words
from sijil.web.language import N_, Words, gettext

PAIRS = Words({
    "same": N_("held to be one event with"), "merge": N_("merged with"),
    "different": N_("held to be another event than"), "unsure": N_("left open whether it is one event with"),
})  # fmt: skip
DONE = Words({
    "accept": N_("accepted"), "reject": N_("rejected"), "comment": N_("commented on"), "add": N_("added"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement in words. `subject` is the claim or incident that it is about, `other` the one that it holds this
    against; `undone` are the withdrawals of it, and of these, oldest first."""

    row: Judgement
    subject: str
    did: str
    other: str
    holds: bool
    undone: tuple[Judgement, ...]


def entries(rows: Sequence[Judgement]) -> tuple[Entry, ...]:
    """All judgements of `rows` but the withdrawals, which stand with what they took back; oldest first."""
    holding = {row.id for row in standing(rows)}
    undone: dict[str, list[Judgement]] = {}
    roots: dict[str, str] = {}
    for row in rows:
        if row.verb == "withdraw":
            roots[str(row.id)] = roots.get(row.subject, row.subject)
            undone.setdefault(roots[str(row.id)], []).append(row)
    return tuple(_entry(row, row.id in holding, undone.get(str(row.id), [])) for row in rows if row.verb != "withdraw")


def _entry(row: Judgement, holds: bool, undone: Sequence[Judgement]) -> Entry:
    subject = added_claim(row) if row.verb == "add" else row.subject
    return Entry(row, subject, did(row), str(row.value.get("with", "")), holds, tuple(undone))


def graded(history: Sequence[Entry], reasons: Sequence[str]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The reasons of a grade apart: the decisions of people that hold, the last first, and what the method says."""
    by_people = {signed(one.row): one for one in history if one.holds and one.row.verb == "grade"}
    return (
        tuple(by_people[reason] for reason in reasons if reason in by_people),
        tuple(reason for reason in reasons if reason not in by_people),
    )


def taken_back(meant: Judgement | None) -> str:
    """What a withdrawal takes back: "“accept” of Amal"; "" where nobody knows."""
    return gettext("“%(verb)s” of %(who)s", verb=deeds.verb(meant.verb), who=meant.who) if meant else ""


def did(row: Judgement) -> str:
    """What somebody decided, in words that the subject precedes."""
    if row.verb in PAIRS:
        return PAIRS[row.verb]
    if row.verb == "grade":
        return gettext("graded %(grade)s", grade=words.grade(str(row.value.get("grade"))))
    if row.verb == "split":
        leaving = row.value.get("claims")
        return deeds.split_off(len(leaving) if isinstance(leaving, list | tuple) else 0)
    if row.verb == "correct":
        return gettext("corrected: %(value)s", value=deeds.corrected(row.value, in_words(row.value)))
    return DONE.get(row.verb, row.verb)
