"""How (guide: attack)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.attacks import attack_words, nearest
from tests.steps.languages.en.plain import sentence_of


def kinds(content: str) -> set[str]:
    return {kind for _, kind in attack_words(sentence_of(content))}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("A drone hit the bridge.", "airstrike"),
        ("Barrel bombs hit the bridge.", "airstrike"),
        ("Mortar rounds hit the bridge.", "shelling"),
        ("An IED went off at the bridge.", "explosive"),
        ("A car bomb went off at the bridge.", "explosive"),
        ("A man blew himself up at the bridge.", "suicide_bombing"),
        ("A sniper hit a man at the bridge.", "shooting"),
        ("Chlorine was used at the bridge.", "chemical"),
        ("Clashes went on at the bridge.", "clash"),
        ("Two men were kidnapped at the bridge.", "abduction"),
        ("Two men were beheaded at the bridge.", "execution"),
    ],
)
def test_each_kind_has_its_words(content: str, kind: str) -> None:
    assert kinds(content) == {kind}


def test_words_inside_other_words_are_none() -> None:
    assert kinds("They intensified their determined, miraculous repair of the airport.") == set()


def test_the_nearest_word_wins_and_a_specific_kind_before_fighting() -> None:
    assert nearest(((10, "clash"), (30, "shelling")), 15) == "shelling"
    assert nearest(((10, "airstrike"), (90, "shelling")), 15) == "airstrike"
    assert nearest((), 15) is None
