"""Places of one report, resolved together."""

import pytest

from sijil.model.claim import Claim
from sijil.model.place import AREAS, Place
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.regions import area_of
from sijil.steps.places.resolve import resolve, resolve_name


def claim(number: int, place: str | None, within: str | None = None) -> Claim:
    return Claim(str(number), "d", number, "attack", "", (0, 0), place=place, within=within)


def places(gazetteer: Gazetteer, *pairs: tuple[str | None, str | None]) -> list[Place | None]:
    claims = [claim(number, place, within) for number, (place, within) in enumerate(pairs, 1)]
    return [done.at for done in resolve(claims, gazetteer)]


def one(gazetteer: Gazetteer, place: str, within: str | None = "Syria") -> Place:
    return resolve_name(place, gazetteer, within)


def test_the_two_sample_reports(gazetteer: Gazetteer) -> None:
    alwaer, district, nothing = places(gazetteer, ("Alwaer", "Homs"), ("Alwaer district", "Homs"), (None, None))
    assert nothing is None
    assert alwaer is not None and district is not None
    assert alwaer.id == district.id and alwaer.precision == "district" and alwaer.admin == ("Syria", "Homs", "Homs")
    assert district.raw == "Alwaer district"


def test_a_report_that_says_province_means_the_province(gazetteer: Gazetteer) -> None:
    saraqib, province, bare, zone, part = places(
        gazetteer,
        ("Saraqeb", "Idlib province"),
        ("Idlib province", None),
        ("Idlib", None),
        ("Idlib de-escalation zone", None),
        ("southern Idlib", None),
    )
    assert saraqib and province and bare and zone and part
    assert (saraqib.name, saraqib.precision, saraqib.admin) == ("Saraqib", "town", ("Syria", "Idlib"))
    assert province.id == bare.id == "pcode:SY07" and province.pcode == "SY07"
    assert (zone.id, zone.precision) == ("region:idlib-de-escalation-zone", "region")
    assert (part.name, part.precision, part.outline, part.admin) == (
        "Southern Idlib", "region", "SY-ID", ("Syria", "Idlib"),
    )  # fmt: skip


def test_without_such_words_the_town_is_meant(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "Idlib")
    assert (place.precision, place.admin) == ("town", ("Syria", "Idlib"))
    assert one(gazetteer, "Aleppo city").precision == "town"


@pytest.mark.parametrize(
    ("words", "name", "precision"),
    [
        ("rural Idlib", "Rural Idlib", "region"),
        ("northern countryside of Hama", "Northern rural Hama", "region"),
        ("Aleppo northern countryside", "Northern rural Aleppo", "region"),
        ("province of Homs", "Homs", "province"),
        ("town of Saraqeb", "Saraqib", "town"),
        ("near Azaz", "Azaz", "near"),
        ("outskirts of Daraa", "Daraa", "near"),
        ("west of Idlib city", "Idlib", "near"),
        ("Maarat al-Numan district", "Maarat al-Numan", "district capital"),
        ("Damascus countryside", "Rif Dimashq", "province"),
        ("northern Syria", "Northern Syria", "region"),
        ("Syrian territories", "Syria", "country"),
        ("Eastern Ghouta", "Eastern Ghouta", "region"),
    ],
)
def test_words_around_a_name(gazetteer: Gazetteer, words: str, name: str, precision: str) -> None:
    place = one(gazetteer, words)
    assert (place.name, place.precision, place.raw) == (name, precision, words)


def test_areas_never_get_a_point(gazetteer: Gazetteer) -> None:
    for words in ("Idlib province", "rural Idlib", "northern Syria", "Syria", "Eastern Ghouta", "southern Idlib"):
        place = one(gazetteer, words)
        assert place.precision in AREAS and place.lat is None and place.lon is None and place.outline


def test_x_in_y_places_x(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "Alwaer district in Homs", None)
    assert (place.name, place.precision) == ("Al-Waer", "district")


def test_an_unknown_name_is_put_in_the_larger_place_for_review(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "Qwxyzt district", "Homs")
    assert (place.name, place.precision) == ("Qwxyzt", "town")
    assert place.admin == ("Syria", "Homs", "Homs") and "not in the gazetteer" in place.review
    other = one(gazetteer, "Zyxwqt district", "Homs")
    assert other.id != place.id


def test_what_nobody_knows_is_kept_as_words(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "Qwxyzt", None)
    assert (place.id, place.precision, place.raw, place.lat) == ("", "unknown", "Qwxyzt", None)


def test_a_namesake_in_another_land_is_no_match(gazetteer: Gazetteer) -> None:
    _, place = places(gazetteer, ("Saraqeb", "Syria"), ("Springfield", None))
    assert place is None or place.admin[:1] != ("Syria",)
    inside, _ = places(gazetteer, ("Karama", "Aleppo city"), ("Aleppo", "Syria"))
    assert inside is not None and inside.admin == ("Syria", "Aleppo", "Aleppo")


def test_a_known_name_in_a_larger_place_of_another_country_is_not_put_there(gazetteer: Gazetteer) -> None:
    place, _ = places(gazetteer, ("Saraqeb", "Moscow"), ("Idlib province", "Syria"))
    assert place is not None and place.admin == ("Syria", "Idlib") and "not in Moscow" in place.review


def test_a_name_alone_is_taken_only_where_it_can_hardly_mean_another_place(gazetteer: Gazetteer) -> None:
    assert one(gazetteer, "Tal Afar", None).admin == ("Iraq", "Nineveh")
    assert one(gazetteer, "Karama neighbourhood", None).precision == "unknown"
    _, mosul = places(gazetteer, ("Saraqeb", "Syria"), ("Mosul", None))
    assert mosul is not None and mosul.admin == ("Iraq", "Nineveh") and mosul.review == "only the name speaks for it"


def test_lists_take_the_first_and_ask_for_review(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "Zabadani and Madaya")
    assert place.name == "Zabadani" and "several places" in place.review
    assert "Madaya" in [candidate.name for candidate in place.candidates]


def test_douma_of_damascus_lies_in_the_countryside_around_it(gazetteer: Gazetteer) -> None:
    assert one(gazetteer, "Douma", "Damascus").admin == ("Syria", "Rif Dimashq")


def test_candidates_say_why(gazetteer: Gazetteer) -> None:
    best = one(gazetteer, "Saraqeb", "Idlib province").candidates[0]
    assert "lies in Idlib, which the text gives for it" in best.reason


def test_areas_and_what_they_hold(gazetteer: Gazetteer) -> None:
    saraqib, north = area_of(one(gazetteer, "Saraqeb")), area_of(one(gazetteer, "northern Syria"))
    northwest, idlib = area_of(one(gazetteer, "northwestern Syria")), area_of(one(gazetteer, "Idlib province"))
    assert saraqib.whole == frozenset() and saraqib.touched == {"Syria/Idlib"}
    assert saraqib.touched <= north.whole and idlib.whole <= north.whole
    assert "Syria/Aleppo" in northwest.touched - northwest.whole
    assert north.whole <= area_of(one(gazetteer, "Syria", None)).whole


def test_resolving_twice_gives_the_same(gazetteer: Gazetteer) -> None:
    pairs = [("Saraqeb", "Idlib"), ("Idlib", None), ("Aleppo", None), ("Kafr Nabl", None)]
    assert places(gazetteer, *pairs) == places(gazetteer, *pairs)


@pytest.mark.parametrize("words", ["Assad", "Washington Post", "New York Times", "Hezbollah"])
def test_persons_parties_and_newspapers_are_no_places(gazetteer: Gazetteer, words: str) -> None:
    place = one(gazetteer, words, None)
    assert (place.id, place.precision) == ("", "unknown") and "person" in place.review


def test_what_the_register_has_for_words_weighs(gazetteer: Gazetteer) -> None:
    claims = [claim(1, "Tripoli"), claim(2, "Lebanon"), claim(3, "Libya")]
    namesakes = {entry.country: entry.id for entry in gazetteer.lookup("Tripoli") if entry.kind == "town"}
    for country in ("LB", "LY"):
        at = resolve(claims, gazetteer, {"tripoli": namesakes[country]})[0].at
        assert at is not None and at.id == namesakes[country]
        assert "the register has it so for these words" in at.candidates[0].reason


def test_the_publishers_country_where_the_report_names_none(gazetteer: Gazetteer) -> None:
    claims = [claim(1, "Tripoli")]
    for home, expected in (("Lebanon", "Lebanon"), ("Libya", "Libya")):
        at = resolve(claims, gazetteer, home=home)[0].at
        assert at is not None and at.admin[0] == expected
    told = resolve([*claims, claim(2, "Libya")], gazetteer, home="Lebanon")[0].at
    assert told is not None and told.admin[0] == "Libya"
    assert resolve(claims, gazetteer, home="Nowhere") == resolve(claims, gazetteer)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("جبل الزاوية", "sijil:sy-idlib-jabal-al-zawiya"), ("سهل الغاب", "sijil:sy-hama-al-ghab"),
        ("شمالي سوريا", "region:northern-syria"), ("إقليم شمال وشرق سوريا", "region:northern-and-eastern-syria"),
        ("درع الفرات", "region:euphrates-shield-area"), ("غصن الزيتون", "region:olive-branch-area"),
        ("كوباني", "geonames:172256"), ("ريف دمشق", "pcode:SY03"),
        ("محافظة إدلب", "pcode:SY07"), ("شمالي حلب", "pcode:SY02#شمالي"), ("مدينة إدلب", "geonames:169389"),
    ],
)  # fmt: skip
def test_arabic_areas_and_directions(words: str, id_: str, gazetteer: Gazetteer) -> None:
    assert resolve_name(words, gazetteer).id == id_


def test_coordinated_arabic_names_are_two_places(gazetteer: Gazetteer) -> None:
    placed = one(gazetteer, "منبج وجرابلس", "ريف حلب الشرقي")
    assert placed.name == "Manbij" and [c.name for c in placed.candidates][-1] == "Jarabulus"
