"""`sijil tally` and the listings by place, in a process of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil

LIMIT = "A documented minimum, not an estimate"


def test_a_tally_broken_down_by_day_runs_and_prints_its_limits_and_method(sijil: Sijil, own: Path) -> None:
    told = sijil("tally", "--by", "day").out
    assert "until then" in told and LIMIT in told and "by method" in told
    (row,) = [json.loads(line) for line in sijil("tally", "--by", "day", "--json").out.splitlines()]
    assert row["by"] == "day" and len(row["parts"]) > 1
    assert {part["key"] for part in row["parts"] if not part["until"]} <= {""}
    assert row["limits"] and row["method"] and row["as_of"]


def test_as_of_a_day_before_all_reports_there_is_nothing_and_the_limits(sijil: Sijil, own: Path) -> None:
    (row,) = [json.loads(line) for line in sijil("tally", "--as-of", "2000-01-01", "--json").out.splitlines()]
    assert (row["rows"], row["as_of"]) == ([], "2000-01-01")
    assert row["later"] > 0 and row["limits"]
    assert LIMIT in sijil("tally", "--as-of", "2000-01-01").out


def test_grades_narrow_a_tally(sijil: Sijil, own: Path) -> None:
    grades = []
    for options in ([], ["--grade", "weak"], ["--grade", "Weak", "--grade", "fair"]):
        (row,) = [json.loads(line) for line in sijil("tally", *options, "--json").out.splitlines()]
        grades.append({name for name, _ in row["grades"]})
    assert grades[1] == {"Weak"} and grades[1] <= grades[2] <= {"Weak", "Fair"} and grades[2] <= grades[0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tally", "--by", "moon"), "--by 'moon': is not known - choose one of day, week"),
        (("tally", "--as-of", "yesterday"), "--as-of 'yesterday': is not a day"),
        (("tally", "--grade", "sure"), "--grade 'Sure': is not known"),
        (("claims", "--places"), "--places: claims have no summary by place - ask for it of displacement"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(sijil: Sijil, own: Path, words: tuple[str, ...], says: str) -> None:
    outcome = sijil(*words)
    assert (outcome.code, len(outcome.lines)) == (2, 1)
    assert says in outcome.err


@pytest.mark.parametrize("listing", ["displacement", "access", "control"])
def test_a_listing_by_place_is_a_table(sijil: Sijil, own: Path, listing: str) -> None:
    assert sijil(listing, "--places").out.splitlines()[0].startswith("place")
