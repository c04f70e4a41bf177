"""Which judgements are an incident's history."""

from __future__ import annotations

from datetime import UTC, datetime

from sijil.model.incident import Incident
from sijil.model.judgement import Judgement, Verb
from sijil.steps.history import history


def row(
    number: int, verb: Verb, subject: str, value: dict[str, object] | None = None, seen: tuple[str, ...] = ()
) -> Judgement:
    return Judgement(number, verb, subject, value or {}, "A", datetime(2026, 1, number, tzinfo=UTC), "why", seen)


INCIDENT = Incident("I-a", ("a", "b"), None, None, None, "An incident")


def test_what_people_decided_on_it_and_its_claims_and_took_back() -> None:
    rows = [
        row(1, "grade", "I-a", {"grade": "Fair"}),
        row(2, "accept", "b"),
        row(3, "accept", "x"),
        row(4, "withdraw", "1"),
        row(5, "withdraw", "4"),
        row(6, "withdraw", "3"),
    ]
    assert [one.id for one in history(rows, INCIDENT)] == [1, 2, 4, 5]


def test_what_became_part_of_it_or_left_it() -> None:
    rows = [
        row(1, "same", "I-old", {"with": "I-x"}),
        row(2, "different", "I-z", {"with": "I-a"}),
        row(3, "split", "I-y", {"claims": ["b", "q"]}, seen=("y", "b", "q")),
        row(4, "reject", "gone", seen=("a", "a", "b", "gone")),
        row(5, "correct", "other", {"place": "a"}),
        row(6, "reject", "far", seen=("far",)),
    ]
    assert [one.id for one in history(rows, INCIDENT, former=("I-old",))] == [1, 2, 3, 4]
