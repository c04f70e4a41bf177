"""A place that a person chose, under the report's words."""

from __future__ import annotations

import pytest

from sijil.steps.places.chosen import chosen, not_known
from sijil.steps.places.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("words", "name", "precision", "shown"),
    [
        ("Azaz", "Azaz", "town", "Azaz"),
        ("near Azaz", "Azaz", "near", "Azaz"),
        ("a printing error", "Azaz", "town", "Azaz"),
        ("near Saraqeb", "Azaz", "town", "Azaz"),
        ("", "Azaz", "town", "Azaz"),
        ("northern Idlib", "Idlib", "region", "Northern Idlib"),
    ],
)
def test_it_is_as_precise_as_the_words(gazetteer: Gazetteer, words: str, name: str, precision: str, shown: str) -> None:
    entry = next(found for found in gazetteer.lookup(name) if found.country == "SY")
    place = chosen(words, entry, gazetteer)
    assert (place.raw, place.precision, place.name, place.review, place.candidates) == (words, precision, shown, "", ())


def test_nobody_knows_which() -> None:
    place = not_known("the village")
    assert (place.id, place.raw, place.precision, place.review) == ("", "the village", "unknown", "")
