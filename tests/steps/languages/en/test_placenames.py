"""Place names as words (guide: place, within)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.placenames import spots
from tests.steps.languages.en.plain import sentence_of


def names(content: str) -> list[tuple[str, str | None]]:
    return [(spot.name, spot.within) for spot in spots(sentence_of(content))]


def test_a_place_lies_within_the_larger_one_told_with_it() -> None:
    assert names("Shells fell on the town of Tell Amara in Hama province.")[0] == ("Tell Amara", "Hama province")


def test_words_that_belong_to_a_name_are_kept() -> None:
    assert ("Nahr district", "Homs") in names("A mortar hit Nahr district in Homs.")


def test_articles_and_hyphens_stay_inside_a_name() -> None:
    assert names("Jets bombed the village of Kafr al-Zayt on Sunday.")[0][0] == "Kafr al-Zayt"


@pytest.mark.parametrize(
    ("content", "level"),
    [
        ("Troops entered Syria on Monday.", 0),
        ("Troops entered Hama province on Monday.", 1),
        ("Troops entered the village of Amara on Monday.", 4),
        ("Troops gathered in southern Aleppo on Monday.", 1),
    ],
)
def test_the_kind_of_place_is_read_from_the_words_around_it(content: str, level: int) -> None:
    (spot,) = spots(sentence_of(content))
    assert spot.level == level


@pytest.mark.parametrize("content", ["Hezbollah fired on the post in January.", "President Haddad spoke on Friday."])
def test_parties_months_and_persons_are_no_places(content: str) -> None:
    assert names(content) == []


def test_whence_somebody_is_is_not_where_it_happened() -> None:
    (spot,) = spots(sentence_of("Activists from Homs counted the dead."))
    assert (spot.name, spot.of_event) == ("Homs", False)


def test_an_adjective_before_the_population_names_the_country() -> None:
    assert names("Half of the Syrian population has fled.")[0][0] == "Syria"


def test_areas_that_agreements_drew_are_places_in_small_letters() -> None:
    assert ("de-escalation zone", None) in names(
        "The monitor counted 84 operations in the “de-escalation zone” since January."
    )
