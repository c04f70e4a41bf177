"""What people decided about an incident, ready for its page: each decision with those that took it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.model.judgement import Judgement
from sijil.steps.added import added_claim
from sijil.steps.assess.grade import signed
from sijil.steps.corrections import in_words
from sijil.steps.judge import standing

PAIRS: dict[str, str] = {
    "same": "held to be one event with", "merge": "merged with", "different": "held to be another event than",
    "unsure": "left open whether it is one event with",
}  # fmt: skip


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
    return f"“{meant.verb}” of {meant.who}" if meant else ""


def did(row: Judgement) -> str:
    """What somebody decided, in words that the subject precedes."""
    if row.verb in PAIRS:
        return PAIRS[row.verb]
    if row.verb == "grade":
        return f"graded {row.value.get('grade')}"
    if row.verb == "split":
        leaving = row.value.get("claims")
        many = len(leaving) if isinstance(leaving, list | tuple) else 0
        return f"{many} claim{'s' if many != 1 else ''} split off"
    if row.verb == "correct":
        return f"corrected: {in_words(row.value)}"
    done = {"accept": "accepted", "reject": "rejected", "comment": "commented on", "add": "added"}
    return done.get(row.verb, row.verb)
