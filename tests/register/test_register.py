"""Records go in and come out as they were."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sijil.errors import BadInput, RegisterError
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.report import Block, Text
from sijil.model.sketch import Sketch
from sijil.register import Register, report_id
from sijil.steps.read import read_bytes
from tests.register.conftest import keep


def test_a_report_comes_out_as_it_went_in(register, make):
    report, text, claims = make(5)
    outcome = register.add(report, text, claims)
    assert outcome.added and outcome.report_id == "R-" + report.sha256[:12] == report_id(report.sha256)
    assert register.report(outcome.report_id) == (report, text)
    (claim,) = register.claims()
    assert claim.doc == outcome.report_id
    assert (claim.quote, claim.figure, claim.period, claim.at) == (
        claims[0].quote, claims[0].figure, claims[0].period, claims[0].at,
    )  # fmt: skip
    (info,) = register.reports()
    assert (info.id, info.sha256, info.published) == (outcome.report_id, report.sha256, report.published)


def test_the_same_bytes_twice_change_nothing(path, register, make):
    register.add(*make(5))
    register.close()
    before = path.read_bytes()
    with Register.open(path) as again:
        assert not again.add(*make(5)).added
        assert len(again.log()) == len(again.reports()) == len(again.claims()) == 1
    assert path.read_bytes() == before


def test_origins_of_a_page_survive(register):
    report = read_bytes(b"<html><p>A&amp;B  c</p>", doc="page", retrieval="test")
    text = Text("A&B c", (Block(0, 5, "body"),), (9, 10, 15, 16, 18))
    assert register.report(register.add(report, text, ()).report_id)[1] == text


def test_claims_come_in_order_of_reports_and_text(register, make):
    for number in (8, 3, 5):
        register.add(*make(number))
    assert [claim.figure.low for claim in register.claims()] == [8, 3, 5]


def test_columns_can_be_asked_with_sql(path, filled):
    with sqlite3.connect(path) as db:
        rows = db.execute('SELECT low, high, "group", first_day, place_id FROM claims ORDER BY low').fetchall()
        assert rows[0] == (3, None, "civilians", "2020-01-20", "sy-1")
        assert db.execute("SELECT name, claims FROM places").fetchall() == [("Saraqeb", 3)]


def test_a_quote_that_the_text_does_not_say_is_refused(register, make):
    report, text, (claim,) = make(5)
    wrong = Claim(claim.id, claim.doc, 1, "casualty", "At most five", claim.span)
    with pytest.raises(RegisterError):
        register.add(report, text, [wrong])
    assert register.reports() == () == register.log()


def test_two_reports_cannot_have_one_claim_id(register, make):
    report, text, claims = make(5)
    register.add(report, text, claims)
    other = read_bytes(report.data + b" ", doc="other", retrieval="test")
    with pytest.raises(RegisterError, match="another report has a claim"):
        register.add(other, Text(other.content, text.blocks), claims)
    assert len(register.reports()) == 1


def test_derived_rows_are_replaced_and_come_out_in_order(register, make, make_event):
    for number in (3, 5):
        register.add(*make(number))
    assert register.behind
    events = [make_event(3), make_event(5)]
    for _ in range(2):
        keep(register, [incident for incident, _ in events], [assessment for _, assessment in events])
    assert not register.behind
    assert register.incidents() == tuple(incident for incident, _ in events)
    assert register.assessments() == tuple(assessment for _, assessment in events)


def test_derive_is_all_or_nothing(filled, make_event):
    before = filled.incidents()
    incident, assessment = make_event(99)  # its claim is in no report
    with pytest.raises(RegisterError):
        keep(filled, [incident], [assessment])
    assert filled.incidents() == before


def test_judgements_are_kept_with_who_when_and_why(filled):
    first, second = filled.judgements()
    assert (first.id, first.verb, first.subject, first.who) == (1, "accept", "C-000000000003", "Amal")
    assert second.value == {"grade": "Fair"} and second.when.tzinfo is not None
    assert filled.behind
    filled.judge("withdraw", "2", {}, "Basil", "the paper was a copy")
    assert len(filled.judgements()) == 3


def nested(levels: int) -> object:
    """Lists in lists, as only somebody who means harm sends them."""
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("verb", "subject", "value", "who", "reason"),
    [
        ("accept", "C-none", {}, "Amal", "why"),
        ("guess", "C-000000000003", {}, "Amal", "why"),
        ("accept", "C-000000000003", {}, "Amal", " \n "),
        ("accept", "C-000000000003", {}, "", "why"),
        ("grade", "I-3", {"grade": "Good"}, "Amal", "why"),
        ("merge", "I-3", {"with": "I-9"}, "Amal", "why"),
        ("merge", "I-3", {"with": "I-3"}, "Amal", "why"),
        ("split", "I-3", {"claims": ["C-000000000003"]}, "Amal", "why"),
        ("split", "I-3", {"claims": ["C-000000000005"]}, "Amal", "why"),
        ("correct", "C-000000000003", {}, "Amal", "why"),
        ("withdraw", "7", {}, "Amal", "why"),
        ("comment", "C-000000000003", {"note": "more"}, "Amal", "why"),
        ("accept", "C-000000000003", {"always": True}, "Amal", "why"),
        ("correct", "C-000000000003", {"place": nested(400)}, "Amal", "why"),
        ("correct", "C-000000000003", {"place": nested(90_000)}, "Amal", "why"),
    ],
)
def test_judgements_that_make_no_sense_leave_no_row(filled, verb, subject, value, who, reason):
    before = filled.judgements(), filled.log()
    with pytest.raises(BadInput):
        filled.judge(verb, subject, value, who, reason)
    assert (filled.judgements(), filled.log()) == before


@pytest.mark.parametrize("table", ["reports", "texts", "claims", "judgements", "log"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 100"])
def test_what_came_in_is_only_ever_added_to(path, filled, table, change):
    with sqlite3.connect(path) as db, pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(change.format(table))


@pytest.mark.parametrize("id_", ["R-000000000000", "", "R-\udcff\0"])
def test_an_unknown_report_is_bad_input(register, id_):
    with pytest.raises(BadInput):
        register.report(id_)


def test_numbers_beyond_64_bits(register, make):
    report, text, (claim,) = make(5)
    register.add(report, text, [replace(claim, figure=Figure(10**30, None))])
    assert register.claims()[0].figure.low == 10**30 and register.verify() == ()


def test_what_people_typed_can_be_stored(filled):
    typed = "\udcff\x00 seen"
    judgement = filled.judge("correct", "C-000000000003", {"place": typed}, typed, typed)
    assert judgement.value == {"place": "\ufffd\ufffd seen"} and judgement.who == "\ufffd\ufffd seen"
    assert filled.judgements()[-1] == judgement and filled.verify() == ()
    with pytest.raises(BadInput):
        filled.judge("correct", "C-000000000003", {"low": float("nan")}, "Amal", "why")


def test_one_transaction_for_several_writes(register, make):
    with pytest.raises(ZeroDivisionError), register.transaction():
        register.add(*make(3))
        raise ZeroDivisionError
    assert register.reports() == () == register.log()


def test_the_default_path_is_the_environments(monkeypatch, tmp_path):
    monkeypatch.setenv("SIJIL_REGISTER", str(tmp_path / "other.db"))
    assert Register.default_path() == tmp_path / "other.db"
    monkeypatch.delenv("SIJIL_REGISTER")
    assert str(Register.default_path()) == "sijil.db"


def test_a_sketch_comes_out_as_it_went_in_and_can_be_made_anew(register, make):
    kept = Sketch((1, 4294967295), ("AFP",), (("Saraqeb", 12),), 2)
    register.add(*make(3), kept)
    register.add(*make(5))
    assert [info.sketch for info in register.reports()] == [kept, Sketch()]
    assert register.unsketched() == (register.reports()[1].id,)
    register.forget_sketches()
    assert len(register.unsketched()) == 2


def first_schema(path: Path, register: Register) -> Path:
    """A register of schema version 1 with what came into `register`."""
    old = path.with_name("old.db")
    with sqlite3.connect(old) as db:
        db.executescript((Path(__file__).parent / "schema_1.sql").read_text(encoding="utf-8"))
        db.execute("ATTACH ? AS new", [str(path)])
        for table in ("reports", "texts", "claims", "judgements", "log"):
            rows = db.execute("SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0", [table]).fetchall()
            names = ", ".join(f'"{name}"' for (name,) in rows)
            db.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
    return old


def test_a_register_of_the_first_schema_opens_intact_and_is_derived_again(path, filled):
    old = first_schema(path, filled)
    with Register.open(old) as again:
        assert again.behind and not again.verify() and again.incidents() == ()
        assert (again.reports(), again.claims(), again.log()) == (filled.reports(), filled.claims(), filled.log())
        assert again.judgements() == filled.judgements() and len(again.unsketched()) == 3
    with Register.open(old) as twice:
        assert not twice.verify()


def test_a_register_of_the_third_schema_opens_with_the_tables_of_people(path, filled):
    before = [row.hash for row in filled.log()]
    filled.close()
    with sqlite3.connect(path) as db:
        for table in ("sessions", "users", "attempts", "access"):
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 3")
    with Register.open(path, create=False) as again:
        assert [row.hash for row in again.log()] == before and again.verify() == () and again.behind
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM users").fetchone() == (0,)
