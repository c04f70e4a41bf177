"""The three days of a claim: when it happened, when it was established or said, when it was reported."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.report import Text
from sijil.steps.claims import claims
from sijil.steps.clean.pasted import blocks
from tests.steps.languages.en.plain import report_of

THURSDAY = date(2020, 1, 23)


def read(content: str, published: date | None = THURSDAY) -> tuple[Claim, ...]:
    return claims(report_of(content, published), Text(content, blocks(content)))


def test_event_recognition_and_report_each_have_their_day() -> None:
    content = "The death toll rose to 12 civilians on Wednesday in Tuesday's air strike on the town of Amara in Hama."
    (killed,) = [c for c in read(content) if c.kind == "casualty"]
    assert killed.recognised is not None and killed.recognised.iso == "2020-01-22"
    assert killed.report_day == THURSDAY


def test_a_report_of_an_unknown_day_has_none_even_where_its_text_tells_a_date() -> None:
    content = "On January 6th, 2020 an air strike killed five civilians in the town of Amara in Hama province."
    found = read(content, None)
    assert found and all(c.report_day is None for c in found)


WHEN = st.sampled_from(
    ["on Friday", "last month", "next week", "since Monday", "a day earlier", "will begin on Sunday", "on March 3"]
    + ["shortly after the raid", "in recent days", "tomorrow", "on 30 January 2031", "for the third day in a row"]
)
TOLD = st.sampled_from(
    ["Shelling killed five civilians in Amara {}.", "The monitor said {} that 12 people had been wounded in Hama."]
    + ["The army will resume its attacks on the town of Amara {}.", "The toll rose to 30 dead {}."]
    + ["{} a truce took effect in Hama province.", "Half of the families may be forced from their homes {}."]
)
REPORTS = st.lists(st.builds(str.format, TOLD, WHEN), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=25)
@given(REPORTS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_nothing_that_happened_lies_after_its_report_and_words_of_time_are_the_reports(content: str, day: date) -> None:
    for claim in read(content, day):
        for period in (claim.period, claim.recognised):
            assert period is None or period.words in content
            assert period is None or not period.end or period.end <= day or claim.status == "projected"
        assert claim.report_day == day
