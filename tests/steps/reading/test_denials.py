"""Which claims a denial of the same report rejects (guide: denial)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sijil.model.period import Period
from sijil.steps.reading.denials import tie
from sijil.steps.reading.draft import Draft


def draft(kind: str, at: int, speaker: str = "", **fields: Any) -> Draft:
    """A draft of ten characters in the sentence that begins at its hundred."""
    return Draft(kind, at, at + 10, at // 100, at, "told", speaker=(speaker,) if speaker else (), **fields)


def test_a_denial_rejects_what_another_said_before_it() -> None:
    assert tie([draft("attack", 0, "monitor"), draft("denial", 100, "army")]) == {1: (0,)}


def test_what_the_denier_said_or_what_comes_later_is_not_rejected() -> None:
    assert tie([draft("attack", 0, "army"), draft("denial", 100, "army"), draft("attack", 200, "monitor")]) == {}


def test_events_of_one_sentence_are_denied_together() -> None:
    told = [draft("attack", 0, "monitor"), draft("casualty", 20, "monitor"), draft("denial", 100, "army")]
    assert tie(told) == {2: (0, 1)}


def test_an_event_goes_before_a_nearer_change_of_control() -> None:
    told = [draft("attack", 0, "monitor"), draft("control", 100, "monitor"), draft("denial", 200, "army")]
    assert tie(told) == {2: (0,)}


def test_the_best_fit_goes_before_the_nearest() -> None:
    day = Period(date(2020, 1, 2), date(2020, 1, 2), "day")
    told = [
        draft("attack", 0, "monitor", place="Amara", period=day),
        draft("attack", 100, "monitor", place="Zayt"),
        draft("denial", 200, "army", place="amara", period=day),
    ]
    assert tie(told) == {2: (0,)}


def test_totals_and_forecasts_are_not_denied() -> None:
    told = [draft("casualty", 0, "monitor", scope="total"), draft("attack", 20, "monitor", status="projected")]
    assert tie([*told, draft("denial", 100, "army")]) == {}
