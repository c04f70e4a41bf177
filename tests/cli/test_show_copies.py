"""What is shown of wires and copies: who prints them, and their claims once."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Sijil
from tests.steps.copies import texts


def test_an_incident_tells_who_prints_the_wire_and_shows_its_words_once(sijil: Sijil, tmp_path: Path) -> None:
    for source, name in (("Harbour Post", "a.txt"), ("Orontes Daily", "b.txt")):
        (tmp_path / name).write_text(f"BEIRUT (AFP) — {texts.WIRE}\n\n{source}", encoding="utf-8")
        assert sijil("add", name, "--published", "2020-01-24", "--source", source).code == 0
    incidents = [json.loads(line) for line in sijil("incidents", "--json").out.splitlines()]
    assert {len(incident["reports"]) for incident in incidents} == {2}
    one = next(i for i in incidents if any(row["measure"] == "killed" and row["low"] == 5 for row in i["ranges"]))
    assert one["sources"] == ["AFP"] and one["carried"] == {"AFP": ["Harbour Post", "Orontes Daily"]}
    shown = sijil("show", one["id"]).out
    assert "AFP (via 2 publishers)" in shown
    assert "printed again: C-" in shown
    assert "what Harbour Post and Orontes Daily print is the text of AFP" in sijil("explain", one["id"]).out
    report = sijil("show", one["reports"][0]).out
    assert "credited   AFP" in report
    assert json.loads(sijil("show", one["reports"][0], "--json").out)["wires"] == ["AFP"]
