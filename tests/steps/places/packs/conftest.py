"""Small packs, written here, and the gazetteer with one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sijil.steps.places.gazetteer import Gazetteer

HEADER = "wof_id\tgeonames_id\tplacetype\tname\tlat\tlon\tpopulation\tadm1_pcode\tadm2_pcode\tname_ara\tnames"
Write = Callable[..., Path]


@pytest.fixture
def wof(tmp_path: Path) -> Write:
    """Writes a pack of these rows, each the cells of one line."""

    def write(*rows: str, name: str = "pack.tsv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([HEADER, *("\t".join(row.split(";")) for row in rows), ""]), encoding="utf-8")
        return path

    return write


@pytest.fixture
def with_pack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Gazetteer]:
    """Opens the gazetteer with files for this run only; what is made of them goes when the test ends."""
    from sijil.steps.places.packs import folder, merge

    for module in (folder, merge):
        monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "cache")
    return lambda *files: Gazetteer.open(files)
