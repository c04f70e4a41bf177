"""docs/api.md against what the API does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest

from sijil.web.api.app import BASE
from sijil.web.api.description import document
from sijil.web.api.params import filters
from tests.web.api.conftest import got

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text()
HERE = f"http://127.0.0.1:8000{BASE}"
EXAMPLES = [one for one in re.findall(rf"{re.escape(HERE)}(/[^\s']+)", PAGE) if one not in ("/session", "/judgements")]


def section(name: str) -> str:
    """The text under a heading."""
    return re.split(r"^## .+$", PAGE.split(f"\n## {name}\n")[1], flags=re.M)[0]


@pytest.mark.parametrize("address", EXAMPLES)
def test_the_examples_are_answered(api: httpx.Client, address: str) -> None:
    found = got(api, address)
    assert found.get("items") or found.get("rows") or found.get("id")


def test_every_address_is_told() -> None:
    told = set(re.findall(r"`(/[\w/{}]+)", section("What there is")))
    told = (told - {BASE}) | {"/access/places", "/control/places"}
    assert told == set(document()["paths"])


def test_every_filter_is_told() -> None:
    first, _, _ = section("Filters").partition(". ")
    assert set(re.findall(r"`(\w+)`", first)) == {param.name for param in filters()}


def test_every_status_is_told() -> None:
    rows = re.findall(r"^\| (`\d+`(?:, `\d+`)?) \|", section("Errors"), flags=re.M)
    told = {status for row in rows for status in re.findall(r"\d+", row)}
    paths = document()["paths"].values()
    described = {status for methods in paths for does in methods.values() for status in does["responses"]}
    assert told - {"405"} == {status for status in described if status >= "4"}


def test_the_page_of_a_list_looks_as_told(api: httpx.Client) -> None:
    (shown,) = re.findall(r"```json\n(.+?)```", section("Pages"), flags=re.S)
    expected, page = json.loads(shown), got(api, "/incidents?place=Nowhere")
    assert list(page) == list(expected)
    same = ("items", "count", "next", "filter", "method")
    assert {name: page[name] for name in same} == {name: expected[name] for name in same}


def test_a_judgement_as_told(own: tuple[httpx.Client, Path]) -> None:
    client, _ = own
    (body,) = re.findall(r"-d '(\{\"verb\".+?\})' \\", section("Deciding"))
    tag = client.get(f"{BASE}/incidents/I-courier-1").headers["etag"]
    answer = client.post(f"{BASE}/judgements", json=json.loads(body), headers={"if-match": tag})
    assert answer.status_code == 201
