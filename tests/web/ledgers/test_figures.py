"""Charts of figures over time as shapes."""

from __future__ import annotations

from datetime import date

from sijil.model.figure import Figure
from sijil.web.ledgers.figures import APART, OBSERVED, SLOTS, Role, Told, chart, days_of, top_of

JANUARY = date(2020, 1, 1), date(2020, 1, 31)


def told(
    claim: str, figure: Figure, role: Role = "recommended", first: date | None = None, last: date | None = None
) -> Told:
    return Told(claim, figure, role, first, last)


def test_a_flow_is_as_wide_as_its_days_and_a_figure_as_high_as_its_bounds() -> None:
    own = told("C-1", Figure(50, 100), first=date(2020, 1, 1), last=date(2020, 1, 31))
    (mark,) = chart([own], [], JANUARY, 200).observed
    assert (mark.x, mark.width) == (0, 100)
    assert (mark.y, mark.height) == (50, 25)
    assert mark.stem is None


def test_an_open_bound_is_seen_and_none_is_made_up() -> None:
    least = told("C-1", Figure(100, None), last=JANUARY[0])
    most = told("C-2", Figure(None, 100), last=JANUARY[0])
    marks = chart([least, most], [], JANUARY, 200).observed
    up, down = marks[0].stem, marks[1].stem
    assert up is not None and down is not None
    assert up[1] == marks[0].y and up[0] < up[1]
    assert down[0] == round(marks[1].y + marks[1].height, 2) and down[1] > down[0]
    assert marks[0].height == marks[1].height  # one number, whatever is open beside it


def test_forecasts_lie_beyond_the_edge_of_what_was_observed() -> None:
    seen = told("C-1", Figure(5, 5), last=JANUARY[1])
    ahead = [told(f"C-{n}", Figure(7, 7), "forecast", last=date(2020, 1, n)) for n in range(1, SLOTS + 3)]
    drawn = chart([seen], ahead, JANUARY, 10)
    assert all(mark.x + mark.width <= OBSERVED + 1 for mark in drawn.observed)
    assert all(mark.x > APART and mark.x + mark.width <= 100 for mark in drawn.forecasts)
    assert (len(drawn.forecasts), drawn.further) == (SLOTS, 2)
    assert all(tick.x <= OBSERVED for tick in drawn.ticks)


def test_what_has_no_day_is_counted_and_not_drawn() -> None:
    drawn = chart([told("C-1", Figure(5, 5))], [], None, 10)
    assert drawn.empty and drawn.undrawn == 1


def test_the_recommended_figure_lies_on_top() -> None:
    roles: list[Role] = ["recommended", "denied", "triangulation", "superseded"]
    drawn = chart([told(role, Figure(5, 5), role, last=JANUARY[0]) for role in roles], [], JANUARY, 10)
    assert [mark.told.role for mark in drawn.observed] == ["superseded", "triangulation", "denied", "recommended"]


def test_a_scale_ends_with_a_round_number_that_holds_all_bounds() -> None:
    tops = {Figure(84, 84): 100, Figure(100, 100): 100, Figure(84, None): 100, Figure(95, None): 200, Figure(0, 0): 2,
            Figure(2_200, 2_200): 2_500, Figure(440_001, None): 500_000}  # fmt: skip
    for figure, top in tops.items():
        assert top_of([told("C-1", figure)]) == top, figure


def test_one_day_has_a_margin() -> None:
    found = days_of([told("C-1", Figure(5, 5), last=date(2020, 1, 15))])
    assert found is not None and found[0] < date(2020, 1, 15) < found[1]
    assert days_of([told("C-1", Figure(5, 5))]) is None
