"""The index file: its tables, how entries become rows and rows entries, and writing one whole or not at all."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from sijil.errors import SetupError
from sijil.steps.places.entry import WIDE, Entry
from sijil.steps.places.names import TIERS, Tier, article_key, index_keys
from sijil.steps.places.sounds import heard

SCHEMA = """
CREATE TABLE place (   -- one row a place; admin and within are JSON lists; lat and lon of wide kinds are the centre
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, admin TEXT NOT NULL,
  lat REAL, lon REAL, population INTEGER NOT NULL, pcode TEXT, outline TEXT, source TEXT NOT NULL, within TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (    -- every spelling under each of its keys, see names.index_keys
  key TEXT NOT NULL, tier INTEGER NOT NULL, place TEXT NOT NULL, spelling TEXT NOT NULL,
  PRIMARY KEY (key, tier, place)
) WITHOUT ROWID;
CREATE TABLE outline ( -- GeoJSON geometries, by P-code or ISO 3166-2 code
  key TEXT PRIMARY KEY, geometry TEXT NOT NULL
) WITHOUT ROWID;
"""
ALSO = "|"  # between the spellings of one row, and in no spelling
FORMAT = 3  # raised when the schema or the rows change, so that old indexes are built anew
COLUMNS = ("id", "name", "kind", "country", "admin", "lat", "lon", "population", "pcode", "outline", "source", "within")
T = TypeVar("T")
_READABLE = re.compile("[\u0000-\u036f\u0400-\u052f\u0590-\u077f\u08a0-\u08ff\u1000-\u109f\u1e00-\u1eff\u2000-\u206f]+")
_PLACE = f"INSERT OR REPLACE INTO place VALUES ({','.join('?' * len(COLUMNS))})"


def cache_folder() -> Path:
    """Where indexes lie: $SIJIL_CACHE or the user's cache folder."""
    cache = os.environ.get("SIJIL_CACHE")
    return Path(cache) if cache else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sijil"


@cache
def code(package: str, *modules: str) -> bytes:
    """A hash of a package's modules (all without names), so that what older code made is not taken for this code's."""
    paths = [path for path in files(package).iterdir() if path.name.endswith(".py")]
    wanted = sorted((p for p in paths if not modules or p.name.removesuffix(".py") in modules), key=lambda p: p.name)
    return sha256(b"".join(path.read_bytes() for path in wanted)).digest()


def keep_newest(pattern: str, number: int) -> None:
    """Remove all but the newest files of a pattern from the cache: what older rules or other packs made.

    They are made anew if they are wanted again, so whoever still has one open loses nothing.
    """
    with suppress(OSError):
        files_ = sorted(cache_folder().glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files_[number:]:
            path.unlink()
        for path in cache_folder().glob("*.tmp"):  # of a build that was killed
            if path.stat().st_mtime < time.time() - 86400:
                path.unlink()


def used(path: Path) -> None:
    """Mark a file of the cache as in use, for `keep_newest`."""
    with suppress(OSError):  # a cache that is shared may not be ours to write
        os.utime(path)


@contextmanager
def whole(path: Path, what: str, advice: str) -> Iterator[sqlite3.Connection]:
    """A new SQLite file: a temporary one beside `path` and one rename, so that no one ever sees half of it.

    Two processes may make it at once; the later rename wins. Raises SetupError with `what` and `advice` where it cannot
    be written; whatever else is raised meanwhile leaves nothing behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=path.stem + ".", suffix=".tmp", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise SetupError(f"{what} {path}", f"cannot be written: {error.strerror}", advice) from error
    try:
        with closing(sqlite3.connect(temporary)) as base:
            base.execute("PRAGMA journal_mode=OFF")
            base.execute("PRAGMA synchronous=OFF")
            yield base
            base.commit()
        os.replace(temporary, path)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"{what} {path}", f"cannot be written: {error}", advice) from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def write_whole(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make an index at `path`, whole or not at all. Raises SetupError where the folder cannot be written."""
    with whole(path, "place index", "set SIJIL_CACHE") as base:
        base.executescript(SCHEMA)
        fill(base)


def watched(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """`items` as they are, with a progress bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # 0.1 s, for which a single report would have to wait
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=what)


def insert(base: sqlite3.Connection, entry: Entry, names: Iterable[str]) -> None:
    """Write an entry, over an older one of its id, with the spellings to find it by."""
    put(base, entry)
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", name_rows(entry, names))


def put(base: sqlite3.Connection, entry: Entry) -> None:
    """Write an entry, over an older one of its id."""
    base.execute(_PLACE, row_of(entry))


def name_rows(entry: Entry, names: Iterable[str]) -> Iterator[tuple[str, int, str, str]]:
    """The rows of table `name` for spellings of an entry.

    All spellings of one skeleton that sound different are in one row, with ALSO between them: how alike they are to a
    name decides later.
    """
    of_skeleton: dict[str, dict[str, str]] = {}
    for name in names:
        for key, tier in index_keys(name, entry.country):
            if TIERS[tier] == "skeleton":
                of_skeleton.setdefault(key, {}).setdefault(heard(article_key(name)), name)
            else:
                yield key, tier, entry.id, name
    for key, spelt in of_skeleton.items():
        yield key, TIERS.index("skeleton"), entry.id, ALSO.join(spelt.values())


def row_of(entry: Entry) -> tuple[Any, ...]:
    """The row of an entry, in the order of COLUMNS."""
    lat, lon = entry.centre or (entry.lat, entry.lon)
    return (
        entry.id, entry.name, entry.kind, entry.country, json.dumps(entry.admin, ensure_ascii=False), lat, lon,
        entry.population, entry.pcode, entry.outline, entry.source, json.dumps(entry.within),
    )  # fmt: skip


def entry_of(row: tuple[Any, ...], tier: Tier = "exact", matched: str = "") -> Entry:
    """The entry of a row in the order of COLUMNS, found as `tier` and `matched` say."""
    id_, name, kind, country, admin, lat, lon, population, pcode, outline, source, within = row
    centre = (lat, lon) if kind in WIDE and lat is not None else None
    return Entry(
        id_, name, kind, country, _chain(admin), None if kind in WIDE else lat, None if kind in WIDE else lon,
        population, pcode, outline, source, centre, _chain(within), tier, matched,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _chain(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def readable(name: str) -> bool:
    """Whether a name is in Latin, Cyrillic, Hebrew, Arabic or Burmese letters, the scripts of the reports read here."""
    return bool(name) and _READABLE.fullmatch(name) is not None
