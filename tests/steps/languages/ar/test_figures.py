"""Casualty figures of Arabic sentences: what is counted, of whom, and what befell them."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.ar.figures import figures
from sijil.steps.languages.ar.text import sentences
from sijil.steps.reading.draft import Draft


def read(text: str, listed: str | None = None) -> list[Draft]:
    found = sentences(Text(text, (Block(0, len(text), "body"),)))
    return [draft for sentence in found for draft in figures(sentence, listed)]


def told(text: str, listed: str | None = None) -> list[tuple[str | None, str | None, int | None, int | None]]:
    return [(d.measure, d.group, d.figure.low, d.figure.high) for d in read(text, listed) if d.figure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل مدني بقصف على البلدة", [("killed", "civilians", 1, 1)]),
        ("مقتل طفلين بانفجار لغم", [("killed", "children", 2, 2)]),
        ("أصيب مدنيان اثنان بجروح", [("injured", "civilians", 2, 2)]),
        ("إصابة مزارعين اثنين", [("injured", "civilians", 2, 2)]),
        ("مقتل مدنيين بقصف مدفعي", [("killed", "civilians", 1, None)]),
        ("استشهاد ثلاثة أشخاص", [("killed", "people", 3, 3)]),
        ("استشـ ـهاد 4 نساء", [("killed", "women", 4, 4)]),
        ("وأسفر القصف عن إصابة 12 شخصاً مدنياً", [("injured", "civilians", 12, 12)]),
        ("سقط خمسة شهداء و17 جريحاً", [("killed", "civilians", 5, 5), ("injured", "people", 17, 17)]),
        ("سقوط عشرات الجرحى", [("injured", "people", 20, None)]),
        ("خلفت الغارة قتيلين وجريحا", [("killed", "people", 2, 2), ("injured", "people", 1, 1)]),
        ("وجرحى بينهم طفل", [("injured", "people", 1, None), ("injured", "children", 1, 1)]),
        ("راح ضحيتها 12 مواطناً، بينهم 6 أطفال", [("killed", "civilians", 12, 12), ("killed", "children", 6, 6)]),
        ("مقتل وإصابة 9 مدنيين", [("casualties", "civilians", 9, 9)]),
        ("30 مدنياً بين قتيل وجريح", [("casualties", "civilians", 30, 30)]),
        ("ثلاثة مدنيين قتلوا في البلدة", [("killed", "civilians", 3, 3)]),
        ("اعتقلت القوات خمسة شبان", [("held", "people", 5, 5)]),
        ("العثور على جثة شاب", [("killed", "people", 1, 1)]),
        ("ارتفاع عدد القتلى إلى 14", [("killed", "people", 14, 14)]),
        ("مقتل ما لا يقل عن سبعة مدنيين", [("killed", "civilians", 7, None)]),
        ("مقتل طفل وامرأة", [("killed", "children", 1, 1), ("killed", "women", 1, 1)]),
        ("استشهاد مواطن وإصابة 10 آخرين", [("killed", "civilians", 1, 1), ("injured", "civilians", 10, 10)]),
        ("قُتل محمد حسن الموسى برصاص مجهولين", [("killed", "people", 1, 1)]),
        ("أصيب بجروح طفيفة", [("injured", "people", 1, 1)]),
        ("مقتل عنصرين من التنظيم", [("killed", "combatants", 2, 2)]),
        ("إصابة أحد المسعفين", [("injured", "medics", 1, 1)]),
        ("دون وقوع إصابات", [("casualties", "people", 0, 0)]),
        ("ولم ترد معلومات عن خسائر بشرية", [("casualties", "people", 0, 0)]),
        ("دون ضحايا مدنيين", [("casualties", "civilians", 0, 0)]),
        ("تقل شخصين على الطريق، ما أدى لمقتلهما", [("killed", "people", 2, 2)]),
        ("ما أدى لإصابته بجروح", [("injured", "people", 1, 1)]),
        ("جثتي مدنيين في البلدة", [("killed", "civilians", 2, 2)]),
        ("أصيب والده ووالدته", [("injured", "people", 1, 1), ("injured", "women", 1, 1)]),
        ("شهداء: 7", [("killed", "civilians", 7, 7)]),
        ("مقتل أم وأطفالها الأربعة", [("killed", "women", 1, 1), ("killed", "children", 4, 4)]),
        ("ثلاثة قضوا وأربعة أصيبوا", [("killed", "people", 3, 3), ("injured", "people", 4, 4)]),
        ("انتشال جثامين خمسة مدنيين", [("killed", "civilians", 5, 5)]),
        ("ما أدى لإصابتين", [("injured", "people", 2, 2)]),
    ],
)
def test_people_are_counted_with_what_befell_them(text: str, expected: list[tuple[str, str, int, int | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "برصاص عناصر من الشرطة",
        "يبلغ من العمر 28 سنة",
        "عند الساعة 5 مساء",
        "في 16 نيسان 2013",
        "القوات المسلحة قصفت البلدة",
        "وهو أب لخمسة أطفال",
        "درعا24 وكالة",
        "تهدد حياة المدنيين",
        "برصاصة واحدة",
        "الذكرى في 21 آب 2013 قتل",
        "يقتل المباراة في الدقيقة 5 ويفوز 3-0",
        "320 إصابة جديدة بفيروس كورونا",
        "حكمت محكمة بإعدام أربعة",
        "قال الدفاع المدني إن فرقه تعمل",
        "على يد فرع المنطقة 227",
        "",
        "😀 https://example.org/1234",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert told(text) == []


def test_a_part_is_a_part() -> None:
    whole, children, women = read("أصيب 10 مدنيين بينهم طفلان و4 نساء بجروح")
    assert (whole.part_of, children.part_of, women.part_of) == (False, True, True)
    assert whole.numbered and children.measure == women.measure == "injured"


def test_what_follows_a_part_with_its_own_harm_is_none() -> None:
    *_, injured = read("استشهد خمسة مدنيين بينهم طفل، وأصيب آخرون")
    assert (injured.measure, injured.part_of, injured.group) == ("injured", False, "civilians")


def test_a_bound_reaches_over_coordinated_figures() -> None:
    men, women = read("مقتل ما لا يقل عن 45 رجلاً و20 امرأة")
    assert (men.figure, women.figure) == (type(men.figure)(45, None), type(men.figure)(20, None))


def test_items_take_what_their_list_announces() -> None:
    assert told("2. خديجة سالم", "killed") == [("killed", "people", 1, 1)]


def test_quotes_lead_back() -> None:
    text = "ما أدى إلى مقتـ.ـل طفلين"
    (draft,) = read(text)
    assert text[draft.start : draft.end] == "مقتـ.ـل طفلين"


@pytest.mark.parametrize("text", ["فقد بلغ عددهم 8965 شخصاً", "قصف الأحد أطفال المدينة"])
def test_particles_and_days_count_nobody(text: str) -> None:
    assert not [row for row in told(text) if row[0] is not None]


def test_lost_people_are_missing() -> None:
    assert told("فُقد ثلاثة أطفال في النهر") == [("missing", "children", 3, 3)]
    assert told("طفلة ووالدتها أصيبتا بجروح")[0][0] == "injured"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("نفت الوزارة مقتل مدنيين", "denied"),
        ("الأنباء عن مقتل 20 مدنياً عارية عن الصحة", "denied"),
        ("ونفى أن يكون قد قتل 70 مدنياً", "denied"),
        ("نفت مسؤوليتها عن القصف الذي أدى لمقتل 20 مدنياً", "reported"),
        ("وتوقع خبراء سقوط 300 قتيل", "projected"),
        ("أعلن مقتل 20 مدنياً", "reported"),
    ],
)
def test_harm_is_denied_or_foretold(text: str, status: str) -> None:
    assert {draft.status for draft in read(text)} == {status}


def test_nobody_harmed_twice_is_nobody() -> None:
    assert told("لم تسجل أي إصابات، ولم يسقط قتلى") == [("casualties", "people", 0, 0)]


def test_each_verb_has_its_own() -> None:
    assert told("إن جندياً واحداً قتل وأصيب 3 آخرون") == [("killed", "combatants", 1, 1), ("injured", "combatants", 3, 3)]
    assert told("وفاة 3 جرحى متأثرين")[0][0] == "killed"
