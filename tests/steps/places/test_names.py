"""Keys of place names: what they see through, and what they keep apart."""

import pytest

from sijil.steps.places.names import article_key, exact_key, vowel_key


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
