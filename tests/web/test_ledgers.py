"""The desk's ledgers beside the incidents."""

from __future__ import annotations

import re

import httpx


def text_of(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def section(page: str, start: str, end: str = "</section>") -> str:
    """The part of a page between two texts."""
    return page.split(start, 1)[1].split(end, 1)[0]


def test_observed_forecasts_and_shares_stand_apart_and_nothing_is_added(client: httpx.Client) -> None:
    page = client.get("/displacement").text
    table = page.split("<h2>Told of once")[1]
    bodies = [text_of(body) for body in table.split("<tbody>")[1:]]
    assert "about 350,000 flow recommended" in bodies[0] and "650,000" not in bodies[0]
    assert "Shares" in bodies[1] and "50 per cent" in bodies[1]
    assert "not observed" in bodies[2] and "650,000" in bodies[2]
    assert "1,000,000" not in page


def test_a_figure_says_why_it_stands_where_it_does(client: httpx.Client) -> None:
    page = text_of(client.get("/displacement/courier-4").text)
    assert "the only source for this place and time" in page and "Some 350,000 people have left their homes" in page
    assert client.get("/displacement/courier-1").status_code == 404


def test_the_words_of_a_mark_come_as_a_part_of_a_page(client: httpx.Client) -> None:
    answer = client.get("/words", params={"claims": "siege-1,nothing,siege-2"})
    assert "medicines have run out" in answer.text and "let no sick person leave" in answer.text
    assert "<html" not in answer.text
    assert "no longer in the register" in client.get("/words", params={"claims": "nothing"}).text


def test_a_besieged_place_says_so_and_by_whom(client: httpx.Client) -> None:
    told = text_of(client.get("/access").text)
    assert "besieged since when is not told, by besieging forces" in told


def test_access_quotes_its_words(client: httpx.Client) -> None:
    access = section(client.get("/access").text, "<h2>Alwaer")
    assert "medicines have run out" in access and "let no sick person leave" in access


def test_control_says_what_its_holder_does(client: httpx.Client) -> None:
    told = text_of(client.get("/control").text)
    assert "besieging forces besieging it" in told


def test_an_agreement_says_its_area_and_state(client: httpx.Client) -> None:
    page = text_of(client.get("/agreements").text)
    assert "area not told, in force" in page and "Turkey" in page
