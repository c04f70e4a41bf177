"""The page of the method, linked from tally and incident."""

from __future__ import annotations

import httpx

from sijil import METHOD_VERSION


def test_the_method_is_a_page_with_its_tables(client: httpx.Client) -> None:
    page = client.get("/method").text
    assert f"<h1>Method, version {METHOD_VERSION}</h1>" in page
    assert "<table>" in page and "What is not counted" in page
    assert "<script>" not in page.split("<main", 1)[1]


def test_the_tally_and_the_incident_lead_to_it(client: httpx.Client) -> None:
    assert f'<a href="/method">method {METHOD_VERSION}</a>' in client.get("/").text
    assert 'href="/method"' in client.get("/incidents/I-courier-1").text
