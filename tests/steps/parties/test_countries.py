"""The parties of eight wars, in the words of those who report on them."""

from datetime import date

import pytest

from sijil.steps.parties import party_of

CASES = {
    "Iraq": (
        date(2017, 3, 1),
        [
            ("Iraqi forces", "iq-government"), ("security forces", "iq-government"), ("Badr Organization", "iq-badr"),
            ("Hashd al-Shaabi", "iq-pmf"), ("Kataib Hezbollah", "iq-kataib-hezbollah"), ("Peshmerga", "iq-peshmerga"),
            ("Kurdish forces", "iq-peshmerga"), ("coalition", "us-coalition"), ("Daesh", "islamic-state"),
            ("US-led coalition warplanes", "us-coalition"), ("Golden Division", "iq-government"), ("PKK", "pkk"),
        ],
    ),
    "Palestinian Territory": (
        date(2023, 11, 1),
        [
            ("Israeli forces", "israel"), ("IDF", "israel"), ("Israeli occupation forces", "israel"),
            ("the occupation", "israel"), ("Zionist warplanes", "israel"), ("Al-Qassam Brigades", "hamas"),
            ("Hamas militants", "hamas"), ("Saraya al-Quds", "pij"), ("Palestinian gunmen", "palestinian-factions"),
            ("settlers", "israeli-settlers"), ("Israeli settlers", "israeli-settlers"),
            ("Palestinian Authority security forces", "palestinian-authority"), ("Lions' Den", "lions-den"),
        ],
    ),
    "Ukraine": (
        date(2022, 3, 20),
        [
            ("Russian forces", "russia"), ("Russian army", "russia"), ("Ukrainian Armed Forces", "ua-government"),
            ("Kyiv regime", "ua-government"), ("Ukrainian nationalists", "ua-government"), ("Azov", "ua-azov"),
            ("Russian-backed separatists", "ua-separatists"), ("pro-Russian separatists", "ua-separatists"),
            ("Donetsk People's Republic", "ua-separatists"), ("Wagner mercenaries", "wagner"),
            ("Kadyrov's forces", "ua-akhmat"), ("Freedom of Russia Legion", "ua-russian-volunteers"),
        ],
    ),
    "Yemen": (
        date(2018, 8, 9),
        [
            ("Houthi rebels", "ye-houthis"), ("Ansar Allah", "ye-houthis"), ("rebels", "ye-houthis"),
            ("coalition", "ye-saudi-coalition"), ("Saudi-led coalition warplanes", "ye-saudi-coalition"),
            ("Hadi loyalists", "ye-government"), ("pro-government forces", "ye-government"), ("AQAP", "ye-aqap"),
            ("Security Belt Forces", "ye-stc"), ("Giants Brigades", "ye-giants"), ("UAE-backed forces", "ye-stc"),
        ],
    ),
    "Sudan": (
        date(2024, 5, 10),
        [
            ("RSF", "sd-rsf"), ("paramilitary Rapid Support Forces", "sd-rsf"), ("paramilitaries", "sd-rsf"),
            ("Sudanese army", "sd-saf"), ("army warplanes", "sd-saf"), ("SAF", "sd-saf"), ("Janjaweed", "sd-rsf"),
            ("Joint Forces", "sd-joint-force"), ("SPLM-N", "sd-splm-n-hilu"), ("army and the RSF", "sd-saf+sd-rsf"),
        ],
    ),
    "Lebanon": (
        date(2024, 10, 1),
        [
            ("Hezbollah", "hezbollah"), ("Israeli drone", "israel"), ("Lebanese army", "lb-government"),
            ("army", "lb-government"), ("Amal Movement", "lb-amal"), ("UNIFIL", "unifil"),
            ("Radwan Force", "hezbollah"), ("Fajr Forces", "lb-jamaa-islamiya"), ("Zionist enemy", "israel"),
        ],
    ),
    "Myanmar": (
        date(2022, 9, 16),
        [
            ("junta forces", "mm-military"), ("Tatmadaw", "mm-military"), ("Myanmar military", "mm-military"),
            ("regime troops", "mm-military"), ("military", "mm-military"), ("PDF", "mm-pdf"),
            ("resistance fighters", "mm-pdf"), ("Arakan Army", "mm-aa"), ("Karen National Union", "mm-knla"),
            ("Pyu Saw Htee", "mm-pyu-saw-htee"), ("KIA", "mm-kia"), ("TNLA and MNDAA", "mm-tnla+mm-mndaa"),
            ("military junta", "mm-military"), ("Karenni resistance", "mm-karenni"), ("ARSA", "mm-arsa"),
        ],
    ),
    "Syria": (
        date(2013, 8, 21),
        [
            ("shabiha", "sy-ndf"), ("government troops", "sy-government"), ("Free Syrian Army", "sy-fsa"),
            ("Liwa al-Islam", "sy-jaish-al-islam"), ("ISIS", "islamic-state"), ("Kurdish fighters", "ypg"),
            ("Shiite militias", "sy-iran-militias"), ("Ahrar al-Sham", "sy-ahrar-al-sham"),
            ("jihadists", "sy-jihadists"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("country", CASES)
def test_parties_of(country: str) -> None:
    day, cases = CASES[country]
    found = {words: party_of(words, country, day).id for words, _ in cases}
    assert found == dict(cases)


def test_a_coalition_is_the_one_of_its_country() -> None:
    assert party_of("coalition warplanes", "Syria", date(2017, 6, 1)).id == "us-coalition"
    assert party_of("coalition warplanes", "Yemen", date(2017, 6, 1)).id == "ye-saudi-coalition"
    assert party_of("coalition forces", "Iraq", date(2005, 6, 1)).id == "iq-mnf"
    assert party_of("coalition warplanes", "Syria", date(2012, 6, 1)).id == ""
