"""What the command line and the desk ask, on a real register that tells the two sample stories in brief."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sijil import pipeline, queries
from sijil.errors import BadInput, RegisterError
from sijil.model.filter import Filter
from sijil.model.report import Block, Text
from sijil.register import Register
from sijil.steps.corrections import value_of
from sijil.steps.read import read_bytes
from tests.builders import ALWAER, IDLIB_PROVINCE, NORTHERN_SYRIA, SARAQEB, Told, World

THURSDAY, MONDAY, EVERYTHING = "2020-01-23", "2017-03-06", Filter()


def idlib(world: World) -> None:
    """A total with an incident inside it, an attack that two speakers deny, a flow and a forecast."""
    told, days = world.report("Zaman al-Wasl", "2020-01-24"), "2020-01-15..2020-01-24"
    told.killed("at least 84", day=days, at=NORTHERN_SYRIA, scope="total", by="Syria's Response Coordinators")
    told.killed("32", "children", days, at=NORTHERN_SYRIA, scope="total", part_of=True)
    told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike", quote="Five civilians of one family killed")
    told.killed("3", "children", THURSDAY, at=SARAQEB, attack="airstrike", part_of=True)
    fight: dict[str, Any] = {"day": THURSDAY, "at": IDLIB_PROVINCE, "attack": "clash"}
    attack = told.says("attack", "a major attack", by="Regime-run media", **fight)
    told.killed("up to 40", "combatants", side="Syrian", by="Russia", **fight)
    told.denies(attack, "no such assault had taken place", THURSDAY, by="Naji al-Mustafa, National Liberation Front")
    told.denies(attack, "there was no attack on Thursday", THURSDAY, by="Syrian Observatory")
    told.says("displacement", "almost 350,000 have fled", "about 350000", "2019-12-01..2020-01-24", by="OCHA, AFP")
    told.says("displacement", "650,000 more could flee", "650000", status="projected", by="IRC")


def alwaer(world: World) -> None:
    """Two waves, a siege, a ceasefire and blame for its breach."""
    told = world.report("Coalition media", "2017-03-07")
    told.says("attack", "at least six airstrikes", "at least 6", MONDAY, at=ALWAER, attack="airstrike")
    told.harm("casualties", "at least 24", day=MONDAY, at=ALWAER, attack="airstrike")
    told.says("agreement", "guarantor of the ceasefire in force", day="2016-12-29", actor="Russia")
    told.says("blame", "Russia did not stop violations of the ceasefire", actor="Russia", by="Yasser Farhan")
    told.says("attack", "up to 12 airstrikes hit", "up to 12", MONDAY, at=ALWAER, attack="airstrike")
    told.killed("at least 2", day=MONDAY, at=ALWAER, attack="airstrike")
    told.says("access", "shortages of medicines", at=ALWAER)
    told.says("control", "the army besieges it", at=ALWAER, actor="Syrian army")


def words(told: Told) -> str:
    """A text in which every claim's words stand where its span says."""
    text = ""
    for claim in told.claims:
        text = text.ljust(claim.span[0], ".") + claim.quote
    return text


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    world = World()
    idlib(world)
    alwaer(world)
    path: Path = tmp_path_factory.mktemp("queries") / "sijil.db"
    with Register.open(path) as opened:
        for told in world.told:
            text = words(told)
            report = read_bytes(text.encode(), doc=told.info.doc, retrieval="test", published=told.info.published)
            report = replace(report, source=told.info.source)
            opened.add(report, Text(text, (Block(0, len(text), "body"),)), told.claims)
        pipeline.derive(opened)
        yield opened


def test_an_incident_comes_with_its_claims_reports_and_denials(register: Register) -> None:
    view = queries.incident(register, "I-R1-5")
    assert [claim.id for claim in view.claims] == ["R1-5", "R1-6"]
    assert [claim.id for claim in view.denials] == ["R1-7", "R1-8"]
    assert view.assessment.grade == "Contested"
    assert [info.source for info in view.reports] == ["Zaman al-Wasl"]


def test_incidents_come_by_day_and_fit_the_filter(register: Register) -> None:
    days = [view.incident.period.start for view in queries.incidents(register, EVERYTHING) if view.incident.period]
    assert days == sorted(days) and len(days) == 4
    found = queries.incidents(register, Filter(place="homs"))
    assert [view.incident.id for view in found] == ["I-R2-1", "I-R2-5"]


def test_84_has_79_unexplained_and_89_is_nowhere(register: Register) -> None:
    (total,) = queries.totals(register, EVERYTHING)
    assert (total.inside, total.unexplained.words()) == (("I-R1-3",), "at least 79")
    found = queries.tally(register, Filter(since=date(2020, 1, 1)), date(2020, 2, 1))
    assert [(row.group, row.figure.words()) for row in found.rows] == [
        ("civilians", "5"), ("children", "3"), ("combatants", "up to 40"),
    ]  # fmt: skip
    assert found.disputed == ("I-R1-5",)
    assert found.totals == (total,)


def test_every_ledger_answers(register: Register) -> None:
    assert [row.nature for row in queries.displacement(register, EVERYTHING)] == ["observed", "forecast"]
    assert [row.label for row in queries.access(register, EVERYTHING)] == ["Shortage of medicines"]
    (truce,) = queries.agreements(register, EVERYTHING)
    assert (truce.guarantors, truce.blames) == (("Russia",), ("R2-4",))
    assert truce.violations == ("R2-1", "R2-2", "R2-5", "R2-6")
    assert [row.holder for row in queries.control(register, EVERYTHING)] == ["Syrian government forces"]
    assert {row.role for row in queries.sources(register, EVERYTHING)} == {"speaker", "publisher"}
    assert queries.agreements(register, Filter(place="Saraqeb")) == ()


def test_a_report_comes_with_its_text_claims_and_incidents(register: Register) -> None:
    first = register.reports()[0]
    view = queries.report_view(register, first.id)
    assert view.info == first
    assert [incident.id for incident in view.incidents] == ["I-R1-3", "I-R1-5"]
    assert all(view.text.content[c.span[0] : c.span[1]] == c.quote for c in view.claims)


def test_a_number_is_explained_down_to_the_words(register: Register) -> None:
    lines = queries.explain(register, "I-R1-3")
    assert lines[1] == (
        "Killed civilians: 5, because Zaman al-Wasl gives 5; reported by the report itself (Zaman al-Wasl, 2020-01-24) "
        "in «Five civilians of one family killed»."
    )


def test_claims_totals_and_reports_are_explained_too(register: Register) -> None:
    assert any("unexplained: at least 79" in line for line in queries.explain(register, "R1-1"))
    denial = queries.explain(register, "R1-7")
    assert any(line.startswith("It denies what was reported by Regime-run media") for line in denial)
    assert any(line.startswith("Denied, reported by") for line in queries.explain(register, "R1-5"))
    assert "published by Zaman al-Wasl on 2020-01-24" in queries.explain(register, register.reports()[0].id)[0]


def test_an_agreement_is_explained_with_blame_and_claimed_violations(register: Register) -> None:
    lines = queries.explain(register, "A-R2-3")
    assert lines[0] == "Ceasefire, 29 Dec 2016: guaranteed by Russia."
    assert sum(line.startswith("Claimed as a violation") for line in lines) == 4
    assert any(line.startswith("Blame: reported by Yasser Farhan") for line in lines)


@pytest.fixture
def own(register: Register, tmp_path: Path) -> Iterator[Register]:
    """A copy that the test may change."""
    path = tmp_path / "own.db"
    with sqlite3.connect(register.path) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
    with Register.open(path) as opened:
        yield opened


def test_what_was_corrected_is_known_at_once_and_by_whom(own: Register) -> None:
    claim = next(c for c in own.claims() if c.place == SARAQEB.raw)
    assert queries.corrections(own) == {} and queries.read_claim(own, claim.id) == claim
    same = queries.with_words(own, claim, "place")
    assert claim in same and {c.place for c in same} == {SARAQEB.raw}
    value = value_of(claim, "place", ALWAER, "always")
    made = pipeline.judge(own, "correct", claim.id, value, "Amal", "the map shows it")
    assert set(queries.corrected_by(own, made)) == {c.id for c in same} == set(queries.corrections(own))
    left = {c.id: c for c in queries.claims(own, EVERYTHING)}
    assert all(left[c.id].at and left[c.id].at.name == ALWAER.name for c in same)
    assert queries.read_claim(own, claim.id) == claim, "what was read stays"
    assert "Place corrected by Amal, always for these words: the map shows it." in queries.explain(own, claim.id)


def test_a_row_changed_by_another_program_is_not_answered_from_before(own: Register) -> None:
    assert queries.incidents(own, EVERYTHING)
    with sqlite3.connect(own.path) as other:
        other.execute("UPDATE incidents SET json = '{}'")
    with pytest.raises(RegisterError):
        queries.incidents(own, EVERYTHING)


@pytest.mark.parametrize("ask", [queries.explain, queries.incident, queries.report_view])
def test_an_unknown_id_is_bad_input(register: Register, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadInput, match="X-1"):
        ask(register, "X-1")
