"""Where sources differ: only what surely differs, between different sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.model.party import Party
from sijil.model.period import Period
from sijil.steps.assess.differ import Difference, differences
from tests.builders import HOMS, IDLIB_PROVINCE, SARAQEB, SYRIA, period

ARMY = Party("the army", "sy-gov", "Syrian government forces", "state forces", "sy-gov")
REBELS = Party("rebels", "sy-opposition", "opposition fighters", "armed group", "sy-opposition")
SOMEBODY = Party("warplanes", "", "warplanes")


def claims(*fields: dict[str, object]) -> list[Claim]:
    """One claim each, of the sources A, B, C ... by their order."""
    return [replace(Claim(f"c{n}", f"r{n}", 1, "casualty", "words", (0, 5)), **one) for n, one in enumerate(fields)]  # type: ignore[arg-type]


def found(*fields: dict[str, object], source: str = "ABCDEF", ranges: tuple[GroupRange, ...] = ()) -> list[Difference]:
    told = claims(*fields)
    return list(differences(told, ranges, {claim.id: source[n] for n, claim in enumerate(told)}))


def test_days_differ_where_they_have_none_in_common() -> None:
    (one,) = found(
        {"period": period("2020-01-23")}, {"period": period("2020-01-24")}, {"period": period("2020-01-23..2020-01-24")}
    )
    assert one.field == "day" and one.claims == {"c0", "c1"}
    assert found({"period": period("2020-01-23")}, {"period": period("Monday")}, {"period": None}) == []


def test_a_place_inside_another_contradicts_nothing() -> None:
    assert found({"at": SARAQEB}, {"at": IDLIB_PROVINCE}, {"at": SYRIA}, {"at": None}) == []
    (one,) = found({"at": SARAQEB}, {"at": HOMS}, {"at": SYRIA})
    assert one.field == "place" and [value[0].at for value in one.values] == [SARAQEB, HOMS]


def test_sides_differ_and_unknown_ones_do_not() -> None:
    (one,) = found({"party": ARMY, "attack": "airstrike"}, {"party": REBELS}, {"party": SOMEBODY})
    assert one.field == "actor" and one.claims == {"c0", "c1"}
    assert found({"party": ARMY, "attack": "clash"}, {"party": REBELS, "attack": "clash"}) == [], "both sides fight"


def test_numbers_differ_where_no_number_fits_both() -> None:
    row = GroupRange("killed", "civilians", Figure(5, None), ("c0", "c1", "c2"), ())
    said = ({"figure": Figure(5, 5)}, {"figure": Figure(8, None)}, {"figure": Figure(None, 9)})
    (one,) = found(*said, ranges=(row,))
    assert (one.measure, one.group, one.claims) == ("killed", "civilians", {"c0", "c1"})


def test_one_source_that_corrects_itself_differs_with_nobody() -> None:
    said = (
        {"period": period("2020-01-23"), "attack": "airstrike"},
        {"period": period("2020-01-25"), "attack": "shelling"},
    )
    assert found(*said, source="AA") == []
    assert [one.field for one in found(*said)] == ["day", "attack"]


FIRST = date(2020, 1, 1).toordinal()
PERIODS = st.tuples(st.integers(0, 5), st.integers(0, 3)).map(
    lambda span: Period(date.fromordinal(FIRST + span[0]), date.fromordinal(FIRST + sum(span)), "days")
)


@given(st.lists(st.tuples(PERIODS, st.sampled_from("AB")), max_size=6))
def test_every_value_told_is_at_odds_with_another_sources(said: list[tuple[Period, str]]) -> None:
    differ = found(*({"period": own} for own, _ in said), source="".join(name for _, name in said) or "A")
    odd = {
        a for a, (one, x) in enumerate(said) for b, (other, y) in enumerate(said)
        if x != y and (one.end < other.start or other.end < one.start)  # type: ignore[operator]
    }  # fmt: skip
    told = {int(id_[1:]) for one in differ for id_ in one.claims}
    assert odd <= told and (bool(odd) == bool(told))
