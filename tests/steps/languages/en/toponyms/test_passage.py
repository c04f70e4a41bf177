"""Texts as words: offsets, sentence and paragraph beginnings, abbreviations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.languages.en.toponyms.passage import Passage, split


def texts(text: str) -> list[str]:
    return [word.text for word in split(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-led raid", ["U.S.", "-", "led", "raid"]),
        ("Hinton, W.Va., and St. Paul", ["Hinton", ",", "W.Va.", ",", "and", "St.", "Paul"]),
        ("Turkey's and Turkey’s", ["Turkey", "'s", "and", "Turkey", "’s"]),
        ("Dara'a, Coeur d'Alene", ["Dara'a", ",", "Coeur", "d'Alene"]),
        ("10,000 on 143rd Street.", ["10,000", "on", "143rd", "Street", "."]),
        ("Lexington, Ky. (WKYT)", ["Lexington", ",", "Ky.", "(", "WKYT", ")"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert texts(text) == words


@given(st.text(max_size=200))
def test_every_character_but_white_space_is_in_one_word(text: str) -> None:
    words = split(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(a.end <= b.start for a, b in zip(words, words[1:], strict=False))
    assert "".join(word.text for word in words) == "".join(text.split())


def test_sentences_and_paragraphs_begin() -> None:
    words = split("Troops left. Paris wept.\n\nLONDON - He said: “Rome burns.”\nA line that\n     Wraps on")
    opening = [word.text for word in words if word.opens and word.text.isalpha()]
    assert opening == ["Troops", "Paris", "LONDON", "Rome", "A"]
    assert [word.text for word in words if word.first] == ["Troops", "LONDON", "A"]


def test_initials_and_titles_end_no_sentence() -> None:
    words = split("John J. Paris met Mr. Brown in St. Louis.")
    assert [word.text for word in words if word.opens] == ["John"]


def test_nothing_stands_beyond_the_text() -> None:
    passage = Passage("Paris", split("Paris"))
    assert (passage.at(-1), passage.at(1), passage.joined(1), passage.label(7)) == ("", "", False, None)


def test_a_paragraph_in_capitals_is_shouted() -> None:
    text = "THE ARMY SHELLED DOUMA ON FRIDAY.\n\nDOUMA fell."
    passage = Passage(text, split(text))
    assert passage.shouted(3)
    assert not passage.shouted(len(passage.words) - 2)
