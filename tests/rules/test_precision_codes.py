"""Precision codes on export (UCDP, ACLED): how exact place and day are; an area's centre is never drawn as a point."""

from __future__ import annotations

import csv
import json

from sijil.exports.formats import FORMATS
from sijil.exports.material import Shown, gather
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

TOLD = (
    "Five civilians were killed in an airstrike on Saraqeb on Thursday, residents said.",
    "Three civilians were killed in shelling in Idlib province on Wednesday, residents said.",
    "Two civilians were killed in shelling in Syria in December 2019, residents said.",
    "Four civilians were killed in an airstrike on Kafr Nabl this week, residents said.",
)
PAPERS = tuple(Told(f"Paper {n}", "2020-01-24", text) for n, text in enumerate(TOLD))


def written(read: Read, format_: str) -> str:
    return "".join(FORMATS[format_].write(gather(read(*PAPERS).register, ALL, Shown(positions=True))))


def test_each_row_has_the_codes_of_its_place_and_its_day(read: Read) -> None:
    rows = csv.DictReader(written(read, "incidents-csv").splitlines(keepends=True))
    codes = {row["low"]: (row["where_prec"], row["date_prec"]) for row in rows}
    assert codes == {"5": ("1", "1"), "3": ("4", "1"), "2": ("6", "4"), "4": ("1", "2")}


def test_a_province_and_a_country_are_never_drawn_as_points(read: Read) -> None:
    drawn = [
        (feature["properties"]["where_prec"], (feature["geometry"] or {}).get("type") == "Point")
        for feature in json.loads(written(read, "geojson"))["features"]
    ]
    assert sorted(drawn) == [(1, True), (1, True), (4, False), (6, False)]
