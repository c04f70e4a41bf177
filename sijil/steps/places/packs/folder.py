"""Where packs lie: those that are imported in the data folder, those of one run in the cache."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from sijil.errors import BadInput, SetupError
from sijil.steps.places.index import cache_folder, code, keep_newest, used
from sijil.steps.places.packs import store
from sijil.steps.places.packs.source import sha256_of

SUFFIX = ".pack"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


def data_folder() -> Path:
    """Where imported packs lie: places/ in $SIJIL_DATA, else in the user's data folder."""
    data = os.environ.get("SIJIL_DATA")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sijil"
    return (Path(data) if data else home) / "places"


def imported() -> list[Path]:
    """The pack files of the data folder, by name."""
    return sorted(data_folder().glob(f"*{SUFFIX}"))


def bring_in(files: Sequence[Path], name: str = "", origin: str = "") -> tuple[Path, list[store.Problem]]:
    """Import source files as one pack, over an older one of its name; the name of the first file where none is given.

    Returns the pack file and the rows that were left out. Raises BadInput for a name or file that cannot be used (no
    older pack is touched then), SetupError where the folder cannot be written.
    """
    path = pack_file(name or re.sub(r"[^a-z0-9_-]+", "-", files[0].name.split(".")[0].lower()).strip("-") or "pack")
    return path, store.write(path, files, origin)


def remove(name: str) -> None:
    """Take a pack out. Raises BadInput where there is none of that name."""
    path = pack_file(name)
    if path not in imported():
        known = ", ".join(pack.stem for pack in imported()) or "none"
        raise BadInput(f"pack {name!r}", "is not there", f"imported are: {known}")
    try:
        path.unlink()
    except OSError as error:
        raise SetupError(f"pack {path}", f"cannot be removed: {error.strerror}") from error


def pack_file(name: str) -> Path:
    """Where the pack of a name lies or would lie. Raises BadInput for a name that is no plain word."""
    if not _NAME.fullmatch(name):
        raise BadInput(f"pack name {name!r}", "cannot be used", "use small letters, digits, - and _")
    return data_folder() / f"{name}{SUFFIX}"


def for_this_run(file: Path) -> Path:
    """The pack file of a source file that is not imported: made once in the cache, known again by its content.

    Raises BadInput where the file is of no known format.
    """
    readers = code("sijil.steps.places.packs").hex()[:6]
    path = cache_folder() / f"run-{readers}-{sha256_of(file)[:16]}{SUFFIX}"
    if not path.exists():
        store.write(path, [file])
        keep_newest(f"run-*{SUFFIX}", 24)
    used(path)
    return path
