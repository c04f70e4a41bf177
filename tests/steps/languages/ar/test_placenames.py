"""Names of places in Arabic sentences: which words they are, how wide they are, what they lie in."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.ar.placenames import spots
from sijil.steps.languages.ar.text import sentences
from sijil.steps.reading.scene import Spot


def found(text: str) -> list[Spot]:
    return [spot for s in sentences(Text(text, (Block(0, len(text), "body"),))) for spot in spots(s)]


def names(text: str) -> list[str]:
    return [spot.name for spot in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف مدفعي على قرية تلحسون أدى إلى إصابة طفل", ["تلحسون"]),
        ("استهدفت غارة بلدة سرمين مساء اليوم", ["سرمين"]),
        ("قصفت المدفعية قريتي حميران وزويرة فجراً", ["حميران وزويرة"]),
        ("بين بلدتيّ تلحسون وكفرجون", ["تلحسون وكفرجون"]),
        ("غارات على قرى تل الحسون، وكفر جون، والزويرة وأم الدرج", ["تل الحسون، وكفر جون، والزويرة وأم الدرج"]),
        ("انفجار لغم قرب كفر تعال", ["كفر تعال"]),
        ("جرح مدني في قرية عين الدلب", ["عين الدلب"]),
        ("قصف محيط قرية تلحسون", ["محيط قرية تلحسون"]),
        ("قصف أطراف مدينة جسر الشغور ومحيط قرية تلحسون", ["أطراف مدينة جسر الشغور ومحيط قرية تلحسون"]),
        ("انفجار في حي الزويرة بمدينة منبج", ["حي الزويرة", "منبج"]),
        ("سقوط قذيفة قرب دوار النخلة", ["دوار النخلة"]),
        ("استهداف سيارة على طريق منبج - جرابلس", ["طريق منبج - جرابلس"]),
        ("قصف قرية “الزويرة” بالهاون", ["الزويرة"]),
        ("سقطت قذائف في دير_الزور", ["دير الزور"]),
        ("نقلوا إلى الحسكة وغادروا للحسكة", ["الحسكة", "الحسكة"]),
        ("اشتباكات على محور تلحسون", ["تلحسون"]),
        ("مقتل شاب في مدينة إدلب", ["مدينة إدلب"]),
        ("في قرية أورم الكبرى", ["أورم الكبرى"]),
        ("مدينة تل رفعت وريفها", ["تل رفعت وريفها"]),
        ("في قرية تلحسون\u200f جنوبي حلب", ["تلحسون", "جنوبي حلب"]),
    ],
)
def test_a_name_runs_as_far_as_its_words_go(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("في بلدة تلحسون بريف حلب الغربي", "تلحسون", "ريف حلب الغربي"),
        ("في مدينة #جرابلس بريف #حلب الشرقي", "جرابلس", "ريف حلب الشرقي"),
        ("قرية تلحسون التابعة لناحية شيراوا في عفرين", "تلحسون", "ناحية شيراوا"),
        ("قرية تلحسون الواقعة جنوبي إدلب", "تلحسون", "جنوبي إدلب"),
        ("بلدة تلحسون، شمال غربي حماة", "تلحسون", "شمال غربي حماة"),
        ("قرية تلحسون في محافظة درعا", "تلحسون", "محافظة درعا"),
        ("حي الزويرة ببلدة ذيبان", "حي الزويرة", "ذيبان"),
        ("قرية تلحسون. بريف حلب", "تلحسون", None),
    ],
)
def test_the_larger_place_is_the_one_told_right_behind(text: str, name: str, within: str | None) -> None:
    assert {spot.name: spot.within for spot in found(text)}[name] == within


def test_what_only_places_another_is_no_spot_of_its_own() -> None:
    assert names("اشتباكات في بلدة تلحسون بالريف الشمالي") == ["تلحسون"]
    assert names("استهدف معمل النور في بلدة تلحسون") == ["تلحسون"]
    assert names("قصف معاقلهم بالريف الشمالي") == ["الريف الشمالي"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("الحرب في سوريا", 0),
        ("في محافظة درعا", 1),
        ("في ريف إدلب الجنوبي", 1),
        ("شمال وشرق سوريا", 1),
        ("في الريف الشمالي", 1),
        ("في مدينة حلب", 2),
        ("في ريف عفرين", 2),
        ("في بلدة تلحسون", 3),
        ("في قرية تلحسون", 4),
        ("في مخيم الزويرة", 4),
    ],
)
def test_levels_go_from_the_country_to_the_spot(text: str, level: int) -> None:
    assert [spot.level for spot in found(text)] == [level]


@pytest.mark.parametrize(
    ("text", "lead", "of_event"),
    [
        ("قتل مدني في قرية تلحسون", "in", True),
        ("قتل مدني بقرية تلحسون", "in", True),
        ("قصف على قرية تلحسون", "on", True),
        ("استهدفت قرية تلحسون", "hit", True),
        ("قصفت طائرات حربية مجهولة قرية تلحسون", "hit", True),
        ("إصابة عدد من المدنيين في منازل أهالي قرية تلحسون", "", True),
        ("قتيل من أهالي قرية تلحسون", "", False),
        ("انفجار بالقرب من قرية تلحسون", "near", True),
        ("قصف شمال مدينة إدلب", "near", True),
        ("القتيل من قرية تلحسون", "from", False),
        ("نازح من أهالي مدينة سراقب", "", False),
        ("شاب ينحدر من محافظة إدلب", "from", False),
        ("المدفعية المتمركزة في معسكر الزويرة", "in", False),
        ("أفاد مراسلنا في حلب", "in", False),
        ("غارات على عدد من قرى الزويرة", "in", True),
    ],
)
def test_origin_and_where_fire_comes_from_are_no_places_of_the_event(text: str, lead: str, of_event: bool) -> None:
    assert [(spot.lead, spot.of_event) for spot in found(text)] == [(lead, of_event)]


@pytest.mark.parametrize(
    "text",
    [
        "", "🔴", "Breaking news from the north", "قوات سوريا الديمقراطية قصفت", "مجلس دير الزور العسكري",
        "الإدارة الذاتية لشمال وشرق سوريا", "الجيش السوري وصل إلى القرية", "في مدينة أخرى", "تلفزيون سوريا",
        "السيدة فاطمة وابنها", "قصف المنطقة", "مناطق سيطرة النظام", "على لسان المتحدث", "مخيم للنازحين", "طريق مسدود",
        "محيط المدينة",
    ],
)  # fmt: skip
def test_parties_common_nouns_and_other_scripts_are_no_places(text: str) -> None:
    assert names(text) == []


def test_a_spot_stands_where_its_name_does_behind_letters_and_marks() -> None:
    text = "قُتل شابٌّ بِـمدينةِ حَلَب ولمنبج"
    assert [text[s.start : s.end] for s in found(text)] == ["مدينةِ حَلَب", "منبج"]
    assert names(text) == ["مدينة حلب", "منبج"]


def test_long_lines_take_time_in_proportion() -> None:
    assert len(found("قصف على قرية تلحسون ومحيط بلدة الزويرة " * 2500)) >= 2500


@pytest.mark.parametrize(
    "words", ["شمال ريف ", "محيط ريف شمال قرى ", "ريف محيط ", "و و ", "قرى حلب و", "# ", "في قرية “"]
)
def test_words_without_end_or_name_are_survived(words: str) -> None:
    assert isinstance(found(words * 500), list)
