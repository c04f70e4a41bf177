"""Names asked for in bulk, with what is known of each."""

from __future__ import annotations

import pytest

from sijil.steps.places.asked import Answer, Asked, answer, country_named
from sijil.steps.places.gazetteer import Gazetteer


def ask(gazetteer: Gazetteer, name: str, admin1: str = "", country: str = "SY") -> Answer:
    return answer(Asked(name, country, admin1), gazetteer)


@pytest.mark.parametrize("words", ["SY", "sy", "SYR", "Syria", "سوريا", "Syrian Arab Republic"])
def test_countries_by_code_and_name(gazetteer: Gazetteer, words: str) -> None:
    country = country_named(words, gazetteer)
    assert country is not None and country.country == "SY"


@pytest.mark.parametrize("words", ["", "XX", "Nowhere", "Homs"])
def test_what_is_no_country(gazetteer: Gazetteer, words: str) -> None:
    assert country_named(words, gazetteer) is None


@pytest.mark.parametrize("name", ["Saraqeb", "Saraqib", "Serakib", "سراقب", "سراقِب", "Saraqeb town", "مدينة سراقب"])
def test_spellings_of_one_place_meet(gazetteer: Gazetteer, name: str) -> None:
    assert ask(gazetteer, name).place.id == "geonames:164816"


@pytest.mark.parametrize("admin1", ["Hims", "Homs Governorate", "حمص", "محافظة حمص", "Homs province"])
def test_provinces_in_any_spelling(gazetteer: Gazetteer, admin1: str) -> None:
    found = ask(gazetteer, "Alwaer", admin1)
    assert (found.place.name, found.place.pcode) == ("Al-Waer", "SY04") and not found.place.review


def test_a_skeleton_is_marked_and_never_taken_where_others_sound_the_same(gazetteer: Gazetteer) -> None:
    found = ask(gazetteer, "Zamalaka").place
    assert found.name == "Zamalka" and "consonants" in found.review


def test_an_unknown_name_in_a_province_is_somewhere_in_it(gazetteer: Gazetteer) -> None:
    found = ask(gazetteer, "Qwxyzt", "Idlib")
    assert (found.place.precision, found.place.name) == (
        "province",
        "Qwxyzt",
    ) and "not in the gazetteer" in found.place.review
    assert found.place.lat is None and found.point is not None
    school = ask(gazetteer, "Qwxyzt school", "Idlib").place
    assert (school.precision, school.admin) == ("town", ("Syria", "Idlib", "Idlib"))
    assert ask(gazetteer, "Qwxyzt").point is None


def test_the_neighbour_of_an_unknown_place(gazetteer: Gazetteer) -> None:
    found = ask(gazetteer, "Saraqeb Gharbi", "Idlib").place
    assert (found.name, found.precision) == ("Saraqib", "near") and "not in the gazetteer" in found.review


def test_a_town_just_over_the_border_of_the_province_that_is_given(gazetteer: Gazetteer) -> None:
    found = ask(gazetteer, "Saraqeb", "Aleppo").place
    assert found.name == "Saraqib" and "not in Aleppo" in found.review


def test_areas_have_a_point_that_stands_for_them_and_none_of_their_own(gazetteer: Gazetteer) -> None:
    for name in ("Syria", "Idlib province", "northern Syria", "Europe"):
        found = ask(gazetteer, name)
        assert found.point is not None and found.place.lat is None, name


def test_the_text_tells_which_namesake(gazetteer: Gazetteer) -> None:
    text = "A Paris man was arrested in Lamar County, Texas, on Friday."
    found = answer(Asked("Paris", text=text), gazetteer)
    assert found.place.admin == ("United States", "Texas") and found.place.raw == "Paris"
    arabic = answer(Asked("طرابلس", text="اندلعت اشتباكات في طرابلس شمال لبنان وفي بيروت"), gazetteer)
    assert arabic.place.admin[0] == "Lebanon"
