"""The listings for people: filters, and what is shown of one thing."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil, environment


def ids(out: str, key: str = "ref") -> list[str]:
    return [json.loads(line)[key] for line in out.splitlines()]


@pytest.mark.parametrize(
    "listing", ["claims", "incidents", "totals", "displacement", "access", "agreements", "control", "sources", "tally"]
)
def test_every_listing_prints_a_table(sijil: Sijil, own: Path, listing: str) -> None:
    outcome = sijil(listing)
    assert outcome.code == 0 and outcome.err == ""
    assert len(outcome.out.splitlines()) > 1


def test_filters_narrow(sijil: Sijil, own: Path) -> None:
    everything = ids(sijil("claims", "--json").out)
    for words in (("--kind", "denial"), ("--place", "Saraqeb"), ("--since", "2020-01-01"), ("--group", "children")):
        some = ids(sijil("claims", *words, "--json").out)
        assert some and set(some) < set(everything), words


def test_a_claim_is_shown_with_its_words(sijil: Sijil, own: Path) -> None:
    claim = json.loads(sijil("claims", "--json").out.splitlines()[0])
    shown = sijil("show", claim["ref"])
    assert shown.code == 0
    assert claim["quote"] in shown.out and claim["report"] in shown.out
    assert f"in a report of {claim['report_day']}" in shown.out


def test_an_incident_is_explained_down_to_the_words(sijil: Sijil, own: Path) -> None:
    incident = json.loads(sijil("incidents", "--json").out.splitlines()[0])
    claim = json.loads(sijil("show", incident["claims"][0], "--json").out)
    assert claim["quote"] in sijil("explain", incident["id"]).out


def test_the_tally_prints_its_limits(sijil: Sijil, own: Path) -> None:
    made = json.loads(sijil("tally", "--json").out)
    shown = sijil("tally").out
    assert made["limits"] and all(limit in shown for limit in made["limits"])
    assert made["as_of"] in shown and made["method"] in shown


def test_adding_twice_changes_nothing(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Five people were killed in Homs on 7 March 2017.")
    sijil("add", "r.txt")
    before = sijil("claims", "--json").out
    outcome = sijil("add", "r.txt")
    assert outcome.code == 0 and "0 added, 1 there already" in outcome.out
    assert sijil("claims", "--json").out == before


def test_rebuilding_gives_the_same(sijil: Sijil, own: Path) -> None:
    before = sijil("incidents", "--json").out
    assert sijil("rebuild").code == 0
    assert sijil("incidents", "--json").out == before


def test_damage_is_named_and_fails(sijil: Sijil, own: Path) -> None:
    with sqlite3.connect(own) as register:
        for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            register.execute(f"DROP TRIGGER {name}")
        (report,) = register.execute("SELECT id FROM reports LIMIT 1").fetchone()
        register.execute("UPDATE reports SET data = CAST(data || ' ' AS BLOB) WHERE id = ?", (report,))
    outcome = sijil("verify")
    assert outcome.code == 1 and report in outcome.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "words",
    [("--version",), ("--help",), ("review", "--help"), ("claims", "--json"), ("tally",), ("export", "geojson")],
)
def test_output_onto_a_full_disk_fails_in_one_line(own: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "sijil", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=-1, cwd=tmp_path, env=environment(tmp_path))
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["standard output: No space left on device"]


def test_help_names_every_command(sijil: Sijil) -> None:
    outcome = sijil("--help")
    assert outcome.code == 0
    for verb in ("extract", "add", "claims", "review", "export", "serve", "explain", "verify", "demo", "places"):
        assert verb in outcome.out
