"""Looking up names and outlines in the real index."""

from pathlib import Path

import pytest

from sijil.errors import SetupError
from sijil.steps.places.build import build
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.index import ALSO


def best(gazetteer: Gazetteer, name: str) -> tuple[str, str, tuple[str, ...]]:
    entry = gazetteer.lookup(name)[0]
    return entry.name, entry.kind, entry.admin


@pytest.mark.parametrize("name", ["Alwaer", "al-Waer", "Al Waer", "Al-Wa'er"])
def test_a_district_of_homs_in_its_spellings(gazetteer: Gazetteer, name: str) -> None:
    assert best(gazetteer, name) == ("Al-Waer", "neighbourhood", ("Syria", "Homs", "Homs"))


@pytest.mark.parametrize(
    ("name", "shown", "province"),
    [
        ("Saraqeb", "Saraqib", "Idlib"),
        ("Khan Shaykhun", "Khan Sheikhoun", "Idlib"),
        ("Maaret al-Noman", "Maarat al-Numan", "Idlib"),
        ("Kafranbel", "Kafr Nabl", "Idlib"),
        ("Jisr al-Shughur", "Jisr al-Shughour", "Idlib"),
        ("Duma", "Douma", "Rif Dimashq"),
        ("Ain al-Arab", "Kobani", "Aleppo"),
        ("Tel Tamr", "Tell Tamer", "Hasakah"),
    ],
)
def test_syrian_towns(gazetteer: Gazetteer, name: str, shown: str, province: str) -> None:
    found = [entry for entry in gazetteer.lookup(name) if entry.country == "SY" and entry.kind == "town"]
    assert (found[0].name, found[0].admin) == (shown, ("Syria", province))
    assert found[0].lat is not None and 32 < found[0].lat < 38


@pytest.mark.parametrize(
    ("name", "pcode"), [("Idleb", "SY07"), ("Deir Ezzor", "SY09"), ("Hassakeh", "SY08"), ("Rural Damascus", "SY03")]
)
def test_governorates_carry_pcodes_and_no_point(gazetteer: Gazetteer, name: str, pcode: str) -> None:
    entry = next(entry for entry in gazetteer.lookup(name) if entry.kind == "province")
    assert (entry.pcode, entry.lat, entry.lon) == (pcode, None, None)


def test_tiers_say_how_a_name_was_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Syria")[0].tier == "exact"
    assert gazetteer.lookup("al-Douma")[0].tier == "article"
    assert gazetteer.lookup("Kafar Takhereem")[0].tier == "vowels"
    assert gazetteer.lookup("Qwxyzt") == []
    assert gazetteer.lookup("") == []


def test_outlines_of_provinces_regions_and_countries(gazetteer: Gazetteer) -> None:
    from shapely.geometry import Point, shape

    saraqib = Point(36.806, 35.864)
    for key in ("SY-ID", "region:northern-syria", "region:northwestern-syria", "country:SY"):
        geometry = gazetteer.outline(key)
        assert geometry is not None and shape(geometry).contains(saraqib), key
    assert gazetteer.outline("region:nowhere") is None
    assert gazetteer.outline("XX-XX") is None


def test_an_index_that_cannot_be_written_or_read_is_one_clear_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(SetupError, match="cannot be written"):
        build(blocked / "places.sqlite")
    with pytest.raises(SetupError, match="cannot be read"):
        Gazetteer(blocked)


def test_look_ups_inside_one_country_go_down_to_the_consonants(gazetteer: Gazetteer) -> None:
    tiers = {entry.name: entry.tier for entry in gazetteer.lookup_in("Zamalaka", "SY")}
    assert tiers == {"Zamalka": "skeleton"}
    assert {entry.country for entry in gazetteer.lookup_in("Tripoli", "LY")} == {"LY"}
    assert gazetteer.lookup_in("Saraqeb", "LY") == gazetteer.lookup_in("", "SY") == []


def test_a_place_found_by_its_consonants_comes_with_all_its_spellings_that_sound_different(
    gazetteer: Gazetteer,
) -> None:
    (found,) = gazetteer.lookup_in("Srqb", "SY")
    assert (found.name, found.tier) == ("Saraqib", "skeleton") and len(found.matched.split(ALSO)) > 1
