"""The map by precision: what is drawn how, what stands beside it, what is only faint."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from sijil.model.place import Place
from sijil.web.geo import geometry, ring_of
from sijil.web.places import Places
from tests.web.conftest import Watched, served
from tests.web.places import build


@pytest.fixture(scope="module")
def raids(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a desk on places of every precision, which no test here changes."""
    with served(build(tmp_path_factory.mktemp("map") / "raids.db")) as address:
        yield address


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def test_every_place_is_drawn_as_precisely_as_it_is_known(raids: str) -> None:
    found = {f["properties"]["short"]: f for f in httpx.get(f"{raids}/map.geojson").json()["features"]}
    styles = {
        name: (f["geometry"]["type"], f["properties"]["style"], f["properties"].get("radius", 0))
        for name, f in found.items()
    }
    assert styles == {
        "Saraqeb": ("Point", "town", 0), "al-Waer": ("Point", "exact", 0), "Azaz": ("Point", "ring", 25),
        "Hama": ("Point", "ring", 30), "Deir ez-Zor": ("Polygon", "area", 0),
    }  # fmt: skip
    assert found["Hama"]["properties"]["known"] == "somewhere in the district, within about 30 km"
    assert [one["name"] for one in found["Hama"]["properties"]["candidates"]] == ["Al-Hama"]
    assert found["Saraqeb"]["properties"].get("candidates", []) == []


def test_what_has_no_point_and_no_outline_stands_beside_the_map(raids: str) -> None:
    page = httpx.get(raids).text
    beside = page.split('id="off-title"', 1)[1].split("</section>", 1)[0]
    assert "2 incidents without a point" in beside
    assert "the badia" in beside and "the old road" in beside and "Hama" not in beside
    for words in (
        "an exact place",
        "somewhere in it",
        "in the ring of 15 to 30 km",
        "somewhere inside",
        "may also mean",
    ):
        assert words in page


def test_an_incident_has_what_its_name_may_also_mean(raids: str) -> None:
    hama = httpx.get(f"{raids}/incidents/I-raids-4/map.geojson").json()
    assert len(hama["features"]) == 1 and [one["name"] for one in hama["candidates"]] == ["Al-Hama"]
    badia = httpx.get(f"{raids}/incidents/I-raids-6/map.geojson").json()
    assert badia["features"] == [] and [one["name"] for one in badia["candidates"]] == ["Badia"]
    assert "nothing is placed by guess" in httpx.get(f"{raids}/incidents/I-raids-6").text
    assert "data-map" not in httpx.get(f"{raids}/incidents/I-raids-7").text


def test_a_district_with_an_outline_is_its_outline_and_a_town_near_which_it_was_is_not(places: Places) -> None:
    square = Place("Homs", "x", "Homs", "district capital", 34.7, 36.7, ("Syria",), outline="SY-HI")
    shape = geometry(square, places)
    assert shape and shape["type"] in ("Polygon", "MultiPolygon")
    near = Place("near Homs", "x", "Homs", "near", 34.7, 36.7, ("Syria",), outline="SY-HI")
    assert geometry(near, places) == {"type": "Point", "coordinates": [36.7, 34.7]} and ring_of(near) == 25
    for precision in ("province", "region", "country"):
        area = Place("x", "x", "x", precision, 34.7, 36.7)
        assert geometry(area, places) is None, "a point in an area is never drawn"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_and_a_selected_place_shows_its_other_readings(browser: Browser, raids: str, scheme: str) -> None:
    context = browser.new_context(base_url=raids, viewport={"width": 1280, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context.new_page())
    page = watched.page
    page.goto("/?place=Hama")
    drawn = page.locator("[data-drawn='1']")
    expect(drawn.locator("canvas")).to_be_visible(timeout=30_000)
    expect(drawn).to_have_attribute("data-candidates", "0")
    box = drawn.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    balloon = page.locator(".maplibregl-popup")
    expect(balloon).to_contain_text("Somewhere in the district, within about 30 km")
    expect(balloon).to_contain_text("To be looked at: may also be Al-Hama in Syria")
    expect(drawn).to_have_attribute("data-candidates", "1")
    page.get_by_role("button", name="Close popup").click()
    expect(drawn).to_have_attribute("data-candidates", "0")
    page.goto("/incidents/I-raids-6")
    expect(page.locator("[data-drawn='0'][data-candidates='1'] canvas")).to_be_visible(timeout=30_000)
    page.goto("/?place=Deir")
    expect(page.locator("[data-drawn='1'] canvas")).to_be_visible(timeout=30_000)
    assert watched.problems == []
    context.close()
