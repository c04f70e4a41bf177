"""Options for the time of a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sijil.model.period import Period
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.options import FIELDS
from sijil.steps.reading.options.times import times
from sijil.steps.reading.scene import Scene, When


def day(number: int, words: str) -> Period:
    return Period(date(2020, 1, number), date(2020, 1, number), "day", words)


EVENT = When(20, 30, day(2, "on Thursday"), age=3)
SAID = When(60, 70, day(4, "on Saturday"), of_report=True, age=1)
COMING = When(40, 50, day(9, "next Thursday"), age=-4, ahead=True)
SCENE = Scene(0, 0, 90, 0, "body", whens=(EVENT, COMING, SAID))
KILLED = Draft("casualty", 0, 15, 0, 5, "verb before", measure="killed")
WEIGHTS = {field: {} for field in FIELDS} | {"dates": {"reportFalse": 1.0, "none": -1.0}}


def test_only_what_is_foretold_may_happen_after_the_report() -> None:
    assert [o.value for o in times(KILLED, [SCENE])] == [EVENT, SAID, None]
    assert COMING in [o.value for o in times(replace(KILLED, status="projected"), [SCENE])]


def test_the_day_on_which_a_claim_was_said_stands_beside_that_of_the_event() -> None:
    (draft,) = fill([KILLED], [SCENE], WEIGHTS)
    assert (draft.period, draft.recognised) == (EVENT.period, SAID.period)


def test_the_reports_own_dateline_is_no_day_of_recognition() -> None:
    printed = replace(SCENE, whens=(EVENT, replace(SAID, printed=True)))
    (draft,) = fill([KILLED], [printed], WEIGHTS)
    assert draft.recognised is None
