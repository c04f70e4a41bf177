"""The offline basemap that the set-up makes."""

from __future__ import annotations

import json
from itertools import pairwise

from sijil.web.page import STATIC


def test_no_border_runs_across_the_world() -> None:
    world = json.loads((STATIC / "vendor" / "world-atlas" / "countries.geojson").read_text(encoding="utf-8"))
    names = {country["properties"]["name"] for country in world["features"]}
    assert {"Syria", "Palestine", "Sudan", "Ukraine", "Myanmar", "Russia", "Antarctica"} <= names
    for country in world["features"]:
        for ring in (ring for polygon in country["geometry"]["coordinates"] for ring in polygon):
            assert ring[0] == ring[-1], country["properties"]["name"]
            coast = [(a, b) for a, b in pairwise(ring) if a[1] > -90]
            assert all(abs(a[0] - b[0]) < 180 for a, b in coast), country["properties"]["name"]
