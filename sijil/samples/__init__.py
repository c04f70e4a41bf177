"""Sample reports, written for Sijil: they restate public facts; their publishers are fictional.

`manifest.toml` says of every report when it was published (where that is known), by whom, and what it shows.
`gold.jsonl` holds the claims of the English ones, annotated by hand, `gold-ar.jsonl` those of the Arabic ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from sijil.errors import BadInput


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


def golds() -> tuple[Path, ...]:
    """The hand-annotated claims of the reports, a file a language: JSON lines {"doc", "published", "claims"}."""
    return tuple(sorted(folder().glob("gold*.jsonl")))


def reports() -> tuple[Sample, ...]:
    """All sample reports, in the manifest's order."""
    return listed(folder() / "manifest.toml")


def listed(manifest: Path) -> tuple[Sample, ...]:
    """The reports that a manifest like the samples' names, in its order; files are sought beside it.

    Raises BadInput where it cannot be read or names no reports.
    """
    try:
        entries = tomllib.loads(manifest.read_text(encoding="utf-8"))["report"]
        return tuple(_sample(manifest.parent, entry) for entry in entries)
    except OSError as error:
        raise BadInput(str(manifest), f"cannot be read ({error.strerror})", "check the path") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "write [[report]] entries with file, published and source"
        raise BadInput(str(manifest), f"is no list of reports ({error})", advice) from error


def _sample(beside: Path, entry: Mapping[str, object]) -> Sample:
    published = entry.get("published")
    return Sample(
        path=beside / str(entry["file"]),
        published=published if isinstance(published, date) else None,
        source=str(entry.get("source", "")),
        note=str(entry.get("note", "")),
    )
