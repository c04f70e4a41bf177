"""Counts of strikes, objects, places and people on the move or in need, in Arabic."""

from __future__ import annotations

import pytest

from sijil.model.figure import Figure
from sijil.model.report import Block, Text
from sijil.steps.languages.ar.situations.counts import counted
from sijil.steps.languages.ar.text import sentences
from sijil.steps.reading.draft import Draft


def read(text: str) -> list[Draft]:
    return [d for s in sentences(Text(text, (Block(0, len(text), "body"),))) for d in counted(s)]


@pytest.mark.parametrize(
    ("text", "kind", "figure"),
    [
        ("قصفت القوات القرية بأكثر من 40 قذيفة", "attack", Figure(41, None)),
        ("غارتين جويتين على محيط القرية", "attack", Figure(2, 2)),
        ("ردّ الجيش بعشرات القذائف", "attack", Figure(20, None)),
        ("شن الطيران عدة غارات على التلال", "attack", Figure(3, None)),
        ("ألقت المروحيات ١٢ برميلاً متفجراً", "attack", Figure(12, 12)),
        ("وقعت 3 حوادث انفجار في الريف", "attack", Figure(3, 3)),
        ("طال القصف أربعة مواقع على الأقل", "attack", Figure(4, None)),
        ("تدمير ثلاثة منازل جراء القصف", "damage", Figure(3, 3)),
        ("أضرار مادية في أحد المنازل", "damage", Figure(1, 1)),
        ("استهدفت الطائرة واحداً من منازل القرية", "damage", Figure(1, 1)),
        ("استهدفت القذائف مدرستين", "damage", Figure(2, 2)),
        ("نزوح 300 عائلة من القرية", "displacement", Figure(300, 300, unit="households")),
        ("وصول مئات النازحين إلى المخيم", "displacement", Figure(200, None)),
        ("أكثر من 5000 مدني محاصرون في الحي", "need", Figure(5001, None)),
        ("سيطرت الفصائل على خمس قرى", "control", Figure(5, 5)),
    ],
)
def test_a_count_is_read_with_its_kind_and_bounds(text: str, kind: str, figure: Figure) -> None:
    (draft,) = read(text)
    assert (draft.kind, draft.figure) == (kind, figure)


@pytest.mark.parametrize(
    "text",
    [
        "يوم الاثنين، قصفت القوات القرية",
        "قصفت القوات القرية بقذيفة",
        "قُتل خمسة مدنيين",
        "3 حوادث سير في المدينة",
        "أحد عشر كوكباً",
        "تبعد القرية 5 كيلومترات",
        "في 12 آذار 2019",
    ],
)
def test_what_counts_nothing_of_the_kind_is_left(text: str) -> None:
    assert read(text) == []


def test_the_quote_is_the_number_with_its_noun_and_words_of_bound() -> None:
    text = "سقطت أكثر من 10 قذائف في القرية"
    (draft,) = read(text)
    assert text[draft.start : draft.end] == "أكثر من 10 قذائف"


def test_families_are_no_persons_and_what_is_foretold_is_projected() -> None:
    (draft,) = read("مخاوف من نزوح 40 عائلة")
    assert (draft.status, draft.measure, draft.figure and draft.figure.unit) == ("projected", "displaced", "households")


def test_a_text_without_an_end_is_read_in_linear_time() -> None:
    assert len(read("سقطت 10 قذائف على القرية، " * 3000)) == 3000
