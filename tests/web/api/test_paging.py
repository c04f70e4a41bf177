"""Pages: whatever comes in or goes meanwhile, no other row comes twice or is skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from sijil import pipeline, queries
from sijil.model.figure import Figure
from sijil.model.filter import Filter
from sijil.record import to_plain
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.web.api.paging import after, cursor, read_cursor
from sijil.web.api.problems import Problem
from sijil.web.api.resources import LISTINGS, Known, Listing
from tests.web.api.conftest import Json, got, walked
from tests.web.sample import IDLIB, claim, days, report

Own = tuple[httpx.Client, Path]


def named(row: Json) -> str:
    """What tells a row of the sample from others."""
    return str(row.get("ref") or row.get("id") or row.get("claim"))


@pytest.mark.parametrize("one", LISTINGS, ids=lambda one: one.path)
def test_pages_of_one_row_are_the_list(api: httpx.Client, one: Listing) -> None:
    whole = got(api, f"/{one.path}")["items"]
    pages = list(walked(api, f"/{one.path}?limit=1"))
    assert [row for page in pages for row in page] == whole
    assert all(len(page) == 1 for page in pages) or not whole


def test_the_next_page_is_linked(api: httpx.Client) -> None:
    first = api.get("/claims?limit=2&kind=casualty")
    assert first.links["next"]["url"] == first.json()["next"]
    assert "kind=casualty" in first.json()["next"] and "limit=2" in first.json()["next"]
    assert "link" not in api.get("/claims?limit=500").headers


def test_what_goes_meanwhile_skips_nothing(changed: Own) -> None:
    client, path = changed
    whole = [named(row) for row in got(client, "/claims")["items"]]
    pages = walked(client, "/claims?limit=3")
    seen = [named(row) for row in next(pages)]
    with Register.open(path) as register:
        for gone in (whole[0], whole[2], whole[4]):  # the first, the one that the cursor is of, one to come
            pipeline.judge(register, "reject", gone, {}, "somebody", "read it again")
    seen += [named(row) for page in pages for row in page]
    assert seen == [id_ for id_ in whole if id_ != whole[4]]


def test_what_comes_meanwhile_repeats_nothing(changed: Own) -> None:
    client, path = changed
    whole = [named(row) for row in got(client, "/incidents")["items"]]
    pages = walked(client, "/incidents?limit=1")
    seen = [named(row) for row in next(pages)]
    early, late = more(path, "early", date(2020, 1, 1)), more(path, "late", date(2020, 3, 1))
    seen += [named(row) for page in pages for row in page]
    assert len(seen) == len(set(seen)) and early not in seen
    assert [id_ for id_ in seen if id_ != late] == whole and late in seen


def more(path: Path, name: str, day: date) -> str:
    """Adds a report with one incident; its id."""
    archived = report(f"Shells killed two people on that day, said {name}.", name, "The Courier", day)
    with Register.open(path) as register:
        text = clean(archived)
        said = claim(text, 1, name, "Shells killed two people", measure="killed", group="people", scope="incident",
                     figure=Figure(2, 2), period=days(day), place="Idlib province", at=IDLIB, attack="shelling",
                     speaker=(name,))  # fmt: skip
        register.add(archived, text, [said])
        pipeline.derive(register)
    return f"I-{name}-1"


@pytest.mark.parametrize("one", LISTINGS, ids=lambda one: one.path)
def test_rows_are_in_the_order_of_their_keys(changed: Own, one: Listing) -> None:
    _, path = changed
    more(path, "early", date(2020, 1, 1))
    with Register.open(path) as register:
        added = replace(queries.claims_by_id(register)["courier-2"], quote="Five civilians")
        courier = added.doc
        start = register.report(courier)[1].content.index(added.quote)
        added = replace(added, span=(start, start + len(added.quote)))
        pipeline.judge(register, "add", courier, {"claim": to_plain(added)}, "somebody", "it was missed")
        known = Known.of(register)
        keys = [one.key(row, known) for row in one.sorted(register, Filter(), known)]
    assert keys == sorted(set(keys))


def test_results_of_a_search_go_on_behind_the_last_one(changed: Own) -> None:
    client, path = changed
    asked = "/search?q=said&of=reports"
    whole = [row["id"] for row in got(client, asked)["items"]]
    pages = list(walked(client, f"{asked}&limit=1"))
    assert [row["id"] for page in pages for row in page] == whole and len(whole) > 1
    paged = walked(client, f"{asked}&limit=1")
    (first,) = next(paged)
    more(path, "late", date(2020, 3, 1))
    later = [row["id"] for page in paged for row in page]
    assert first["id"] not in later and set(whole) - {first["id"]} <= set(later)
    assert "next" in got(client, "/search?q=said") and got(client, "/search?q=said&limit=1")["next"] is None


def test_a_cursor_is_of_one_list_and_filter(api: httpx.Client) -> None:
    _, _, given = got(api, "/claims?limit=1&kind=casualty")["next"].partition("cursor=")
    for other in ("/claims?limit=1", "/claims?limit=1&kind=access", "/incidents?limit=1&kind=casualty"):
        told = got(api, f"{other}{'&' if '?' in other else '?'}cursor={given}", 422)
        assert told["parameter"] == "cursor" and "another list or filter" in told["detail"]
    assert got(api, f"/claims?kind=casualty&limit=1&cursor={given}")["items"]


def test_keys() -> None:
    rows = ["a", "c", "e", "g"]
    assert after(rows, lambda row: (row,), None, 2) == (["a", "c"], True)
    assert after(rows, lambda row: (row,), ("c",), 2) == (["e", "g"], False)
    assert after(rows, lambda row: (row,), ("d",), 1) == (["e"], True)
    assert after(rows, lambda row: (row,), ("z",), 1) == ([], False)
    assert read_cursor(cursor("q", ("حمص", "1")), "q") == ("حمص", "1")
    for wrong in ("", "abc", "bnVsbA", "e30", "W10", "WyJhIl0", "WyJhIiwxXQ", "\udc80", "ü", "[[" * 900):
        with pytest.raises(Problem):
            read_cursor(wrong, "q")
