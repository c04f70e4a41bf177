"""What a person typed of a claim: checked by kind, read as the report's own words are, suggested from what is there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.errors import BadInput
from sijil.model.claim import KINDS
from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.adding import made, names_of, problems, suggested, trimmed
from sijil.steps.clean import clean
from tests.web.sample import COURIER, courier, report

REPORT = report(COURIER, "courier", "The Courier", date(2020, 1, 24))
TEXT = clean(REPORT)
READ = courier(TEXT)


def at(words: str) -> tuple[int, int]:
    start = TEXT.content.index(words)
    return start, start + len(words)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_and_needs_only_what_it_has(kind: str) -> None:
    names = names_of(kind)
    assert {"place", "when", "speaker"} <= set(names)
    assert set(load("adding")[kind]["needs"]) <= set(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, {"kind"}),
        ({"kind": "rumour"}, {"kind"}),
        ({"kind": "casualty"}, {"measure", "group", "figure"}),
        ({"kind": "casualty", "measure": "killed", "group": "women", "low": 0, "high": 0}, set()),
        ({"kind": "casualty", "measure": "displaced", "group": "women", "high": 9}, {"measure"}),
        ({"kind": "casualty", "measure": "killed", "group": "women", "low": 5, "high": 3}, {"figure"}),
        ({"kind": "casualty", "measure": "killed", "group": "women", "low": -5}, {"figure"}),
        ({"kind": "attack", "attack": "airstrike", "start": "2020-01-24", "end": "2020-01-23"}, {"when"}),
        ({"kind": "control", "status": "perhaps"}, {"status"}),
        ({"kind": "need", "low": "12"}, {"figure"}),
        ({"kind": "need", "low": True}, {"figure"}),
        ({"kind": "control", "start": 20200124}, {"when"}),
        ({"kind": "control", "start": "yesterday", "end": "2020-01-24"}, {"when"}),
        ({"kind": "control", "place": ["Homs"], "speaker": "SOHR"}, {"place", "speaker"}),
        ({"kind": "control", "actor": 5, "status": ["x"]}, {"actor", "status"}),
        ({"kind": "denial", "status": "perhaps"}, set()),
    ],
)
def test_problems_stand_at_their_fields(fields, wrong) -> None:
    assert set(problems(fields)) == wrong


def test_a_claim_is_made_of_the_marked_words_and_the_report_s_day() -> None:
    fields = {"kind": "casualty", "measure": "killed", "group": "civilians", "low": 5, "high": None, "unit": "persons",
              "when": "on Thursday", "place": "Saraqeb", "object": "not of this kind"}  # fmt: skip
    start, stop = at("Five civilians")
    claim = made(REPORT, TEXT, (start - 1, stop), fields, READ)
    assert (claim.quote, claim.span) == ("Five civilians", (start, stop))
    assert claim.figure == Figure(5, None)
    assert claim.object is None
    assert claim.period is not None and claim.period.iso == "2020-01-23"
    assert claim.report_day == date(2020, 1, 24)


def test_what_follows_from_the_kind_is_not_asked() -> None:
    assert made(REPORT, TEXT, at("Five"), {"kind": "denial", "status": "reported"}, READ).status == "denied"
    moved = made(REPORT, TEXT, at("Half"), {"kind": "displacement", "low": 50, "high": 50, "unit": "percent"}, READ)
    assert (moved.measure, moved.figure) == ("displaced", Figure(50, 50, unit="percent"))


def test_what_may_be_meant_is_offered() -> None:
    fields = suggested(REPORT, TEXT, at("three of them children, died"), READ)
    told = {name: fields[name] for name in ("kind", "low", "high", "group", "measure", "place", "start", "speaker")}
    assert told == {
        "kind": "casualty", "low": 3, "high": 3, "group": "children", "measure": "killed", "place": "Saraqeb",
        "start": "2020-01-23", "speaker": ["town's rescuers"],
    }  # fmt: skip


def test_a_paragraph_of_its_own_gives_nothing_of_others() -> None:
    assert "place" not in suggested(REPORT, TEXT, at("Strike on a family home"), READ)


@given(st.integers(-5, 700), st.integers(-5, 700))
def test_any_span_is_words_of_the_text_or_told(start: int, stop: int) -> None:
    try:
        first, last = trimmed(TEXT.content, (start, stop))
    except BadInput:
        return
    words = TEXT.content[first:last]
    assert words and words == words.strip() and start <= first < last <= stop
