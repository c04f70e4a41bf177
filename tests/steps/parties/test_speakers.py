"""Speakers and publishers: one name for all ways of naming them, what they are, whose they are."""

from datetime import date

import pytest

from sijil.model.claim import Claim
from sijil.model.place import Place
from sijil.steps import who
from sijil.steps.parties import allegiance, canonical_speaker, speaker_kind
from sijil.steps.parties.speakers import home_of
from tests.builders import World


@pytest.mark.parametrize(
    "words",
    [
        "SOHR", "the Observatory", "Syrian Observatory", "Syrian Observatory war monitor", "SOHR activists in Idlib",
        "director of the Syrian Observatory for Human Rights", "المرصد السوري لحقوق الإنسان",
    ],
)  # fmt: skip
def test_one_name_for_one_speaker(words: str) -> None:
    assert canonical_speaker(words) == "Syrian Observatory for Human Rights"
    assert (allegiance(words), speaker_kind(words)) == ("", "monitor")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AFP photographer in Douma", "AFP"),
        ("Ria Novosti correspondent working in Damascus", "Sputnik"),
        ("U.S. officials", "US government"),
        ("Pentagon leaders", "Pentagon"),
        ("مراسل وكالة هاوار", "Hawar News Agency"),
        ("local council", "local council"),
        ("The  local council", "local council"),
    ],
)
def test_a_role_leads_to_its_body(words: str, name: str) -> None:
    assert canonical_speaker(words) == name


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Russia's defence ministry", "russia"),
        ("Naji al-Mustafa", "syrian-opposition"),
        ("Regime-run media", "syrian-government"),
        ("SANA", "syrian-government"),
        ("Yasser Farhan", "syrian-opposition"),
        ("Israeli army", "israel"),
        ("Gaza health ministry", "hamas"),
        ("Al-Masirah", "houthis"),
        ("Saba", "houthis|saudi-coalition"),
        ("SUNA", "sudan-army"),
        ("NUG", "myanmar-resistance"),
        ("OCHA", ""),
        ("residents", ""),
        ("Syrian Arab Red Crescent", ""),
        ("Mwatana for Human Rights", ""),
        ("Kyiv Independent", ""),
    ],
)
def test_whose_a_speaker_is(words: str, side: str) -> None:
    assert allegiance(words) == side
    assert allegiance(canonical_speaker(words)) == side


def test_a_party_that_speaks_belongs_to_its_own_camp() -> None:
    assert allegiance("Arakan Rohingya Salvation Army") == "arsa"
    assert speaker_kind("local council") == ""


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("Syria", "Syrian Civil Defence (White Helmets)"),
        ("Palestinian Territory", "Gaza Civil Defence"),
        ("Lebanon", "Lebanese Civil Defence"),
        ("Ukraine", "civil defence"),
    ],
)
def test_general_words_are_the_body_of_their_country(country: str, name: str) -> None:
    place = Place("here", "x", "here", "town", admin=(country,))
    claim = Claim("1", "d", 1, "casualty", "", (0, 0), speaker=("civil defence",), at=place)
    assert who.speaker(claim) == name


def test_a_belligerent_is_one_on_the_day_it_speaks() -> None:
    claim = Claim("1", "d", 1, "casualty", "", (0, 0), speaker=("SANA",))
    assert who.belligerent(claim, {}) == {"syrian-government"}
    assert allegiance("SANA", date(2025, 3, 8)) == "syrian-transition"


def test_the_home_of_a_report_is_its_publishers_else_its_speakers() -> None:
    report = World().report("Nobody's Gazette")
    report.killed("5", by="Syrian Observatory for Human Rights")
    report.killed("6", by="White Helmets")
    assert home_of("", report.claims) == "Syria"
    report.killed("7", by="Israeli army")
    assert home_of("", report.claims) in ("Syria", "")
    assert home_of("", []) == ""


def test_arabic_names_of_a_body_are_its_english_ones() -> None:
    for words, name in (
        ("نشطاء المرصد السوري لحقوق الإنسان", "Syrian Observatory for Human Rights"),
        ('مؤسسة الدفاع المدني السوري "الخوذ البيضاء"', "Syrian Civil Defence (White Helmets)"),
        ("مصادر في الدفاع المدني السوري (الخوذ البيضاء)", "Syrian Civil Defence (White Helmets)"),
        ("'@SyriaCivilDefe", "Syrian Civil Defence (White Helmets)"),
        ("مراسل بلدي نيوز في حلب", "Baladi News"),
        ("شبكة “الخابور” المحلية", "al-Khabour"),
        ("صحيفة “الغارديان” البريطانية", "The Guardian"),
        ("وكالة أنباء هاوار", "Hawar News Agency"),
        ("الناطق باسم “الجيش الوطني”", "Syrian National Army"),
        ("مراسل #الجزيرة_مباشر", "Al Jazeera"),
    ):
        assert canonical_speaker(words) == name
    assert canonical_speaker("منظمة حقوق الإنسان في عفرين") == "Human Rights Organization - Afrin"


def test_arabic_words_that_name_nobody() -> None:
    for words in ("مراسلنا", "مصادر مُطلعة", "شبكات محلية", "المعلومات الأولية", "ناشطون"):
        assert who.unnamed(words)
    for words in ("المرصد السوري", "الدفاع المدني", "محمود الكرمي"):
        assert not who.unnamed(words)
