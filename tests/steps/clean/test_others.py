"""What a page says twice, its menus, and the headlines of other articles on it."""

from __future__ import annotations

import pytest

from sijil.steps.clean.furniture import furniture_of
from sijil.steps.clean.pasted import blocks

LEAD = "قتل ثلاثة مدنيين وأصيب خمسة آخرون اليوم بقصف مدفعي على بلدة تلحسون."


def read(content: str, title: str = "") -> list[tuple[str, str]]:
    return [(block.role, content[block.start : block.end]) for block in blocks(content, title)]


def test_of_a_post_shown_cut_and_whole_the_whole_is_read() -> None:
    cut, whole = "قتل ثلاثة مدنيين وأصيب خمسة آخرون...", "قتل ثلاثة مدنيين وأصيب خمسة آخرون بقصف على بلدة تلحسون أمس."
    assert read(f"{cut}\n\n{whole}") == [("body", whole)]


def test_short_lines_go_only_where_a_longer_one_is_told_twice() -> None:
    names = "1- سامي علي\n2- ليلى حسن\n"
    assert len(read(f"{LEAD}\n{names}{LEAD}\n{names}")) == 3
    assert len(read(f"{LEAD}\n{names}وفي قرية أخرى قتل اثنان:\n{names}")) == 6


def test_a_paragraph_that_is_printed_twice_is_read_once() -> None:
    assert read(f"{LEAD}\n\n{LEAD}") == [("body", LEAD)]


def test_a_menu_above_the_article_is_furniture() -> None:
    assert read(f"قضايا الناس\nبيئة ومناخ\nطقس اليوم\nمدن وقرى\n{LEAD}") == [("body", LEAD)]


def test_headlines_unlike_the_title_above_the_article_are_others() -> None:
    others = "افتتاح معرض الكتاب في المدينة\nارتفاع أسعار الخبز في الأسواق\nفريق المدينة يفوز بالكأس مجدداً"
    title = "قتلى مدنيون بقصف على تلحسون"
    assert read(f"{others}\n{title}\n{LEAD}", title) == [("headline", title), ("body", LEAD)]
    assert len(read(f"{others}\n{LEAD}")) == 4


def test_a_headline_between_arabic_paragraphs_is_a_link() -> None:
    content = f"{LEAD}\nافتتاح معرض الكتاب السنوي في المدينة اليوم\nالقصف مستمر\nوأضاف المصدر أن القصف مستمر."
    assert [role for role, _ in read(content)] == ["body", "heading", "body"]


@pytest.mark.parametrize(
    "line", ["مقالات ذات صلة", "اقرأ أيضاً", "السابق", "الأكثر قراءة", "اخترنا لكم", "أخبار ذات صلة"]
)
def test_arabic_teasers_end_an_article(line: str) -> None:
    assert read(f"{LEAD}\n{line}\nمقتل عشرة أشخاص في بلدة أخرى…") == [("body", LEAD)]


@pytest.mark.parametrize("line", ["اترك تعليقاً", "التعليقات (3)", "كلمات مفتاحية", "جميع الحقوق محفوظة"])
def test_after_an_arabic_tail_nothing_belongs_to_the_article(line: str) -> None:
    assert read(f"{LEAD}\n{line}\nقتل عشرة أشخاص في بلدة أخرى أمس.") == [("body", LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "شارك على", "128 زيارة", "منذ سنة", "إعداد: سامي علي – تحرير: ليلى حسن", "الرئيسية", "الآن", "تابعنا على :",
        "لمتابعة كل جديد اشترك في قناة تلحسون على تلغرام", "تويتر", "— سامي (@sami_1) August 19, 2022",
        "صدر الصورة، تلحسون",
    ],
)  # fmt: skip
def test_arabic_furniture_lines_are_in_no_block(line: str) -> None:
    assert read(f"{LEAD}\n{line}\n{LEAD[:-1]} أيضاً.")[1:] == [("body", f"{LEAD[:-1]} أيضاً.")]


def test_more_is_cut_off_the_end_of_a_line() -> None:
    assert read("قتل ثلاثة مدنيين بقصف على تلحسون.عرض المزيد https://example.org/x") == [
        ("body", "قتل ثلاثة مدنيين بقصف على تلحسون.")
    ]


def test_an_arabic_paragraph_without_a_full_stop_is_known_by_its_verb() -> None:
    known = furniture_of(LEAD)
    assert known.begins_body("وأصيب عنصران بجروح") and known.begins_body("قُتل رجل")
    assert not known.begins_body("مقتل رجل") and not furniture_of("Five died").begins_body("Five died")


def test_numbered_names_are_items_without_a_space_too() -> None:
    assert [role for role, _ in read(f"{LEAD}\n1- سامي علي\n2.ليلى حسن\n-3 نساء")] == ["body", "item", "item", "item"]
