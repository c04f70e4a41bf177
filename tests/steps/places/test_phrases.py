"""Place wordings taken apart, in English and Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.places.phrases import Phrase, full_name, parse

KNOWN = {
    "Homs": {"town", "province"}, "Aleppo": {"town", "province"}, "Idlib": {"town", "province"}, "Syria": {"country"},
    "Rif Dimashq": {"province"}, "Raqqa": {"town", "province"}, "Douma": {"town"}, "Afrin": {"town", "district"},
    "Manbij": {"town"}, "Jindires": {"town"}, "Azaz": {"town"}, "Zabadani": {"town"}, "Madaya": {"town"},
    "Dana": {"town"}, "South Sudan": {"country"}, "منبج": {"town"}, "حلب": {"town", "province"}, "الميادين": {"town"},
}  # fmt: skip


def read(words: str) -> tuple[Phrase, ...]:
    return parse(words, lambda name: frozenset(KNOWN.get(name, ())))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("South Sudan", Phrase("South Sudan")),
        ("town of Saraqeb", Phrase("Saraqeb", type="town")),
        ("Idlib province", Phrase("Idlib", type="province")),
        ("Idlib’s southern countryside", Phrase("Idlib", part="southern rural")),
        ("near Azaz", Phrase("Azaz", near=True)),
        ("north of Aleppo province", Phrase("Aleppo", type="province", part="north")),
        ("Saraqeb Hospital", Phrase("Saraqeb", type="urban")),
        ("Qwaris military airbase", Phrase("Qwaris", type="site")),
        ("Alwaer district in Homs", Phrase("Alwaer", type="district", within="Homs")),
        ("Rajo district of Afrin", Phrase("Rajo", type="district", within="Afrin")),
        ("Douma, Rif Dimashq", Phrase("Douma", within="Rif Dimashq")),
        ("Yilanguz village, Jindires, Afrin", Phrase("Yilanguz", type="town", within="Jindires, Afrin", loose=True)),
        ("Douma, Fatih school", Phrase("Fatih", type="urban", within="Douma", loose=True)),
        ("Hayr al-Sabi near the town of Dana", Phrase("Hayr al-Sabi", within="town of Dana", loose=True)),
        ("Raqqa: the old market", Phrase("market", within="Raqqa")),
        ("As Suwar town/Sur town", Phrase("As Suwar", type="town", also=("Sur",))),
        ("Qurt Qulaq (Kurtkulak) village", Phrase("Qurt Qulaq", type="town", also=("Kurtkulak",))),
        ("Marjah (Aleppo)", Phrase("Marjah", within="Aleppo", loose=True)),
        ("قرية سراقب", Phrase("سراقب", type="town")),
        ("ريف حلب الشمالي", Phrase("حلب", part="الشمالي rural")),
        ("بالقرب من جسر قوزاق في منبج", Phrase("قوزاق", type="site", near=True, within="منبج")),
        ("ريفي حلب", Phrase("حلب", part="rural")),
        ("الريف الغربي لحلب", Phrase("حلب", part="rural")),
        ("أجواء مدينة منبج", Phrase("منبج", type="town", near=True)),
        ("مقاطعة منبج", Phrase("منبج", type="province")),
        ("شارع النور، منبج", Phrase("النور", type="urban", within="منبج", loose=True)),
    ],
)
def test_one_place(words: str, expected: Phrase) -> None:
    assert read(words) == (expected,)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Zabadani and Madaya", ["Zabadani", "Madaya"]),
        ("road between Suluk and Raqqa", ["Suluk", "Raqqa"]),
        ("Damascus and its vicinity", ["Damascus"]),
        ("طريق بين البوليل والميادين", ["البوليل", "الميادين"]),
        ("منبج وحلب", ["منبج", "حلب"]),
        ("منبج، وتلحسون وقرية زويره", ["منبج", "تلحسون", "زويره"]),
        ("ريفي حلب الشمالي ومنبج", ["حلب", "منبج"]),
        ("منبج وريفها", ["منبج"]),
        ("تل واسط", ["تل واسط"]),
        ("الريف الشمالي", []),
        ("", []),
        (" ,; ", []),
        ("(((", []),
    ],
)
def test_several_and_none(words: str, names: list[str]) -> None:
    assert [phrase.name for phrase in read(words)] == names


def test_peoples_adjectives_and_names_in_short_are_spelt_out() -> None:
    spelt = [full_name(name) for name in ("Syrian", "russians", "Ky.", "U.S.", "Homs")]
    assert spelt == ["Syria", "Russia", "Kentucky", "United States", "Homs"]


_WORDS = [
    *KNOWN,
    "near",
    "district",
    "of",
    "in",
    "and",
    ",",
    "village",
    "/",
    "(",
    ")",
    ":",
    "'s",
    "north",
    "ريف",
    "قرية",
    "و",
    "في",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join) | st.text(max_size=40))
def test_any_words_are_taken_apart_into_names_that_stand_in_them(words: str) -> None:
    for phrase in read(words):
        assert phrase.name.strip() and phrase.name == phrase.name.strip()
        assert phrase.within or not phrase.loose


def test_what_is_far_too_long_is_left_whole() -> None:
    (phrase,) = read("near the town of " * 1000)
    assert len(phrase.name) > 10_000
