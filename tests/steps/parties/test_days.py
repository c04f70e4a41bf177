"""What a party is called and whom it fights for is a matter of the day."""

from datetime import date

import pytest

from sijil.steps.parties import allegiance, party_of
from sijil.steps.parties.rows import parties


@pytest.mark.parametrize(
    ("day", "name", "kind", "side"),
    [
        (date(2015, 1, 1), "al-Nusra Front", "non-state group", "hts"),
        (date(2016, 7, 27), "al-Nusra Front", "non-state group", "hts"),
        (date(2016, 7, 28), "Jabhat Fatah al-Sham", "non-state group", "hts"),
        (date(2017, 1, 28), "Hayat Tahrir al-Sham", "non-state group", "hts"),
        (date(2024, 12, 7), "Hayat Tahrir al-Sham", "non-state group", "hts"),
        (date(2024, 12, 8), "Hayat Tahrir al-Sham", "state forces", "syrian-transition"),
        (None, "Hayat Tahrir al-Sham", "non-state group", "hts"),
    ],
)
def test_nusra_and_what_became_of_it(day: date | None, name: str, kind: str, side: str) -> None:
    party = party_of("Nusra", "Syria", day)
    assert (party.id, party.name, party.kind, party.side) == ("sy-hts", name, kind, side)


@pytest.mark.parametrize(
    ("words", "country", "day", "side"),
    [
        ("Rapid Support Forces", "Sudan", date(2023, 4, 14), "sudan-army"),
        ("Rapid Support Forces", "Sudan", date(2023, 4, 15), "rsf"),
        ("RSF", "Sudan", None, "rsf"),
        ("Sudan Shield Forces", "Sudan", date(2024, 10, 19), "rsf"),
        ("Sudan Shield Forces", "Sudan", date(2024, 10, 20), "sudan-army"),
        ("Southern Front", "Syria", date(2018, 6, 1), "syrian-opposition"),
        ("Southern Front", "Syria", date(2018, 8, 1), "syrian-government"),
        ("Jaysh al-Islam", "Syria", date(2018, 3, 1), "syrian-opposition"),
        ("Jaysh al-Islam", "Syria", date(2020, 1, 1), "turkey"),
        ("Tatmadaw", "Myanmar", date(2020, 1, 1), "myanmar-government"),
        ("Tatmadaw", "Myanmar", date(2022, 1, 1), "myanmar-junta"),
        ("forces loyal to Saleh", "Yemen", date(2016, 1, 1), "houthis"),
        ("forces loyal to Saleh", "Yemen", date(2017, 12, 3), "saudi-coalition"),
    ],
)
def test_whom_a_party_fights_for(words: str, country: str, day: date | None, side: str) -> None:
    assert party_of(words, country, day).side == side


@pytest.mark.parametrize(
    ("words", "day", "id_"),
    [
        ("Syrian army", date(2020, 1, 1), "sy-government"),
        ("Syrian army", date(2025, 1, 1), "sy-transition"),
        ("Assad regime", date(2025, 1, 1), "sy-government"),
        ("Assad loyalists", date(2013, 1, 1), "sy-government"),
        ("Assad loyalists", date(2025, 3, 7), "sy-remnants"),
        ("government forces", date(2025, 3, 7), "sy-transition"),
        ("regime forces", date(2025, 3, 7), ""),
        ("Kurdish forces", date(2014, 10, 1), "ypg"),
        ("Kurdish forces", date(2017, 10, 1), "sdf"),
        ("Turkish-backed rebels", date(2014, 10, 1), "sy-opposition"),
        ("Turkish-backed rebels", date(2018, 2, 1), "sy-sna"),
    ],
)
def test_one_name_for_two_parties_one_after_the_other(words: str, day: date, id_: str) -> None:
    assert party_of(words, "Syria", day).id == id_


def test_where_no_day_is_known_a_shared_name_is_inferred() -> None:
    party = party_of("Syrian army")
    assert (party.id, party.inferred) == ("sy-government", "“Syrian army” of an unknown day: Syrian government forces")
    assert party_of("Syrian army", day=date(2020, 1, 1)).inferred == ""


def test_the_wagner_group_is_russias() -> None:
    early, late = (party_of("Wagner", day=date(year, 6, 1)) for year in (2021, 2025))
    assert (early.name, late.name) == ("Wagner Group", "Africa Corps (formerly Wagner Group)")
    assert early.side == late.side == "russia"


@pytest.mark.parametrize(
    ("speaker", "day", "side"),
    [
        ("SANA", date(2024, 12, 7), "syrian-government"),
        ("SANA", date(2024, 12, 8), "syrian-transition"),
        ("RSF", date(2022, 1, 1), "sudan-army"),
        ("RSF", date(2024, 1, 1), "rsf"),
        ("Global New Light of Myanmar", date(2022, 1, 1), "myanmar-junta"),
    ],
)
def test_whose_a_speaker_is_on_a_day(speaker: str, day: date, side: str) -> None:
    assert allegiance(speaker, day) == side


def test_changes_are_in_order_of_their_days() -> None:
    for row in parties().values():
        days = [change.day for change in row.change]
        assert days == sorted(set(days)), row.id
