"""Names cut out of a sentence: attached letters, quotation marks, words broken to dodge filters."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.ar.cut import cut, quoted_words
from sijil.steps.languages.ar.text import Sentence, sentences


def read(text: str) -> Sentence:
    (one,) = sentences(Text(text, (Block(0, len(text), "body"),)))
    return one


@pytest.mark.parametrize(
    ("text", "lead", "words"),
    [
        ("للاحتلال التركي", "لل", "الاحتلال التركي"),
        ("لقوّات النظام", "ل", "قوّات النظام"),
        ("“قوات الشمال”", "", "قوات الشمال"),
        ("قوات الشمال “قش”", "", "قوات الشمال “قش”"),
        ("“قوات الشمال” (قش)", "", "قوات الشمال (قش)"),
        ("قـ.ـوات الشمال", "", "قوات الشمال"),
        ("#قوات_الشمال", "", "قوات_الشمال"),
    ],
)
def test_a_name_is_cut_clean(text: str, lead: str, words: str) -> None:
    sentence = read(text)
    assert cut(sentence, 0, len(sentence.words) - 1, lead)[0] == words


def test_offsets_leave_attached_letters_out() -> None:
    text = "قصف لقوّات النظام"
    _, start, end = cut(read(text), 1, 2, "ل")
    assert text[start:end] == "قوّات النظام"


def test_words_of_a_quotation_are_counted() -> None:
    assert quoted_words(read('شبكة "عين الوادي" قالت'), 1, 4) == 2
    assert quoted_words(read('شبكة "عين الوادي"'), 1, 4) == 2
    assert quoted_words(read('شبكة "عين الوادي قالت إن'), 1, 4) == 5
