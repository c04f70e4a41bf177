"""Who says so (guide: speaker, from the one nearest the fact outwards)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.scenes import scenes_of
from sijil.steps.languages.en.speaker_names import clean_name
from sijil.steps.languages.en.speakers import voices
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Scene
from sijil.steps.reading.wording import chain_of
from tests.steps.languages.en.plain import sentence_of, sentences_of


def scenes(content: str) -> tuple[Scene, ...]:
    return scenes_of(sentences_of(content), Clock(None), None)


def chains(content: str) -> list[tuple[str, ...]]:
    """The full chain of each attribution of a text."""
    found = scenes(content)
    return [chain_of(voice, found) for scene in found for voice in scene.voices]


def test_the_subject_of_a_verb_of_saying_speaks() -> None:
    assert chains("The Horizon Monitor said that five people died.") == [("Horizon Monitor",)]


def test_according_to_names_the_speaker() -> None:
    assert chains("Five people died, according to the Horizon Network.") == [("Horizon Network",)]


def test_an_agency_that_another_is_quoted_by_comes_after_it() -> None:
    assert chains("OCHA said that 900 people had fled, according to AFP.")[0] == ("OCHA", "AFP")


def test_who_was_told_relays_it() -> None:
    assert chains("Salim Haddad told Reuters that the bridge was hit.") == [("Salim Haddad", "Reuters")]


def test_the_monitor_is_followed_back_to_its_name() -> None:
    content = "The Horizon Observatory said that a shell fell. The monitor said that five people died."
    assert chains(content) == [("Horizon Observatory",), ("Horizon Observatory",)]


def test_he_is_the_last_one_named() -> None:
    content = "Salim Haddad said that the shells came from the hills. He said that five people died."
    assert chains(content)[1] == ("Salim Haddad",)


@pytest.mark.parametrize("content", ["The attack was reported on Monday.", "The death toll reached 40."])
def test_tolls_and_attacks_do_not_speak(content: str) -> None:
    assert voices(sentence_of(content)) == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Britain-based Horizon Observatory", "Horizon Observatory"), ("a local relief council", "relief council")]
    + [("Horizon Observatory war monitor", "Horizon Observatory"), ("the", "the"), ("Haddad’s", "Haddad")],
)
def test_articles_and_kinds_are_cut_from_a_name(words: str, name: str) -> None:
    assert clean_name(words) == name
