"""Quotes in the words that rules of the field ask for."""

from __future__ import annotations

import pytest

from sijil.steps.languages import pack_of
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Six raids on the besieged district", "six raids on the besieged district"),
        ("فرضت قوات النظام حصاراً على البلدة", "siege"),
        ("والمحاصرين في الحي", "siege"),
        ("كسر الحصار عن البلدة", "siege broken"),
        ("نقصٌ حادّ في الأدوية", "shortage"),
        ("نقص حاد في الأدوية", "medicine"),
        ("نقـص في حليب الأطفال", "infant formula"),
        ("بوقف إطلاق النار", "ceasefire"),
        ("إصابة ٢٥ شخصاً", "25"),
        ("عشرات الجرحى", "tens"),
    ],
)
def test_an_expression_stands_for_its_english_words(quote: str, said: str) -> None:
    assert said in gloss(quote)


def test_the_longest_expression_is_taken_and_other_words_stay_where_they_are() -> None:
    assert gloss("حليب الأطفال") == "infant formula"
    assert gloss("نفت الوزارة ذلك").endswith("this")
    assert "siege" not in gloss("قصف سوق البلدة")


def test_a_language_without_a_gloss_says_its_own_words() -> None:
    assert gloss("Осада ГОРОДА") == "осада города"


def test_every_english_word_of_the_arabic_gloss_is_asked_for_by_some_rule() -> None:
    from sijil.rules import load

    asked: list[str] = []

    def strings(value: object) -> None:
        if isinstance(value, str):
            asked.append(value)
        elif isinstance(value, dict):
            asked.extend(map(str, value))
            for one in value.values():
                strings(one)
        elif isinstance(value, list):
            for one in value:
                strings(one)

    files = ("access", "agreements", "control", "displacement", "link", "assess/airwars", "en/denying", "en/numbers")
    for name in (*files, "en/figures"):
        strings(load(name))
    unasked = [
        meaning for meaning in pack_of("ar").rules("gloss")
        if not has_any(meaning, [word for word in asked if word]) and meaning != "survived"
    ]  # fmt: skip
    assert unasked == []


def test_no_expression_stands_for_two_things() -> None:
    listed = [expression for one in pack_of("ar").rules("gloss").values() for expression in one]
    assert len(listed) == len(set(listed))
