"""Which party words name: the longest alias, backers, several at once, and nothing guessed."""

from datetime import date

import pytest

from sijil.model.party import Party
from sijil.record import from_plain, to_plain
from sijil.steps.parties import party_of


@pytest.mark.parametrize(
    ("words", "id_", "side"),
    [
        ("regime forces", "sy-government", "syrian-government"),
        ("Assad regime", "sy-government", "syrian-government"),
        ("Syrian Arab Army", "sy-government", "syrian-government"),
        ("Assad’s jets", "sy-air-force", "syrian-government"),
        ("Assads jets", "sy-air-force", "syrian-government"),
        ("President Bashar al-Assad’s warplanes", "sy-air-force", "syrian-government"),
        ("regime warplanes", "sy-air-force", "syrian-government"),
        ("helicopters of the regime", "sy-air-force", "syrian-government"),
        ("Syrian", "sy-government", "syrian-government"),
        ("Russians", "russia", "russia"),
        ("Russia’s", "russia", "russia"),
        ("Hayyaat Tahrir Al-Sham", "sy-hts", "hts"),
        ("Islamic State of Iraq and al-Sham (ISIS)", "islamic-state", "islamic-state"),
        ("US-led coalition aircraft", "us-coalition", "us-coalition"),
        ("U.S.-led coalition", "us-coalition", "us-coalition"),
        ("rebels", "sy-opposition", "syrian-opposition"),
        ("opposition factions", "sy-opposition", "syrian-opposition"),
        ("factions opposed to the regime of Bashar al-Assad", "sy-opposition", "syrian-opposition"),
        ("rebel coalition", "sy-opposition", "syrian-opposition"),
        ("Turkish military", "turkey", "turkey"),
        ("al-Qaeda-linked Nusra Front", "sy-hts", "hts"),
        ("militants of Hezbollah", "hezbollah", "iran"),
        ("Syrian insurgents", "sy-opposition", "syrian-opposition"),
        ("Syrian Kurdish fighters", "sdf", "sdf"),
        ("Syrian fighter jets", "sy-air-force", "syrian-government"),
        ("air force of embattled Syrian President Bashar Assad", "sy-air-force", "syrian-government"),
        ("coalition of rebels and Islamist fighters", "sy-opposition", "syrian-opposition"),
        ("Jaysh Al Fateh", "sy-army-of-conquest", "syrian-opposition|hts"),
    ],
)
def test_names_of_parties_in_a_report_on_syria(words: str, id_: str, side: str) -> None:
    party = party_of(words, "Syria", date(2019, 7, 1))
    assert (party.raw, party.id, party.side, party.backer) == (words, id_, side, "")


@pytest.mark.parametrize(
    ("words", "id_", "backer"),
    [
        ("Russian-backed regime forces", "sy-government", "Russia"),
        ("Government forces backed by ally Russia", "sy-government", "Russia"),
        ("Syrian army backed by Hezbollah", "sy-government", "Hezbollah"),
        ("Turkish-backed rebels", "sy-sna", "Turkey"),
        ("opposition factions loyal to Turkey", "sy-sna", "Turkey"),
        ("pro-Turkey Syrian rebels", "sy-sna", "Turkey"),
        ("Syrian militiamen backed by Iran", "", "Iran"),
        ("FSA forces supported by the Turkish military", "sy-sna", "Turkey"),
        ("U.S.-backed Syrian Democratic Forces", "sdf", "United States"),
        ("Egyptian-backed forces", "", "Egypt"),
    ],
)
def test_a_backer_is_not_the_one_that_acts(words: str, id_: str, backer: str) -> None:
    party = party_of(words, "Syria")
    assert (party.id, party.backer) == (id_, backer)


def test_who_is_loyal_to_a_party_alone_is_that_party() -> None:
    assert party_of("forces loyal to President Bashar al-Assad").id == "sy-government"


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Russian and Syrian", "russia+sy-government"),
        ("Russian and regime jets", "russia+sy-air-force"),
        ("regime and Russian war planes", "sy-air-force+russia"),
        ("Syrian regime or Russian", "sy-government|russia"),
        ("government and rebel", "sy-government+sy-opposition"),
        ("army and the Lebanese Shia movement Hezbollah", "sy-government+hezbollah"),
        ("Turkish forces and their proxies", "turkey+sy-sna"),
        ("regime forces and rebels backed by Fateh al-Sham", "sy-government+sy-opposition"),
    ],
)
def test_several_parties_are_all_named(words: str, id_: str) -> None:
    assert party_of(words, "Syria", date(2018, 3, 1)).id == id_


def test_a_joint_party_has_all_names_and_sides() -> None:
    both = party_of("Russian and Syrian")
    assert (both.name, both.side) == ("Russia and Syrian government forces", "russia+syrian-government")
    assert both.kind == "several"
    assert party_of("Syrian regime or Russian").name == "Syrian government forces or Russia"


@pytest.mark.parametrize(
    "words",
    [
        "terrorists",
        "gunmen",
        "Western countries",
        "anti-regime",
        "is",
        "",
        "Syria’s warring sides",
        "Syrian Arab fighters",
    ],
)
def test_nothing_is_guessed(words: str) -> None:
    party = party_of(words, "Syria")
    assert (party.raw, party.name, party.id, party.kind, party.side) == (words, words, "", "unknown", "")
    assert party.inferred == ""


def test_general_words_need_their_country_and_say_so() -> None:
    assert party_of("government forces").id == ""
    assert party_of("rebels", "Ethiopia").id == ""
    party = party_of("government forces", "Ethiopia")
    assert (party.id, party.inferred) == ("et-government", "“government forces” in Ethiopia: Ethiopian federal forces")
    for words in ("Ethiopian army", "Ethiopian troops", "Ethiopian security forces", "ENDF soldiers"):
        assert (party_of(words, "Ethiopia").id, party_of(words, "Ethiopia").inferred) == ("et-government", "")


def test_general_words_beside_a_name_belong_to_it() -> None:
    assert party_of("Houthi rebels", "Syria").id == "ye-houthis"
    assert party_of("al-Shabaab militants", "Somalia").id == "al-shabaab"


def test_records_of_older_registers_can_be_read() -> None:
    plain = {"raw": "regime", "id": "sy-government", "name": "Syrian government forces", "side": "syrian-government"}
    party = from_plain(Party, plain)
    assert (party.kind, party.inferred, party.judging) == ("unknown", "", "")
    assert from_plain(Party, to_plain(party)) == party


def test_words_that_judge_are_told_as_the_speakers() -> None:
    assert party_of("Assad regime").judging == "regime"
    assert party_of("Turkish occupation and its mercenaries", "Syria").judging == "occupation, mercenaries"
    assert party_of("Syrian Arab Army").judging == ""


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("قوات النظام", "sy-government"),
        ("الجيش العربي السوري", "sy-government"),
        ("قسد", "sdf"),
        ("قوات سوريا الديمقراطية", "sdf"),
        ("جيش الاحتلال التركي ومرتزقته", "turkey+sy-sna"),
        ("الطيران الحربي الروسي", "russia"),
        ("قوات النظام وروسيا", "sy-government+russia"),
        ("الشرطة المدنية التابعة للجيش الوطني", "sy-sna"),
        ("هيئة تحرير الشام", "sy-hts"),
        ("تنظيم داعش", "islamic-state"),
    ],
)
def test_arabic_names_with_what_is_attached_to_them(words: str, id_: str) -> None:
    assert party_of(words, "Syria", date(2021, 5, 1)).id == id_


def test_the_occupation_is_whose_it_is_in_its_country() -> None:
    assert party_of("الاحتلال", "Palestinian Territory").id == "israel"
    assert party_of("الاحتلال", "Syria").id == ""
    party = party_of("occupation forces", "Palestinian Territory")
    assert (party.id, party.judging) == ("israel", "occupation") and party.inferred
