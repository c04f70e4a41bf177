"""docs/json.md against what the commands print."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil

PAGE = Path(__file__).parents[2] / "docs" / "json.md"
ALWAYS = {"id", "kind", "status", "quote", "speaker", "span", "confidence", "resolved"}


@cache
def documented() -> dict[str, set[str]]:
    """Keys by heading of the page."""
    sections = re.split(r"^#{2,3} (.+)$", PAGE.read_text(), flags=re.M)
    found = {}
    for name, body in zip(sections[1::2], sections[2::2], strict=True):
        cells = re.findall(r"^\| (`.+?) \|", body, flags=re.M)
        found[name] = {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}
    return found


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    "listing", ["incidents", "totals", "displacement", "access", "agreements", "control", "sources", "tally"]
)
def test_rows_have_the_documented_keys(sijil: Sijil, own: Path, listing: str) -> None:
    found = rows(sijil(listing, "--json").out)
    assert found, f"the sample reports show no {listing}"
    assert {frozenset(row) for row in found} == {frozenset(documented()[listing])}


@pytest.mark.parametrize("listing", ["displacement", "access", "control"])
def test_summaries_by_place_have_the_documented_keys(sijil: Sijil, own: Path, listing: str) -> None:
    found = rows(sijil(listing, "--places", "--json").out)
    assert found, f"the sample reports show no {listing}"
    assert {frozenset(row) for row in found} == {frozenset(documented()[f"{listing} --places"])}


def test_claims_have_documented_keys_only(sijil: Sijil, own: Path) -> None:
    found = rows(sijil("claims", "--json").out)
    assert found
    for row in found:
        assert ALWAYS | documented()["claims"] <= set(row) <= documented()["A claim"] | documented()["claims"]


def test_extract(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Five people were killed in Homs on 7 March 2017.")
    (row,) = rows(sijil("extract", "r.txt").out)
    assert set(row) == documented()["extract"]
    (claim, *_) = row["claims"]  # type: ignore[misc]
    assert set(claim) >= ALWAYS


def test_add_show_explain_rebuild_and_verify(sijil: Sijil, own: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Five people were killed in Homs on 7 March 2017.")
    (added,) = rows(sijil("add", "r.txt", "--json").out)
    assert set(added) == documented()["add"]
    (report,) = rows(sijil("show", added["report"], "--json").out)
    assert set(report) == documented()["show"]
    incident = rows(sijil("incidents", "--json").out)[0]["id"]
    assert set(rows(sijil("show", incident, "--json").out)[0]) == documented()["incidents"]
    (told,) = rows(sijil("explain", incident, "--json").out)
    assert set(told) == documented()["explain"] and told["sentences"]
    assert set(rows(sijil("rebuild", "--json").out)[0]) == documented()["rebuild"]
    (judged,) = rows(sijil("review", "grade", incident, "Weak", "--reason", "one source", "--json").out)
    assert set(judged) == documented()["review"] == set(rows(sijil("review", "list", "--json").out)[0])
    (verified,) = rows(sijil("verify", "--json").out)
    assert verified["intact"] is True and set(verified) == documented()["verify"]


def test_evaluate(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"doc": "r", "claims": []}')
    (row,) = rows(sijil("evaluate", "gold.jsonl", "--predicted", "gold.jsonl", "--json").out)
    inner = {"right", "of", "share", "bins", "from", "to", "mean", "sure_from", "sure", "figures"}
    assert set(row) == documented()["evaluate"] - inner


def test_search(sijil: Sijil, own: Path) -> None:
    found = {str(row["found"]): row for row in rows(sijil("search", "Idlib", "--json").out)}
    common, dated = documented()["search"], documented()["A found incident or claim"]
    assert set(found["report"]) == common | documented()["A found report"]
    assert set(found["claim"]) == common | dated - {"grade", "disputed"}
    assert set(found["incident"]) == common | dated - {"kind", "speaker", "rejected"}


def test_review_queue(sijil: Sijil, own: Path) -> None:
    found = rows(sijil("review", "queue", "--json").out)
    assert found and {frozenset(row) for row in found} == {frozenset(documented()["review queue"])}


def test_review_parties(sijil: Sijil) -> None:
    found = rows(sijil("review", "parties", "--json").out)
    assert found and {frozenset(row) for row in found} == {frozenset(documented()["review parties"])}


def test_places_find(sijil: Sijil) -> None:
    found = rows(sijil("places", "find", "Saraqeb", "--json").out)
    assert found and {frozenset(row) for row in found} == {frozenset(documented()["places find"])}
