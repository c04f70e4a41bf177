"""What the lists hold: the objects of the command line, for the filters of the desk."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import httpx
import msgspec
import pytest
from starlette.datastructures import QueryParams

from sijil import queries
from sijil.exports.forms import form, told_report
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.web.api.description import document
from sijil.web.api.params import filters, read_filter
from sijil.web.api.resources import LISTINGS, Listing
from sijil.web.asking import query_of
from tests.cli.test_json import documented
from tests.web.api.conftest import Json, got

FILTERS = (
    "", "place=Saraqeb", "place=idlib&since=2020-01-23", "kind=casualty", "group=children", "attack=shelling",
    "party=Syrian+government", "grade=Weak", "grade=Weak&grade=Contested", "disputed=1", "speaker=ministry",
    "publisher=courier", "box=36,35,37,36.5", "until=2019-01-01",
)  # fmt: skip
OPEN = "names=1&positions=1&limit=500"


def plain(rows: object) -> list[Json]:
    """As JSON: tuples are lists, days are texts."""
    found = json.loads(msgspec.json.encode(rows))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("one", LISTINGS, ids=lambda one: one.path)
def test_a_list_holds_the_objects_of_the_command_line(api: httpx.Client, register_path: Path, one: Listing) -> None:
    with Register.open(register_path, create=False) as register:
        expected = plain([form(row) for row in one.rows(register, Filter())])
    page = got(api, f"/{one.path}?{OPEN}")
    order = [json.dumps(row, sort_keys=True) for row in expected]
    assert sorted(json.dumps(row, sort_keys=True) for row in page["items"]) == sorted(order)
    assert page["count"] == len(order) and page["next"] is None
    assert page["limits"] and page["method"] and page["as_of"] and page["withheld"] == []


@pytest.mark.parametrize("query", FILTERS)
def test_filters_leave_what_they_leave_on_the_desk(api: httpx.Client, desk: str, query: str) -> None:
    page = httpx.get(f"{desk}/?{query}").text
    shown = re.findall(r'<h3><a href="/incidents/([^"?]+)', page)
    found = [row["id"] for row in got(api, f"/incidents?{query}&{OPEN}")["items"]]
    assert sorted(found) == sorted(shown) and (found or query == FILTERS[-1])


def test_every_field_of_the_filter_is_a_parameter() -> None:
    values = {
        "place": "Homs", "party": "SDF", "report": "R-1", "speaker": "OCHA", "publisher": "Courier", "kind": "access",
        "group": "women", "attack": "clash", "since": "2020-01-01", "until": "2020-02-01", "grade": "Fair",
        "disputed": "1", "box": "36,35,37,36.5",
    }  # fmt: skip
    assert set(values) == {param.name for param in filters()}, "a new field needs a word in params._TOLD and here"
    wanted = read_filter(QueryParams(list(values.items())))
    unset = [field.name for field in dataclasses.fields(Filter) if getattr(wanted, field.name) == field.default]
    assert not unset and read_filter(QueryParams(query_of(wanted))) == wanted
    assert all(param.told for param in filters())


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("plase=Homs", "plase"), ("since=soon", "since"), ("since=20200101", "since"), ("kind=gossip", "kind"),
        ("kind=", "kind"), ("since=2020-02-01&until=2020-01-01", "until"), ("grade=Splendid", "grade"),
        ("box=1,2,3", "box"), ("box=37,35,36,34", "box"), ("limit=0", "limit"), ("limit=501", "limit"),
        ("limit=ten", "limit"), ("place=a&place=b", "place"), (f"place={'x' * 201}", "place"), ("names=yes", "names"),
        ("cursor=abc", "cursor"), ("disputed=2", "disputed"), ("page=2", "page"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_by_name(api: httpx.Client, query: str, parameter: str) -> None:
    answer = api.get(f"/incidents?{query}")
    told = answer.json()
    assert (answer.status_code, told["status"], told["parameter"]) == (422, 422, parameter)
    assert answer.headers["content-type"] == "application/problem+json" and told["detail"].endswith(".")


def test_single_things(api: httpx.Client, register_path: Path, ids: dict[str, str]) -> None:
    with Register.open(register_path, create=False) as register:
        view, claim = queries.report_view(register, ids["courier"]), queries.claims_by_id(register)["courier-1"]
        expected = plain([told_report(view.info, view.claims), form(claim)])
    report = got(api, f"/reports/{ids['courier']}?names=1&positions=1")
    text = report.pop("text")
    assert [report, got(api, "/claims/courier-1?names=1&positions=1")] == expected
    assert all(text["content"][slice(*one["span"])] == one["quote"] for one in report["claims"])
    assert text["blocks"][0] == {"start": 0, "end": 34, "role": "headline"}
    assert got(api, "/incidents/I-courier-1")["id"] == "I-courier-1"
    assert got(api, "/explain/I-courier-1?names=1")["sentences"]


def test_the_tally_has_its_filter_and_limits(api: httpx.Client) -> None:
    told = got(api, "/tally?place=Idlib&by=month")
    assert (told["filter"]["place"], told["by"]) == ("Idlib", "month")
    assert told["limits"] and told["rows"] and told["parts"]


def test_search(api: httpx.Client) -> None:
    found = got(api, "/search?q=Saraqeb")
    assert {row["found"] for row in found["items"]} == {"incident", "claim", "report"}
    assert found["counts"]["incidents"] == 1
    only = got(api, "/search?q=Saraqeb&of=claims&limit=1")
    assert [row["found"] for row in only["items"]] == ["claim"] and only["counts"]["claims"] > 1
    for row in found["items"]:
        assert all("araqeb" in row["words"][start:end] for start, end in row["marks"])


def test_places_and_method(api: httpx.Client) -> None:
    assert {row["name"] for row in got(api, "/places?name=Saraqeb")["items"]}
    assert got(api, "/places?name=Saraqeb&within=Nowhereville", 422)["parameter"] == "within"
    assert got(api, "/method")["page"].startswith("# Method")


def test_the_description_has_the_keys_that_the_documentation_has() -> None:
    schemas = document()["components"]["schemas"]
    sections = {
        "incidents": "IncidentForm", "totals": "Total", "displacement": "DisplacementRow", "access": "AccessRow",
        "displacement --places": "DisplacementSeries", "access --places": "AccessPlace", "agreements": "AgreementRow",
        "control": "ControlRow", "control --places": "ControlPlace", "sources": "SourceRow", "tally": "Tally",
        "review": "Judgement", "explain": "Explanation",
    }  # fmt: skip
    for section, shape in sections.items():
        assert set(schemas[shape]["properties"]) == documented()[section], section
        assert set(schemas[shape]["required"]) == documented()[section], section
    claim = documented()["A claim"] | documented()["claims"]
    assert set(schemas["ClaimForm"]["properties"]) == claim
    assert set(schemas["WholeReport"]["properties"]) == documented()["show"] | {"text"}
