"""Provinces of the whole world, as the index knows them."""

from __future__ import annotations

import pytest

from sijil.steps.places.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "country", "shown"),
    [
        ("Texas", "US", "Texas"),
        ("تكساس", "US", "Texas"),
        ("Gaziantep", "TR", "Gaziantep"),
        ("Rakhine", "MM", "Rakhine"),
        ("Lombardy", "IT", "Lombardy"),
        ("Nineveh Governorate", "IQ", "Nineveh"),
        ("إدلب", "SY", "Idlib"),
    ],
)
def test_provinces_in_several_languages(gazetteer: Gazetteer, name: str, country: str, shown: str) -> None:
    found = [entry for entry in gazetteer.lookup(name) if (entry.kind, entry.country) == ("province", country)]
    assert [entry.name for entry in found] == [shown]
    assert found[0].centre and found[0].lat is None and found[0].outline and found[0].population > 100_000


def test_towns_lie_in_their_provinces_and_districts_in_theirs(gazetteer: Gazetteer) -> None:
    assert next(e for e in gazetteer.lookup("Dallas") if e.population > 1e6).admin == ("United States", "Texas")
    kent = next(entry for entry in gazetteer.lookup("Kent") if entry.kind == "district")
    assert kent.admin == ("United Kingdom", "England") and kent.centre
    county = next(entry for entry in gazetteer.lookup("Fairfax County") if entry.country == "US")
    assert (county.kind, county.admin) == ("district", ("United States", "Virginia"))


def test_a_province_is_known_once(gazetteer: Gazetteer) -> None:
    for name, country in (("Aleppo", "SY"), ("Tigray", "ET"), ("Donetsk", "UA"), ("Erbil", "IQ")):
        found = [entry for entry in gazetteer.lookup(name) if (entry.kind, entry.country) == ("province", country)]
        assert len(found) == 1 and found[0].id.startswith("pcode:"), name


def test_mere_words_name_no_province(gazetteer: Gazetteer) -> None:
    for word in ("Central", "Northern", "Nord", "Down"):
        assert not [entry for entry in gazetteer.lookup(word) if entry.kind in ("province", "district")], word


def test_countries_have_a_centre_and_a_shape_made_of_provinces(gazetteer: Gazetteer) -> None:
    from shapely.geometry import Point, shape

    turkey = gazetteer.get("country:TR")
    assert turkey and turkey.centre and turkey.lat is None and turkey.outline
    geometry = gazetteer.outline(turkey.outline)
    assert geometry and shape(geometry).contains(Point(32.85, 39.92))


def test_countries_in_arabic(gazetteer: Gazetteer) -> None:
    for name, code in (("سوريا", "SY"), ("سورية", "SY"), ("العراق", "IQ"), ("أوكرانيا", "UA"), ("بريطانيا", "GB")):
        assert [entry.id for entry in gazetteer.lookup(name) if entry.kind == "country"] == [f"country:{code}"]
