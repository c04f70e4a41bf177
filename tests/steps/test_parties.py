"""Parties and speakers: the longest alias, backers, several at once, and nothing guessed."""

import pytest

from sijil.model.claim import Claim
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.parties import allegiance, canonical_speaker, party_of, resolve_parties, speaker_kind


@pytest.mark.parametrize(
    ("words", "id_", "side"),
    [
        ("regime forces", "sy-government", "syrian-government"),
        ("Assad’s jets", "sy-air-force", "syrian-government"),
        ("Assads jets", "sy-air-force", "syrian-government"),
        ("Syrian", "sy-government", "syrian-government"),
        ("Russians", "russia", "russia"),
        ("Russia’s", "russia", "russia"),
        ("Hayyaat Tahrir Al-Sham", "sy-hts", "hts"),
        ("Islamic State of Iraq and al-Sham (ISIS)", "islamic-state", "islamic-state"),
        ("US-led coalition aircraft", "us-coalition", "us-coalition"),
        ("rebels", "sy-opposition", "syrian-opposition"),
        ("factions opposed to the regime of Bashar al-Assad", "sy-opposition", "syrian-opposition"),
        ("rebel coalition", "sy-opposition", "syrian-opposition"),
    ],
)
def test_names_of_parties_in_a_report_on_syria(words: str, id_: str, side: str) -> None:
    party = party_of(words, "Syria")
    assert (party.raw, party.id, party.side, party.backer) == (words, id_, side, "")


@pytest.mark.parametrize(
    ("words", "id_", "backer"),
    [
        ("Russian-backed regime forces", "sy-government", "Russia"),
        ("Syrian army backed by Hezbollah", "sy-government", "Hezbollah"),
        ("Turkish-backed rebels", "sy-sna", "Turkey"),
        ("U.S.-backed Syrian Democratic Forces", "sdf", "United States"),
        ("Turkish-backed forces", "", "Turkey"),
    ],
)
def test_a_backer_is_not_the_one_that_acts(words: str, id_: str, backer: str) -> None:
    party = party_of(words, "Syria")
    assert (party.id, party.backer) == (id_, backer)


def test_several_parties_are_all_named() -> None:
    both = party_of("Russian and Syrian", "Syria")
    assert (both.id, both.name) == ("russia+sy-government", "Russia and Syrian government forces")
    assert (both.side, both.kind) == ("russia+syrian-government", "several")
    either = party_of("Syrian regime or Russian", "Syria")
    assert (either.id, either.name) == ("sy-government|russia", "Syrian government forces or Russia")


@pytest.mark.parametrize("words", ["terrorists", "militants", "Western countries", "anti-Syria militants", "is", ""])
def test_nothing_is_guessed(words: str) -> None:
    party = party_of(words, "Syria")
    assert (party.raw, party.name, party.id, party.kind, party.side) == (words, words, "", "unknown", "")


def test_general_words_need_their_country() -> None:
    assert party_of("government forces").id == ""
    assert party_of("government forces", "Ethiopia").id == "et-government"
    assert party_of("rebels", "Ethiopia").id == ""


def test_claims_get_party_and_side_by_where_the_report_plays() -> None:
    syria = Place("Saraqeb", "geonames:1", "Saraqib", "town", admin=("Syria", "Idlib"))
    told = Claim("1", "d", 1, "casualty", "", (0, 0), actor="rebels", side="Syrian", at=syria)
    nowhere = Claim("2", "d", 2, "attack", "", (0, 0), actor="the regime")
    silent = Claim("3", "d", 3, "attack", "", (0, 0))
    first, second, third = resolve_parties([told, nowhere, silent])
    assert first.party and first.side_party and second.party
    assert (first.party.id, first.side_party.id, second.party.id) == ("sy-opposition", "sy-government", "sy-government")
    assert third.party is None and third.side_party is None


@pytest.mark.parametrize("words", ["SOHR", "the Observatory", "Syrian Observatory", "Syrian Observatory war monitor"])
def test_one_name_for_one_speaker(words: str) -> None:
    assert canonical_speaker(words) == "Syrian Observatory for Human Rights"
    assert (allegiance(words), speaker_kind(words)) == ("", "monitor")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Russia's defence ministry", "russia"),
        ("Naji al-Mustafa", "syrian-opposition"),
        ("Regime-run media", "syrian-government"),
        ("SANA", "syrian-government"),
        ("Yasser Farhan", "syrian-opposition"),
        ("Israeli army", "israel"),
        ("OCHA", ""),
        ("residents", ""),
        ("Syrian Arab Red Crescent", ""),
    ],
)
def test_whose_a_speaker_is(words: str, side: str) -> None:
    assert allegiance(words) == side
    assert allegiance(canonical_speaker(words)) == side


def test_unknown_speakers_keep_their_words() -> None:
    assert canonical_speaker("The  local council") == "local council"
    assert speaker_kind("local council") == ""


def test_every_row_has_a_source_and_a_known_camp() -> None:
    camps = {row["side"] for row in load("parties")["party"]}
    assert all(row["source"] for row in load("parties")["party"])
    for row in load("speakers")["speaker"]:
        assert row["source"] and row.get("side", "") in camps | {""}, row["name"]


def test_no_alias_means_two_speakers() -> None:
    seen: dict[str, str] = {}
    for row in load("speakers")["speaker"]:
        for alias in {name.casefold() for name in (row["name"], *row["aliases"])}:
            assert seen.setdefault(alias, row["name"]) == row["name"], alias
