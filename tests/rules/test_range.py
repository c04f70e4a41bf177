"""Range: lowest floor to highest ceiling, parts within their whole, later reports of a speaker before earlier ones."""

from __future__ import annotations

from tests.rules.conftest import Read
from tests.rules.told import Told

NINE = Told(
    "Orontes Daily", "2020-01-24",
    "Nine civilians were killed in an airstrike on Saraqeb on Thursday, the Syrian Observatory for Human Rights said.",
)  # fmt: skip
TWELVE = Told(
    "Harbour Post", "2020-01-24",
    "Twelve civilians, including three children, were killed in an airstrike on Saraqeb on Thursday, the Syrian "
    "Network for Human Rights said.",
)  # fmt: skip
AT_LEAST_EIGHT = Told(
    "Coastline", "2020-01-24",
    "At least eight civilians were killed in the airstrike on Saraqeb on January 23, the White Helmets said.",
)  # fmt: skip
RIVALS = (NINE, TWELVE, AT_LEAST_EIGHT)

FIRST_COUNT = Told(
    "Orontes Daily", "2020-01-23",
    "Five civilians were killed in an airstrike on Saraqeb on Thursday, the Syrian Observatory for Human Rights said.",
)  # fmt: skip
LATER_COUNT = Told(
    "Harbour Post", "2020-01-25",
    "The Syrian Observatory for Human Rights said on Saturday that eight civilians were killed in the airstrike on "
    "Saraqeb on Thursday.",
)  # fmt: skip


def test_rival_accounts_give_the_lowest_floor_and_the_highest_ceiling(read: Read) -> None:
    assert read(*RIVALS).range_of() == "8-12"
    assert read(*RIVALS).sums() == {"killed civilians": "8-12", "killed children": "3"}


def test_a_range_of_rival_accounts_is_explained_down_to_the_words_of_each(read: Read) -> None:
    record = read(*RIVALS)
    told = record.explained(record.incident().incident.id)
    for source, count in (
        ("Syrian Observatory for Human Rights", "9"),
        ("Syrian Network for Human Rights", "12"),
        ("Syrian Civil Defence (White Helmets)", "at least 8"),
    ):
        assert f"{source} gives {count}" in told
    for paper, words in (
        ("Orontes Daily", "Nine civilians were killed"),
        ("Harbour Post", "Twelve civilians, including three children, were killed"),
        ("Coastline", "At least eight civilians were killed"),
    ):
        assert f"({paper}, 2020-01-24) in «{words}»" in told


def test_where_no_source_bounds_it_above_it_stays_open_and_the_highest_floor_stands_beside(read: Read) -> None:
    more = TWELVE._replace(text="At least 11 civilians were killed in an airstrike on Saraqeb on Thursday, SNHR said.")
    record = read(AT_LEAST_EIGHT, more)
    (killed,) = record.incident().assessment.ranges
    assert (killed.figure.words(), killed.highest_low) == ("at least 8", 11)


def test_children_never_exceed_the_civilians_that_they_are_part_of(read: Read) -> None:
    record = read(
        NINE._replace(text=NINE.text.replace("Nine", "Three")),
        AT_LEAST_EIGHT._replace(
            text="Five children were killed in an airstrike on Saraqeb on Thursday, the White Helmets said."
        ),
    )
    assert (record.range_of(), record.range_of(group="children")) == ("3-5", "3-5")


def test_a_later_report_of_the_same_speaker_supersedes_the_earlier_one(read: Read) -> None:
    assert read(FIRST_COUNT, LATER_COUNT).range_of() == "8"


def test_a_superseded_figure_is_set_aside_and_still_explained_with_its_words(read: Read) -> None:
    record = read(FIRST_COUNT, LATER_COUNT)
    told = record.explained(record.incident().incident.id)
    why = "superseded by the later report of Syrian Observatory for Human Rights of 2020-01-25"
    assert f"Set aside: «Five civilians were killed», because {why}." in told
    assert "(Orontes Daily, 2020-01-23) in «Five civilians were killed»" in told
    assert "(Harbour Post, 2020-01-25) in «eight civilians were killed»" in told
