"""Which rules make all derived rows stale, and which do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sijil.pipeline.rules import rules_hash


@pytest.mark.parametrize(("file", "stale"), [("link.toml", True), ("queue.toml", False), ("roles.toml", False)])
def test_only_rules_that_decide_what_is_derived_count(
    file: str, stale: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team").mkdir()
    monkeypatch.setenv("SIJIL_RULES", str(tmp_path / "team"))
    before = rules_hash()
    changed = tmp_path / "changed"
    changed.mkdir()
    (changed / file).write_text("threshold = 1\n")
    monkeypatch.setenv("SIJIL_RULES", str(changed))
    assert (rules_hash() != before) is stale
