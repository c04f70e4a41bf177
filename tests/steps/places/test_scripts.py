"""Names of places in another script."""

from __future__ import annotations

import pytest

from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.scripts import ArabicNames, script_of


@pytest.fixture(scope="module")
def arabic(gazetteer: Gazetteer) -> ArabicNames:
    return ArabicNames(gazetteer)


@pytest.mark.parametrize(
    ("name", "above", "told"),
    [("Idlib", ("Syria",), "إدلب"), ("Syria", (), "سوريا"), ("Raqqa", ("Syria",), "الرقة"), ("Iraq", (), "العراق")],
)
def test_larger_places_are_told_as_in_print(arabic: ArabicNames, name: str, above: tuple[str, ...], told: str) -> None:
    assert arabic.larger(name, above) == told


def test_places_have_the_name_that_is_written_with_care(gazetteer: Gazetteer, arabic: ArabicNames) -> None:
    assert arabic.name(gazetteer.lookup("Saraqib")[0].id) == "سراقب"
    assert arabic.spelled("Northwestern Syria") == "شمال غرب سوريا"
    assert arabic.name("geonames:0") == arabic.spelled("Nowhere at all") == arabic.larger("Nowhere", ()) == ""


def test_the_script_of_words_is_that_of_their_letters() -> None:
    assert [script_of(words) for words in ("سراقب", "Saraqib", "سراقب Saraqib", "12", "Çınar")] == [
        "ar",
        "la",
        "",
        "",
        "la",
    ]
