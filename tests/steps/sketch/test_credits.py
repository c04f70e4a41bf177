"""Which wire a whole report is credited to."""

from __future__ import annotations

import pytest

from sijil.rules import load
from sijil.steps.parties import canonical_speaker, speaker_kind
from tests.builders import SARAQEB, World, sketch_of
from tests.steps.copies import texts

BODY = "Five civilians were killed when warplanes bombed the market of Saraqeb on Thursday, residents said. " * 3


def wires(text: str) -> tuple[str, ...]:
    return sketch_of(text).wires


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("BEIRUT (AP) — " + BODY, "Associated Press"),
        ("AMMAN, Jordan (AP) - " + BODY, "Associated Press"),
        ("COLUMBUS (WCMH/AP) — " + BODY, "Associated Press"),
        ("BEIRUT (Reuters) " + BODY, "Reuters"),
        ("Market bombed in Saraqeb\n\nAFP\n\n" + BODY, "AFP"),
        ("Market bombed in Saraqeb\n\nBy The Associated Press\n\n" + BODY, "Associated Press"),
        ("Raid kills five: Monitor AFP Monday 9 Feb 2015 " + BODY, "AFP"),
        ("Damascus, SANA- " + BODY, "SANA"),
        (BODY + "the monitor said.----AFP", "AFP"),
        (BODY + "the monitor said. --Reuters", "Reuters"),
        (BODY + "\n\n(AFP)", "AFP"),
        (BODY + "\n\nThe Associated Press contributed to this report.", "Associated Press"),
        (BODY + "\n\nSource: Reuters", "Reuters"),
        (BODY + "\n\n© 2016 The Associated Press. All rights reserved.", "Associated Press"),
        ("بيروت (رويترز) - " + texts.ARABIC, "Reuters"),
        ("دمشق-سانا " + texts.ARABIC, "SANA"),
        ("إدلب / أحمد أحمد / الأناضول " + texts.ARABIC, "Anadolu Agency"),
        ("قتلى في غارة (أ ف ب) – " + texts.ARABIC, "AFP"),
        (texts.ARABIC + "\n\nالمصدر: (أ ف ب)", "AFP"),
        (texts.ARABIC + "\n\nنقلاً عن رويترز", "Reuters"),
        (texts.ARABIC + "\n\nوكالات", "agencies"),
    ],
)  # fmt: skip
def test_a_dateline_a_byline_or_a_closing_line_credits_the_report(text: str, wire: str) -> None:
    assert wires(text) == (wire,)


@pytest.mark.parametrize(
    "text",
    [
        BODY + "A doctor told Reuters that nine were wounded. " + BODY,
        "A doctor told AFP on Thursday that the hospital was hit. " + BODY,
        "Photo: Jane Doe, AP\n\n" + BODY,
        "People flee Saraqeb (AFP photo)\n\n" + BODY,
        "© REUTERS/Jane Doe\n\n" + BODY,
        BODY + "The state news agency SANA blamed the rebels.",
        "وقالت وكالة سانا نقلا عن مصادر محلية إن خمسة مدنيين قتلوا. " + texts.ARABIC,
    ],
)
def test_a_mention_or_a_picture_credits_nothing(text: str) -> None:
    assert wires(text) == ()


def test_several_wires_are_all_named() -> None:
    assert wires(BODY + "\n\n(With AP, Reuters and AFP)") == ("Associated Press", "Reuters", "AFP")


def test_every_wire_has_the_name_that_speakers_have() -> None:
    for name in load("wires")["marks"]:
        assert canonical_speaker(name) == name
    for name in load("wires")["also"]:
        assert speaker_kind(name), name


def told(world: World, source: str, text: str, number: str = "5", **fields: object) -> None:
    report = world.report(source, "2020-01-24", text)
    report.killed(
        number, quote=f"{number} killed, says {source}", day="2020-01-23", at=SARAQEB, attack="airstrike", **fields
    )


def test_one_wire_in_three_papers_is_one_source_and_says_who_prints_it() -> None:
    world = World()
    told(world, "Harbour Post", "BEIRUT (AFP) — " + texts.WIRE)
    told(world, "Orontes Daily", texts.OTHER + "\n\n--AFP")
    told(world, "Levant Courier", texts.TEMPLATE + "\n\n(AFP)")
    one = world.only()
    assert one.sources == ("AFP",) and one.grade == "Weak"
    assert one.sources_told() == ("AFP (via 3 publishers)",)


def test_a_named_speaker_stays_the_source_in_a_credited_report() -> None:
    world = World()
    told(world, "Harbour Post", "BEIRUT (AFP) — " + texts.WIRE, by="Syrian Observatory for Human Rights")
    assert world.only().sources == ("Syrian Observatory for Human Rights",)
    assert world.only().carried == ()


def test_who_copies_a_credited_text_without_the_credit_is_the_wire_too() -> None:
    world = World()
    told(world, "Harbour Post", texts.WIRE)
    told(world, "Orontes Daily", "BEIRUT (Reuters) - " + texts.WIRE)
    assert world.only().sources == ("Reuters",)
    assert world.only().carried == (("Reuters", ("Harbour Post", "Orontes Daily")),)


def test_a_credit_to_several_wires_makes_no_further_source() -> None:
    world = World()
    told(world, "Harbour Post", "BEIRUT (Reuters) - " + texts.WIRE)
    told(world, "Orontes Daily", texts.OTHER + "\n\n(With AFP and Reuters)")
    assert world.only().sources == ("Reuters",)


def test_unnamed_agencies_are_the_wire_that_is_there() -> None:
    world = World()
    told(world, "Harbour Post", "BEIRUT (Reuters) - " + texts.WIRE)
    told(world, "شبكة المرفأ", texts.ARABIC + "\n\nوكالات")
    assert world.only().sources == ("Reuters",)


def test_the_wire_s_own_site_is_no_relay() -> None:
    world = World()
    told(world, "Reuters", "BEIRUT (Reuters) - " + texts.WIRE)
    assert world.only().sources == ("Reuters",) and world.only().carried == ()
