"""`sijil evaluate`: where it finds the texts, what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil

SENTENCE = "At least five civilians were killed in Saraqeb on 23 January 2020, the Observatory said."
CLAIM = {
    "id": 1, "kind": "casualty", "measure": "killed", "group": "civilians", "low": 5, "high": None,
    "status": "reported", "quote": "At least five civilians were killed", "speaker": ["Observatory"],
    "place": "Saraqeb", "scope": "incident", "start": "2020-01-23", "end": "2020-01-23",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two annotated reports with their texts beside them."""
    rows = [{"doc": doc, "claims": [CLAIM]} for doc in ("a", "b")]
    texts = [{"doc": doc, "text": SENTENCE} for doc in ("b", "a", "not annotated")]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "gold.reports.jsonl").write_text("\n".join(map(json.dumps, texts)))
    return tmp_path / "gold.jsonl"


@pytest.mark.parametrize("jobs", [1, 2])
def test_texts_lie_beside_the_annotation(sijil: Sijil, gold: Path, jobs: int) -> None:
    outcome = sijil("evaluate", gold, "--jobs", jobs)
    assert outcome.code == 0 and outcome.lines == []
    assert "figure F1      1.000  (P 1.000 R 1.000)" in outcome.out


def test_claims_written_before_need_no_texts(sijil: Sijil, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "read.jsonl").write_text(sijil("extract", "--jsonl", "gold.reports.jsonl").out)
    anew = sijil("evaluate", gold, "--json").out
    (tmp_path / "gold.reports.jsonl").unlink()
    assert sijil("evaluate", gold, "--predicted", "read.jsonl", "--json").out == anew


def test_a_folder_of_reports_takes_its_days_from_the_annotation(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Five civilians were killed in Saraqeb on Thursday.")
    row = {
        "doc": "a",
        "published": "2020-01-24",
        "claims": [CLAIM | {"high": 5, "quote": "Five civilians were killed"}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    scores = json.loads(sijil("evaluate", "gold.jsonl", "--reports", "texts", "--json").out)
    assert scores["fields"]["dates"] == {"right": 1, "of": 1, "share": 1.0}


def test_a_manifest_names_reports_with_day_and_source(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five civilians were killed in Saraqeb on Thursday.")
    (tmp_path / "manifest.toml").write_text('[[report]]\nfile = "a.txt"\npublished = 2020-01-24\nsource = "S"\n')
    row = {"doc": "a", "claims": [CLAIM | {"high": 5, "quote": "Five civilians were killed"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    scores = json.loads(sijil("evaluate", "gold.jsonl", "--json").out)
    assert scores["fields"]["dates"]["right"] == 1


def test_the_page_is_written_whole(sijil: Sijil, gold: Path, tmp_path: Path) -> None:
    outcome = sijil("evaluate", gold, "--html", "page.html")
    assert outcome.code == 0 and outcome.lines == ["page.html: written"]
    assert (tmp_path / "page.html").read_text().rstrip().endswith("</html>")


def test_a_page_that_cannot_be_written_is_a_failure(sijil: Sijil, gold: Path) -> None:
    outcome = sijil("evaluate", gold, "--html", "no/such/folder/page.html")
    assert outcome.code == 1 and len(outcome.lines) == 1


def test_a_report_that_cannot_be_read_counts_as_saying_nothing(sijil: Sijil, gold: Path, tmp_path: Path) -> None:
    with (tmp_path / "gold.reports.jsonl").open("w") as file:
        file.write(json.dumps({"doc": "a", "text": SENTENCE}) + "\n" + json.dumps({"doc": "b", "text": ""}) + "\n")
    outcome = sijil("evaluate", gold, "--json")
    assert outcome.code == 2 and "line 2" in outcome.lines[0]
    scores = json.loads(outcome.out)
    assert scores["unread"] == ["b"] and scores["figure_recall"] == 0.5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no report"),
        ("not JSON", "line 1"),
        ('{"doc": "a"}', '"claims"'),
        ('{"doc": "a", "claims": [{"kind": "casualty"}]}', "claim 1"),
        ('{"doc": "a", "claims": [{"kind": "casualty", "quote": "x", "low": "five"}]}', "claim 1"),
        ('{"doc": "a", "claims": [5]}', "claim 1"),
        ('{"doc": "a", "claims": []}\n\n{"doc": "a", "claims": []}', "line 3"),
    ],
)
def test_a_bad_annotation_is_bad_input(sijil: Sijil, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "gold.jsonl").write_text(content)
    outcome = sijil("evaluate", "gold.jsonl", "--predicted", "gold.jsonl")
    assert (outcome.code, len(outcome.lines), outcome.out) == (2, 1, "")
    assert words in outcome.lines[0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nowhere.jsonl",), "no such file"),
        (("gold.jsonl", "--predicted", "nowhere.jsonl"), "no such file"),
        (("gold.jsonl", "--reports", "nowhere.jsonl"), "no such file"),
        (("gold.jsonl", "--reports", "nowhere.toml"), "cannot be read"),
        (("gold.jsonl", "--reports", "gold.jsonl"), "line 1"),
        (("bare.jsonl",), "--reports"),
        (("gold.jsonl", "--reports", "few.jsonl"), "lacks reports"),
    ],
)
def test_what_is_missing_is_named(sijil: Sijil, gold: Path, tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    (tmp_path / "bare.jsonl").write_text(gold.read_text())
    (tmp_path / "few.jsonl").write_text(json.dumps({"doc": "a", "text": SENTENCE}))
    outcome = sijil("evaluate", *words)
    assert outcome.code == 2 and says in outcome.lines[0]
