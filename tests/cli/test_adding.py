"""Adding a claim from the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sijil.register import Register
from tests.cli.conftest import Sijil

FIELDS = ("kind=casualty", "measure=injured", "group=women", "low=7", "high=7", 'speaker=["a nurse"]')


@pytest.fixture
def place(own: Path) -> tuple[str, str]:
    """A report, and words of it."""
    with Register.open(own) as register:
        claim = register.claims()[0]
    return claim.doc, claim.quote


def last(out: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(out.splitlines()[-1])
    return row


def test_a_claim_is_added_and_shown_as_added(sijil: Sijil, place: tuple[str, str]) -> None:
    made = sijil("review", "add", *place, *FIELDS, "--reason", "missed", "--who", "Huda", "--json")
    assert made.code == 0
    id_ = last(made.out)["value"]["claim"]["id"]
    shown = last(sijil("show", id_, "--json").out)
    assert (shown["added_by"], shown["quote"], shown["low"], shown["speaker"]) == ("Huda", place[1], 7, ["a nurse"])
    assert "added by Huda: missed" in sijil("show", id_).out
    assert "intact" in sijil("verify").out


@pytest.mark.parametrize(
    ("words", "fields", "told"),
    [
        ("words that no report has", FIELDS, "stands nowhere in the text"),
        ("", FIELDS, "stands nowhere in the text"),
        (None, ("kind=casualty", "low=7"), "say what happened to them"),
        (None, ("kind=need", "low=many"), "is no number"),
        (None, ("kind",), "is no FIELD=VALUE"),
    ],
)
def test_what_makes_no_claim_is_told_in_one_line(
    sijil: Sijil, place: tuple[str, str], words: str | None, fields: tuple[str, ...], told: str
) -> None:
    answer = sijil("review", "add", place[0], place[1] if words is None else words, *fields, "--reason", "x")
    assert answer.code == 2
    assert told in answer.err and answer.err.count("\n") == 1
    assert sijil("review", "list").out.count("add") == 0


def test_without_a_reason_nothing_is_added(sijil: Sijil, place: tuple[str, str]) -> None:
    assert sijil("review", "add", *place, *FIELDS).code == 2
