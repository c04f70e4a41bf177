"""Days that are counted from the day told before them."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.model.report import Block
from sijil.steps.languages.ar.anchored import anchored
from sijil.steps.languages.ar.days import whens
from sijil.steps.languages.ar.text import Sentence, words_of
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Scene

CLOCK = Clock(date(2022, 11, 23))


def told(*texts: str) -> list[str]:
    """The days of all sentences, in order."""
    found, start = [], 0
    for index, text in enumerate(texts):
        block = Block(start, start + len(text), "body")
        found.append(Sentence(index, block, text, start, start + len(text), words_of(text, start)))
        start += len(text) + 1
    scenes = [Scene(s.index, s.start, s.end, s.block.start, "body", whens=whens(s, CLOCK)) for s in found]
    return [when.period.iso for scene in anchored(scenes, found, CLOCK) for when in scene.whens]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("وفي اليوم التالي قصفت القرية", "2022-10-04"),
        ("وكانت القرية قصفت في اليوم السابق", "2022-10-02"),
        ("وقصفت القرية مساء اليوم نفسه", "2022-10-03"),
        ("وقصفت القرية قبل ذلك بيومين", "2022-10-01"),
    ],
)
def test_a_day_counted_from_the_one_before(words: str, day: str) -> None:
    assert told("قصفت المدينة في 3 تشرين الأول.", words) == ["2022-10-03", day]
    assert told(f"قصفت المدينة في 3 تشرين الأول {words}") == ["2022-10-03", day]


def test_one_may_be_counted_from_another() -> None:
    assert told("في 3 تشرين الأول.", "وفي اليوم التالي.", "وفي اليوم التالي.")[-1] == "2022-10-05"


def test_without_a_day_before_the_words_stay() -> None:
    assert told("وفي اليوم التالي قصفت القرية") == [""]
    assert told("في 3 تشرين الأول.", "أولا.", "ثانيا.", "ثالثا.", "رابعا.", "وفي اليوم التالي.")[-1] == ""


def test_nothing_lies_after_the_report() -> None:
    assert told("قصفت المدينة اليوم.", "وفي اليوم التالي") == ["2022-11-23", ""]
