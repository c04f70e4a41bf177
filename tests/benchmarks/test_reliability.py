"""The reliability picture, from predictions to a well-formed SVG."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.reliability import binned, error

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "reliability.py"


def run(folder: Path, content: str) -> subprocess.CompletedProcess[str]:
    (folder / "in.jsonl").write_text(content)
    command = [sys.executable, SCRIPT, "in.jsonl", "-o", "out.svg"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_bins_have_their_mean_and_share() -> None:
    low, high = binned([(0.25, False), (0.29, True), (1.0, True), (0.95, True)])
    assert (low.count, low.right, low.share) == (2, 1, 0.5) and low.mean == pytest.approx(0.27)
    assert (high.count, high.share) == (2, 1.0)
    assert error([low, high]) == pytest.approx((2 * 0.23 + 2 * 0.025) / 4)


def test_an_interval_holds_the_share_and_stays_on_the_scale() -> None:
    for told in ([(0.5, True)], [(0.5, False)] * 3, [(0.5, True), (0.5, False)] * 50):
        (one,) = binned(told)
        low, high = one.interval()
        assert 0 <= low <= one.share <= high <= 1 and low < high


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    done = run(tmp_path, '{"confidence": 0.9, "right": true}\n\n{"confidence": 0.4, "right": false}\n')
    assert done.returncode == 0, done.stderr
    tree = etree.parse(str(tmp_path / "out.svg")).getroot()
    assert len(tree.findall("{*}circle")) == 2 and tree.find("{*}title") is not None


@pytest.mark.parametrize(
    ("content", "words"),
    [("", "no prediction"), ("{}", "line 1"), ('{"confidence": 2, "right": true}', "line 1"),
     ('{"confidence": 0.5, "right": 1}', "line 1"), ("5", "line 1")],
)  # fmt: skip
def test_bad_predictions_are_named(tmp_path: Path, content: str, words: str) -> None:
    done = run(tmp_path, content)
    assert done.returncode == 2 and words in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "out.svg").exists()
