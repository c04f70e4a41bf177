"""The gate's floors: they hold, they rise, they never fall. Those of the samples are held in samples/test_scores.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.gate import FILE, ROOT, Held, below, raised, read

SCORES = {"figure_f1": 0.7512, "record": 0.2, "swaps": 1}
HELD = Held("one", "", "", "", "", {"figure_f1": 0.7, "record": 0.1}, {"swaps": 2})
TEXT = """\
margin = 0.01 # why
[one]
gold = "a 1.jsonl"
[one.floors]
figure_f1 = 0.7 # the main one
record = 0.195
[one.ceilings]
swaps = 2 # the aim is 0
[two.floors]
figure_f1 = 0.1
"""


def test_what_is_below_is_named() -> None:
    assert below(HELD, SCORES) == []
    (figure, swaps) = below(HELD, SCORES | {"figure_f1": 0.6999, "swaps": 3})
    assert "figure_f1 0.6999 is under its floor 0.7" in figure and "swaps 3" in swaps


def test_floors_rise_to_the_score_less_the_margin_and_comments_stay() -> None:
    assert raised(TEXT, 0.01, {"one": SCORES}) == TEXT.replace("0.7 #", "0.741 #").replace("= 2 #", "= 1 #")


@pytest.mark.parametrize("score", [0.0, 0.7, 0.71])
def test_floors_never_fall(score: float) -> None:
    worse = {"figure_f1": score, "record": 0.0, "swaps": 9}
    assert raised(TEXT, 0.01, {"one": worse}) == TEXT


def test_every_set_has_floors_and_its_file_or_lies_outside() -> None:
    margin, sets = read()
    assert 0 < margin < 0.05 and {"samples", "seeds", "dev"} <= set(sets)
    for held in sets.values():
        assert held.floors and (held.there() or held.gold.startswith("../shared/"))


def test_the_gate_says_that_the_weights_have_seen_dev() -> None:
    assert "have seen dev" in read()[1]["dev"].note


def test_an_unknown_set_is_bad_input() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "gate.py", "nope"], capture_output=True, text=True)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and str(FILE) in done.stderr


def test_it_runs_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "gate.py", "-h"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0
