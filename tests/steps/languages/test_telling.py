"""Which language a report is in."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.model.report import Block, Text
from sijil.steps.clean import clean
from sijil.steps.languages import language, language_of, languages_in
from tests.web.sample import report


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Five civilians were killed in Saraqeb.", "en"),
        ("قتل خمسة مدنيين في غارة على سراقب", "ar"),
        ("В Саракибе погибли пять мирных жителей.", "und"),
        ("12 / 24 ...", "en"),
        ("قتل خمسة مدنيين في غارة على سراقب #Syria", "ar"),
        ("Five people died in Saraqeb (سراقب).", "en"),
        ("ab вг دذ", "und"),  # no script has more than half of the letters
    ],
)
def test_letters_tell_the_language(content: str, told: str) -> None:
    assert language_of(content) == told


def test_a_stated_language_goes_first() -> None:
    one = report("Five civilians were killed.\n", "one", "X", date(2020, 1, 24))
    assert language(clean(one), "ar-SY") == "ar"
    assert language(clean(one)) == "en"


def test_english_furniture_around_an_arabic_post_does_not_make_it_english() -> None:
    furniture = "Follow us on Twitter and on Facebook and on Telegram\nShare this article\n" * 3
    post = report(f"مقتل خمسة مدنيين بغارة على سوق سراقب\n{furniture}", "one", "X", None)
    assert language_of(post.content) == "en"
    assert language(clean(post)) == "ar"


def test_a_text_with_letters_of_two_scripts_may_be_in_two_languages() -> None:
    assert languages_in("Five people died in Saraqeb (سراقب).") == ("en", "ar")
    assert languages_in("سراقب") == ("ar",)
    assert languages_in("Саракиб") == ()


@pytest.mark.parametrize(
    "content",
    [
        "İdlib'de dün sabah düzenlenen hava saldırısında beş sivil öldü, on iki kişi yaralandı, birçok ev hasar gördü",
        "در حمله هوایی به شهر ادلب پنج غیرنظامی کشته و دوازده نفر زخمی شدند، چهار کودک در میان کشته‌شدگان هستند",
        "شام کے شہر ادلب میں فضائی حملے میں پانچ شہری ہلاک اور بارہ زخمی ہو گئے ہیں",
    ],
)
def test_another_language_in_the_same_letters_is_not_read(content: str) -> None:
    assert language(Text(content, (Block(0, len(content), "body"),))) == "und"
