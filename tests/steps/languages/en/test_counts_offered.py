"""What is offered to the trained reader: counts that no rule understands, and those whom a verb of harm hits."""

from __future__ import annotations

from sijil.steps.reading.draft import UNREAD
from tests.steps.languages.en.plain import counts_of


def offered(content: str) -> list[tuple[str, str, int | None, int | None]]:
    return [(d.how, d.noun, d.figure.low, d.figure.high) for d in counts_of(content) if d.figure]


def test_a_count_without_a_word_of_harm_is_offered_unread() -> None:
    assert (UNREAD, "people", 40, 40) in offered("The mayor spoke to 40 people in the square.")


def test_an_unread_count_is_quoted_with_the_nearest_word_of_harm() -> None:
    content = "Near the ovens, 14 bakers were among those whom the blast killed."
    (count,) = [d for d in counts_of(content) if d.figure and d.figure.low == 14]
    assert "14 bakers" in content[count.start : count.end] and "killed" in content[count.start : count.end]


def test_whom_a_verb_of_harm_hits_is_offered_whatever_the_noun() -> None:
    assert [o[1:] for o in offered("A priest was killed in the raid.")] == [("priest", 1, 1)]
    assert [o[1:] for o in offered("Some were wounded by shrapnel.")] == [("some", 3, None)]
