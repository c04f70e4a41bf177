"""The calendar of conditions as columns."""

from __future__ import annotations

from datetime import date

from sijil.web.ledgers.calendar import FEWEST, Entry, Told, calendar


def told(claim: str, first: date, last: date | None = None) -> Told:
    return Told(claim, first, last or first)


def test_days_that_a_report_tells_are_said_and_those_between_are_not() -> None:
    first, later = told("C-1", date(2017, 3, 1)), told("C-2", date(2017, 3, 5), date(2017, 3, 6))
    drawn = calendar([Entry("Shortage of food", "hindered", (first, later))])
    assert drawn is not None and drawn.unit == "day" and drawn.columns == FEWEST
    runs = drawn.observed[0].runs
    assert [(run.start, run.length, run.how, run.claims) for run in runs] == [
        (0, 1, "said", ("C-1",)), (1, 3, "between", ()), (4, 2, "said", ("C-2",)),
    ]  # fmt: skip
    assert runs[1].since == date(2017, 3, 2) and runs[1].until == date(2017, 3, 4)


def test_two_reports_of_the_same_day_are_one_cell_with_both() -> None:
    day = date(2017, 3, 1)
    drawn = calendar([Entry("Aid blocked", "hindered", (told("C-1", day), told("C-2", day)))])
    assert drawn is not None and [run.claims for run in drawn.observed[0].runs] == [("C-1", "C-2")]


def test_what_was_eased_is_not_filled_on_that_day_and_lasts_no_longer() -> None:
    entry = Entry("Aid blocked", "hindered", (told("C-1", date(2017, 3, 1)),), eased_on=date(2017, 3, 4))
    drawn = calendar([entry])
    assert drawn is not None
    line = drawn.observed[0]
    assert line.eased_at == 3
    assert [(run.start, run.length, run.how) for run in line.runs] == [(0, 1, "said"), (1, 2, "between")]


def test_threats_are_apart_and_what_has_no_day_is_not_drawn() -> None:
    day = date(2017, 3, 1)
    entries = [
        Entry("Aid threatened", "threatened", (told("C-1", day),)),
        Entry("Aid blocked", "hindered", (told("C-2", day),), denied=(told("C-3", day),)),
        Entry("Shortage of food", "hindered", ()),
    ]
    drawn = calendar(entries)
    assert drawn is not None
    assert [line.entry.label for line in drawn.observed] == ["Aid blocked"]
    assert [line.entry.label for line in drawn.threatened] == ["Aid threatened"]
    assert [run.claims for run in drawn.observed[0].denied] == [("C-3",)]
    assert [entry.label for entry in drawn.undated] == ["Shortage of food"]
    assert calendar(entries[2:]) is None


def test_longer_times_have_weeks_months_or_years() -> None:
    ends = {date(2017, 2, 11): "day", date(2017, 2, 12): "week", date(2017, 12, 31): "week", date(2018, 6, 1): "month",
            date(2030, 1, 1): "year"}  # fmt: skip
    for end, unit in ends.items():
        drawn = calendar([Entry("Siege", "siege", (told("C-1", date(2017, 1, 1)), told("C-2", end)))])
        assert drawn is not None and drawn.unit == unit, end
        assert sum(run.length for run in drawn.observed[0].runs) <= drawn.columns


def test_a_label_without_room_to_its_right_ends_with_its_cells() -> None:
    early, late = told("C-1", date(2017, 1, 1)), told("C-2", date(2017, 2, 8))
    drawn = calendar([Entry("Aid blocked", "hindered", (early,)), Entry("Aid let in", "eased", (late,))])
    assert drawn is not None
    assert [line.at_end for line in drawn.observed] == [False, True]
