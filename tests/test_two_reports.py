"""What the two real reports of the shared folder must give, from bytes to ledgers; skipped where they are not.

The reports are not part of the project (their texts belong to their outlets), so only figures and fields stand here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sijil import pipeline, queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.record import claims_to_json
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_path

SHARED = Path(__file__).resolve().parents[2] / "shared"
ALL = Filter()

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports").is_dir(), reason="the shared reports are not beside the project"
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    gazetteer = Gazetteer.open()
    with Register.open(tmp_path_factory.mktemp("two") / "sijil.db") as opened:
        for name, published in (("alwaer-2017-03-07", None), ("idlib-2020", date(2020, 1, 24))):
            pipeline.add(opened, read_path(SHARED / "reports" / f"{name}.txt", published=published), gazetteer)
        pipeline.derive(opened)
        yield opened


def by_figure(register: Register, low: int | None, high: int | None) -> Claim:
    found = [c for c in register.claims() if c.figure and (c.figure.low, c.figure.high) == (low, high)]
    assert len(found) == 1, found
    return found[0]


def test_the_scores_on_the_annotated_reports(tmp_path: Path) -> None:
    out = tmp_path / "read.jsonl"
    gazetteer = Gazetteer.open()
    lines = []
    for name, published in (("alwaer-2017-03-07", None), ("idlib-2020", date(2020, 1, 24))):
        report = read_path(SHARED / "reports" / f"{name}.txt", published=published)
        _, claims = pipeline.extract(report, gazetteer)
        lines.append(json.dumps({"doc": name, "claims": claims_to_json(claims)}))
    out.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, SHARED / "gold" / "score.py", SHARED / "gold" / "seeds.jsonl", out]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    score = {
        line[:14].strip(): float(line[14:].split()[0]) for line in printed if line[:6] in ("figure", "record", "situat")
    }
    assert score["figure F1"] >= 0.85
    assert score["record"] >= 0.60
    assert score["situation F1"] >= 0.60


def test_page_furniture_yields_nothing(register: Register) -> None:
    words = ("(71)", "Total Comments", "Log Out", "Search For Keyword", "Leave a Reply")
    assert not [c.quote for c in register.claims() if any(word in c.quote for word in words)]


def test_dozens_of_casualties_are_no_number_of_deaths(register: Register) -> None:
    dozens = [c for c in register.claims() if c.figure and c.figure.low == 24]
    assert dozens and {c.measure for c in dozens} == {"casualties"}


def test_two_waves_of_strikes_are_a_floor_and_a_ceiling(register: Register) -> None:
    first, second = by_figure(register, 6, None), by_figure(register, None, 12)
    homes = [{i.id for i in register.incidents() if c.id in i.claims} for c in (first, second)]
    assert all(homes) and not homes[0] & homes[1]


def test_saraqeb_lies_inside_the_total_and_nowhere_is_the_sum(register: Register) -> None:
    killed = next(t for t in queries.totals(register, ALL) if t.claim == by_figure(register, 84, None).id)
    assert (killed.explained.low, killed.unexplained.low) == (5, 79)
    assert len(killed.inside) == 1 and len(killed.parts) == 1
    ranges = {
        (r.measure, r.group): (r.figure.low, r.figure.high)
        for view in queries.incidents(register, ALL)
        if view.incident.id in killed.inside
        for r in view.assessment.ranges
    }
    assert ranges == {("killed", "civilians"): (5, 5), ("killed", "children"): (3, 3)}
    assert 89 not in {
        n for c in queries.tally(register, ALL, date(2020, 1, 24)).rows for n in (c.figure.low, c.figure.high)
    }


def test_the_forty_soldiers_are_disputed_by_two_speakers(register: Register) -> None:
    forty = by_figure(register, None, 40)
    assert (forty.group, forty.speaker[0]) == ("combatants", "Russia's defence ministry")
    denials = [c for c in register.claims() if c.kind == "denial" and forty.id in c.denies]
    assert {c.speaker[-1] for c in denials} == {"National Liberation Front", "Syrian Observatory"}
    (view,) = [v for v in queries.incidents(register, ALL) if forty.id in v.incident.claims]
    assert view.assessment.grade == "Contested" and view.assessment.disputed
    assert {r.group for r in view.assessment.ranges} == {"combatants"}


def test_displacement_observed_forecast_and_share_stand_apart(register: Register) -> None:
    natures = {row.figure.low: (row.nature, row.term) for row in queries.displacement(register, ALL)}
    assert natures[350_000] == ("observed", "flow")
    assert natures[650_000][0] == "forecast"
    assert natures[50][0] == "share"
    assert by_figure(register, 350_000, 350_000).speaker[-1] == "AFP"


def test_the_ceasefire_has_its_guarantor_its_violations_and_the_blame(register: Register) -> None:
    (row,) = [row for row in queries.agreements(register, ALL) if row.since == date(2016, 12, 29)]
    assert row.guarantors == ("Russia",)
    assert {by_figure(register, 6, None).id, by_figure(register, None, 12).id} <= set(row.violations)
    blames = [c for c in register.claims() if c.id in row.blames]
    assert [c.speaker[0] for c in blames] == ["Yasser Farhan"]


def test_the_siege_of_alwaer_has_its_four_conditions(register: Register) -> None:
    quotes = {c.id: c.quote for c in register.claims()}
    told = [quotes[i] for row in queries.access(register, Filter(place="Alwaer")) for i in row.claims]
    for words in ("medicines", "infant formula", "ill and injured", "aid convoys"):
        assert any(words in quote for quote in told), words


def test_without_its_day_the_second_report_keeps_its_weekdays_unresolved() -> None:
    report = read_path(SHARED / "reports" / "idlib-2020.txt")
    _, claims = pipeline.extract(report, Gazetteer.open())
    assert not [c for c in claims if c.period and c.period.known]
    assert any(c.period and c.period.precision == "unresolved" and "Thursday" in c.period.words for c in claims)
