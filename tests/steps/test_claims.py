"""From a pasted report to its numbered claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.errors import BadReport
from sijil.model.claim import Claim
from sijil.model.report import Text
from sijil.steps.claims import claims
from sijil.steps.clean.pasted import blocks
from tests.steps.languages.en.plain import report_of

STORY = """Shells fall on Amara

Regime forces shelled the town of Amara in Hama province on Tuesday, killing five civilians, including two children, \
and wounding ten others, the Horizon Monitor said. The army denied that it had shelled the town.
"""
THURSDAY = date(2020, 1, 23)


def read(content: str = STORY, published: date | None = THURSDAY) -> tuple[Claim, ...]:
    return claims(report_of(content, published), Text(content, blocks(content)))


def test_quotes_are_the_reports_own_characters_in_text_order() -> None:
    found = read()
    assert found and all(c.quote == STORY[slice(*c.span)] for c in found)
    assert [c.number for c in found] == list(range(1, len(found) + 1))
    assert [c.span for c in found] == sorted(c.span for c in found)


def test_each_figure_is_told_with_its_fields() -> None:
    killed, children, hurt = [c for c in read() if c.kind == "casualty"]
    assert [(c.measure, c.group) for c in (killed, hurt)] == [("killed", "civilians"), ("injured", "civilians")]
    assert (children.group, children.part_of, children.place) == ("children", True, killed.place)
    assert (killed.place, killed.within, killed.actor) == ("Amara", "Hama province", "Regime forces")
    assert killed.period is not None and killed.period.start == date(2020, 1, 21)
    assert (killed.speaker, killed.attack) == (("Horizon Monitor",), "shelling")


def test_a_denial_names_what_it_rejects() -> None:
    found = read()
    (denial,) = [c for c in found if c.kind == "denial"]
    ids = {c.id for c in found if c.kind == "casualty"}
    assert denial.status == "denied" and denial.denies and set(denial.denies) <= ids


def test_a_weekday_in_a_report_without_a_date_stays_unresolved() -> None:
    periods = [c.period for c in read(published=None) if c.kind == "casualty"]
    assert periods and all(p is None or not p.known for p in periods)


def test_reading_again_gives_the_same_ids_and_every_id_once() -> None:
    first, second = read(), read()
    assert first == second and len({c.id for c in first}) == len(first)


def test_a_language_that_no_pack_reads_is_said() -> None:
    report = replace(report_of("Был обстрел города."), lang="ru")
    with pytest.raises(BadReport, match="ru"):
        claims(report, Text(report.content, blocks(report.content)))


@pytest.mark.parametrize("content", ["", "—", "The weather was fine.", "Leave a Reply"])
def test_nothing_is_claimed_where_nothing_is_told(content: str) -> None:
    assert read(content) == ()


WORDS = st.sampled_from(
    ["killed", "wounded", "five", "at least", "civilians", "including", "children", "said", "the army", "Amara", "in"]
    + [
        "Hama province",
        "on Friday",
        "since December 1",
        "no casualties",
        "denied",
        "shelling",
        "and",
        "of them",
        ",",
        ".",
    ]
    + ["seized", "the town", "according to", "OCHA", "12%", "fled", "as many as", "overnight", "a ceasefire", "(", "—"]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_words_is_read_without_failing(content: str) -> None:
    for claim in read(content):
        assert claim.quote == content[slice(*claim.span)] and claim.quote.strip()
        assert 0 <= claim.confidence <= 1
        assert claim.figure is None or (claim.figure.low, claim.figure.high) != (None, None)
