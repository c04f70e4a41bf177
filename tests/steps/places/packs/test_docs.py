"""What docs/places.md shows is what the readers take."""

from __future__ import annotations

import re
from pathlib import Path

from sijil.rules import load
from sijil.steps.places.packs import store

DOCS = Path(__file__).resolve().parents[4] / "docs" / "places.md"


def test_the_table_of_ones_own_in_the_documentation_is_read_whole(tmp_path: Path) -> None:
    (table,) = re.findall(r"```\n(name,.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    assert store.write(tmp_path / "x.pack", [path]) == []
    camps, village = store.places(tmp_path / "x.pack")
    assert (camps.kind, camps.names, village.kind) == ("site", ("Dayr Hassan", "مخيمات دير حسان"), "town")


def test_every_column_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for column in load("packs")["team"]["columns"]:
        assert f"`{column}`" in text, column
