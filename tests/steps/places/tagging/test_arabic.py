"""Toponyms of Arabic texts, looked up in the real gazetteer."""

from __future__ import annotations

import pytest

from sijil.steps.languages.ar.toponyms import find
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.renown import renown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف على بلدة سراقب بريف إدلب", ["سراقب", "إدلب"]),
        ("غارات روسية على محافظة إدلب شمالي سوريا", ["إدلب", "شمالي سوريا"]),
        ("وصل إلى حلب ثم عاد لحلب وحلب بعيدة", ["حلب", "حلب", "حلب"]),
        ("استهداف مدينة #عفرين", ["عفرين"]),
        ("فتح الباب وخرج من القصر", []),
        ("الوحدة الشمالية في الشمال", []),
        ("", []),
    ],
)
def test_names_where_a_place_is_named(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    assert [text[m.start : m.end] for m in find(text, renown(gazetteer))] == expected


def test_letters_written_together_are_left_out_and_the_article_is_whole(gazetteer: Gazetteer) -> None:
    text = "عادوا من الحسكة، ثم توجهوا للحسكة"
    found = find(text, renown(gazetteer))
    assert [(m.name, text[m.start : m.end]) for m in found] == [("الحسكة", "الحسكة"), ("الحسكة", "لحسكة")]


def test_countries_and_regions(gazetteer: Gazetteer) -> None:
    found = find("بين تركيا وسوريا والشرق الأوسط", renown(gazetteer))
    assert [mention.name for mention in found] == ["تركيا", "سوريا", "الشرق الأوسط"]
