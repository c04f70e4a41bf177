"""Judgements from the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sijil.exports.forms import claim_form
from sijil.register import Register
from tests.cli.conftest import Sijil


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def numbered(own: Path) -> dict[str, Any]:
    """A claim with a number in it."""
    with Register.open(own) as register:
        return next(claim_form(claim) for claim in register.claims() if claim.figure and claim.figure.low)


def test_rejecting_and_withdrawing(sijil: Sijil, numbered: dict[str, Any]) -> None:
    before = sijil("claims", "--json").out
    made = rows(sijil("review", "reject", numbered["ref"], "--reason", "a headline", "--json").out)[0]
    assert made["verb"] == "reject" and made["who"]
    assert numbered["ref"] not in {row["ref"] for row in rows(sijil("claims", "--json").out)}
    assert sijil("review", "withdraw", made["id"], "--reason", "looked again", "--who", "Huda").code == 0
    assert sijil("claims", "--json").out == before
    assert [row["verb"] for row in rows(sijil("review", "list", "--json").out)] == ["reject", "withdraw"]


def test_correcting(sijil: Sijil, numbered: dict[str, Any]) -> None:
    words = ("low=71", "high=null", "group=women")
    assert sijil("review", "correct", numbered["ref"], *words, "--reason", "misread").code == 0
    shown = rows(sijil("show", numbered["ref"], "--json").out)[0]
    assert (shown["low"], shown["high"], shown["group"]) == (71, None, "women")
    assert shown["quote"] == numbered["quote"]


def test_accepting_makes_it_certain(sijil: Sijil, numbered: dict[str, Any]) -> None:
    assert sijil("review", "accept", numbered["ref"], "--reason", "read it").code == 0
    assert rows(sijil("show", numbered["ref"], "--json").out)[0]["confidence"] == 1.0


def test_grading_merging_and_splitting(sijil: Sijil, own: Path) -> None:
    first, second, *_ = rows(sijil("incidents", "--json").out)
    assert sijil("review", "grade", first["id"], "discounted", "--reason", "all were fighters").code == 0
    assert rows(sijil("show", first["id"], "--json").out)[0]["grade"] == "Discounted"
    count = len(rows(sijil("incidents", "--json").out))
    merged = rows(sijil("review", "merge", first["id"], second["id"], "--reason", "one strike", "--json").out)[0]
    assert len(rows(sijil("incidents", "--json").out)) == count - 1
    assert sijil("review", "withdraw", merged["id"], "--reason", "two strikes").code == 0
    large = next(row for row in rows(sijil("incidents", "--json").out) if len(row["claims"]) > 1)
    assert sijil("review", "split", large["id"], large["claims"][-1], "--reason", "another day").code == 0
    after = {row["id"]: row["claims"] for row in rows(sijil("incidents", "--json").out)}
    assert large["claims"][-1] not in after[large["id"]]


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "C-000000000000", "--reason", "x"),
        ("grade", "I-nowhere", "Fair", "--reason", "x"),
        ("withdraw", "99", "--reason", "x"),
        ("correct", "REF", "low", "--reason", "x"),
        ("correct", "REF", "low=many", "--reason", "x"),
        ("correct", "REF", "colour=red", "--reason", "x"),
        ("correct", "REF", "low=9", "high=3", "--reason", "x"),
        ("accept", "REF"),
        ("accept", "REF", "--reason", "  "),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    sijil: Sijil, numbered: dict[str, Any], words: tuple[str, ...]
) -> None:
    outcome = sijil("review", *(numbered["ref"] if word == "REF" else word for word in words))
    assert outcome.code == 2 and len(outcome.lines) == 1, outcome.err
    assert sijil("review", "list", "--json").out == ""
