"""Rules of houses: what words are worth, how ends are made, what a recorder's own report says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.report import Text
from sijil.rules import names
from sijil.steps.assess.best import best
from sijil.steps.assess.house import FOLDER, house
from sijil.steps.assess.main import Assessed, assess_report, main_incident
from sijil.steps.assess.stated import stated
from sijil.steps.assess.summed import summed
from sijil.steps.assess.worth import counted, worth
from sijil.steps.reading.unclaimed import Named
from tests.builders import SARAQEB, Told, World, row

HERE: dict[str, Any] = {"day": "2020-01-23", "at": SARAQEB, "attack": "airstrike"}
AIRWARS = house("airwars")


def told() -> Told:
    return World().report("Recorder", "2020-02-01")


def ends(paper: Told, measure: str = "killed", group: str = "civilians", named: int = 0) -> tuple[Any, Any]:
    found = summed(measure, group, [c for c in paper.claims if c.measure == measure], AIRWARS, Named(named))
    return (found.figure.low, found.figure.high) if found else (None, None)


def claim(quote: str, number: str) -> Claim:
    return told().harm("injured", number, quote=quote, **HERE)


def test_every_shipped_house_holds_and_names_its_source() -> None:
    from sijil.rules import named

    for name in names(FOLDER):
        assert house(name).name and named(FOLDER, name)["source"]


@pytest.mark.parametrize(
    ("quote", "number", "airwars", "acled"),
    [
        ("several were injured", "at least 3", "2", "3"),
        ("dozens of people were injured", "at least 24", "12-24", "12"),
        ("hundreds were injured", "at least 200", "100-200", "100"),
        ("civilians were injured", "at least 1", "2", "3"),
        ("at least one person was injured", "at least 1", "at least 1", "at least 1"),
        ("at least three people were injured", "at least 3", "at least 3", "at least 3"),
        ("more than 20 were injured", "at least 21", "at least 21", "at least 21"),
    ],
)
def test_vague_words_are_worth_what_the_house_says(quote: str, number: str, airwars: str, acled: str) -> None:
    one = claim(quote, number)
    values = [worth(one, house(name)).figure for name in ("airwars", "acled", "sijil")]
    assert [value.words() for value in values if value] == [airwars, acled, one.figure.words() if one.figure else ""]


@pytest.mark.parametrize(
    ("quote", "number", "airwars"),
    [
        ("عشرات الجرحى", "at least 20", "12-24"),
        ("إصابة عدة مدنيين", "at least 3", "2"),
        ("مئات الجرحى", "at least 200", "100-200"),
        ("إصابة مدنيين بجروح", "at least 1", "2"),
        ("إصابة ثلاثة مدنيين على الأقل", "at least 3", "at least 3"),
        ("أكثر من ٢٠ جريحاً", "at least 21", "at least 21"),
        ("إصابة مدني واحد على الأقل", "at least 1", "at least 1"),
    ],
)
def test_vague_arabic_words_are_worth_the_same(quote: str, number: str, airwars: str) -> None:
    found = worth(claim(quote, number), AIRWARS).figure
    assert found and found.words() == airwars


def test_two_children_in_one_arabic_word_open_a_part() -> None:
    paper = told()
    paper.killed("2", "children", quote="طفلين", **HERE)
    assert ends(paper, group="children") == (2, 2)


def test_arabic_counts_joined_by_a_letter_are_added_up() -> None:
    paper = told()
    paper.killed("1", "women", quote="مقتل امرأة", gap=0, **HERE)
    paper.killed("3", "civilians", quote="مقتل امرأة وثلاثة أطفال", gap=-10, **HERE)
    assert ends(paper)[0] == 4


def test_what_counts_is_told_from_what_does_not() -> None:
    assert counted(claim("at least one person was injured", "at least 1"))
    assert not counted(claim("civilians were injured", "at least 1"))


def test_the_opening_count_is_the_floor_and_higher_accounts_the_ceiling() -> None:
    paper = told()
    paper.killed("at least 20", **HERE)
    paper.killed("26", by="A relative", **HERE)
    paper.killed("12", by="First reports", **HERE)
    assert ends(paper) == (20, 26)


def test_an_account_of_many_times_more_is_of_other_people_and_set_aside() -> None:
    paper = told()
    paper.killed("at least 4", **HERE)
    paper.killed("7000", by="Ministry of Health", **HERE)
    found = summed("killed", "civilians", paper.claims, AIRWARS)
    assert found and (found.figure.high, len(found.set_aside)) == (4, 1)


def test_a_ceiling_alone_takes_the_highest_count_below_it_as_its_floor() -> None:
    paper = told()
    paper.killed("up to 20", **HERE)
    paper.killed("14", by="A relative", **HERE)
    assert ends(paper) == (14, 20)


def test_an_opening_without_a_number_has_the_accounts_numbers() -> None:
    paper = told()
    paper.harm("injured", "at least 3", quote="several were injured", **HERE)
    paper.harm("injured", "4", by="A paper", **HERE)
    paper.harm("injured", "11", by="Another paper", **HERE)
    assert ends(paper, "injured") == (4, 11)


def test_people_listed_one_by_one_raise_an_open_count_and_no_exact_one() -> None:
    paper, exact = told(), told()
    paper.killed("at least 4", **HERE)
    exact.killed("7", **HERE)
    assert ends(paper, named=6) == (6, 6)
    assert ends(exact, named=9) == (7, 7)


def test_people_listed_within_a_range_raise_no_end_of_it() -> None:
    ceiling, above = told(), told()
    for paper in (ceiling, above):
        paper.killed("up to 8", "children", **HERE)
        paper.killed("5", "children", by="A relative", **HERE)
    assert ends(ceiling, group="children", named=7) == (5, 8)
    assert ends(above, group="children", named=9) == (9, 9)


def test_sons_and_daughters_of_unknown_age_widen_what_nobody_counts() -> None:
    found = summed("killed", "children", [], AIRWARS, Named(2, kin=1, unsure=3))
    assert found
    assert (found.figure.low, found.figure.high) == (3, 6)


def test_a_count_below_the_first_paragraph_is_of_one_family() -> None:
    paper = told()
    paper.killed("2", "children", quote="her two children", **HERE)
    listed = Named(3, kin=1, opening=1)
    late = summed("killed", "children", [replace(paper.claims[0], span=(900, 916))], AIRWARS, listed)
    early = summed("killed", "children", [replace(paper.claims[0], span=(0, 16))], AIRWARS, listed)
    assert late
    assert early
    assert (late.figure.low, early.figure.low) == (4, 3)


def test_a_part_opens_with_its_largest_count_and_with_words_that_count_it() -> None:
    paper, bare = told(), told()
    paper.killed("1", "children", quote="a baby girl", **HERE)
    paper.killed("at least 16", "children", quote="at least 16 children", **HERE)
    bare.killed("2", "children", quote="two", **HERE)
    assert ends(paper, group="children") == (16, 16)
    assert ends(bare, group="children") == (None, None)


def test_who_is_counted_beside_another_is_added() -> None:
    paper = told()
    first = paper.killed("1", "women", quote="One woman and three children were killed", **HERE)
    second = paper.killed("3", "children", quote="three children were killed", gap=-len(first.quote) + 14, **HERE)
    assert second.span[1] == first.span[1]
    assert ends(paper) == (4, 4)


def report(text: str, paper: Told, rules: str = "airwars") -> Assessed:
    found = assess_report(Text(text, ()), paper.claims, paper.info, house(rules))
    assert found
    return found


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The incident has been graded as “weak” until more is known.", "Weak"),
        ("Sources named no belligerent, therefore this was classified as contested.", "Contested"),
        ("This incident has been graded as a single source claim.", "Weak"),
        ("The strike status was graded as a single source claim.", None),
        ("He was counted as contested; his civilian status was graded contested.", None),
    ],
)
def test_grade_that_a_report_states_of_itself(sentence: str, grade: str | None) -> None:
    found = stated(f"Five people were killed. {sentence}", AIRWARS)
    assert (found.grade if found else None) == grade
    assert stated(sentence, house()) is None


def test_the_stated_grade_stands_with_its_words() -> None:
    paper = told()
    paper.killed("5", **HERE)
    found = report("Five were killed. The incident was graded as contested.", paper).assessment
    assert found.grade == "Contested"
    assert "«The incident was graded as contested.»" in found.grade_reasons[1]


def test_a_report_that_tells_of_a_long_time_alone_has_no_main_incident() -> None:
    paper = told()
    paper.harm("held", "300", quote="300 people have been held since January", day="2020-01-23", scope="total")
    assert main_incident(paper.claims) is None


def test_claims_of_another_day_are_no_part_of_the_main_incident() -> None:
    paper = told()
    paper.killed("5", **HERE)
    paper.killed("9", **{**HERE, "day": "2020-01-10"})
    found = row(report("Five were killed.", paper).assessment)
    assert found and found.figure.words() == "5"


def test_harm_that_nobody_counts_is_read_for_the_assessment_alone() -> None:
    found = report("A number of people were killed in the strike.", told())
    assert [(r.measure, r.figure) for r in found.assessment.ranges] == [("killed", Figure(2, 2))]
    assert not assess_report(Text("No people were killed.", ()), (), told().info, AIRWARS)


def test_the_lowest_figure_is_both_ends_for_acled() -> None:
    paper = told()
    paper.killed("9", by="A paper", **HERE)
    paper.killed("12", by="Another paper", **HERE)
    found = row(report("Nine were killed.", paper, "acled").assessment)
    assert found and found.figure.words() == "9"


def test_the_best_estimate_is_the_number_of_most_sources_for_ucdp() -> None:
    paper = told()
    for by, number in (("A", "9"), ("B", "12"), ("C", "12")):
        paper.killed(number, by=by, **HERE)
    found = report("Nine were killed.", paper, "ucdp")
    range_ = row(found.assessment)
    assert range_ and range_.figure.words() == "9-12"
    assert best(range_, found.claims, found.sources) == 12


def test_parts_never_exceed_the_whole_that_a_report_opens_with() -> None:
    paper = told()
    paper.killed("4", **HERE)
    paper.killed("3", "children", part_of=True, **HERE)
    paper.killed("5", "women", by="A paper", **HERE)
    found = report("Four people were killed, three of them children.", paper).assessment
    whole, children, women = (row(found, group=group) for group in ("civilians", "children", "women"))
    assert whole and children and women
    assert children.figure == Figure(3, 3)
    assert (women.figure.high or 0) <= (whole.figure.high or 0)


def test_casualties_are_no_deaths_for_any_house() -> None:
    for name in names(FOLDER):
        paper = told()
        paper.harm("casualties", "20", **HERE)
        assert {r.measure for r in report("20 casualties.", paper, name).assessment.ranges} == {"casualties"}


def test_a_dispute_is_shown_and_lowers_no_minimum_that_a_recorder_summed_up() -> None:
    def paper() -> Told:
        one = told()
        one.killed("6", actor="Russian aircraft", **HERE)
        one.killed("6", "combatants", by="Russian Defence Ministry", actor="Russian aircraft", **HERE)
        return one

    airwars, ours = (report("Six were killed.", paper(), name).assessment for name in ("airwars", "sijil"))
    ends_ = [found.figure.words() for found in (row(airwars), row(ours)) if found]
    assert ends_ == ["6", "0-6"]
    assert airwars.disputed and ours.disputed


def test_a_far_number_that_two_accounts_give_is_kept() -> None:
    paper = told()
    paper.killed("1", quote="killing the brother of a teacher", **HERE)
    for by in ("A paper", "Another paper"):
        paper.killed("28", by=by, **HERE)
    assert ends(paper) == (1, 28)
