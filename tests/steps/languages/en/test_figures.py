"""Figures of a sentence (guide: casualty and its rulings)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.figures import figures
from tests.steps.languages.en.plain import figures_of, sentence_of, told


def test_every_figure_is_a_claim_of_its_own() -> None:
    assert told("The shells killed two civilians and wounded 17 others.") == [
        ("killed", "civilians", 2, 2),
        ("injured", "civilians", 17, 17),
    ]


def test_ellipsis_continues_the_noun_of_the_figure_before() -> None:
    assert told("Four civilians were killed and 21 others wounded.") == [
        ("killed", "civilians", 4, 4),
        ("injured", "civilians", 21, 21),
    ]


def test_a_part_is_marked_and_has_the_measure_of_its_whole() -> None:
    whole, part = figures_of("Twelve civilians, including five children, were killed.")
    assert (whole.measure, whole.part_of) == ("killed", False)
    assert (part.measure, part.group, part.part_of) == ("killed", "children", True)


def test_parts_without_a_number_are_at_least_one_a_group() -> None:
    _, *parts = figures_of("Twelve people were killed, mostly women and children.")
    assert [(d.group, d.measure, d.part_of) for d in parts] == [("women", "killed", True), ("children", "killed", True)]
    assert all(d.figure is not None and (d.figure.low, d.figure.high) == (1, None) for d in parts)


def test_five_of_them_is_a_part() -> None:
    assert figures_of("Nine people were killed, five of them women.")[1].part_of


@pytest.mark.parametrize(
    ("content", "measure", "group"),
    [
        ("No casualties were reported.", "casualties", "people"),
        ("There were no civilian casualties.", "casualties", "civilians"),
        ("No one was killed in the raid.", "killed", "people"),
        ("No injuries were reported.", "injured", "people"),
    ],
)
def test_nobody_harmed_is_a_figure_of_zero(content: str, measure: str, group: str) -> None:
    assert told(content) == [(measure, group, 0, 0)]


def test_a_bound_reaches_over_coordinated_figures() -> None:
    found = told("At least 45 men and 20 women were killed.")
    assert found == [("killed", "people", 45, None), ("killed", "women", 20, None)]


def test_a_bound_does_not_reach_over_the_next_measure() -> None:
    found = told("The blast left at least 12 dead and 55 wounded.")
    assert [(measure, low, high) for measure, _, low, high in found] == [("killed", 12, None), ("injured", 55, 55)]


def test_people_without_a_number_are_at_least_one() -> None:
    assert told("Civilians were killed.") == [("killed", "civilians", 1, None)]


def test_a_share_is_no_number_of_people_killed() -> None:
    assert not any(12 in (d[2], d[3]) for d in told("Some 12 percent of the wounded soldiers died."))


def test_displaced_people_are_counted_and_a_forecast_is_projected() -> None:
    (fled,) = figures_of("Some 900 people fled their homes.")
    assert (fled.kind, fled.measure, fled.status) == ("displacement", "displaced", "reported")
    (may,) = figures_of("Up to 900 people could be displaced.")
    assert (may.kind, may.status) == ("displacement", "projected")


def test_families_are_households() -> None:
    (fled,) = figures_of("The raid displaced 30 families.")
    assert fled.figure is not None and fled.figure.unit == "households"


@pytest.mark.parametrize(
    ("content", "kind", "low"),
    [
        ("Jets carried out 12 airstrikes on the town.", "attack", 12),
        ("Some 40,000 people are besieged there.", "need", 40_000),
        ("The raid destroyed 14 homes.", "damage", 14),
        ("The army seized three villages.", "control", 3),
    ],
)
def test_other_things_are_counted_by_their_kind(content: str, kind: str, low: int) -> None:
    assert [(d.kind, d.figure.low) for d in figures_of(content) if d.figure] == [(kind, low)]


def test_an_item_of_a_list_counts_what_the_list_announces() -> None:
    (draft,) = figures(sentence_of("- three children"), "killed")
    assert (draft.measure, draft.group, draft.part_of, draft.how) == ("killed", "children", True, "listed")


def test_quotes_lie_inside_their_sentence() -> None:
    content = "Shells fell. Twelve civilians, including five children, were killed and 30 others were hurt."
    for draft in figures_of(content):
        assert 0 <= draft.start < draft.end <= len(content) and draft.start <= draft.anchor
