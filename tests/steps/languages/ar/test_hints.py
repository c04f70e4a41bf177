"""What marked Arabic words may mean, the period that words of time mean, and the days that a report tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sijil.steps.clean import clean
from sijil.steps.languages import hints_of, period_of, told_days
from sijil.steps.languages.ar.hints import hints
from tests.web.sample import report

BODY = "قصفت المدفعية قرية الدالية فجر أمس الثلاثاء، وقتل مدني. وكانت القرية قصفت في 3 تشرين الثاني الجاري وفي آب.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("مقتل خمسة مدنيين على الأقل",
         {"kind": "casualty", "measure": "killed", "group": "civilians", "low": 5, "high": None}),
        ("أصيب 40 عنصرا بجروح",
         {"kind": "casualty", "measure": "injured", "group": "combatants", "low": 40, "high": 40}),
        ("استشهاد طفلين", {"kind": "casualty", "measure": "killed", "group": "children", "low": 2}),
        ("نزح نحو 350 ألف شخص", {"kind": "displacement", "low": 350_000, "high": 350_000, "approx": True}),
        ("قصف مدفعي على السوق", {"kind": "attack", "attack": "shelling"}),
        ("أكثر من 40 غارة جوية", {"kind": "attack", "attack": "airstrike", "low": 41, "high": None}),
        ("المدنيين", {"group": "civilians"}),
    ],
)  # fmt: skip
def test_words_hint_at_fields(words: str, told: dict[str, Any]) -> None:
    assert hints(words).items() >= told.items()


@pytest.mark.parametrize("words", ["قتل خمسة وجرح تسعة", "لا رقم هنا", "", "😀"])
def test_of_several_numbers_or_none_no_figure_is_offered(words: str) -> None:
    assert not {"low", "high"} & hints(words).keys()


def test_the_pack_gives_them_for_an_arabic_report() -> None:
    one = report(BODY, "one", "X", date(2022, 11, 23))
    assert hints_of("وقتل مدني", one, clean(one))["measure"] == "killed"
    found = period_of("فجر أمس الثلاثاء", one, clean(one))
    assert found is not None and (found.iso, found.words) == ("2022-11-22", "فجر أمس الثلاثاء")
    assert period_of("القرية", one, clean(one)) is None


def test_a_day_that_nobody_can_know_stays_open() -> None:
    undated = report("قصفت المدفعية قرية الدالية مساء الاثنين، وقتل مدني.\n", "one", "X", None)
    found = period_of("مساء الاثنين", undated, clean(undated))
    assert found is not None and not found.known and found.words == "مساء الاثنين"


def test_the_days_that_a_report_tells() -> None:
    one = report(BODY, "one", "X", date(2022, 11, 23))
    assert told_days(one, clean(one)) == (date(2022, 11, 3), date(2022, 11, 22))
