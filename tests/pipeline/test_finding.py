"""Searches of a register: what is found, what people decided in between, filters, pages, and old registers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sijil import pipeline
from sijil.model.filter import Filter
from sijil.model.party import Party
from sijil.model.place import Place
from sijil.pipeline.finding import Found, Sought, search
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.steps.parties.rows import parties
from sijil.steps.places.gazetteer import Gazetteer
from tests.register.conftest import reading
from tests.web.sample import build, claim, report

ARABIC = "قصفت طائرات المشفى في سراقب يوم الخميس وقتل خمسة مدنيين."
CAMP = {"raw": "Alwaer", "id": "gn:9", "name": "Wa'er Camp", "precision": "exact"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(build(tmp_path / "desk.db")) as opened:
        yield opened


def of(register: Register, question: str, **narrowed: object) -> Found:
    return search(register, Sought(question, **narrowed))  # type: ignore[arg-type]


def claims(register: Register, question: str, **narrowed: object) -> list[str]:
    return [one.claim.id for one in of(register, question, **narrowed).claims]


def kept(register: Register) -> list[list[tuple]]:
    """All that is kept to be found, without its numbers."""
    beside = "SELECT one.{0}, one.first_day, one.last_day, words.* FROM search_{0}s AS one JOIN {0}s_found AS words"
    with sqlite3.connect(register.path) as db:
        found = [sorted(db.execute(f"{beside.format(what)} ON words.rowid = number")) for what in ("claim", "incident")]
        terms = []
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, reports_found, instance)")
        terms = sorted(db.execute("SELECT * FROM temp.terms"))
    return [*found, terms, [(register.search.stale(),)]]


def test_words_lead_to_claims_incidents_and_reports(register: Register) -> None:
    found = of(register, "Saraqeb")
    assert found.counts == {"incidents": 1, "claims": 4, "reports": 2} and not found.behind
    assert (
        found.incidents[0].incident.title.startswith("Airstrike, Saraqeb") and found.incidents[0].grade == "Contested"
    )
    assert {one.claim.id for one in found.claims} == {"courier-1", "courier-2", "bulletin-1", "bulletin-3"}
    report = next(one for one in found.reports if one.report.doc == "courier")
    text = register.report(report.report.id)[1].content
    assert [text[mark.start : mark.end] for mark in report.words.marks] == ["Saraqeb"] * len(report.words.marks)
    assert report.words.text == text[report.words.start : report.words.end]


def test_claims_are_found_by_speaker_party_alias_and_place(register: Register) -> None:
    assert set(claims(register, "rescuers")) == {"courier-1", "courier-2"}
    assert set(claims(register, "coordinators")) == {"courier-3"}
    assert "courier-1" in claims(register, "Syrian government")  # the party; its quote names nobody
    assert "courier-1" in claims(register, "Saraqeb civilians")  # one word of the quote, one of a name
    one = next(one for one in of(register, "coordinators").claims)
    assert [name.text for name in one.names] == ["relief coordinators"]


def test_a_rejected_claim_is_left_out_unless_asked_for(register: Register) -> None:
    pipeline.judge(register, "reject", "courier-3", {}, "Amal", "repeats the headline")
    assert claims(register, "coordinators") == []
    (one,) = of(register, "coordinators", rejected=True).claims
    assert one.claim.id == "courier-3" and one.rejected
    pipeline.judge(register, "withdraw", "1", {}, "Amal", "it does not")
    assert claims(register, "coordinators") == ["courier-3"]


def test_a_corrected_place_is_found_under_its_new_name(register: Register) -> None:
    pipeline.judge(register, "correct", "siege-1", {"at": CAMP}, "Amal", "the camp, not the district")
    assert claims(register, '"Waer Camp"') == ["siege-1"]


def test_what_is_kept_step_by_step_is_what_a_rebuild_keeps(register: Register) -> None:
    steps = [
        ("reject", "courier-3", {}), ("reject", "courier-1", {}), ("withdraw", "2", {}),
        ("correct", "siege-4", {"place": "Saraqeb"}), ("split", "I-courier-1", {"claims": ["bulletin-3"]}),
        ("correct", "siege-1", {"at": CAMP, "always": {"place": "Alwaer"}}),
        ("grade", "I-courier-1", {"grade": "Weak"}),
    ]  # fmt: skip
    for verb, subject, value in steps:
        pipeline.judge(register, verb, subject, value, "Amal", "a test")  # type: ignore[arg-type]
        step_by_step = kept(register)
        pipeline.rebuild(register)
        assert step_by_step == kept(register), (verb, subject)


@pytest.mark.parametrize(
    ("narrowed", "counts"),
    [
        ({"kind": "denial"}, (0, 1, 1)), ({"kind": "control"}, (0, 0, 0)), ({"place": "idlib"}, (1, 4, 2)),
        ({"place": "Homs"}, (0, 0, 0)), ({"since": date(2020, 1, 23), "until": date(2020, 1, 23)}, (1, 4, 0)),
        ({"since": date(2020, 1, 25)}, (0, 0, 1)), ({"until": date(2019, 1, 1)}, (0, 0, 0)),
        ({"place": "idlib", "kind": "denial"}, (0, 1, 1)),
    ],
)  # fmt: skip
def test_filters_narrow(register: Register, narrowed: dict[str, object], counts: tuple[int, int, int]) -> None:
    wanted = Filter(**narrowed)  # type: ignore[arg-type]
    assert tuple(of(register, "Saraqeb", filter=wanted).counts.values()) == counts


def test_pages_hold_all_of_it_once(register: Register) -> None:
    every = claims(register, "Saraqeb", of=("claims",))
    pages = [claims(register, "Saraqeb", of=("claims",), start=n, limit=1) for n in range(5)]
    assert [one for page in pages for one in page] == every and pages[4] == []
    assert of(register, "Saraqeb", of=("claims",)).reports == ()


def test_arabic_and_latin_letters_lead_to_one_place(register: Register) -> None:
    gazetteer = Gazetteer.open()
    for name, words in (("ar", ARABIC), ("en", "Jets hit a market in Saraqeb. Five people died.")):
        archived = report(words, name, "", date(2020, 1, 24))
        text = clean(archived)
        place = Place("Saraqeb", "geonames:164816", "Saraqib", "town")
        told = [claim(text, 1, name, "Five people died", place="Saraqeb", at=place)] if name == "en" else []
        register.add(archived, text, told)
    pipeline.derive(register)
    arabic = [one.report.doc for one in search(register, Sought("سراقب"), gazetteer).reports]
    latin = [one.report.doc for one in search(register, Sought("saraqib"), gazetteer).reports]
    assert "ar" in arabic and "en" in arabic and "en" in latin
    assert [one.report.doc for one in of(register, "مشفى").reports] == ["ar"]


def test_what_came_in_since_is_told(register: Register) -> None:
    register.add(*reading(4))
    assert of(register, "سراقب").behind and of(register, "سراقب").counts["claims"] == 0
    pipeline.derive(register)
    found = of(register, "سراقب")
    assert not found.behind and found.counts["claims"] == 5  # four call the place Saraqeb


@pytest.mark.parametrize("question", ["", " ", "-", '"', "'; --", "words:x OR", "\x00", "\ud800", "{", "a" * 1000])
def test_whatever_is_asked_gives_an_answer(register: Register, question: str) -> None:
    wanted = Filter(place=f'"{question}* (', kind='x" OR "')
    of(register, question)
    of(register, f"{question} killed", filter=wanted)


def test_an_older_register_is_searched_after_its_next_derive(register: Register) -> None:
    with sqlite3.connect(register.path) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE name IN ('claims_found', 'incidents_found', 'reports_found')"
            " OR name LIKE 'search\\_%' ESCAPE '\\' AND type = 'table' OR name LIKE 'incidents\\_%o%' ESCAPE '\\' AND"
            " type = 'trigger'"
        ).fetchall():
            db.execute(f"DROP {'TRIGGER' if name in ('incidents_come', 'incidents_go') else 'TABLE'} {name}")
        db.execute("PRAGMA user_version = 3")
    with Register.open(register.path) as again:
        assert of(again, "Saraqeb").behind
        pipeline.derive(again)
        assert of(again, "Saraqeb").counts == {"incidents": 1, "claims": 4, "reports": 2}


def test_a_party_is_found_by_every_alias(register: Register) -> None:
    archived = report("Soldiers held three people in Homs.", "held", "", date(2020, 1, 24))
    text = clean(archived)
    party = parties()["sy-government"]
    told = [claim(text, 1, "held", "held three people", actor="Soldiers", party=Party("Soldiers", party.id, "x"))]
    register.add(archived, text, told)
    pipeline.derive(register)
    for alias in party.aliases:
        assert "held-1" in claims(register, f'"{alias}"'), alias
