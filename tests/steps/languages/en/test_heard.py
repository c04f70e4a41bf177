"""Attributions heard where the parse shows none: reports that have lost their commas, names behind quotes."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.speakers import voices
from tests.steps.languages.en.plain import sentence_of


def first_names(content: str) -> set[str]:
    return {voice.chain[0] for voice in voices(sentence_of(content)) if voice.chain}


def chains(content: str) -> list[tuple[str, ...]]:
    return [voice.chain for voice in voices(sentence_of(content))]


@pytest.mark.parametrize(
    "content",
    [
        "Two shells hit the market late on Monday the SOHR added.",
        "Ten people were killed in a village in the north said the Syrian Observatory for Human Rights.",
        "The Syrian Observatory for Human Rights puts the death toll at 60 in addition to dozens of wounded.",
    ],
)
def test_a_known_body_beside_a_verb_of_saying_speaks(content: str) -> None:
    assert first_names(content) & {"SOHR", "Syrian Observatory for Human Rights"}


def test_who_is_quoted_by_another_stands_first() -> None:
    assert ("police source in the town", "SANA") in chains(
        "SANA quoted a police source in the town as saying that five people were hurt."
    )


def test_a_name_with_its_body_behind_a_quotation_speaks() -> None:
    content = '"At least 15 people were killed" Salim Haddad director of the Horizon Monitor.'
    assert any(chain[:2] == ("Salim Haddad", "Horizon Monitor") for chain in chains(content))


def test_who_is_blamed_does_not_speak() -> None:
    assert "Free Syrian Army" not in first_names("The minister blamed the Free Syrian Army for the blast.")


def test_what_the_parse_found_is_not_said_twice() -> None:
    found = chains("The Syrian Observatory for Human Rights said that five people died.")
    assert found == [("Syrian Observatory for Human Rights",)]
