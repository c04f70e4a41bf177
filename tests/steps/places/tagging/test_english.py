"""Toponyms of English texts, found with the real recogniser and the real gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijil.steps.languages.en.toponyms import find
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.mention import Known
from sijil.steps.places.tagging.renown import renown


@pytest.fixture(scope="module")
def known(gazetteer: Gazetteer) -> Known:
    return renown(gazetteer)


def names(text: str, known: Known) -> list[str]:
    return [text[mention.start : mention.end] for mention in find(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANKARA, Turkey (Reuters) - Turkish troops entered Syria.", ["ANKARA", "Turkey", "Turkish", "Syria"]),
        ("The fire began in Alexandria, Va., police said.", ["Alexandria", "Va."]),
        ("Shells fell on the town of Amiriyah and the Zahra neighbourhood.", ["Amiriyah", "Zahra"]),
        ("Schools in Barrow, Jackson and Madison counties closed.", ["Barrow", "Jackson", "Madison"]),
        ("The crash happened on Hutcheson Road in Metcalfe County.", ["Hutcheson Road", "Metcalfe County"]),
        ("Kentucky State Police and Edmonton police came.", ["Kentucky", "Edmonton"]),
        ("The Britain-based monitor said it.", ["Britain"]),
        ("A US-Russia deal on the US-led raids.", ["US", "Russia", "US"]),
        ("Storms hit Western Massachusetts and the province of Ontario.", ["Massachusetts", "Ontario"]),
        ("Riots in Dublin City Council’s halls and Vancouver International Airport.", ["Dublin", "Vancouver"]),
    ],
)
def test_places_are_found(text: str, expected: list[str], known: Known) -> None:
    assert names(text, known) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Clinton met Brandon Paris, and Paris said that he was tired.",
        "The Washington Post and the New York Times wrote of the Islamic State.",
        "She flew with British Airways and speaks Turkish.",
        "The White House and the Red Cross said nothing in March.",
    ],
)
def test_persons_papers_and_bodies_are_no_places(text: str, known: Known) -> None:
    assert names(text, known) == []


def test_a_name_is_one_thing_throughout(known: Known) -> None:
    text = "Fighting raged in Salqin, Idlib province. Residents fled. Salqin burned, and nobody could enter Salqin."
    assert names(text, known).count("Salqin") == 3


def test_a_name_of_the_country_that_the_text_is_about(known: Known) -> None:
    assert "Saraqeb" in names("Syrian troops entered Saraqeb on Monday.", known)


def test_capitals_only(known: Known) -> None:
    assert names("THE SYRIAN ARMY SHELLED DOUMA AND HARASTA ON FRIDAY.", known) == ["SYRIAN", "DOUMA", "HARASTA"]


def test_the_larger_place_behind_a_name(known: Known) -> None:
    found = find("He lives in Paris, Texas, she in Hinton, W.Va., they in Turkey, Syria and Iraq.", known)
    assert [(m.name, m.within) for m in found][:4] == [
        ("Paris", "Texas"), ("Texas", ""), ("Hinton", "West Virginia"), ("West Virginia", ""),
    ]  # fmt: skip
    assert all(not mention.within for mention in found[4:])


PARTS = [
    "Paris",
    ",",
    "Texas",
    ".",
    "the",
    "U.S.",
    "in",
    "of",
    "-",
    "’s",
    "St.",
    "Mr",
    "\n\n",
    "(",
    "Turkish",
    "5",
    "KY",
    "“",
    "County",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS)))
def test_mentions_lie_in_the_text_in_order(known: Known, parts: list[str]) -> None:
    text = " ".join(parts)
    end = 0
    for mention in find(text, known):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.name.strip()
        end = mention.end


def test_a_long_text_without_any_sentence_end(known: Known) -> None:
    text = "Aleppo and then " * 15_000
    assert len(find(text, known)) == 15_000
