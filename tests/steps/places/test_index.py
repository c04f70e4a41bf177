"""The cache of indexes: what is kept, and what is readable."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sijil.steps.places.index import keep_newest, readable, used


def test_only_the_newest_indexes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIJIL_CACHE", str(tmp_path))
    for number in range(5):
        path = tmp_path / f"places-{number}.sqlite"
        path.touch()
        os.utime(path, (number, number))
    (tmp_path / "other").touch()
    (tmp_path / "places-9.x.tmp").touch()
    (tmp_path / "places-8.x.tmp").touch()
    os.utime(tmp_path / "places-8.x.tmp", (1, 1))
    used(tmp_path / "places-0.sqlite")
    keep_newest("places-*.sqlite", 2)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["other", "places-0.sqlite", "places-4.sqlite", "places-9.x.tmp"]


def test_scripts_of_the_reports() -> None:
    assert all(map(readable, ("Sarāqib", "سراقب", "Сараків", "חאלב", "မန္တလေး")))
    assert not any(map(readable, ("サラキブ", "Σαράκεμπ", "")))
