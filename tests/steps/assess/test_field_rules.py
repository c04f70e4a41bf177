"""The rules of the field (design, section 3) that an assessment carries out, one scenario or more each, by its name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sijil.steps.assess.who_says import who_says
from tests.builders import SARAQEB, World, range_of, row

DAY, NEXT = "2020-01-23", "2020-01-24"
HERE: dict[str, Any] = {"day": DAY, "at": SARAQEB, "attack": "airstrike"}
SOHR, SNHR = "Syrian Observatory for Human Rights", "Syrian Network for Human Rights"


def world(*figures: tuple[str, str], **fields: Any) -> World:
    """Two papers of one day; each (speaker, number) tells of civilians killed by one airstrike."""
    found = World()
    for n, (by, number) in enumerate(figures):
        found.report(f"Paper {n}", NEXT).killed(number, by=by, **{**HERE, **fields})
    return found


def test_range_is_the_lowest_floor_to_the_highest_ceiling_of_credible_sources() -> None:
    assert range_of(world((SOHR, "9"), (SNHR, "12"), ("White Helmets", "at least 8")).only()) == "8-12"


def test_range_has_the_highest_low_to_print_where_no_source_bounds_it_above() -> None:
    found = row(world((SOHR, "at least 9"), (SNHR, "at least 12")).only())
    assert found and found.figure.high is None and found.highest_low == 12


def test_range_sets_superseded_figures_of_one_speaker_aside_and_shows_them() -> None:
    told = World()
    told.report("Harbour Post", DAY).killed("5", by=SOHR, **HERE)
    told.report("Orontes Daily", NEXT).killed("8", by=SOHR, **HERE)
    one = told.only()
    rows = who_says(told.claims, told.reports, one)
    assert range_of(one) == "8"
    assert [bool(saying.aside) for saying in rows] == [True, False]


def test_fighters_that_are_more_than_the_whole_of_their_source_are_not_taken_off() -> None:
    told = world((SNHR, "5"))
    paper = told.report("Harbour Post", NEXT)
    paper.killed("13", "people", by="President Erdogan", **HERE)
    paper.killed("76", "combatants", by="President Erdogan", part_of=True, **HERE)
    whole = row(told.only())
    assert whole and whole.figure.words() == "5-13"
    assert (
        "President Erdogan gives 13; 76 fighters are more than the 13 of President Erdogan: not taken off; to be "
        "looked at"
    ) in whole.reasons


def test_range_of_parts_never_exceeds_the_whole() -> None:
    told = World()
    paper = told.report("Harbour Post", NEXT)
    paper.killed("3", **HERE)
    paper.killed("5", "children", part_of=True, **HERE)
    children, whole = row(told.only(), group="children"), row(told.only())
    assert children and whole and whole.figure.high is not None
    assert (children.figure.high or 0) <= whole.figure.high


def test_range_of_parts_never_exceeds_the_whole_where_a_floor_of_them_is_printed() -> None:
    told = World()
    told.report("Harbour Post", NEXT).killed("1", **HERE)
    told.report("Orontes Daily", NEXT).killed("at least 3", "women", **HERE)
    women, whole = row(told.only(), group="women"), row(told.only())
    assert women and whole
    assert (women.highest_low or 0) <= max(whole.figure.high or 0, whole.highest_low or 0)


def test_civilian_by_default_counts_people_as_civilians_and_keeps_the_words() -> None:
    told = World()
    claim = told.report("Harbour Post", NEXT).killed("4", "people", quote="four people were killed", **HERE)
    assert range_of(told.only()) == "4"
    assert who_says(told.claims, told.reports, told.only())[0].words == claim.quote


def test_civilian_by_default_disputed_status_lowers_the_minimum_and_never_the_maximum() -> None:
    told = world((SNHR, "6"), actor="Russian aircraft")
    denying = told.report("Ministry page", NEXT)
    denying.killed("6", "combatants", by="Russian Defence Ministry", actor="Russian aircraft", **HERE)
    one = told.only()
    assert range_of(one) == "0-6"
    assert one.disputed and "calls 6 of them fighters" in one.disputes[-1]


def test_independence_counts_one_speaker_in_many_reports_once() -> None:
    one = world((SOHR, "5"), ("SOHR", "5"), (SNHR, "5")).only()
    assert len(one.sources) == 2


def test_independence_a_copy_adds_no_source() -> None:
    quote = "five civilians of one family were killed when a jet struck their home in the town at dawn"
    told = World()
    for paper in ("Harbour Post", "Orontes Daily", "Coast News"):
        told.report(paper, NEXT).killed("5", quote=quote, **HERE)
    assert len(told.only().sources) == 1


def test_grade_is_fair_with_two_sources_and_weak_with_one_and_says_why() -> None:
    fair, weak = world((SOHR, "5"), (SNHR, "5")).only(), world((SOHR, "5")).only()
    assert (fair.grade, weak.grade) == ("Fair", "Weak")
    assert "2 independent sources" in fair.grade_reasons[1] and "one source" in weak.grade_reasons[1]


def test_grade_is_contested_where_sources_blame_different_sides() -> None:
    told = World()
    told.report("Harbour Post", NEXT).killed("5", by=SNHR, actor="Russian aircraft", **HERE)
    told.report("State page", NEXT).killed("5", by="SANA", actor="Jabhat al-Nusra", **HERE)
    assert told.only().grade == "Contested"


def test_grade_is_discounted_where_all_those_killed_were_fighters() -> None:
    told = World()
    told.report("Harbour Post", NEXT).killed("5", "combatants", by=SOHR, **HERE)
    assert told.only().grade == "Discounted"


def test_casualties_are_no_deaths() -> None:
    told = World()
    told.report("Harbour Post", NEXT).harm("casualties", "20", **HERE)
    assert (range_of(told.only(), "casualties"), range_of(told.only())) == ("20", "none")


def test_a_total_is_added_to_no_incident() -> None:
    told = world((SOHR, "5"))
    told.told[0].killed("84", scope="total", by=SOHR, day="2020-01-01..2020-01-24", at=SARAQEB)
    assert range_of(told.only()) == "5"


def test_who_says_what_has_speaker_publisher_day_figure_and_words() -> None:
    told = world((SOHR, "at least 9"))
    (saying,) = who_says(told.claims, told.reports, told.only())
    expected = (SOHR, "Paper 0", NEXT, "killed", "civilians", "at least 9", "at least 9 civilians killed")
    assert (
        saying.speaker, saying.publisher, saying.day, saying.measure, saying.group, saying.figure, saying.words
    ) == expected  # fmt: skip


def test_the_order_of_claims_of_several_reports_does_not_change_the_range() -> None:
    one, other = world((SOHR, "9"), (SNHR, "12")), world((SNHR, "12"), (SOHR, "9"))
    assert range_of(one.only()) == range_of(other.only())
    assert replace(one.only(), incident="").grade == replace(other.only(), incident="").grade


def test_range_a_part_of_the_people_counted_never_lowers_their_number() -> None:
    report = (world := World()).report("Courier")
    report.killed("7", day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR")
    part = report.killed("3", day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR", part_of=True)
    (assessment,) = world.assessments()
    (row,) = [row for row in assessment.ranges if (row.measure, row.group) == ("killed", "civilians")]
    assert (row.figure.low, row.figure.high) == (7, 7)
    assert part.id in dict(row.set_aside)
