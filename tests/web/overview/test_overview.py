"""The overview over HTTP: every filter, every order, what the tally tells, and the map's answers."""

from __future__ import annotations

import re

import httpx
import pytest

LIST = re.compile(r'<h3><a href="/incidents/([^"?]+)')


def listed(page: str) -> list[str]:
    """The incidents of the list, in its order."""
    return LIST.findall(page.split('id="incidents-title"', 1)[1].split("</section>", 1)[0])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 3),
        ("place=Saraqeb", 1),
        ("speaker=rescuers", 1),
        ("speaker=nobody", 0),
        ("publisher=bulletin", 2),
        ("publisher=The+Courier", 1),
        ("disputed=1", 1),
        ("grade=Contested", 1),
        ("grade=Weak", 2),
        ("grade=Weak&grade=Contested", 3),
        ("grade=Weak&disputed=1", 0),
        ("group=children", 1),
        ("attack=shelling", 2),
        ("box=36.7,35.8,36.9,35.9", 1),
        ("box=10,10,11,11", 0),
        ("box=35,34.5,38,37", 2),  # the town, and all of Idlib province
    ],
)
def test_every_filter_leaves_what_fits_in_list_tally_and_map(client: httpx.Client, query: str, found: int) -> None:
    page = client.get(f"/?{query}").text
    assert len(listed(page)) == found
    assert f">{found} incident{'s' if found != 1 else ''} from" in page.replace("\n", " ")
    drawn = client.get(f"/map.geojson?{query}").json()["features"]
    assert sum(one["properties"]["count"] for one in drawn) <= found


@pytest.mark.parametrize(
    ("sort", "first"),
    [("day", "I-bulletin-4"), ("latest", "I-courier-1"), ("size", "I-courier-1"), ("grade", "I-bulletin-4")],
)
def test_the_list_comes_in_the_order_asked_for(client: httpx.Client, sort: str, first: str) -> None:
    page = client.get(f"/?sort={sort}").text
    assert listed(page)[0] == first
    assert 'aria-current="true"' in page and len(listed(page)) == 3


def test_the_newest_in_the_register_come_first_where_asked_for(client: httpx.Client) -> None:
    assert listed(client.get("/?sort=new").text)[0] == "I-siege-4"


def test_the_tally_tells_range_grades_disputes_sources_and_limits(client: httpx.Client) -> None:
    page = client.get("/").text
    tally = page.split('id="tally-title"', 1)[1].split("</section>", 1)[0]
    words = " ".join(re.sub(r"<[^>]+>", " ", tally).split())
    assert "of these Children killed 3" in words
    assert "1 disputed" in words and "independent source" in words and "Contested" in words
    assert "A documented minimum, not an estimate" in words and "As of" in words and "method" in words
    assert re.search(r'class="mix" role="img" aria-label="Grades of 1 incident: 1 Contested"', tally)


def test_conditions_are_chips_with_the_address_without_them(client: httpx.Client) -> None:
    page = client.get("/?place=Saraqeb&grade=Contested&sort=size").text
    chips = dict(re.findall(r'<li><a href="([^"]*)" data-go aria-label="Without ([^"]*)"', page))
    assert {words: address.replace("&amp;", "&") for address, words in chips.items()} == {
        "Place: Saraqeb": "/?grade=Contested&sort=size", "Grade: Contested": "/?place=Saraqeb&sort=size",
    }  # fmt: skip


def test_the_same_days_before_after_and_around_are_one_click_away(client: httpx.Client) -> None:
    page = client.get("/?since=2020-01-23&until=2020-01-24").text
    steps = re.findall(r'<a href="/\?([^"]*)" data-go>(Earlier|Wider|Later)</a>', page)
    assert [(name, query.replace("&amp;", "&")) for query, name in steps] == [
        ("Earlier", "since=2020-01-21&until=2020-01-22"), ("Wider", "since=2020-01-21&until=2020-01-26"),
        ("Later", "since=2020-01-25&until=2020-01-26"),
    ]  # fmt: skip


def test_a_place_of_the_map_tells_its_incidents(client: httpx.Client) -> None:
    (saraqeb,) = [
        one["properties"]
        for one in client.get("/map.geojson").json()["features"]
        if one["properties"]["short"] == "Saraqeb"
    ]
    card = client.get(f"/map/{saraqeb['key']}?place=Saraqeb")
    assert card.status_code == 200 and "/incidents/I-courier-1?place=Saraqeb" in card.text
    assert client.get("/map/nowhere").status_code == 404
    assert f'data-at="{saraqeb["key"]}"' in client.get("/").text


def test_the_map_is_packed_for_who_unpacks_it(client: httpx.Client) -> None:
    packed = client.get("/map.geojson", headers={"accept-encoding": "gzip"})
    plain = client.get("/map.geojson", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.json() == plain.json() and plain.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in client.get("/").headers  # tokens of forms stand beside what a page reflects


def test_what_totals_leave_unexplained_is_drawn_and_counted(client: httpx.Client) -> None:
    for page in (client.get("/").text, client.get("/totals").text):
        assert 'fill="url(#unexplained)"' in page and page.count('<pattern id="unexplained"') == 1
        assert "1 in part" in " ".join(page.split())
        assert "5</b> in 1 incident" in page or "In 1 incident inside it" in page
