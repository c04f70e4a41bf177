"""Independence: one wire in many papers, one speaker in many reports and near-copies are one source, shown as such."""

from __future__ import annotations

from tests.rules.conftest import Read
from tests.rules.told import Told

DAY = "2020-01-24"
STORY = (
    "Five civilians were killed when warplanes bombed a bakery in Saraqeb on Thursday. Residents pulled the bodies "
    "from the rubble through the night and the town's only hospital asked for blood. The market nearby had closed an "
    "hour before the attack, and most of the shops were empty at the time."
)
FIRST = Told("Orontes Daily", DAY, STORY)
COPY = Told("Harbour Post", DAY, f"{STORY} Our correspondents are following events.")
OBSERVATORY = (
    Told("Orontes Daily", DAY, "Five civilians were killed in an airstrike on Saraqeb on Thursday, the Syrian "
         "Observatory for Human Rights said."),
    Told("Harbour Post", DAY, "The Syrian Observatory for Human Rights reported that an airstrike on Saraqeb killed "
         "five civilians on Thursday. The bakery was rebuilt only last year."),
)  # fmt: skip
WIRE = (
    Told("Orontes Daily", DAY, "BEIRUT (AFP) — Warplanes killed five civilians in Saraqeb on Thursday."),
    Told("Harbour Post", DAY, "BEIRUT (AFP) — Five civilians died in an airstrike on Saraqeb on Thursday."),
)


def test_one_speaker_quoted_by_two_papers_is_one_source(read: Read) -> None:
    assessment = read(*OBSERVATORY).incident().assessment
    assert (assessment.sources, assessment.grade) == (("Syrian Observatory for Human Rights",), "Weak")


def test_two_papers_with_one_agencys_text_are_that_agency(read: Read) -> None:
    assessment = read(*WIRE).incident().assessment
    assert (assessment.sources_told(), assessment.grade) == (("AFP (via 2 publishers)",), "Weak")


def test_a_near_copy_adds_no_source_no_dead_and_no_grade(read: Read) -> None:
    alone, copied = read(FIRST), read(FIRST, COPY)
    assert copied.incident().assessment.sources == ("Orontes Daily",)
    assert copied.incident().assessment.grade == alone.incident().assessment.grade == "Weak"
    assert copied.sums() == alone.sums() == {"killed civilians": "5"}


def test_a_near_copy_is_explained_and_its_words_are_still_shown(read: Read) -> None:
    record = read(FIRST, COPY)
    told = record.explained(record.incident().incident.id)
    assert "One source: what Harbour Post prints is the text of Orontes Daily." in told
    for paper in ("Orontes Daily", "Harbour Post"):
        assert f"({paper}, 2020-01-24) in «Five civilians were killed»" in told
