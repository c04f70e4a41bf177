"""Where packs lie: those that are imported in the data folder, those of one run in the cache."""

from __future__ import annotations

import os
from pathlib import Path

from sijil.steps.places.index import cache_folder, code
from sijil.steps.places.packs import store
from sijil.steps.places.packs.source import sha256_of

SUFFIX = ".pack"


def data_folder() -> Path:
    """Where imported packs lie: places/ in $SIJIL_DATA, else in the user's data folder."""
    data = os.environ.get("SIJIL_DATA")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sijil"
    return (Path(data) if data else home) / "places"


def imported() -> list[Path]:
    """The pack files of the data folder, by name."""
    return sorted(data_folder().glob(f"*{SUFFIX}"))


def for_this_run(file: Path) -> Path:
    """The pack file of a source file that is not imported: made once in the cache, known again by its content.

    Raises BadInput where the file is of no known format.
    """
    readers = code("sijil.steps.places.packs").hex()[:6]
    path = cache_folder() / f"run-{readers}-{sha256_of(file)[:16]}{SUFFIX}"
    if not path.exists():
        store.write(path, [file])
    return path
