"""What the desk answers, without a browser."""

from __future__ import annotations

import httpx
import pytest

PAGES = ["/", "/totals", "/displacement", "/access", "/agreements", "/control", "/sources", "/reports"]


def section(page: str, start: str, end: str) -> str:
    """The part of a page between two texts."""
    return page.split(start, 1)[1].split(end, 1)[0]


@pytest.mark.parametrize("address", [*PAGES, "/nothing", "/map.geojson", "/incidents/I-courier-1", "/static/desk.css"])
def test_every_answer_says_what_it_may_load(client: httpx.Client, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_whole_without_scripts_and_hold_none_of_their_own(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "<main" in answer.text
    assert "http://" not in answer.text and "https://" not in answer.text
    assert " style=" not in answer.text and "<style" not in answer.text and "onclick" not in answer.text


@pytest.mark.parametrize("address", ["/nothing", "/incidents/none", "/reports/none", "/incidents/none/map.geojson"])
def test_what_is_not_there_is_told_in_one_line(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert 'role="alert"' in answer.text


def test_a_total_stands_beside_its_incidents_and_is_never_added(client: httpx.Client) -> None:
    page = client.get("/").text
    beside = section(page, 'id="totals-title"', "</section>")
    for words in (
        "at least 84 civilians",
        "<b>4-5</b> in 1 incident",
        "<b>at least 79</b> unexplained",
        "coordinators",
    ):
        assert words in beside
    assert ">88<" not in page and ">89<" not in page
    assert "Limits" in page and "never added" in page
    whole = client.get("/totals").text
    for words in ("Airstrike, Saraqeb", "reported by relief coordinators", "At least 84 civilians have been killed"):
        assert words in whole


def test_the_list_shows_grade_dispute_and_sources(client: httpx.Client) -> None:
    listed = section(client.get("/").text, 'id="incidents-title"', "</section>")
    assert "Contested" in listed and "disputed" in listed and "town&#39;s rescuers" in listed


def test_what_has_no_day_or_place_is_listed(client: httpx.Client) -> None:
    page = client.get("/").text
    loose = section(page, 'id="loose-title"', "</section>")
    assert "Twelve people were hurt by shells" in loose and "day not known: “Monday”" in loose
    assert "medicines have run out" in loose
    assert "place unknown" in section(page, 'id="off-title"', "</section>")


def test_an_area_is_drawn_as_an_area(client: httpx.Client) -> None:
    found = client.get("/map.geojson").json()["features"]
    assert [feature["properties"]["place"] for feature in found] == ["Idlib, Syria", "Saraqeb, Idlib, Syria"]
    assert [feature["geometry"]["type"] for feature in found] == ["Polygon", "Point"]
    assert client.get("/provinces.geojson").json()["features"]


def test_filters_leave_what_fits_and_tell_what_they_did_not_understand(client: httpx.Client) -> None:
    assert "Airstrike, Saraqeb" in section(client.get("/?place=idlib").text, 'id="incidents-title"', "</section>")
    assert "No incident" in section(client.get("/?place=Homs").text, 'id="incidents-title"', "</section>")
    assert client.get("/map.geojson?place=Homs").json()["features"] == []
    page = client.get("/?since=yesterday&kind=rumour").text
    assert "“yesterday” is no date" in page and "There is no kind “rumour”" in page


@pytest.mark.parametrize("address", [f"{page}?place=%22%3E%3Cscript%3E" for page in PAGES[:-1]])
def test_an_address_is_never_markup(client: httpx.Client, address: str) -> None:
    page = client.get(address).text
    assert '"><script>' not in page and "&#34;&gt;&lt;script&gt;" in page


def test_what_a_report_says_is_never_markup(client: httpx.Client, ids: dict[str, str]) -> None:
    addresses = ["/", "/sources", "/incidents/I-courier-1", *(f"/reports/{id_}" for id_ in ids.values())]
    pages = {address: client.get(address).text for address in addresses}
    for page in pages.values():
        assert "<script>" not in page and "<b>Saraqeb</b> on" not in page and "<i>there" not in page
    assert "&lt;script&gt;document.title" in pages[f"/reports/{ids['bulletin']}"]


def test_a_report_shows_custody_and_every_claim_in_its_text(client: httpx.Client, ids: dict[str, str]) -> None:
    page = client.get(f"/reports/{ids['courier']}").text
    for words in ("SHA-256", "file /reports/courier", "utf-8", "Page furniture"):
        assert words in page
    for number in range(1, 7):
        assert f'id="m-{number}"' in page and f'id="c-{number}"' in page
    assert 'data-claims="2 1"' in page, "the part lies inside the whole's quote"


def test_only_an_own_name_is_answered(client: httpx.Client) -> None:
    for host in ("desk.example", "127.0.0.1.example:80", ""):
        assert client.get("/", headers={"host": host}).status_code == 403
    assert client.get("/", headers={"host": "localhost:8000"}).status_code == 200
