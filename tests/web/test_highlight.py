"""Cutting a text at its quotes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.report import Block, Text
from sijil.web.highlight import parts

CONTENT = "Menu\n\nOne two three four.\n\nFive six.\n\nShare this"
TEXT = Text(CONTENT, (Block(6, 25, "body"), Block(27, 36, "body")))


def quote(number: int, span: tuple[int, int]) -> Claim:
    return Claim(f"C-{number}", "d", number, "attack", CONTENT[slice(*span)], span)


def test_blocks_and_furniture_in_order() -> None:
    assert [part.role for part in parts(TEXT, ())] == ["furniture", "body", "body", "furniture"]


def test_overlapping_quotes_are_cut_where_they_begin_and_end() -> None:
    body = parts(TEXT, (quote(1, (6, 19)), quote(2, (10, 24))))[1]
    assert [(run.text, [claim.number for claim in run.claims]) for run in body.runs] == [
        ("One ", [1]), ("two three", [1, 2]), (" four", [2]), (".", []),
    ]  # fmt: skip
    assert [[claim.number for claim in run.begins] for run in body.runs] == [[1], [2], [], []]


SPANS = st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(1, 20)).map(
    lambda pair: (pair[0], min(len(CONTENT), sum(pair)))
)


@given(st.lists(SPANS, max_size=6))
def test_no_character_is_lost_and_each_is_covered_by_its_quotes(spans: list[tuple[int, int]]) -> None:
    claims = [quote(number, span) for number, span in enumerate(spans, 1)]
    shown = parts(TEXT, claims)
    assert "".join(run.text for part in shown for run in part.runs).replace("\n", "") == CONTENT.replace("\n", "")
    marked = sum(len(run.text) * len(run.claims) for part in shown for run in part.runs)
    lost = sum(len(set(range(*span)) & {25, 26, 36, 37}) for span in spans)
    assert marked + lost >= sum(end - start for start, end in spans)
