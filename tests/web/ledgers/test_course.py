"""The drawing of an agreement's course."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import CourseMark
from sijil.web.ledgers.course import course

BEGAN = CourseMark("began", date(2020, 1, 12), date(2020, 1, 12), "", (), ("C-1",))


def breach(day: int, party: str, claim: str, month: int = 1) -> CourseMark:
    """An event claimed as a violation."""
    return CourseMark("breach", date(2020, month, day), date(2020, month, day), party, ("SOHR",), (claim,))


def test_parties_have_lanes_the_most_blamed_first_and_events_of_one_day_one_mark() -> None:
    drawn = course([BEGAN, breach(14, "rebels", "C-2"), breach(15, "army", "C-3"), breach(15, "army", "C-4")])
    assert drawn is not None and drawn.unit == "day"
    assert [(lane.party, lane.events) for lane in drawn.lanes] == [("", 1), ("army", 2), ("rebels", 1)]
    (spot,) = drawn.lanes[1].spots
    assert (spot.events, spot.claims, spot.since) == (2, ("C-3", "C-4"), date(2020, 1, 15))
    assert 0 <= drawn.lanes[0].spots[0].x < drawn.lanes[2].spots[0].x < spot.x <= 100


def test_its_line_ends_where_it_is_said_to_have_ended_and_nowhere_else() -> None:
    ended = CourseMark("ended", date(2020, 1, 20), date(2020, 1, 20), "", ("SOHR",), ("C-5",))
    drawn, open_ = course([BEGAN, ended]), course([BEGAN, breach(14, "rebels", "C-2")])
    assert drawn is not None and open_ is not None
    assert drawn.began is not None and drawn.ended is not None and drawn.began < drawn.ended
    assert open_.ended is None


def test_long_courses_have_weeks_and_nothing_but_a_beginning_is_no_drawing() -> None:
    drawn = course([BEGAN, breach(1, "rebels", "C-2", month=9)])
    assert drawn is not None and drawn.unit == "week"
    assert course([BEGAN]) is None and course([]) is None
