"""Cells that a spreadsheet would run: reports are strangers' words."""

from __future__ import annotations

import csv

import pytest

from sijil.exports.table import lines


@pytest.mark.parametrize(
    "cell",
    ["=1+1", " =HYPERLINK(1)", "\n=cmd|calc", "\u00a0@SUM(1)", "\u200b=1", "\u2060 -1", "\t+1", "\uff1d1+1", "-2 dead"],
)
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    _, (told,) = csv.reader(lines(["words"], [[cell]]))
    assert told.startswith("'")


@pytest.mark.parametrize("cell", ["five = many", "سراقب", "12", "", " plain "])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    _, (told,) = csv.reader(lines(["words"], [[cell]]))
    assert told == cell.strip()
