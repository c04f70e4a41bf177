"""Pack files: what source files said, in one SQLite file a pack, independent of the index's format."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sijil.errors import BadInput, SetupError
from sijil.steps.places.index import whole
from sijil.steps.places.packs.formats import read, recognised
from sijil.steps.places.packs.place import PackPlace, Row, Spellings
from sijil.steps.places.packs.source import sha256_of

FORMAT = 1  # PRAGMA user_version; raised when the tables change
SCHEMA = f"""
PRAGMA user_version={FORMAT};
CREATE TABLE source (  -- the files of the pack in the order given
  number INTEGER PRIMARY KEY, file TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, imported TEXT NOT NULL,
  places INTEGER NOT NULL, skipped INTEGER NOT NULL
);
CREATE TABLE place (   -- one row a place of a file; names and within are JSON lists, outline GeoJSON
  number INTEGER PRIMARY KEY, source_number INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT NOT NULL, names TEXT NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL, province TEXT NOT NULL,
  pcode TEXT NOT NULL, within TEXT NOT NULL, geonames INTEGER NOT NULL, ref TEXT NOT NULL, source TEXT NOT NULL,
  outline TEXT
);
CREATE TABLE spellings (geonames INTEGER NOT NULL, names TEXT NOT NULL);  -- more names of places by GeoNames id
"""
_FIELDS = "name, kind, country, names, lat, lon, population, province, pcode, within, geonames, ref, source, outline"
_INSERT = f"INSERT INTO place (source_number, {_FIELDS}) VALUES ({','.join('?' * 15)})"
_RANKS: dict[str, int] = {"country": 0, "province": 1, "district": 2, "subdistrict": 3}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a pack (its name, or where it was fetched): how many places came of it, how many rows were left out."""

    file: str
    format: str
    sha256: str
    imported: str
    places: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was left out."""

    file: str
    line: int
    words: str


def write(path: Path, files: Sequence[Path], origin: str = "") -> list[Problem]:
    """Read source files into a new pack file at `path`, whole or not at all; an older one there is replaced.

    `origin` says where the files came from, if not from the user. Returns the rows that were left out. Raises
    BadInput for a file that cannot be read, is of no known format or holds no place, SetupError where the pack cannot
    be written.
    """
    problems: list[Problem] = []
    with whole(path, "pack", "set SIJIL_DATA") as base:
        base.executescript(SCHEMA)
        for number, file in enumerate(files, 1):
            problems += _add(base, number, file, origin or file.name)
    return problems


def sources(path: Path) -> list[Source]:
    """The source files of a pack. Raises SetupError where it cannot be read."""
    with closing(_reading(path)) as base:
        rows = base.execute("SELECT file, format, sha256, imported, places, skipped FROM source ORDER BY number")
        return [Source(*row) for row in rows]


def digest(path: Path) -> str:
    """A hash that changes with what a pack holds."""
    parts = (f"{source.file} {source.sha256} {source.imported}" for source in sources(path))
    return sha256("\n".join([str(FORMAT), *parts]).encode()).hexdigest()


def places(path: Path) -> Iterator[PackPlace]:
    """Every place, in the order of `order`."""
    ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for kind, rank in _RANKS.items())
    sort = f"CASE kind {ranks} ELSE 4 END, geonames = 0, pcode = '', number"
    with closing(_reading(path)) as base:
        for row in base.execute(f"SELECT {_FIELDS} FROM place ORDER BY {sort}"):
            yield _place(row)


def order(place: PackPlace) -> tuple[int, bool, bool]:
    """Wide places before what lies in them; then by how lasting an id is, so that the order of packs changes no id."""
    return _RANKS.get(place.kind, 4), not place.geonames, not place.pcode


def spellings(path: Path) -> Iterator[Spellings]:
    """More names of places that another file or the base index describes."""
    with closing(_reading(path)) as base:
        for geonames, names in base.execute("SELECT geonames, names FROM spellings"):
            yield Spellings(geonames, tuple(json.loads(names)))


def _add(base: sqlite3.Connection, number: int, file: Path, origin: str) -> list[Problem]:
    problems: list[Problem] = []
    count, forms = 0, []

    def complain(line: int, words: str) -> None:
        problems.append(Problem(str(file), line, words))

    for member, form in recognised(file):
        forms.append(form.NAME)
        for row in read(file, member, form, complain):
            _put(base, number, row)
            count += 1
    if not count:
        first = f"; line {problems[0].line} {problems[0].words}" if problems else ""
        raise BadInput(str(file), f"holds no place that can be used{first}", "see docs/places.md")
    _fill_countries(base, number)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    told = ", ".join(dict.fromkeys(forms))
    source = (number, origin, told, sha256_of(file), now, count, len(problems))
    base.execute("INSERT INTO source VALUES (?,?,?,?,?,?,?)", source)
    return problems


def _put(base: sqlite3.Connection, number: int, row: Row) -> None:
    names = json.dumps(row.names, ensure_ascii=False)
    if isinstance(row, Spellings):
        base.execute("INSERT INTO spellings VALUES (?,?)", (row.geonames, names))
        return
    outline = json.dumps(row.outline) if row.outline else None
    base.execute(
        _INSERT,
        (number, row.name, row.kind, row.country, names, row.lat, row.lon, row.population, row.province, row.pcode,
         json.dumps(row.within), row.geonames, row.ref, row.source, outline),
    )  # fmt: skip


def _fill_countries(base: sqlite3.Connection, number: int) -> None:
    """Places of a file that do not tell their country lie where most others of it do."""
    most = base.execute(
        "SELECT country FROM place WHERE source_number = ? AND country > '' GROUP BY 1 ORDER BY count(*) DESC",
        (number,),
    ).fetchone()
    if most:
        base.execute("UPDATE place SET country = ? WHERE source_number = ? AND country = ''", (*most, number))


def _place(row: tuple[Any, ...]) -> PackPlace:
    name, kind, country, names, lat, lon, population, province, pcode, within, geonames, ref, source, outline = row
    return PackPlace(
        name, kind, country, tuple(json.loads(names)), lat, lon, population, province, pcode,
        tuple(json.loads(within)), geonames, ref, source, json.loads(outline) if outline else None,
    )  # fmt: skip


def _reading(path: Path) -> sqlite3.Connection:
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        version = base.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise SetupError(f"pack {path}", f"cannot be read: {error}", "remove it and import it again") from error
    if version != FORMAT:
        base.close()
        raise SetupError(f"pack {path}", "was made by another version of Sijil", "import its files again")
    return base
