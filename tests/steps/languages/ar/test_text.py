"""Words of Arabic texts: folded, taken apart, and always at their place in the text."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.ar.text import fold, sentences, words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استشـ ـهاد مدني", ["استشهاد", "مدني"]),
        ("مجـ. زرة في البلدة", ["مجزره", "في", "البلده"]),
        ("بقـ.ـصف", ["بقصف"]),
        ("نقل بـ سيارة لـ نورث", ["نقل", "ب", "سياره", "ل", "نورث"]),
        ("الـ 45 قتيلاً", ["ال", "45", "قتيلا"]),
        ("قُـتـل مدنيٌّ", ["قتل", "مدني"]),
        ("#ريف_إدلب", ["ريف", "ادلب"]),
        ("٢٢ و1,200", ["22", "و", "1,200"]),
        ("\u200fقصف\u202b مدفعي", ["قصف", "مدفعي"]),
        ("YPG/PKK", ["ypg", "pkk"]),
    ],
)
def test_words_are_folded_and_joined_where_they_were_broken(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_words_lead_back_to_the_text() -> None:
    text = "أدى الـقـ ـصـف إلى مقتـ.ـل طفلين"
    assert [text[w.start : w.end] for w in words_of(text)] == ["أدى", "الـقـ ـصـف", "إلى", "مقتـ.ـل", "طفلين"]


def test_a_word_is_taken_apart_at_its_clitics() -> None:
    (word,) = words_of("وبالقصف")
    assert word.stems == ("وبالقصف", "بالقصف", "القصف", "قصف")
    assert word.lead("قصف") == "وبال"
    assert words_of("للحسكة")[0].stems[-1] == "حسكه"


def test_hamzas_and_endings_are_one() -> None:
    assert fold("إصابة") == fold("اصابه") == "اصابه"
    assert fold("أدّى") == "ادي"


def test_sentences_end_at_marks_and_lines() -> None:
    content = "قُتل مدني (أ. ب) في البلدة. وأصيب 2.5 آخر؟\nقال المصدر"
    text = Text(content, (Block(0, len(content), "body"),))
    found = sentences(text)
    assert [s.text for s in found] == ["قُتل مدني (أ. ب) في البلدة.", "وأصيب 2.5 آخر؟", "قال المصدر"]
    assert all(content[s.start : s.end] == s.text for s in found)


def test_sentences_end_where_a_line_end_was_lost() -> None:
    content = "قال د.سامر إن القصف أوقع جرحى.وأصيب طفل، بحسب أ.ف.ب وموقع example.org أمس"
    text = Text(content, (Block(0, len(content), "body"),))
    assert [s.text for s in sentences(text)] == [
        "قال د.سامر إن القصف أوقع جرحى.",
        "وأصيب طفل، بحسب أ.ف.ب وموقع example.org أمس",
    ]


def test_an_endless_sentence_is_cut_at_its_commas() -> None:
    content = "قصفت القوات قرية أخرى في الريف، " * 60 + "انتهى."
    found = sentences(Text(content, (Block(0, len(content), "body"),)))
    assert max(len(s.words) for s in found) <= 150
    assert [w for s in found for w in s.words] == list(words_of(content))
    assert found[1].words[0].key == "قصفت" and found[-1].text.endswith("انتهى.")
