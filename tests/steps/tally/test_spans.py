"""Things found by the days that they cover, also after some of them changed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.tally.spans import Span, Spans

SPANS = st.tuples(st.integers(0, 200), st.sampled_from([0, 0, 1, 30, 61, 62, 300])).map(
    lambda pair: (date(2020, 1, 1) + timedelta(pair[0]), date(2020, 1, 1) + timedelta(sum(pair)))
)
THINGS = st.dictionaries(st.integers(0, 9), SPANS)


def made(things: dict[int, Span]) -> Spans[int, int]:
    return Spans((key, span, -key) for key, span in things.items())


@given(THINGS, SPANS)
def test_what_shares_a_day_is_found_and_nothing_else(things: dict[int, Span], asked: Span) -> None:
    meeting = {key: -key for key, own in things.items() if own[0] <= asked[1] and asked[0] <= own[1]}
    assert dict(made(things).meeting(asked)) == meeting


@given(THINGS, THINGS, SPANS)
def test_changed_spans_are_those_made_anew_and_the_old_ones_stay(
    old: dict[int, Span], new: dict[int, Span], asked: Span
) -> None:
    before = made(old)
    known = dict(before.meeting(asked))
    after = before.changed(old.items(), ((key, span, -key) for key, span in new.items()))
    assert dict(after.meeting(asked)) == dict(made(new).meeting(asked))
    assert dict(before.meeting(asked)) == known
