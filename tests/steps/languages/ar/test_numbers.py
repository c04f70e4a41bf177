"""Numbers in Arabic words and digits, with their bounds."""

from __future__ import annotations

import pytest

from sijil.model.figure import Figure
from sijil.steps.languages.ar.numbers import Number, counted, number_at
from sijil.steps.languages.ar.text import words_of


def read(text: str) -> Number | None:
    words = words_of(text)
    return next((n for i in range(len(words)) if (n := number_at(words, i))), None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 مدنيين", 5, 5),
        ("٥ مدنيين", 5, 5),
        ("و17 جريحا", 17, 17),
        ("خمسة مدنيين", 5, 5),
        ("وخمس نساء", 5, 5),
        ("ثلاثة عشر شخصا", 13, 13),
        ("أحد عشر شخصا", 11, 11),
        ("إحدى عشرة امرأة", 11, 11),
        ("اثني عشر مدنيا", 12, 12),
        ("ثلاثة وعشرين مدنيا", 23, 23),
        ("خمسين شخصا", 50, 50),
        ("مئة وخمسة وعشرين شخصا", 125, 125),
        ("مائتي شخص", 200, 200),
        ("ثلاثمئة شخص", 300, 300),
        ("ثلاث مئة شخص", 300, 300),
        ("1,200 شخص", 1200, 1200),
        ("350 ألف نازح", 350_000, 350_000),
        ("ألفي عائلة", 2000, 2000),
        ("ثلاثة آلاف وخمسمئة نازح", 3500, 3500),
        ("مليون ونصف", 1_500_000, 1_500_000),
        ("نصف مليون شخص", 500_000, 500_000),
        ("عشرات المدنيين", 20, None),
        ("مئات العائلات", 200, None),
        ("عشرات الآلاف من المدنيين", 20_000, None),
        ("عدد من الجرحى", 3, None),
        ("عدداً من الشبان", 3, None),
        ("عدة مدنيين", 3, None),
        ("أكثر من 40 قذيفة", 41, None),
        ("بأكثر من أربعين قذيفة", 41, None),
        ("أكثر من عشرة أشخاص", 11, None),
        ("ما لا يقل عن سبعة مدنيين", 7, None),
        ("لا يقل عن سبعة", 7, None),
        ("ما يصل إلى ست سيدات", None, 6),
        ("أقل من عشرة أشخاص", None, 9),
        ("بين 3 و5 مدنيين", 3, 5),
        ("5-7 مدنيين", 5, 7),
        ("خمسة إلى سبعة مدنيين", 5, 7),
        ("أكثر من مئة شخص", 101, None),
        ("أكثر من عشرات المدنيين", 20, None),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None) -> None:
    number = read(text)
    assert number is not None
    assert (number.figure.low, number.figure.high) == (low, high)


@pytest.mark.parametrize("text", ["بنحو 350 شخصا", "قرابة عشرين قذيفة", "حوالي عشرة مدنيين", "ما يقارب مئة عائلة"])
def test_about_keeps_both_ends_and_says_so(text: str) -> None:
    number = read(text)
    assert number is not None and number.figure.approx and number.figure.low == number.figure.high


def test_a_bound_behind_the_noun() -> None:
    words = words_of("خمسة مدنيين على الأقل بقصف")
    number = number_at(words, 0)
    assert number is not None
    assert counted(number, words, 2).figure == Figure(5, None)


@pytest.mark.parametrize(
    "text", ["يوم الأحد", "أحد المنازل", "إحدى السيارات", "الثالث من الشهر", "الخامسة صباحا", "ستشهد البلدة"]
)
def test_words_that_are_no_numbers(text: str) -> None:
    assert read(text) is None


def test_five_and_three_are_two_numbers() -> None:
    words = words_of("خمسة رجال وثلاثة أطفال")
    assert [n.figure.low for i in range(len(words)) if (n := number_at(words, i))] == [5, 3]
    words = words_of("5 و3")
    assert [n.figure.low for i in range(len(words)) if (n := number_at(words, i))] == [5, 3]


def test_a_percentage_is_told() -> None:
    number = read("50% من السكان")
    assert number is not None and number.figure.unit == "percent"
