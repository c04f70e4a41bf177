"""The hand-annotated claims of the sample reports: exact words, known lists, numbers in text order."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from sijil import samples
from sijil.model.claim import ATTACKS, GROUPS, KINDS, MEASURES
from sijil.model.report import Text
from sijil.steps.clean import clean
from sijil.steps.clean.page import metadata
from sijil.steps.read import read_path

FIELDS = {
    "id", "kind", "status", "quote", "speaker", "place", "within", "start", "end", "actor", "attack", "measure",
    "group", "side", "low", "high", "approx", "percent", "unit", "part_of", "scope", "object", "denies", "eased",
}  # fmt: skip
SAMPLES = {sample.doc: sample for sample in samples.reports()}
LINES = {path.name: path.read_text(encoding="utf-8").splitlines() for path in samples.golds()}
GOLD: list[dict[str, Any]] = [json.loads(line) for lines in LINES.values() for line in lines]
each_report = pytest.mark.parametrize("report", GOLD, ids=lambda report: str(report["doc"]))


@cache
def main_text(doc: str) -> Text:
    sample = SAMPLES[doc]
    return clean(metadata(read_path(sample.path, published=sample.published, source=sample.source)))


@each_report
def test_quotes_are_exact_and_stand_in_text_order(report: dict[str, Any]) -> None:
    text = main_text(report["doc"]).content
    starts = [text.index(claim["quote"]) for claim in report["claims"]]
    assert starts == sorted(starts)
    assert all("\n" not in claim["quote"] for claim in report["claims"])


@each_report
def test_no_quote_is_taken_for_page_furniture(report: dict[str, Any]) -> None:
    text = main_text(report["doc"])
    blocks = [text.content[block.start : block.end] for block in text.blocks]
    assert [claim["quote"] for claim in report["claims"] if not any(claim["quote"] in block for block in blocks)] == []


@each_report
def test_ids_count_from_one_and_denials_lead_to_claims_of_the_report(report: dict[str, Any]) -> None:
    numbers = [claim["id"] for claim in report["claims"]]
    assert numbers == list(range(1, len(numbers) + 1))
    for claim in report["claims"]:
        denied = claim.get("denies", [])
        assert set(denied if isinstance(denied, list) else [denied]) <= set(numbers) - {claim["id"]}


@each_report
def test_values_are_of_the_known_lists(report: dict[str, Any]) -> None:
    for claim in report["claims"]:
        assert set(claim) <= FIELDS
        assert claim["kind"] in KINDS
        assert claim["status"] in {"reported", "projected", "denied"}
        assert claim.get("measure", "killed") in MEASURES
        assert claim.get("group", "people") in GROUPS
        assert claim.get("attack", "other") in ATTACKS
        assert claim.get("scope", "total") in {"incident", "total"}
        assert claim["speaker"] == [name for name in claim["speaker"] if name.strip()]


@each_report
def test_bounds_and_days_are_in_order(report: dict[str, Any]) -> None:
    for claim in report["claims"]:
        assert ("low" in claim) == ("high" in claim)
        assert ("start" in claim) == ("end" in claim)
        if claim.get("low") is not None and claim.get("high") is not None:
            assert claim["low"] <= claim["high"]
        if "start" in claim:
            assert date.fromisoformat(claim["start"]) <= date.fromisoformat(claim["end"])


@each_report
def test_the_publication_date_is_the_manifests(report: dict[str, Any]) -> None:
    known = SAMPLES[report["doc"]].published
    if known is not None:
        assert report["published"] == known.isoformat()


def test_each_language_has_at_least_eight_annotated_reports_and_every_kind_is_among_them() -> None:
    assert set(LINES) == {"gold.jsonl", "gold-ar.jsonl"}
    assert all(len(lines) >= 8 for lines in LINES.values())
    assert {claim["kind"] for report in GOLD for claim in report["claims"]} == set(KINDS)


def test_every_report_is_annotated_once() -> None:
    assert sorted(report["doc"] for report in GOLD) == sorted(SAMPLES)


def test_what_the_demo_must_show_is_there() -> None:
    claims = [claim for report in GOLD for claim in report["claims"]]
    assert any(claim["kind"] == "displacement" and claim["status"] == "projected" for claim in claims)
    assert any(claim.get("scope") == "total" and claim.get("low") == 103 for claim in claims)
    assert any(claim.get("eased") for claim in claims)
    assert any(claim.get("low") == claim.get("high") == 0 for claim in claims)


@each_report
def test_a_denial_is_denied_and_nothing_else(report: dict[str, Any]) -> None:
    assert all((claim["kind"] == "denial") == (claim["status"] == "denied") for claim in report["claims"])
