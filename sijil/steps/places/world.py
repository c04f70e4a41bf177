"""Provinces of the whole world and districts of some countries: world.json.gz, which tools/world.py made.

Names in up to 14 languages: Natural Earth (public domain) and GeoNames (CC BY 4.0). What rules/provinces.toml says of a
province goes before what is said here.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "world.json.gz"
SOURCE = "Natural Earth; GeoNames"


@dataclass(frozen=True, slots=True)
class Unit:
    """A province, or a district with its province's code. `centre` is (lat, lon), `outline` "" where none is known."""

    country: str
    code: str
    geonames: int
    outline: str
    name: str
    names: tuple[str, ...]
    centre: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class World:
    """`centres` are those of countries by their code, `countries` their names in other scripts; `provinces` are by
    country and GeoNames admin1 code."""

    centres: dict[str, tuple[float, float]]
    countries: dict[str, tuple[str, ...]]
    provinces: dict[tuple[str, str], Unit]
    districts: tuple[Unit, ...]
    outlines: dict[str, dict[str, Any]]


def packed() -> bytes:
    """The file as it is, to know an older one by."""
    return files("sijil.steps.places").joinpath(FILE).read_bytes()


@cache
def world() -> World:
    """Read the file: 0.3 s and 60 MB, so only where an index is built."""
    plain = json.loads(gzip.decompress(packed()))
    provinces = map(_unit, plain["provinces"])
    return World(
        {code: (lat, lon) for code, (lat, lon, _) in plain["countries"].items()},
        {code: tuple(names) for code, (_, _, names) in plain["countries"].items()},
        {(unit.country, unit.code): unit for unit in provinces},
        tuple(map(_unit, plain["districts"])),
        plain["outlines"],
    )


def _unit(row: list[Any]) -> Unit:
    country, code, geonames, outline, name, names, lat, lon = row
    return Unit(country, code, geonames, outline, name, tuple(names), None if lat is None else (lat, lon))
