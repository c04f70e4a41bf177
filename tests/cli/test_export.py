"""`sijil export`: files and their sidecars."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil


def test_formats_go_to_files_with_their_limits(sijil: Sijil, own: Path, tmp_path: Path) -> None:
    for format_ in ("claims-csv", "incidents-csv", "jsonl"):
        assert sijil("export", format_, "-o", format_).code == 0
        about = json.loads((tmp_path / f"{format_}-metadata.json").read_text())
        assert about["limits"] and about["as_of"] and about["method"]
    assert sijil("export", "geojson", "-o", "map.geojson").code == 0
    assert json.loads((tmp_path / "map.geojson").read_text())["sijil"]["limits"]
    assert not (tmp_path / "map.geojson-metadata.json").exists()


def test_to_standard_output(sijil: Sijil, own: Path) -> None:
    outcome = sijil("export", "claims-csv", "--kind", "denial")
    assert outcome.code == 0
    found = list(csv.DictReader(outcome.out.splitlines()))
    assert found and {row["kind"] for row in found} == {"denial"}
    assert "documented minimum" in outcome.err


def test_names_and_positions_only_when_asked(sijil: Sijil, own: Path) -> None:
    usual = [json.loads(line) for line in sijil("export", "jsonl").out.splitlines()]
    asked = [json.loads(line) for line in sijil("export", "jsonl", "--with-names", "--with-positions").out.splitlines()]
    assert all(claim["quote"] for report in asked for claim in report["claims"])
    withheld = [claim for report in usual for claim in report["claims"] if claim["quote"] is None]
    everything = sum(len(report["claims"]) for report in usual)
    assert len(withheld) < everything / 2
    places = [claim["resolved"]["place"] for report in usual for claim in report["claims"]]
    assert all(place["lat"] == round(place["lat"], 2) for place in places if place and place["lat"])


@pytest.mark.parametrize("words", [("shapefile",), ("jsonl", "-o", "nowhere/out.jsonl")])
def test_what_cannot_be_written(sijil: Sijil, own: Path, words: tuple[str, ...]) -> None:
    outcome = sijil("export", *words)
    assert outcome.code in (1, 2) and len(outcome.lines) == 1
