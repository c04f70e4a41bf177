"""Questions and texts against each other, through a real FTS5 table."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sijil.steps.search import asked, excerpt, expression, folded_names, folded_text, marks, whole, with_names
from sijil.steps.search.words import words_in

HOSPITAL = "قصفت الطائرات المشفى، وبالمشفى أطفال. سَراقِب"
TEXTS = st.text(st.sampled_from("ab 'ʿ-\"*يوالمشفىةءأ٣٤½ﷺé\u0301\u0640.()^:{}") | st.characters(), max_size=60)


def found(question: str, *texts: str) -> list[int]:
    """The numbers of the texts that a question finds."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE kept USING fts5 (words, tokenize = 'ascii')")
    db.executemany("INSERT INTO kept (rowid, words) VALUES (?, ?)", [(n, folded_text(t)) for n, t in enumerate(texts)])
    match = expression(asked(question))
    rows = db.execute("SELECT rowid FROM kept WHERE kept MATCH ? ORDER BY rowid", (match,)).fetchall() if match else []
    return [n for (n,) in rows]


def marked(question: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks(text, asked(question))]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("مشفى", HOSPITAL), ("المشفى", "قصف مشفى"), ("والمشفى", "مشفي"), ("مشفي", "للمشفى"), ("سراقب", HOSPITAL),
        ("سراقب", "وبسراقب"), ("ادلب", "إدلب"), ("إدلب", "في ادلب"), ("مدرسه", "المدرسة"), ("علما", "علماء"),
        ("مسؤول", "مسوول"), ("٨٤", "84 people"), ("350,000", "some 350,000 left"), ("كتاب", "كـتـاب"),
        ("saraqib", "Sarāqib"), ("Maarrat", "Ma`arrat an-Nu'mān"), ("saraqeb", "Saraqeb’s market"),
        ("Saraqeb's", "in Saraqeb"), ("al-Waer", "Alwaer"), ("Alwaer", "al-Waer"), ("al-Waer", "the Waer district"),
        ("hosp*", "two hospitals"), ("المستش*", "بالمستشفيات"), ('"were killed"', "five were killed"),
        ("“were killed”", "five were killed"), ("«قصف المشفى»", "وقصف المشفى"), ("killed -injured", "five killed"),
        ('killed -"of them"', "five of those killed"), ("STRASSE", "Straße"), ("-killed", "five killed"),
    ],
)  # fmt: skip
def test_words_are_found_however_they_are_written(question: str, text: str) -> None:
    assert found(question, text) == [0]
    assert marked(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ('"killed were"', "five were killed"), ("killed -five", "five were killed"), ("hosp", "hospital"),
        ("h*", "hospital"), ("مشفى", "مشفيات"), ("lies", "allies"), ("وقف", "قف"), ("killed OR", "five killed"),
        ('killed -"of them"', "two of them were killed"), ("words:killed", "killed"), ("NEAR(five killed)", "killed"),
    ],
)  # fmt: skip
def test_what_was_not_asked_for_is_not_found(question: str, text: str) -> None:
    assert found(question, text) == []


@pytest.mark.parametrize(
    "question",
    ['"', '""', "-", "*", "--", '"open phrase', "a AND OR NOT", "(", "words : x", 'x" OR "y', "'; DROP TABLE kept --",
     "^a", "{words}: a", "NEAR/2", "\x00", "\ud800", "a*b*", "-*", '-""', "+", "a" * 5000, "a " * 5000],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_error(question: str) -> None:
    found(question, "five killed", question)
    whole("five killed", asked(question))


@given(TEXTS, TEXTS)
def test_any_text_is_asked_of_any_text(question: str, text: str) -> None:
    found(question, text)
    shown = excerpt(text, asked(question), 20)
    assert shown.text == text[shown.start : shown.end]
    assert whole(text, asked(question)).text == text


@given(TEXTS, st.data())
@example("ﷺ½ǰ", None)
def test_every_word_of_a_text_finds_it_and_is_marked_there(text: str, data: st.DataObject | None) -> None:
    words = list(words_in(text))
    chosen = words if data is None else ([data.draw(st.sampled_from(words))] if words else [])
    for word in chosen:
        typed = text[word.start : word.end]
        assert found(typed, text) == [0]
        assert any(mark.start <= word.start < mark.end for mark in marks(text, asked(typed)))


@given(TEXTS, TEXTS)
def test_what_is_found_is_marked_as_it_stands(question: str, text: str) -> None:
    spans = [mark[:2] for mark in marks(text, asked(question))]
    assert spans == sorted(spans) and all(0 <= start < end <= len(text) for start, end in spans)
    if found(question, text):
        assert spans


def test_the_excerpt_is_where_most_of_the_question_stands() -> None:
    text = "killed. " + "nothing here. " * 60 + "Nine were killed in Saraqeb. " + "nothing here. " * 60
    shown = excerpt(text, asked("killed saraqeb"), 120)
    assert [run.text for run in shown.runs if run.found] == ["killed", "Saraqeb"]
    assert len(shown.text) < 240 and not shown.text[0].isspace()
    assert excerpt(text, asked("absent"), 50).start == 0


def test_a_place_is_sought_by_its_other_names() -> None:
    names = {"saraqeb": ["saraqib", "سراقب"], "maarat al numan": ["معره النعمان"]}
    question = with_names(asked("Maarat al-Numan Saraqeb killed"), lambda words: names.get(words, ()))
    text = "قتل خمسة في سراقب وفي معرة النعمان: killed"
    assert [text[one.start : one.end] for one in marks(text, question)] == ["سراقب", "معرة النعمان", "killed"]
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE kept USING fts5 (words, tokenize = 'ascii')")
    db.execute("INSERT INTO kept VALUES (?)", (folded_text(text),))
    assert db.execute("SELECT 1 FROM kept WHERE kept MATCH ?", (expression(question),)).fetchone()


def test_a_phrase_never_spans_two_names() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE kept USING fts5 (names, tokenize = 'ascii')")
    db.execute("INSERT INTO kept VALUES (?)", (folded_names(["Free Syrian Army", "Council of Homs"]),))
    phrases = {'"syrian army"': 1, '"army council"': 0, '"council of homs"': 1}
    for phrase, count in phrases.items():
        match = expression(asked(phrase))
        assert len(db.execute("SELECT 1 FROM kept WHERE kept MATCH ?", (match,)).fetchall()) == count
