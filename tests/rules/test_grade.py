"""Grade: Confirmed, Fair, Weak, Contested or Discounted, computed with its reasons; a person can overrule it."""

from __future__ import annotations

import pytest

from sijil import pipeline
from tests.rules.conftest import Read
from tests.rules.told import Told

DAY = "2020-01-24"
ACTIVISTS = Told("Orontes Daily", DAY, "Five civilians were killed in an airstrike on Saraqeb on Thursday.")
HELMETS = Told(
    "Harbour Post", DAY, "The White Helmets said that an airstrike on Saraqeb killed five civilians on Thursday."
)
ACCEPTED = (
    Told("Orontes Daily", DAY, "A Coalition airstrike on Raqqa on Thursday killed six civilians, Airwars said."),
    Told("Harbour Post", DAY,
         "The Coalition acknowledged that its airstrike on Raqqa on Thursday killed six civilians."),
)  # fmt: skip
BLAMED = (
    Told("Orontes Daily", DAY,
         "Russian warplanes killed five civilians in Saraqeb on Thursday, the White Helmets said."),
    Told("State page", DAY, "Jabhat al-Nusra shelling killed five civilians in Saraqeb on Thursday, SANA said."),
)  # fmt: skip
FIGHTERS = Told(
    "Orontes Daily", DAY,
    "An airstrike killed five militants in Saraqeb on Thursday, the Syrian Observatory for Human Rights said.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "grade", "why"),
    [
        ((ACTIVISTS,), "Weak", "one source: Orontes Daily"),
        ((ACTIVISTS, HELMETS), "Fair", "2 independent sources: Orontes Daily, Syrian Civil Defence (White Helmets)"),
        (ACCEPTED, "Confirmed", "US-led coalition accepts it («The Coalition acknowledged … killed six civilians»"),
        (BLAMED, "Contested", "sources blame different sides: Syrian Civil Defence (White Helmets) blames Russia"),
        ((FIGHTERS,), "Discounted", "all sources speak of combatants alone"),
    ],
)
def test_the_grade_follows_from_who_says_what_and_says_why(
    read: Read, reports: tuple[Told, ...], grade: str, why: str
) -> None:
    record = read(*reports)
    view = record.incident()
    assert view.assessment.grade == grade
    assert why in " ".join(view.assessment.grade_reasons)
    assert record.explained(view.incident.id).splitlines()[0].find(f"graded {grade}, because ") > 0


def test_a_person_overrules_the_grade_and_the_computed_reasons_stay_beside_it(own: Read) -> None:
    record = own(ACTIVISTS)
    id_ = record.incident().incident.id
    judged = pipeline.judge(record.register, "grade", id_, {"grade": "Fair"}, "Rana", "a survivor was heard")
    assessment = record.incident().assessment
    assert assessment.grade == "Fair"
    assert "Rana" in " ".join(assessment.grade_reasons) and "one source" in " ".join(assessment.grade_reasons)
    pipeline.judge(record.register, "withdraw", str(judged.id), {}, "Rana", "another town")
    assert record.incident().assessment.grade == "Weak"
