"""The ledgers' own words in Arabic: conditions, reasons, agreements, who holds what, and what cannot be done."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sijil.exports.material import Shown
from sijil.model.claim import Claim
from sijil.model.ledger import AgreementRow
from sijil.rules import load
from sijil.web.language import gettext, speaking
from sijil.web.ledgers import sentences
from sijil.web.ledgers.holders import letters, mark, on_map
from sijil.web.ledgers.told import act, agreement, holder
from sijil.web.places import Places
from sijil.web.refusals import REFUSALS
from sijil.web.sheet import Worded
from sijil.web.told import plain
from tests.web.ledgers.test_holders import TOWN, state, word

MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")


def bare(text: str) -> str:
    """Without marks of direction."""
    return MARKS.sub("", text)


def labels() -> list[str]:
    """Every label of a condition that rules/access.toml can make."""
    rules = load("access")
    things = [*rules["items"], *rules["people"], *rules["general"].values(), "food, water"]
    known = {*rules["labels"].values(), *rules["eased"].values()}
    return sorted({label.format(item=thing) for label in known for thing in things})


def test_every_condition_act_and_reason_of_the_rules_has_arabic_words() -> None:
    because = [one["because"] for one in load("displacement")["criterion"]]
    with speaking("ar"):
        told = [plain(one) for one in (*labels(), *because)]
        told += [act(one["key"]) for one in load("control")["act"]]
    assert [one for one in told if re.search("[A-Za-z]", one)] == []
    assert plain("Shortage of food, water") == "Shortage of food, water"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Shortage of food, water", "نقص في الغذاء، المياه"),
        ("recommended for its place and time: the only source for this place and time",
         "موصى به لمكانه وفترته: المصدر الوحيد لهذا المكان وهذه الفترة"),
        ("beside C-1: it was reported later", "إلى جانب C-1: أُفيد به لاحقًا"),
        ("beside it: at least 400 by the report itself (C-2)", "إلى جانبه: ما لا يقل عن 400 بحسب التقرير نفسه (C-2)"),
        ("3 claims of attacks and harm after 2020-01-12 are claimed as violations, because their reports speak of"
         " breaches of it (SANA: «they broke it»; the report itself: «a breach»)",
         "ادعاءات الهجمات والأضرار بعد 12 كانون الثاني 2020 (3) تُعدّ خروقات مُدّعاة، لأن تقاريرها تتحدث عن خرقه"
         " (SANA: «they broke it»؛ التقرير نفسه: «a breach»)"),
        ("log-in: name or password is wrong", "تسجيل الدخول: الاسم أو كلمة المرور غير صحيح"),
    ],
)  # fmt: skip
def test_reasons_of_the_ledgers_are_told_by_their_patterns(line: str, told: str) -> None:
    with speaking("ar"):
        assert bare(plain(line)) == told


def test_what_cannot_be_done_is_told_without_english() -> None:
    with speaking("ar"):
        told = [re.sub(r"%\(\w+\)s", "", gettext(one)) for one in REFUSALS]
    assert [one for one in told if re.search("[A-Za-z]", one)] == []


def test_an_agreement_is_titled_by_its_kind_place_and_first_day() -> None:
    row = AgreementRow("A-1", "Ceasefire, Idlib, 12 Jan 2020", (), (), date(2020, 1, 12), (), (), (), (), ())
    with speaking("ar"):
        assert bare(agreement(row)) == "وقف إطلاق نار، إدلب، 12 كانون الثاني 2020"
    assert agreement(row) == row.title


def test_letters_and_marks_are_arabic_and_brackets_are_turned_for_the_map() -> None:
    both = word("army", holding=False), word("rebels", "SNN")
    with speaking("ar"):
        named = letters([state(*both)])
        assert set(named.values()) == {"أ", "ب"} and holder("not told") == "جهة مسيطرة غير مسمّاة"
        besieged = state(word("army", holding=False))
        assert mark(besieged, named) == f"({named['army']})"
        assert mark(state(word("army"), word("rebels", "SNN"), disagree=True), named) == "أ ضد ب"
        (drawn,), _ = on_map([besieged], named, Places())[0]["features"], None
    assert drawn["properties"]["along"] == f"){named['army']}("
    assert drawn["properties"]["short"].startswith(f"){named['army']}( · ")


def test_a_sheet_withholds_in_arabic_what_it_withholds_in_english() -> None:
    hidden = Claim("C-1", "courier", 1, "casualty", "Rana Darwish died", (0, 17), speaker=("Rana Darwish",))
    sheet = Worded(Shown(), frozenset(), {"report x": "an unnamed"}, frozenset())
    with speaking("ar"):
        assert sheet.quote(hidden) == "[النص محجوب: قد يسمّي شخصًا عاديًا]"
        assert "Darwish" not in sheet.speaker(hidden) and sheet.who("A. Reader") == "أحد أفراد الفريق"
        assert sheet.name("report x") == "ناشر غير مسمّى"
        assert bare(sheet.position(TOWN)) == "35.86, 36.8 (WGS 84)؛ مقرَّب إلى نحو كيلومتر؛ دقة الموقع بترميز UCDP: 1"
    assert sheet.quote(hidden).startswith("[words withheld")


def test_every_mark_of_the_rules_is_in_the_catalogue() -> None:
    with speaking("ar"):
        assert [one for one in sentences.of_rules() if gettext(one) == one] == []
