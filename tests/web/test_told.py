"""Sentences of the steps, and values, in the words of the reader."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sijil import queries, reviewing
from sijil.model.figure import Figure
from sijil.model.filter import Filter
from sijil.model.incident import GroupRange, Incident
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.register import Register
from sijil.web import dates, names, words
from sijil.web.language import speaking
from sijil.web.page import TEMPLATES
from sijil.web.people.veil import Veil
from sijil.web.people.visitor import Visitor
from sijil.web.summary import harm, opening
from sijil.web.told import match, plain

MARKS = re.compile("[\u2066-\u2069\u200f]")
SARAQEB = Place("Saraqeb", "geonames:164816", "Saraqib", "town", 35.86, 36.8, ("Syria", "Idlib"))


def bare(text: str) -> str:
    """Without marks of direction."""
    return MARKS.sub("", text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("one source: Levant Courier", "مصدر واحد: Levant Courier"),
        ("Levant Courier gives at least 58", "يذكر Levant Courier: ما لا يقل عن 58"),
        ("«two girls»: same place and day, Saraqib", "«two girls»: المكان واليوم أنفسهما، سراقب"),
        ("same place, Saraqib (+3); same day (+2)", "المكان نفسه، سراقب (+3)؛ اليوم نفسه (+2)"),
        ("read with confidence 0.42", "قُرئ بثقة 0.42"),
        (
            "Airstrike, Saraqib, 23 Jan 2020: graded Weak, because one source, or several that repeat one; one source:"
            " A.",
            "غارة جوية، سراقب، 23 كانون الثاني 2020: الدرجة «ضعيفة»، لأن: مصدر واحد، أو عدة مصادر تكرر مصدرًا واحدًا؛"
            " مصدر واحد: A.",
        ),
        ("Courier (Wire, 2017-04-08) denies it: «no; never»", "ينفي ذلك Courier (Wire، 8 نيسان 2017): «no; never»"),
        ("a reason that nobody has worded yet", "a reason that nobody has worded yet"),
    ],
)
def test_sentences_are_told_by_their_patterns(line: str, told: str) -> None:
    with speaking("ar"):
        assert bare(plain(line)) == told
    assert plain(line) == line


def test_every_reason_of_a_register_has_a_pattern(register_path: Path) -> None:
    with Register.open(register_path, create=False) as register:
        views = queries.incidents(register, Filter())
        lines = {line for view in views for line in (*view.incident.reasons, *view.assessment.grade_reasons)}
        lines |= {line for view in views for row in view.assessment.ranges for line in row.reasons}
        lines |= {line for view in views for line in view.assessment.disputes}
        lines |= {line for view in views for line in queries.explain(register, view.incident.id)}
        lines |= {line for item in reviewing.waiting(register, Filter(), ("claim", "pair")) for line in item.reasons}
        tally = queries.tally(register, Filter())
    lines |= {line for row in tally.totals for line in (*row.reasons, row.conflict) if line} | set(tally.limits)
    assert sorted(line for line in lines if match(line) is None) == []


def test_a_name_that_is_blurred_in_english_is_blurred_in_arabic() -> None:
    line = "one source: Rana Darwish"
    shown = TEMPLATES.from_string("{{ line | told(about) }}")
    for lang in ("en", "ar"):
        with speaking(lang):
            page = shown.render(line=line, about=frozenset(), veil=Veil(Visitor("reader", "reader"), False))
        assert "Rana" not in page and "Darwish" not in page and 'class="veiled"' in page
    with speaking("ar"):
        page = shown.render(line="no such reason <b>", about=None, veil=Veil(Visitor(alone=True), False))
    assert page == '<span lang="en" dir="ltr"><bdi>no such reason &lt;b&gt;</bdi></span>'


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(1, 1), "مقتل مدني واحد"), (Figure(2, 2), "مقتل مدنيين اثنين"), (Figure(5, 5), "مقتل 5 مدنيين"),
        (Figure(84, None), "مقتل ما لا يقل عن 84 مدنيًا"), (Figure(None, 40), "مقتل ما يصل إلى 40 مدنيًا"),
        (Figure(4, 5), "مقتل 4 إلى 5 مدنيين"), (Figure(1, 2), "مقتل 1 إلى 2 مدني"),
        (Figure(1200, 1200, approx=True), "مقتل نحو 1,200 مدني"),
    ],
)  # fmt: skip
def test_people_are_counted_in_the_forms_of_arabic(figure: Figure, told: str) -> None:
    with speaking("ar"):
        assert bare(words.BEFELL["killed"] % {"people": words.people("civilians", figure)}) == told


def test_english_words_are_those_of_figures() -> None:
    for figure in (Figure(84, None), Figure(None, 40), Figure(4, 5), Figure(0, 1), Figure(9, 9, approx=True)):
        assert words.amount(figure) == figure.words()
        assert words.people("civilians", figure) == f"{figure.words()} civilians"


def test_days_have_levantine_months() -> None:
    with speaking("ar"):
        assert bare(dates.day(date(2017, 3, 7))) == "7 آذار 2017"
        assert bare(dates.days(date(2020, 1, 23), date(2020, 1, 25))) == "23 إلى 25 كانون الثاني 2020"
        assert bare(dates.days(date(2020, 1, 23), None)) == "منذ 23 كانون الثاني 2020"


def test_names_are_in_both_scripts_where_report_and_reader_differ() -> None:
    arabic = Place("سراقب", SARAQEB.id, "Saraqib", "town", 35.86, 36.8, ("Syria", "Idlib"))
    assert words.where(arabic) == "Saraqib (سراقب), Idlib, Syria"
    assert words.where(SARAQEB) == "Saraqib, Idlib, Syria"
    with speaking("ar"):
        assert bare(words.where(SARAQEB)) == "سراقب (Saraqeb)، إدلب، سوريا"
        assert bare(words.where(arabic)) == "سراقب، إدلب، سوريا"
        assert names.party_named("Syrian government forces") == "القوات الحكومية السورية"
        assert names.party_named("Some new party") == "Some new party"


def test_an_incident_is_told_in_one_arabic_sentence() -> None:
    rows = [
        GroupRange("killed", "civilians", Figure(5, None), (), ()),
        GroupRange("killed", "children", Figure(3, 3), (), ()),
    ]
    day = Period(date(2020, 1, 23), date(2020, 1, 23), "day")
    incident = Incident("I-1", (), SARAQEB, day, "airstrike", "Airstrike, Saraqib, 23 Jan 2020", ())
    with speaking("ar"):
        assert bare(harm(rows)) == "أُفيد بمقتل ما لا يقل عن 5 مدنيين (أطفال: 3)"
        assert bare(opening(incident, rows)) == (
            "أُفيد بمقتل ما لا يقل عن 5 مدنيين (أطفال: 3) في غارة جوية يوم 23 كانون الثاني 2020"
            " في سراقب (Saraqeb)، إدلب، سوريا"
        )
        assert bare(words.titled(incident)) == "غارة جوية، سراقب، 23 كانون الثاني 2020"
    assert words.titled(incident) == incident.title
