"""`sijil assess`: lines in, one assessment a line out, by the rules of a house."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Sijil

ACCOUNTS = (
    "On 7 March 2017, at least five civilians were killed and several others were injured in an alleged airstrike on a "
    "home in Alwaer, Homs.\n\nThe Orontes Daily reported that six civilians were killed in the strike on Alwaer.\n"
)


def lines(*texts: str) -> bytes:
    return "\n".join(json.dumps({"doc": f"r{n}", "text": text}) for n, text in enumerate(texts)).encode()


def assessed(sijil: Sijil, text: str, *options: str) -> dict[str, Any]:
    outcome = sijil("assess", "--jsonl", "-", *options, stdin=lines(text))
    assert outcome.code == 0, outcome.err
    (found,) = map(json.loads, outcome.out.splitlines())
    return dict(found)


def test_rival_accounts_of_one_report_are_gathered(sijil: Sijil) -> None:
    found = assessed(sijil, ACCOUNTS, "--rules", "airwars")
    assert found["civilians_killed"] == [5, 6]
    assert found["civilians_injured"] == [2, 2]
    assert any("six civilians were killed" in row["words"] for row in found["who_says"])


@pytest.mark.parametrize("rules", ["sijil", "airwars", "ucdp", "acled"])
def test_every_house_gives_a_floor_that_is_no_higher_than_its_ceiling(sijil: Sijil, rules: str) -> None:
    found = assessed(sijil, ACCOUNTS, "--rules", rules)
    low, high = found["civilians_killed"]
    assert 5 <= low <= high <= 6


def test_a_bad_line_does_not_stop_the_others(sijil: Sijil) -> None:
    outcome = sijil("assess", "--jsonl", "-", stdin=lines(ACCOUNTS) + b"\nnot JSON\n" + lines("Nothing happened."))
    assert outcome.code == 2
    assert [json.loads(line)["doc"] for line in outcome.out.splitlines()] == ["r0", "r0"]
    assert len(outcome.lines) == 1 and "line 2" in outcome.err


def test_a_report_of_no_incident_has_a_line_without_a_grade(sijil: Sijil) -> None:
    assert assessed(sijil, "The council met to speak of schools.") == {"doc": "r0", "rules": "Sijil"}


def test_rules_that_are_not_there_are_one_line_with_those_that_are(sijil: Sijil) -> None:
    outcome = sijil("assess", "--jsonl", "-", "--rules", "nobody", stdin=lines(ACCOUNTS))
    assert outcome.code == 2
    assert outcome.lines == ["--rules nobody: there are no such rules - choose of acled, airwars, sijil, ucdp"]


def test_a_team_has_its_own_house(sijil: Sijil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules" / "assess").mkdir(parents=True)
    house = 'name = "Ours"\nends = "summed"\nprint_highest_low = true\n[vague]\n"several" = [4, 7]\n'
    (tmp_path / "rules" / "assess" / "ours.toml").write_text(house)
    monkeypatch.setenv("SIJIL_RULES", str(tmp_path / "rules"))
    assert assessed(sijil, ACCOUNTS, "--rules", "ours")["civilians_injured"] == [4, 7]


def test_a_teams_house_that_does_not_hold_is_one_line(
    sijil: Sijil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules" / "assess").mkdir(parents=True)
    (tmp_path / "rules" / "assess" / "ours.toml").write_text('name = "Ours"\nends = "middle"\n')
    monkeypatch.setenv("SIJIL_RULES", str(tmp_path / "rules"))
    outcome = sijil("assess", "--jsonl", "-", "--rules", "ours", stdin=lines(ACCOUNTS))
    assert outcome.code == 2
    assert "ends is 'middle', not one of sources, summed, accounts, lowest" in outcome.lines[0]


def test_names_of_listed_victims_are_counted_and_not_printed(sijil: Sijil) -> None:
    text = (
        "On 7 March 2017 an alleged airstrike hit a home in Alwaer, Homs, killing a family.\n\n"
        "The dead were listed: 40-year-old Samir Karam, seven-year-old Lina Karam and four-year-old Jad Karam.\n"
    )
    outcome = sijil("assess", "--jsonl", "-", "--rules", "airwars", stdin=lines(text))
    assert json.loads(outcome.out)["children_killed"] == [2, 2]
    ranges = json.loads(outcome.out)["ranges"]
    assert not any("Lina" in reason for row in ranges for reason in row["reasons"])


def test_show_tells_who_says_what(sijil: Sijil, tmp_path: Path) -> None:
    text = "Five civilians were killed in an airstrike on Alwaer on 7 March 2017, the Syrian Observatory said."
    (tmp_path / "r.txt").write_text(text)
    assert sijil("add", "r.txt", "--published", "2017-03-08", "--source", "Harbour Post").code == 0
    (incident,) = map(json.loads, sijil("incidents", "--json").out.splitlines())
    (says,) = [line for line in sijil("show", incident["id"]).out.splitlines() if line.startswith("  says ")]
    assert "2017-03-08" in says and "5 civilians killed" in says and "(Harbour Post)" in says
