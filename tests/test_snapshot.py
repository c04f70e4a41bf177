"""A snapshot that is renewed by what changed is the one that is read anew, whoever wrote and in whatever order."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from sijil import pipeline, queries, snapshot
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.steps import tally as ledgers
from sijil.steps.tally import Findings
from sijil.steps.when import days as days_of
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
    asked += (
        queries.agreements,
        queries.displacement,
        queries.displacement_over_time,
        queries.access_places,
        queries.control_places,
    )
    found: list[object] = [ask(register, wanted) for wanted in FILTERS for ask in asked]
    return [*found, [queries.tally(register, wanted) for wanted in FILTERS], dict(queries.corrections(register))]


def facts(found: Findings) -> list[object]:
    """What findings work out once and carry over."""
    days = [span for one in (*found.incidents, *found.stated) if (span := days_of(one.period))]
    met = [(dict(found.dated.meeting(span)), dict(found.stated_by_days.meeting(span))) for span in days]
    starts = {doc: n for doc, n in found.starts.items() if found.by_doc[doc]}
    kept = (found.stated, found.by_day, list(found.homes), found.seen, dict(found.denials), dict(found.months))
    return [*kept, starts, found.sums, met, ledgers.totals(found), list(found.columns.fits(stood, stood))]


def stood(claim: Claim) -> bool:
    """A column that the desk does not have."""
    return claim.status == "reported"


def purely(register: Register) -> list[object]:
    """The tallies as the pure functions give them, from the register's rows alone."""
    known = queries.findings(register)
    reports = {info.id: info for info in register.reports()}
    graded = {one.incident: one for one in register.assessments()}
    bare = Findings(known.claims, register.incidents(), graded, reports)
    assert facts(known) == facts(bare)
    day = queries.tally(register, Filter()).as_of
    return [ledgers.tally(bare, wanted, day) for wanted in FILTERS]


@settings(max_examples=8)
@given(STORIES, CHOICES)
def test_a_renewed_snapshot_is_the_one_that_is_read_anew(stories, choices) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sijil.db"
        with Register.open(path) as register, Register.open(path) as other:
            for n, one in enumerate(told_of(stories, [])):
                add(register, *one)
                if n % 2:  # several reports at once
                    pipeline.derive(register)
                    queries.tally(other, Filter())
            pipeline.derive(register)
            queries.incidents(other, Filter())
            for choice in choices:
                decide(register, choice)
                queries.tally(other, Filter())
            renewed = answers(other)
            assert renewed[-2] == purely(other)
            snapshot.forget()
            assert answers(other) == renewed


def test_of_answers_to_filters_only_the_newest_are_kept(tmp_path: Path) -> None:
    with Register.open(tmp_path / "few.db") as register:
        known, asked = snapshot.snapshot(register), list[int]()
        for number in range(snapshot.NARROW + 5):
            known.kept(("a filter's", Filter(place=str(number))), lambda: asked.append(1))
        assert queries.kept(register, ("everything's", Filter()), lambda: "made") == "made"
        known.kept(("a filter's", Filter(place=str(snapshot.NARROW + 4))), lambda: asked.append(1))
        assert len(asked) == snapshot.NARROW + 5
        known.kept(("a filter's", Filter(place="0")), lambda: asked.append(1))
        assert len(asked) == snapshot.NARROW + 6
        assert queries.kept(register, ("everything's", Filter()), lambda: "made anew") == "made"
