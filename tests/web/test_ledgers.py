"""The desk's ledgers beside the incidents."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

from sijil import pipeline
from sijil.register import Register


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


def test_sources_are_in_the_order_asked_for(client: httpx.Client) -> None:
    speakers = re.findall(r'<a href="/sources/speaker/([^"]+)"', client.get("/sources?by=name").text)
    assert len(speakers) > 4 and speakers == sorted(speakers, key=str.casefold)
    by_name, by_claims = client.get("/sources?by=name").text, client.get("/sources").text
    assert by_claims.index("ministry</a>") < by_claims.index("aid group</a>")  # two claims, and one
    assert 'aria-sort="ascending"' in by_name
    assert client.get("/sources?by=credibility").status_code == 200


def test_a_source_says_what_it_said_and_who_contradicts_it_with_both_words(client: httpx.Client) -> None:
    page = text_of(client.get("/sources/speaker/town%27s%20rescuers").text)
    assert "No score of credibility is made" in page
    assert "Contradicted 2 of 2 claims" in page and "Contradictions: 2" in page
    against = text_of(client.get("/sources/speaker/town%27s%20rescuers?view=against").text)
    assert "By defence ministry (2)" in against
    assert "Five civilians, three of them children, died" in against and "no aircraft had struck Saraqeb" in against
    assert client.get("/sources/publisher/Courier").status_code == 200
    for unknown in ("/sources/speaker/nobody", "/sources/witness/town%27s%20rescuers"):
        assert client.get(unknown).status_code in (400, 404)


def test_what_people_reject_is_told_on_the_page_of_its_source(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    page = "/sources/speaker/relief%20coordinators"
    assert "people rejected 0" in text_of(client.get(page).text)
    with Register.open(path) as register:
        pipeline.judge(register, "reject", "courier-2", {}, "Rana", "a part of the first")
    assert "people rejected 1" in text_of(client.get("/sources/speaker/town%27s%20rescuers").text)


def test_control_goes_by_speaker_and_day_in_the_address(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    with Register.open(path) as register:
        for first, place in ((1, "courier-3"), (2, "courier-4")):
            held = {"kind": "control", "actor": "rebels" if first == 1 else "Syrian army", "place": "Saraqeb"}
            day = {"start": f"2020-01-0{first}", "end": f"2020-01-0{first}"}
            pipeline.judge(register, "correct", place, held | day, "Rana", "read wrongly")
    everybody = text_of(client.get("/control").text)
    assert "According to every speaker, as of now" in everybody
    assert "rebels" in everybody and "Syrian army" in everybody
    early = client.get("/control?on=2020-01-01").text
    assert "as of 1 January 2020" in text_of(early)
    assert "rebels" in section(early, 'class="letters"', "</ul>")
    assert "army" not in section(early, 'class="letters"', "</ul>")
    coordinators = client.get("/control?voice=relief+coordinators").text
    assert "According to relief coordinators" in text_of(coordinators)
    assert [
        feature["properties"]["disputed"] for feature in client.get("/control/map.geojson").json()["features"]
    ] == []
    assert "Nobody of that name" in client.get("/control?voice=nobody").text
    assert client.get("/control/map/nothing").status_code == 404
    assert "is no date" in client.get("/control?on=yesterday").text
