"""`sijil search` on the sample reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_results_stand_by_kind_with_counts(sijil: Sijil, own: Path) -> None:
    outcome = sijil("search", "Saraqeb")
    assert outcome.code == 0 and outcome.err == ""
    heads = [line for line in outcome.out.splitlines() if line.startswith(("incidents: ", "claims: ", "reports: "))]
    assert len(heads) == 3 and not any(head.endswith(": 0") for head in heads)


def test_marks_are_the_words_as_archived(sijil: Sijil, own: Path) -> None:
    found = lines(sijil("search", "SARAQEB", "--of", "claims", "--json").out)
    marked = [str(row["words"])[start:end] for row in found for start, end in row["marks"]]  # type: ignore[attr-defined]
    assert marked and set(marked) <= {"Saraqeb", "Saraqib", "Saraqeb's", "سراقب"}


def test_arabic_letters_find_a_place_that_reports_write_in_latin_ones(sijil: Sijil, own: Path) -> None:
    sijil("places", "find", "Saraqeb")  # there is a gazetteer
    latin, arabic = (lines(sijil("search", words, "--json").out) for words in ("Saraqeb", "سراقب"))
    assert {row["id"] for row in latin} == {row["id"] for row in arabic} != set()


def test_one_kind_and_its_pages(sijil: Sijil, own: Path) -> None:
    every = lines(sijil("search", "killed", "--of", "claims", "--json").out)
    pages = [
        lines(sijil("search", "killed", "--of", "claims", "--limit", 1, "--page", n, "--json").out) for n in (1, 2)
    ]
    assert [row["id"] for page in pages for row in page] == [row["id"] for row in every[:2]]
    assert all(row["found"] == "claim" and row["count"] >= len(every) for row in every)  # type: ignore[operator]


def test_rejected_claims_come_when_asked_for(sijil: Sijil, own: Path) -> None:
    claim = str(lines(sijil("search", "killed", "--of", "claims", "--json").out)[0]["id"])
    sijil("review", "reject", claim, "--reason", "repeats the headline")
    asked = ("search", "killed", "--of", "claims", "--limit", 1000, "--json")
    assert claim not in {row["id"] for row in lines(sijil(*asked).out)}
    assert {row["id"]: row["rejected"] for row in lines(sijil(*asked, "--rejected").out)}[claim] is True


@pytest.mark.parametrize("words", ['"', "(", "x AND", "*", "words:", "'; DROP TABLE reports; --", "سراقب\u200f"])
def test_whatever_is_asked_gives_an_answer(sijil: Sijil, own: Path, words: str) -> None:
    assert sijil("search", words).code == 0


@pytest.mark.parametrize("words", [(), ("x", "--of", "rumours"), ("x", "--since", "soon"), ("x", "--kind", "rumour")])
def test_bad_options_are_told_in_one_line(sijil: Sijil, own: Path, words: tuple[str, ...]) -> None:
    outcome = sijil("search", *words)
    assert outcome.code == 2 and outcome.out == ""
