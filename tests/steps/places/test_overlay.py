"""Our own places: rules/places.toml and rules/regions.toml as the index has them."""

from __future__ import annotations

import pytest

from sijil.rules import load
from sijil.steps.places.distance import distance_km
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.overlay import Provinces

ROWS = load("places")["place"]


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("مخيم الهول", "Al-Hol camp", "site", "SY"),
        ("Rukban", "Rukban camp", "site", "SY"),
        ("Jabalia refugee camp", "Jabalia camp", "site", "PS"),
        ("Euphrates valley", "Euphrates valley", "region", "SY"),
        ("eastern Ukraine", "Eastern Ukraine", "region", "UA"),
        ("southern suburbs of Beirut", "Dahiyeh", "area", "LB"),
        ("Zamzam", "Zamzam camp", "site", "SD"),
    ],
)
def test_camps_and_areas_that_reports_name(
    gazetteer: Gazetteer, words: str, name: str, kind: str, country: str
) -> None:
    found = [entry for entry in gazetteer.lookup(words) if (entry.kind, entry.country) == (kind, country)]
    assert name in [entry.name for entry in found]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['country']}-{row['name']}" for row in ROWS])
def test_every_place_says_where_it_is_from_and_lies_where_it_says(gazetteer: Gazetteer, row: dict[str, object]) -> None:
    assert row["source"]
    if row["kind"] == "area":
        assert "lat" not in row, "nothing is drawn in the middle of an area"
    own = {p.name: p for p in Provinces.load().rows if p.country == row["country"]}
    if own:
        assert row["province"] in own, row
    if "lat" in row and str(row["province"]) in own:
        from shapely.geometry import Point, shape

        province = gazetteer.outline(own[str(row["province"])].iso)
        point = Point(float(str(row["lon"])), float(str(row["lat"])))
        allowed = 0.5 if row["name"] == "Snake Island" else 0.15  # degrees, about 15 km
        assert province is None or shape(province).distance(point) < allowed, "too far from its province"


def test_no_two_of_our_own_places_are_one(gazetteer: Gazetteer) -> None:
    """A site beside a town of its name is fine; the same kind of place twice within a kilometre is not."""
    points = [
        (row["name"], row["kind"], row["lat"], row["lon"]) for row in ROWS if "lat" in row and row["kind"] == "town"
    ]
    near = [(a[0], b[0]) for i, a in enumerate(points) for b in points[:i] if distance_km(a[2], a[3], b[2], b[3]) < 0.7]
    assert near == []
