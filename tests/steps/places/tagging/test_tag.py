"""Texts in, toponyms with positions out."""

from __future__ import annotations

import pytest

from sijil.errors import BadReport
from sijil.model.report import Report
from sijil.steps.places.distance import distance_km
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.tag import Toponym, tag
from sijil.steps.read import read_bytes


def report(text: str, lang: str = "") -> Report:
    return read_bytes(text.encode(), doc="a", retrieval="test", media="text/plain", lang=lang)


def near(toponym: Toponym, lat: float, lon: float) -> bool:
    return toponym.lat is not None and toponym.lon is not None and distance_km(lat, lon, toponym.lat, toponym.lon) < 50


def test_towns_countries_and_regions_have_positions(gazetteer: Gazetteer) -> None:
    text = "Shells hit Saraqeb in Idlib province, Syria, a monitor based in Europe said."
    found = {toponym.name: toponym for toponym in tag(report(text), gazetteer)}
    assert list(found) == ["Saraqeb", "Idlib", "Syria", "Europe"]
    assert all(text[t.start : t.end] == t.name for t in found.values())
    assert near(found["Saraqeb"], 35.86, 36.80)
    assert found["Syria"].precision == "country" and found["Syria"].lat is not None
    assert (found["Europe"].precision, found["Europe"].lat) == ("region", 48.69)


def test_the_larger_place_behind_a_name_decides(gazetteer: Gazetteer) -> None:
    paris, _, alexandria, _ = tag(report("He left Paris, Texas, for Alexandria, Va., on Monday."), gazetteer)
    assert near(paris, 33.66, -95.56)
    assert near(alexandria, 38.80, -77.05)


def test_a_name_that_nobody_knows_is_told_without_a_position(gazetteer: Gazetteer) -> None:
    (toponym,) = tag(report("He fled from the village of Qwxyzzyk."), gazetteer)
    assert (toponym.name, toponym.lat, toponym.lon, toponym.precision) == ("Qwxyzzyk", None, None, "unknown")


def test_arabic_is_told_by_its_letters(gazetteer: Gazetteer) -> None:
    found = tag(report("قصف على بلدة سراقب بريف إدلب"), gazetteer)
    assert [toponym.name for toponym in found] == ["سراقب", "إدلب"]
    assert near(found[0], 35.86, 36.80)


@pytest.mark.parametrize(("text", "lang"), [("Troops left Paris.", "fr"), ("Войска покинули Алеппо", "")])
def test_other_languages_are_refused(text: str, lang: str, gazetteer: Gazetteer) -> None:
    with pytest.raises(BadReport, match="no language pack finds places"):
        tag(report(text, lang), gazetteer)


def test_a_text_without_places(gazetteer: Gazetteer) -> None:
    assert tag(report("Nobody said where it was."), gazetteer) == ()
