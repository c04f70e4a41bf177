"""The parties of a report's claims: by where it plays, by when, and by whose words it is told in."""

from datetime import date

import pytest

from sijil.model.claim import Claim
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.steps.parties import resolve_parties

SYRIA = Place("Saraqeb", "geonames:1", "Saraqib", "town", admin=("Syria", "Idlib"))
GAZA = Place("Gaza City", "geonames:2", "Gaza", "town", admin=("Palestinian Territory", "Gaza Strip"))
LEBANON = Place("Tyre", "geonames:3", "Tyre", "town", admin=("Lebanon", "South"))
UKRAINE = Place("Kharkiv", "geonames:4", "Kharkiv", "town", admin=("Ukraine", "Kharkiv"))
MYANMAR = Place("Sagaing", "geonames:5", "Sagaing", "town", admin=("Myanmar", "Sagaing"))
SUDAN = Place("El Fasher", "geonames:6", "El Fasher", "town", admin=("Sudan", "North Darfur"))


def attack(actor: str, at: Place | None = None, by: str = "", day: date | None = None) -> Claim:
    """An attack by the actor."""
    period = Period(day, day, "day") if day else None
    speaker = (by,) if by else ()
    return Claim("1", "d", 1, "attack", "", (0, 0), actor=actor, at=at, speaker=speaker, period=period)


def test_claims_get_party_and_side_by_where_the_report_plays() -> None:
    told = Claim("1", "d", 1, "casualty", "", (0, 0), actor="rebels", side="Syrian", at=SYRIA)
    first, second, third = resolve_parties([told, attack("the regime"), Claim("3", "d", 3, "attack", "", (0, 0))])
    assert first.party and first.side_party and second.party
    assert (first.party.id, first.side_party.id) == ("sy-opposition", "sy-government")
    assert second.party.id == "sy-government"
    assert second.party.inferred.endswith("(where most of the report lies)")
    assert third.party is None and third.side_party is None


def test_without_a_place_the_parties_named_outright_tell_the_country() -> None:
    told = resolve_parties([attack("Jaish al-Islam"), attack("government forces")])
    assert told[1].party and told[1].party.id == "sy-government"
    assert "names parties of that country" in told[1].party.inferred


def test_without_either_the_publisher_tells_it() -> None:
    (told,) = resolve_parties([attack("قوات النظام")], source="Enab Baladi")
    assert told.party and told.party.id == "sy-government"
    assert told.party.inferred.endswith("(what Enab Baladi reports on)")
    (told,) = resolve_parties([attack("government forces")], source="BBC")
    assert told.party and told.party.id == ""


@pytest.mark.parametrize(
    ("words", "at", "by", "day", "id_"),
    [
        ("terrorists", SYRIA, "SANA", date(2016, 5, 1), "sy-insurgents"),
        ("armed terrorist groups", SYRIA, "Syrian army", date(2013, 5, 1), "sy-insurgents"),
        ("militants", SYRIA, "Russia's Ministry of Defence", date(2019, 5, 1), "sy-insurgents"),
        ("terrorists", SYRIA, "Turkish defence ministry", date(2019, 11, 1), "ypg"),
        ("mercenaries", SYRIA, "ANHA", date(2019, 11, 1), "sy-sna"),
        ("occupation army", SYRIA, "ANHA", date(2019, 11, 1), "turkey"),
        ("terrorists", SYRIA, "Syrian Observatory for Human Rights", date(2016, 5, 1), ""),
        ("terrorists", SYRIA, "", date(2016, 5, 1), ""),
        ("outlaw groups", SYRIA, "SANA", date(2025, 3, 8), "sy-remnants"),
        ("terrorists", GAZA, "IDF", date(2024, 1, 1), "palestinian-factions"),
        ("the resistance", GAZA, "Shehab News Agency", date(2024, 1, 1), "palestinian-factions"),
        ("the resistance", LEBANON, "Al-Manar", date(2024, 10, 1), "hezbollah"),
        ("enemy warplanes", LEBANON, "Al-Manar", date(2024, 10, 1), "israel"),
        ("terrorists", LEBANON, "Israeli military", date(2024, 10, 1), "hezbollah"),
        ("invaders", UKRAINE, "General Staff of Ukraine", date(2023, 1, 1), "russia"),
        ("nationalists", UKRAINE, "Russian defence ministry", date(2023, 1, 1), "ua-government"),
        ("terrorists", MYANMAR, "Myanmar junta", date(2022, 1, 1), "mm-pdf"),
        ("terrorist military", MYANMAR, "NUG", date(2022, 1, 1), "mm-military"),
        ("rebels", SUDAN, "Sudanese army", date(2024, 1, 1), "sd-rsf"),
        ("rebels", SUDAN, "Sudanese army", date(2010, 1, 1), ""),
    ],
)
def test_a_camps_words_for_the_other_mean_it_only_from_its_mouth(
    words: str, at: Place, by: str, day: date, id_: str
) -> None:
    (told,) = resolve_parties([attack(words, at, by, day)], day)
    assert told.party and told.party.id == id_
    assert bool(told.party.inferred) == bool(id_)


def test_an_independent_speaker_is_told_in_the_words_of_who_prints_it() -> None:
    claim = attack("terrorists", SYRIA, "Syrian Observatory for Human Rights")
    (told,) = resolve_parties([claim], date(2016, 5, 1), "Al-Manar")
    assert told.party and (told.party.id, told.party.judging) == ("sy-insurgents", "terrorists")
    assert told.party.inferred.startswith("“terrorists” is what Al-Manar calls")


def test_a_named_group_is_not_lost_behind_a_camps_word() -> None:
    claims = [
        attack(words, SYRIA, "SANA") for words in ("ISIS terrorists", "terrorists affiliated with Jabhat al-Nusra")
    ]
    parties = [claim.party.id for claim in resolve_parties(claims, date(2016, 5, 1)) if claim.party]
    assert parties == ["islamic-state", "sy-hts"]
    (both,) = resolve_parties([attack("ISIL and other terrorist organizations", SYRIA, "SANA")], date(2016, 5, 1))
    assert both.party and both.party.id == "islamic-state+sy-insurgents"


def test_the_day_of_the_event_counts_before_that_of_the_report() -> None:
    claims = [attack("Syrian army", SYRIA, day=date(2017, 4, 4)), attack("Syrian army", SYRIA)]
    parties = [claim.party.id for claim in resolve_parties(claims, date(2025, 4, 4)) if claim.party]
    assert parties == ["sy-government", "sy-transition"]
