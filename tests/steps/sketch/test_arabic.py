"""What an Arabic text is told by: rare words without what is written together with them, days without years."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.clean import clean
from sijil.steps.read import read_bytes
from sijil.steps.sketch import sketch
from sijil.steps.sketch.story import names
from sijil.steps.sketch.yearless import monthdays, weekdays


def keys(*texts: str) -> list[str]:
    return [name for name, _ in names(texts)]


def test_names_are_rare_words_whatever_is_written_together_with_them() -> None:
    assert keys("قصف على كنصفرة") == keys("القصف طال محيط كنصفرة وكنصفرة") == ["كنصفره"]
    assert keys("استهدفت الأتارب", "جرحى في #الأتارب") == ["اتارب"]


def test_hamza_and_diacritics_make_no_word_rare() -> None:
    assert keys("أَصابت القذيفةُ المسؤولَ عن المؤسسة") == keys("اصابت القذيفه المسؤول عن المؤسسه") == []


def test_what_every_report_of_an_attack_tells_is_no_name() -> None:
    told = "استشهاد طفلين وإصابة ثلاثة مدنيين بقصفٍ مدفعي لقوات النظام، وانتشلت فرق الدفاع المدني جثامينهم"
    assert keys(told) == []


def test_broken_words_are_no_names() -> None:
    assert keys("استشـ ـهاد مدنيين بقصـ.ـف على الفطيرة") == ["فطيره"]


def test_a_page_in_both_scripts_has_the_names_of_both() -> None:
    assert keys("قصف كنصفرة today. The Kansafra bakery was hit in Kansafra.") == ["kansafra", "كنصفره"]


def test_days_without_a_year_are_kept_in_both_languages() -> None:
    assert monthdays(["اليوم الجمعة ٦ تشرين الأول", "on Friday, October 6"]) == ((10, 6),)
    assert monthdays(["6 من شهر أكتوبر 2023 و7/آب", "the 7th of August"]) == ((8, 7), (10, 6))


def test_numbers_beside_small_words_are_no_days() -> None:
    assert monthdays(["it may 5 times", "12:30 March", "أصيب 45 في آذار", "آب"]) == ()


def test_weekdays_in_both_languages() -> None:
    assert weekdays(["مساء اليوم الخميس، بعد قصف الأربعاء", "on Monday"]) == (0, 2, 3)
    assert weekdays(["جمعة الخير", "خميس أبو أحمد"]) == ()


def test_a_sketch_holds_them() -> None:
    report = read_bytes("قصف صاروخي على كنصفرة اليوم الجمعة 6 تشرين الأول".encode(), doc="r", retrieval="test")
    found = sketch(report, clean(report))
    assert (dict(found.names), found.monthdays, found.weekdays) == ({"كنصفره": 40}, ((10, 6),), (4,))
    assert date(2023, 10, 6) not in found.days


@given(st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" \n0123-ab"), max_size=200))
def test_any_text_has_a_sketch_and_always_the_same(text: str) -> None:
    assert names([text]) == names([text])
    assert monthdays([text]) == monthdays([text]) and weekdays([text]) == weekdays([text])
