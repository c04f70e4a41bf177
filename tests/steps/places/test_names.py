"""Keys of place names: what they see through, and what they keep apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.places.names import article_key, exact_key, index_keys, skeleton_key, vowel_key
from sijil.steps.places.sounds import likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ma`arrat an-Nu‘mān", "maarrat an numan"), ("I‘zāz", "Izaz"), ("KAFR  NABL", "Kafr-Nabl"), ("Ḩalab", "halab")],
)
def test_exact_key_ignores_case_marks_and_hyphens(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Waer", "Waer"), ("Alwaer", "al-Waer"), ("Deir az-Zour", "Dayr Zour"), ("Tel Tamr", "Tall Tamr")],
)
def test_article_key_drops_articles_and_unites_first_words(one: str, other: str) -> None:
    assert article_key(one) == article_key(other)


def test_an_article_alone_stays() -> None:
    assert article_key("Al") == "al"
    assert article_key("Alma") == "alma"


def test_vowel_key_sees_through_vowels_but_keeps_their_places() -> None:
    assert vowel_key("Saraqeb") == vowel_key("Sarāqib")
    assert vowel_key("Hassakeh") == vowel_key("Hasaka")
    assert vowel_key("Salqin") != vowel_key("Saliqon")


def test_vowel_key_is_empty_where_too_little_is_left() -> None:
    assert vowel_key("Ain") == ""
    assert vowel_key("") == ""


@pytest.mark.parametrize(
    ("one", "other"), [("معرة النعمان", "معرّه النعمان"), ("سراقب", "\u200fسراقب\u202c"), ("ﺍﻟﺮﻗﺔ", "الرقة")]
)
def test_arabic_letters_that_are_typed_for_one_another_are_one(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


def test_the_arabic_article_is_written_together() -> None:
    assert article_key("الرقة") == article_key("رقة")
    assert article_key("ال") == "ال"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saraqeb", "سراقب"),
        ("Maarat al-Numan", "معرة النعمان"),
        ("Kherbit Qais", "Khirbat Qays"),
        ("Jarablus", "Cerablus"),
        ("Zamalka", "Zamalaka"),
        ("Deir ez-Zor", "دير الزور"),
        ("Raqa", "الرقّة"),
    ],
)
def test_skeletons_meet_across_spellings_and_scripts(one: str, other: str) -> None:
    assert skeleton_key(one) == skeleton_key(other) != ""
    assert likeness(article_key(one), article_key(other)) > 0.8


def test_likeness_tells_names_of_one_skeleton_apart() -> None:
    assert skeleton_key("Baboulin") == skeleton_key("Baniyas") or likeness("baboulin", "balanea") < 0.8
    assert likeness("baboulin", "bublin") > 0.9 > likeness("baboulin", "blunah")
    assert likeness("", "") == 0


def test_names_of_few_consonants_have_no_skeleton() -> None:
    assert skeleton_key("الوعر") == skeleton_key("Ain") == skeleton_key("") == ""


def test_weak_keys_are_only_for_countries_whose_names_are_transliterated() -> None:
    assert {tier for _, tier in index_keys("Al Mastumah", "SY")} == {0, 1, 2, 3}
    assert {tier for _, tier in index_keys("Al Kharkiv", "UA")} == {0, 1, 2}
    assert list(index_keys("Springfield", "US")) == [("springfield", 0)]


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    for key in (exact_key, article_key, vowel_key, skeleton_key):
        assert key(one) == key(one.upper()) or one.upper().casefold() != one.casefold()
