"""What each corpus counts as found, on a document of our own; the corpora themselves need not be there."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.corpora import attribution, displacement, fakes, gaza, muc4
from benchmarks.corpora.casing import lower
from benchmarks.corpora.measure import Document, bounds, sentence_at
from benchmarks.corpora.reading import claims_of, sampled


def casualty(text: str, quote: str, low: int | None, high: int | None, **other: Any) -> dict[str, Any]:
    start = text.index(quote)
    fixed = {"kind": "casualty", "status": "reported", "measure": "killed", "group": "people", "speaker": []}
    return {**fixed, "quote": quote, "low": low, "high": high, "span": [start, start + len(quote)], **other}


def told(measures: list[Any]) -> dict[str, tuple[int, int]]:
    return {measure.name: (measure.right, measure.of) for measure in measures}


def test_a_printed_number_is_a_bound_also_where_words_moved_it() -> None:
    assert bounds({"low": 85, "high": None}) == {84, 85}
    assert bounds({"low": None, "high": 39}) == {39, 40}
    assert bounds({"low": 5, "high": 5}) == {5} and bounds({}) == set()


def test_the_sentence_around_an_offset() -> None:
    text = "One came. Two went home.\n\nThree stayed."
    assert sentence_at(text, text.index("went")) == "Two went home."
    assert sentence_at(text, text.index("stayed")) == "Three stayed."


def test_samples_are_spread_and_leave_out_what_is_listed() -> None:
    given = [Document(str(i), "", None) for i in range(10)]
    assert [d.doc for d in sampled(given, 3, frozenset({"0"}))] == ["1", "4", "7"]
    assert len(sampled(given, 0, frozenset())) == 10


def test_headline_counts_need_measure_and_group() -> None:
    text = "Raid kills 12 people. Seven fighters died and 3 children were hurt."
    gold = {f"{name}_killed": number for name, number in (("civilians", 12), ("noncivilians", 7), ("children", 3))}
    gold |= {f"{name}_text": None for name in fakes.GROUPS} | {"women_killed": 2}
    gold["agree"] = {"civilians_killed": True, "noncivilians_killed": True, "children_killed": True}
    hurt = casualty(text, "3 children", 3, 3, measure="injured", group="children")
    claims = [casualty(text, "kills 12 people", 12, 12), casualty(text, "Seven fighters", 7, 7), hurt]
    rows = fakes.measures([Document("a", text, gold)], {"a": claims})
    assert told(rows) == {
        "headline counts of killed": (1, 3), "- civilians": (1, 1), "- noncivilians": (0, 1), "- children": (0, 1),
        "- women": (0, 0),
    }  # fmt: skip
    assert rows[0].kinds() == [("noncivilians: group is people", 1), ("children: measure is injured", 1)]


def template(number: int, *victims: tuple[int, str]) -> dict[str, Any]:
    return {
        "optional_template": False,
        "derived_counts": {
            "killed": {"max": number, "exact_from_key": True, "has_unquantified": False}, "injured": None,
        },
        "hum_effects": [{"values": ["DEATH"], "refs": [name]} for _, name in victims],
        "hum_numbers": [{"values": [str(count)], "refs": [name]} for count, name in victims],
        "hum_descriptions": [],
    }  # fmt: skip


def test_templates_are_found_by_total_or_victim_by_victim() -> None:
    text = "SIX JESUITS DIED. MAYOR RUIZ WAS KILLED. A COOK WAS KILLED."
    six, ruiz = casualty(text, "SIX JESUITS", 6, 6), casualty(text, "MAYOR RUIZ", 1, 1)
    gold = [template(7, (6, "JESUITS"), (1, "RUIZ")), template(1, (1, "COOK"))]
    rows = muc4.measures([Document("a", text, gold), Document("b", "", [])], {"a": [six, ruiz]})
    assert told(rows)["victims per template"] == (1, 2) and told(rows)["no template: no casualty claim"] == (1, 1)
    rows = muc4.measures([Document("a", text, [template(7, (6, "JESUITS"))])], {"a": [casualty(text, "SIX", 7, 7)]})
    assert told(rows)["victims per template"] == (1, 1)


def test_a_figure_of_the_displaced_has_its_term_and_unit() -> None:
    text = "About 1 500 houses were destroyed and 300 families fled the town."
    gold = [{"figure": 1500, "term": "Destroyed Housing", "unit": "Households"}]
    gold.append({"figure": 300, "term": "Forced to Flee", "unit": "Households"})
    claims = [{"kind": "displacement", "low": 1500, "high": 1500}, {"kind": "displacement", "low": 300, "high": 300}]
    rows = displacement.measures([Document("a", text, gold)], {"a": claims})
    assert told(rows) == {
        "figure and term": (1, 2), "- of figures that the text prints": (1, 2), "figure": (2, 2),
        "figure, term and unit": (0, 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("At least 12 civilians were reportedly killed and 40 others injured.", {12}, {40}),
        ("killing at least twenty-three people; 14-year-old Ali was killed", {23}, set()),
        ("On 9 October 2023 three were killed, and two of the six died.", {3, 6}, set()),
        ("In 2023 killed journalists were named by @user12 and 3 sources.", set(), set()),
    ],
)
def test_printed_numbers_are_found_by_a_pattern(text: str, killed: set[int], injured: set[int]) -> None:
    found = gaza.printed(text)
    assert {n for name, n in found if name == "killed"} == killed
    assert {n for name, n in found if name == "injured"} == injured


def test_voices_and_sources_meet_by_their_spans() -> None:
    text = "The mayor said five died. He wants peace."
    span = [{"spans": [[0, 9]], "text": "The mayor"}]
    he = [{"spans": [[26, 28]], "text": "He"}]
    gold = [
        {"source": span, "cue": [{"spans": [], "text": "said"}], "content": span},
        {"source": he, "cue": [{"spans": [], "text": "wants"}], "content": he},
    ]
    rows = attribution.measures([Document("a", text, gold)], {"a": [((4, 9), "say"), ((15, 19), "say")]})
    assert told(rows) == {
        "sources with a voice": (1, 2), "- with a word of saying": (1, 1), "voices on a source": (1, 2),
    }  # fmt: skip


def test_only_texts_without_small_letters_are_lowered_and_offsets_stay() -> None:
    assert lower("TWO DIED IN İZMIR") == "two died in İzmir" and lower("Two DIED") == "Two DIED"


def test_documents_are_read_as_the_command_line_reads_them() -> None:
    claims = claims_of([Document("a", "A strike killed 12 civilians in Idlib on Friday.", None)], jobs=1)
    assert [(claim["low"], claim["group"]) for claim in claims["a"]] == [(12, "civilians")]


def test_voices_of_an_article_are_those_that_the_reader_of_reports_finds() -> None:
    text = "The mayor said on Monday that five people were hurt."
    found = attribution.voices([Document("a", text, [])], jobs=1)
    assert [(text[slice(*subject)], verb) for subject, verb in found["a"]] == [("The mayor", "say")]
