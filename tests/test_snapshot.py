"""A snapshot that is renewed by what changed is the one that is read anew, whoever wrote and in whatever order."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from sijil import pipeline, queries, snapshot
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.steps import tally as ledgers
from sijil.steps.tally import Findings
from tests.pipeline.test_deriving import CHOICES, STORIES, add, decide, told_of

FILTERS = (Filter(), Filter(place="a"), Filter(kind="casualty"), Filter(attack="shelling"), Filter(group="children"))


def answers(register: Register) -> list[object]:
    """What the desk asks."""
    asked: tuple[Any, ...] = (
        queries.incidents,
        queries.totals,
        queries.claims,
        queries.sources,
        queries.access,
        queries.control,
    )
    asked += (queries.displacement, queries.displacement_over_time, queries.access_places, queries.control_places)
    found: list[object] = [ask(register, wanted) for wanted in FILTERS for ask in asked]
    return [*found, [queries.tally(register, wanted) for wanted in FILTERS], dict(queries.corrections(register))]


def purely(register: Register) -> list[object]:
    """The tallies as the pure functions give them, from the register's rows alone."""
    known = queries.findings(register)
    reports = {info.id: info for info in register.reports()}
    graded = {one.incident: one for one in register.assessments()}
    bare = Findings(known.claims, register.incidents(), graded, reports)
    day = queries.tally(register, Filter()).as_of
    return [ledgers.tally(bare, wanted, day) for wanted in FILTERS]


@settings(max_examples=8, deadline=None)
@given(STORIES, CHOICES)
def test_a_renewed_snapshot_is_the_one_that_is_read_anew(stories, choices) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sijil.db"
        with Register.open(path) as register, Register.open(path) as other:
            for one in told_of(stories, []):
                add(register, *one)
                pipeline.derive(register)
                queries.incidents(other, Filter())
            for choice in choices:
                decide(register, choice)
                queries.tally(other, Filter())
            renewed = answers(other)
            assert renewed[-2] == purely(other)
            snapshot.forget()
            assert answers(other) == renewed
