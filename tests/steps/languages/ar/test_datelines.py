"""The day of an Arabic report: what it prints, what its publisher gives, what its text tells."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.steps.languages.ar.datelines import clock_of, dateline_of
from sijil.steps.languages.ar.periods import periods
from sijil.steps.reading.clock import Clock

BODY = "أصيب مدنيان بجروح جراء قصف مدفعي استهدف أطراف قرية الدالية في الريف الشرقي صباح اليوم، وأسعفهما السكان."


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("الاثنين, ١٠ مارس ٢٠٢٥, ١٩:٣٢", date(2025, 3, 10)),
        ("2022-11-23\n128 زيارة", date(2022, 11, 23)),
        ("28 تشرين الأول/ أكتوبر 2022", date(2022, 10, 28)),
        ("٢٠٢٤/٠٧/١٨", date(2024, 7, 18)),
        ("وكالة النهر\n\n18/08/2021\n\n4:36 م", date(2021, 8, 18)),
        ("تاريخ النشر: 2022/11/23", date(2022, 11, 23)),
        ("نشر في 12 كانون الثاني 2020", date(2020, 1, 12)),
        ("آخر تحديث: 27.07.2023 | 11:42 دمشق", date(2023, 7, 27)),
        ("June 9, 2022, 11:36 am", date(2022, 6, 9)),
        ("October 31, 2024 at 9:02 AM", date(2024, 10, 31)),
        ("2:35 م, الثلاثاء, 7 سبتمبر 2021", date(2021, 9, 7)),
        ("الأحد 2021/09/19", date(2021, 9, 19)),
    ],
)
def test_a_line_that_prints_the_day(printed: str, day: date) -> None:
    content = f"قصف على قرية الدالية\n\n{printed}\n\n{BODY}"
    clock = clock_of(content, None)
    assert (clock.base, clock.guessed) == (day, False)
    dateline = dateline_of(content, clock)
    assert dateline is not None and dateline.printed
    assert content[dateline.start : dateline.end] in printed


@pytest.mark.parametrize(
    "head",
    [
        "النهرية 5 يناير 2022 (وكالة النهر) -- ",
        "(النهرية، 5 كانون الثاني/يناير 2022) – ",
        "النهرية/ 5 كانون الثاني 2022/ ",
    ],
)
def test_a_dateline_before_the_first_sentence(head: str) -> None:
    assert clock_of(f"عنوان\n\n{head}{BODY} {BODY}", None) == Clock(date(2022, 1, 5))
    caption = clock_of(f"عنوان\n\n{head}\n\n{BODY}", None)
    assert caption.guessed or caption.base == date(2022, 1, 5)


def test_a_post_has_its_own_stamp_and_not_those_of_the_comments() -> None:
    post = (
        "شبكة النهر@nahr_netعاجل | قصف على قرية الدالية اليوم00:009:29 AM · Dec 2, 20241.8KViews114292\n\n"
        "قارئ@someone12Dec 5, 2024الله المستعان3"
    )
    assert clock_of(post, None).base == date(2024, 12, 2)
    thread = "شبكة النهر@nahr_netNov 28, 2024قصف على قرية الدالية اليوم"
    assert clock_of(thread, None).base == date(2024, 11, 28)


@pytest.mark.parametrize(
    "content",
    [
        f"{BODY}\n\nمنذ سنة",
        f"{BODY}\n\nمنذ 3 أيام",
        f"{BODY}\n\n— شبكة النهر (@nahr_net) June 24, 2023\n\n{BODY}",
        f"صورة من الأرشيف- أيار 2021 (شبكة النهر)\n\n{BODY}",
        f"{BODY * 3}\n\nمجزرة الدالية في 16 نيسان 2013\n\n{BODY}",
        f"{BODY} " * 8 + "\n\nعنوان خبر آخر\n\n2022/09/29\n\nعنوان ثالث\n\n2022/09/29\n\nعنوان رابع",
    ],
)
def test_what_prints_no_day(content: str) -> None:
    assert dateline_of(content, Clock(None)) is None
    assert clock_of(content, None).base is None


def test_the_printed_day_wins_over_the_publication_date_unless_years_lie_between() -> None:
    content = f"عنوان\n\n2022-11-23\n\n{BODY}"
    assert clock_of(content, date(2022, 11, 25)).base == date(2022, 11, 23)
    assert clock_of(content, date(2031, 1, 1)).base == date(2031, 1, 1)
    assert clock_of(BODY, date(2022, 11, 25)).base == date(2022, 11, 25)


def test_a_page_that_was_updated_later_counts_from_the_day_on_which_it_was_written() -> None:
    content = f"آخر تحديث: 23.11.2022 | 10:04 دمشق\n\nقتل مدني، اليوم الاثنين، بقصف على قرية الدالية.\n\n{BODY}"
    assert clock_of(content, None).base == date(2022, 11, 21)


@pytest.mark.parametrize(
    ("content", "base"),
    [
        ("أصيب مدني اليوم الجمعة ٤ آب/أغسطس ٢٠٢٣ بقصف على القرية.", date(2023, 8, 4)),
        ("قتل مدنيان يوم أمس، 19 كانون الأول 2024، في القرية.", date(2024, 12, 20)),
        ("أصيب مدني اليوم الجمعة 19 آب.\n\nاستجابت الفرق منذ بداية العام الحالي 2022 لهجمات.", date(2022, 8, 19)),
        ("أصيب مدني اليوم الجمعة 19 آب.\n\nوكانت القرية قصفت في عام 2021 وعام 2022.", date(2022, 8, 19)),
        ("أصيب مدني اليوم الجمعة 19 آب.\n\nوكانت القرية قصفت في عام 2021.", None),
        ("أصيب مدني اليوم السبت 21 كانون ثاني/ يناير.", None),
        ("أصيب مدني مساء الاثنين.\n\nوسيطرت الفصائل على البلدة في 20 كانون الثاني 2018.", None),
    ],
)
def test_a_report_that_prints_no_day_may_tell_it(content: str, base: date | None) -> None:
    clock = clock_of(content + " وأسعف السكان المصاب إلى مشفى المدينة القريب." * 6, None)
    assert (clock.base if not clock.guessed else None) == base


def test_a_full_date_in_the_head_is_what_other_times_are_counted_from() -> None:
    content = "حصاد الأحداث ليوم الجمعة 19-11-2021\n\nحلب: أصيب مدني يوم أمس الخميس."
    clock = clock_of(content, None)
    assert (clock.base, clock.guessed) == (date(2021, 11, 19), True)
    assert [when.period.iso for when in periods("أصيب مدني يوم أمس الخميس", clock)] == ["2021-11-18"]


def test_the_date_of_an_agreement_fixes_no_year() -> None:
    content = (
        BODY + " " + BODY + " " + BODY + " وأصيب آخر في 9 نيسان.\n\nخرق لاتفاق وقف إطلاق النار الموقع في 5 آذار 2020."
    )
    assert clock_of(content, None).year is None


@pytest.mark.parametrize("content", ["", " ", "123", "@", "Dec 40, 2024", "31/02/2022", "😀" * 50, "ا" * 100_000])
def test_any_input(content: str) -> None:
    assert clock_of(content, None).base is None
