"""The course of an agreement, and who claims which breaches of it."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import AgreementRow, Blamed, CourseMark
from sijil.steps.tally import agreements
from sijil.steps.tally.course import blamed, course
from tests.builders import IDLIB, IDLIB_PROVINCE, SARAQEB, World


def broken_truce() -> World:
    """A truce that both sides say the other broke, one event told by two."""
    world = World()
    told = world.report("Meridian Wire", "2020-01-24")
    told.says("agreement", "a ceasefire took effect in Idlib", day="2020-01-12", at=IDLIB_PROVINCE)
    told.says("blame", "the army violated the ceasefire", at=IDLIB_PROVINCE, actor="Syrian army", by="SOHR")
    told.killed("5", day="2020-01-20", at=SARAQEB, attack="airstrike", actor="Syrian army", by="SOHR")
    told.killed("5", day="2020-01-20", at=SARAQEB, attack="airstrike", actor="Syrian army", by="White Helmets")
    told.killed("2", day="2020-01-22", at=IDLIB, attack="shelling", actor="rebels", by="SANA")
    return world


def only(world: World) -> AgreementRow:
    """The only agreement."""
    (row,) = agreements(world.claims, world.incidents())
    return row


def marks(world: World) -> tuple[CourseMark, ...]:
    """Its course."""
    found = world.findings()
    return course(only(world), found.by_id(), found.reports, found.home)


def sides(world: World) -> tuple[Blamed, ...]:
    """Who blames whom."""
    found = world.findings()
    return blamed(only(world), found.by_id(), found.reports, found.home)


def test_each_event_is_one_mark_with_all_who_tell_it() -> None:
    found = marks(broken_truce())
    assert [(mark.kind, mark.first) for mark in found] == [
        ("began", date(2020, 1, 12)), ("breach", date(2020, 1, 20)), ("breach", date(2020, 1, 22)),
    ]  # fmt: skip
    assert found[1].claims == ("R1-3", "R1-4") and len(found[1].by) == 2
    assert found[1].party == "Syrian government forces"


def test_both_sides_words_stand_side_by_side() -> None:
    found = {(one.by, one.party): (one.events, one.claims) for one in sides(broken_truce())}
    assert found["Syrian Observatory for Human Rights", "Syrian government forces"] == (1, ("R1-3",))
    assert len(found) == 3 and {party for _, party in found} > {"Syrian government forces"}


def test_an_end_is_where_words_tell_of_it_and_a_denial_is_on_its_day() -> None:
    world = broken_truce()
    told = world.report("Post", "2020-02-01")
    told.says("agreement", "the ceasefire in Idlib has collapsed", day="2020-01-12", at=IDLIB_PROVINCE)
    told.denies(world.told[0].claims[2], "no jets flew", by="defence ministry")
    kinds = [mark.kind for mark in marks(world)]
    assert "ended" in kinds and kinds[-1] == "denied"
    assert marks(world)[-1].first == date(2020, 2, 1)  # it gives no day, so that of its report


def test_what_has_no_day_anywhere_is_in_no_course() -> None:
    world = World()
    world.report("Post").says("agreement", "a truce was signed", at=IDLIB_PROVINCE)
    assert marks(world) == ()
