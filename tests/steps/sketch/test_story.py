"""What a text is told by: its rarer names, ages, days; nothing that any text may have."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.report import Report
from sijil.steps.clean import clean
from sijil.steps.read import read_bytes
from sijil.steps.sketch import sketch
from sijil.steps.sketch.story import ages, names


def keys(*texts: str) -> list[str]:
    return [name for name, _ in names(texts)]


def report(text: str, published: date | None = None) -> Report:
    return read_bytes(text.encode(), doc="r", retrieval="test", published=published)


def test_rare_names_are_kept_and_rarer_ones_weigh_more() -> None:
    found = dict(names(["Shells hit a bakery in Kansafra near Dr Lawson's house."]))
    assert set(found) == {"kansafra", "lawson"}
    assert found["kansafra"] > found["lawson"] >= 18


def test_parties_offices_days_and_provinces_tell_no_story() -> None:
    assert keys("The Syrian Observatory said on Friday that Russian forces hit the Idlib countryside.") == []


def test_a_word_that_opens_a_sentence_or_is_written_small_elsewhere_is_no_name() -> None:
    assert keys("He ran. Thunder came.", "A Fatal Blow", "the blow was fatal") == []


def test_capitals_throughout_tell_nothing_so_only_words_of_no_list_do() -> None:
    assert keys("SHELLS HIT THE MARKET OF KANSAFRA AND KILLED FIVE") == ["kansafra"]


def test_arabic_names_are_words_of_no_list() -> None:
    assert "كنصفره" in keys("قصف مدفعي على بلدة كنصفرة") and "على" not in keys("قصف مدفعي على بلدة كنصفرة")


def test_ages_in_english_and_arabic() -> None:
    assert ages(["A 4-year-old boy and Sami, 31, aged 250", "طفل عمره 7 سنوات"]) == (4, 7, 31)


def test_days_are_counted_from_the_day_of_the_report() -> None:
    told = report("The market was hit on Friday. It had been hit on 3 January 2020.", date(2020, 1, 26))
    assert sketch(told, clean(told)).days == (date(2020, 1, 3), date(2020, 1, 24))


def test_arabic_tells_days_and_a_language_without_a_pack_none() -> None:
    told = report("قصف يوم الجمعة", date(2020, 1, 26))
    assert sketch(told, clean(told)).days == (date(2020, 1, 24),)
    told = report("Обстрел в пятницу", date(2020, 1, 26))
    assert sketch(told, clean(told)).days == ()


@given(st.text(max_size=300))
def test_any_text_has_a_sketch_and_always_the_same(text: str) -> None:
    assert names([text]) == names([text])
    assert ages([text]) == ages([text])
