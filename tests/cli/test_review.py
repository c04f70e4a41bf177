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


@pytest.fixture
def placed(own: Path) -> dict[str, Any]:
    """A claim of the sample whose place several claims name in the same words."""
    with Register.open(own) as register:
        claims = [claim for claim in register.claims() if claim.place and claim.actor]
    words = [claim.place for claim in claims]
    return next(claim_form(claim) for claim in claims if words.count(claim.place) > 2)


def places(out: str) -> dict[str, str | None]:
    """What each claim's place was resolved to."""
    return {row["ref"]: (row["resolved"]["place"] or {}).get("name") for row in rows(out)}


def test_another_place_for_one_claim_or_always(sijil: Sijil, placed: dict[str, Any]) -> None:
    azaz = next(row["id"] for row in rows(sijil("places", "find", "Azaz", "--json").out) if row["country"] == "SY")
    before = sijil("claims", "--json").out
    named = {row["ref"] for row in rows(before) if row.get("place") == placed["place"]}
    one = sijil("review", "correct", placed["ref"], "--place", azaz, "--reason", "the map shows it")
    assert one.code == 0
    after = places(sijil("claims", "--json").out)
    assert [ref for ref, name in after.items() if name == "Azaz"] == [placed["ref"]]
    assert sijil("review", "withdraw", 1, "--reason", "no").code == 0
    always = sijil("review", "correct", placed["ref"], "--place", azaz, "--always", "--reason", "the map shows it")
    assert f"{len(named)} claims here, and those of later reports" in always.out
    after = places(sijil("claims", "--json").out)
    assert {ref for ref, name in after.items() if name == "Azaz"} == named
    assert "place corrected by" in sijil("show", placed["ref"]).out
    assert f"always for “{placed['place']}”" in sijil("review", "list").out
    assert sijil("verify").code == 0
    assert sijil("review", "withdraw", 3, "--reason", "no").code == 0
    assert sijil("claims", "--json").out == before


def test_no_place_or_an_unknown_one(sijil: Sijil, placed: dict[str, Any]) -> None:
    sijil("review", "correct", placed["ref"], "--place", "unknown", "--reason", "three of that name")
    shown = rows(sijil("show", placed["ref"], "--json").out)[0]
    assert (shown["place"], shown["resolved"]["place"]["precision"]) == (placed["place"], "unknown")
    sijil("review", "correct", placed["ref"], "--place", "none", "--reason", "a newspaper")
    assert "place" not in rows(sijil("show", placed["ref"], "--json").out)[0]


def test_another_party(sijil: Sijil, placed: dict[str, Any]) -> None:
    words = ("--party", "Russia", "--always", "--reason", "the report says so above")
    assert sijil("review", "correct", placed["ref"], *words).code == 0
    party = rows(sijil("show", placed["ref"], "--json").out)[0]["resolved"]["party"]
    assert (party["name"], party["raw"]) == ("Russia", placed["actor"])


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
        ("correct", "REF", "--reason", "x"),
        ("correct", "REF", "--place", "nowhere:1", "--reason", "x"),
        ("correct", "REF", "--party", "Rusia", "--reason", "x"),
        ("correct", "REF", "low=9", "--place", "none", "--always", "--reason", "x"),
        ("correct", "REF", "--place", "none", "--party", "russia", "--always", "--reason", "x"),
        ("correct", "REF", "low=9", "--always", "--reason", "x"),
        ("correct", "C-000000000000", "--place", "none", "--reason", "x"),
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


def test_same_different_and_unsure(sijil: Sijil, own: Path) -> None:
    first, second, *_ = rows(sijil("incidents", "--json").out)
    ids = {row["id"] for row in rows(sijil("incidents", "--json").out)}
    said = sijil("review", "same", first["id"], second["id"], "--reason", "one strike, two papers")
    assert said.code == 0 and said.out.startswith(f"judgement 1: same {first['id']}, by ")
    (gone,) = ids - {row["id"] for row in rows(sijil("incidents", "--json").out)}
    (kept,) = {first["id"], second["id"]} - {gone}
    assert f"{gone} is now part of {kept}." in sijil("show", gone).out
    assert rows(sijil("show", gone, "--json").out)[0]["former"] == [gone]
    assert sijil("explain", gone).out.startswith(f"{gone} is now part of {kept}.")
    assert sijil("review", "different", first["id"], second["id"], "--reason", "two strikes").code == 0
    assert {row["id"] for row in rows(sijil("incidents", "--json").out)} == ids
    assert "judgement 2, which was made later, holds instead" in sijil("explain", first["id"]).out
    assert sijil("review", "unsure", first["id"], second["id"], "--reason", "no other source").code == 0
    for id_ in (first["id"], second["id"]):
        assert "left open by" in sijil("explain", id_).out
    assert sijil("review", "same", first["id"], first["id"], "--reason", "x").code == 2
    assert sijil("verify").code == 0


def test_a_comment_changes_nothing_and_may_be_on_a_report(sijil: Sijil, numbered: dict[str, Any]) -> None:
    before = sijil("incidents", "--json").out
    report = rows(sijil("show", numbered["ref"], "--json").out)[0]["report"]
    for subject in (numbered["ref"], report):
        assert sijil("review", "comment", subject, "--reason", "ask the publisher", "--who", "Huda").code == 0
    assert sijil("incidents", "--json").out == before
    found = rows(sijil("review", "list", "--json").out)
    assert [(row["verb"], row["subject"], row["value"]) for row in found] == [
        ("comment", numbered["ref"], {}), ("comment", report, {}),
    ]  # fmt: skip
    assert sijil("verify").code == 0
    assert sijil("review", "comment", "nobody", "--reason", "who?").code == 2


def test_the_queue_lists_what_waits_and_forgets_what_was_judged(sijil: Sijil, own: Path) -> None:
    found = rows(sijil("review", "queue", "--top", "0", "--json").out)
    weights = [row["weight"] for row in found]
    assert weights == sorted(weights, reverse=True) and len(found) > 20
    assert len(rows(sijil("review", "queue", "--json").out)) == 20
    first = next(row for row in found if row["kind"] == "claim")["subjects"][0]
    assert sijil("review", "accept", first, "--reason", "read it").code == 0
    left = rows(sijil("review", "queue", "--top", "0", "--json").out)
    assert [first] not in [row["subjects"] for row in left]
    listed = sijil("review", "queue", "--what", "pair").out
    assert " / " in listed and "looked at so far" in listed
    assert sijil("review", "queue", "--what", "rumour").code == 2
    assert sijil("review", "queue", "--top", "-1").code == 2
