"""Claims that people add: rows beside those that were read, proved by the judgement that says them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import pytest

from sijil.errors import BadInput
from sijil.model.figure import Figure
from sijil.record import canonical, digest, to_plain
from sijil.register import Register
from tests.register.test_verify import damages, tamper


def add(register: Register, number: int = 5, **changes):
    """Adds a claim like the one that was read in `reading(number)`, in the words "5 civilians were killed"."""
    read = register.claims(ids=[f"C-{number:012x}"])[0]
    start = read.quote.index(str(number))
    own = {"span": (start, read.span[1]), "quote": read.quote[start:], "figure": Figure(number, number)} | changes
    return register.judge("add", read.doc, {"claim": to_plain(replace(read, **own))}, "Amal", "missed by the machine")


def test_it_stands_beside_those_that_were_read_and_is_intact(filled: Register) -> None:
    row = add(filled)
    said = row.value["claim"]
    kept = [claim for claim in filled.claims(of=[row.subject]) if claim.id == said["id"]]
    assert [(claim.number, claim.quote, claim.figure) for claim in kept] == [
        (2, "5 civilians were killed", Figure(5, 5))
    ]
    assert to_plain(kept[0]) == said
    assert filled.verify() == ()


def test_its_id_follows_from_what_it_says(filled: Register) -> None:
    first, again, other = add(filled), add(filled), add(filled, group="people")
    assert first.value == again.value
    assert other.value["claim"]["id"] != first.value["claim"]["id"]
    assert len(filled.claims(of=[first.subject])) == 3
    assert filled.verify() == ()


@pytest.mark.parametrize(
    "changes",
    [{"quote": "9 civilians were killed"}, {"span": (0, 0)}, {"span": (-23, -1)}, {"span": (3, 900)}, {"quote": ""}],
)
def test_words_that_do_not_stand_there_are_refused(filled: Register, changes) -> None:
    with pytest.raises(BadInput, match="do not stand in its text"):
        add(filled, **changes)
    assert len(filled.judgements()) == 2


@pytest.mark.parametrize("value", [{}, {"claim": None}, {"claim": {}}, {"claim": {"kind": "casualty", "quote": 5}}])
def test_what_is_no_claim_is_refused(filled: Register, value) -> None:
    with pytest.raises(BadInput):
        filled.judge("add", filled.reports()[0].id, value, "Amal", "missed")


def test_only_a_report_gets_claims(filled: Register) -> None:
    with pytest.raises(BadInput, match="nothing with this id to add"):
        filled.judge("add", "C-000000000005", {"claim": {}}, "Amal", "missed")


def test_a_changed_row_is_found(path, filled: Register) -> None:
    id_ = add(filled).value["claim"]["id"]
    with sqlite3.connect(path) as db:
        plain = json.loads(db.execute("SELECT json FROM claims WHERE id = ?", (id_,)).fetchone()[0])
    plain["figure"]["low"] = plain["figure"]["high"] = 50
    told = canonical(plain)
    tamper(path, "UPDATE claims SET json = ?, sha256 = ? WHERE id = ?", told, digest(told), id_)
    assert damages(filled) == [("claims", id_)]


def test_a_row_that_is_gone_or_slipped_in_is_found(path, filled: Register) -> None:
    row = add(filled)
    id_ = row.value["claim"]["id"]
    tamper(path, "DELETE FROM claims WHERE id = ?", id_)
    assert damages(filled) == [("claims", id_)]


def test_a_row_without_a_judgement_is_found(path, filled: Register) -> None:
    report = filled.reports()[1].id
    columns = "report, quote, start, stop, json, sha256"
    tamper(
        path,
        f"INSERT INTO claims (id, number, {columns}) SELECT 'C-new', 2, {columns} FROM claims WHERE report = ?",
        report,
    )
    assert ("reports", report) in damages(filled)


def test_a_changed_judgement_is_found(path, filled: Register) -> None:
    row = add(filled)
    tamper(path, "UPDATE judgements SET value = replace(value, 'killed', 'injured') WHERE id = ?", row.id)
    assert ("judgements", str(row.id)) in damages(filled)


def test_a_register_of_the_fourth_schema_opens(path, filled: Register) -> None:
    before = [claim.id for claim in filled.claims()]
    filled.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 4")
    with Register.open(path) as register:
        assert [claim.id for claim in register.claims()] == before
        add(register)
        assert register.verify() == ()
