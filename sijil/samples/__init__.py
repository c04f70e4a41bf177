"""Sample reports, written for Sijil: they restate public facts; their publishers are fictional.

`manifest.toml` says of every report when it was published (where that is known), by whom, and what it shows.
`gold.jsonl` holds the claims of some of them, annotated by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample report. `published` is None where the demo is to see a report whose date nobody knows.

    `source` is the (fictional) publisher, `note` one line on what the report shows.
    """

    path: Path
    published: date | None
    source: str
    note: str

    @property
    def doc(self) -> str:
        """The stem of the file's name, which `gold.jsonl` uses too."""
        return self.path.stem


def folder() -> Path:
    """Where the reports lie."""
    return Path(str(files(__name__)))


def gold() -> Path:
    """The hand-annotated claims of some of the reports: one JSON line {"doc", "published", "claims"} a report."""
    return folder() / "gold.jsonl"


def reports() -> tuple[Sample, ...]:
    """All sample reports, in the manifest's order."""
    manifest = tomllib.loads((folder() / "manifest.toml").read_text(encoding="utf-8"))
    return tuple(_sample(entry) for entry in manifest["report"])


def _sample(entry: Mapping[str, object]) -> Sample:
    published = entry.get("published")
    return Sample(
        path=folder() / str(entry["file"]),
        published=published if isinstance(published, date) else None,
        source=str(entry["source"]),
        note=str(entry["note"]),
    )
