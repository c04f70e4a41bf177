"""What is withheld by default."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijil.exports import privacy
from sijil.exports.caseless import names_nobody
from sijil.exports.material import Material
from sijil.steps.languages import pack_of
from tests.exports.conftest import claims


@pytest.mark.parametrize(
    "speaker",
    [
        "Syrian Observatory for Human Rights", "OCHA", "Russia's Defence Ministry", "UN spokesman Farhan Haq",
        "activists", "a doctor", "local sources", "White Helmets", "AFP", "State Department",
    ],
)  # fmt: skip
def test_offices_and_bodies_are_named(speaker: str) -> None:
    assert privacy.is_body(speaker)


@pytest.mark.parametrize("speaker", ["Rima Toma", "Abu Ahmad", "Dr. Nasser", "his neighbour Rima Toma", "Umm Khaled"])
def test_persons_are_not(speaker: str) -> None:
    assert not privacy.is_body(speaker)


def test_a_person_behind_a_body_is_left_out_and_one_alone_is_veiled() -> None:
    claim = replace(claims()[0], speaker=("Rima Toma", "Syrian Observatory for Human Rights"))
    assert privacy.speakers(claim, names=False) == ("Syrian Observatory for Human Rights",)
    assert privacy.speakers(replace(claim, speaker=("Rima Toma",)), names=False) == ("a named person",)
    assert privacy.speakers(replace(claim, speaker=()), names=False) == ()
    assert privacy.speakers(claim, names=True) == claim.speaker


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("five civilians were killed in Saraqeb on Thursday", False),
        ("Five civilians were killed in Saraqeb's market by Russian jets", False),
        ("Syrian regime forces killed five people in January", False),
        ("killed Nasser Haddad and four others", True),
        ("Nasser Haddad, 34, was killed", True),
        ("Haddad al-Nasser was killed", True),
        ("Haddad was killed", False),  # the known limit: one name at the very start
        ("the killing of the activist Raed", True),
        ("the French-born Nasser was killed", True),
    ],
)
def test_quotes_that_may_name_somebody(quote: str, named: bool) -> None:
    assert privacy.may_name_person(replace(claims()[0], quote=quote)) is named


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("مقتل خمسة مدنيين بينهم طفلان", False),
        ("قُتل خمسة مدنيين في قصفٍ على سراقب", False),
        ("بسراقب ووادي الضيف", True),  # another place is a word that nothing accounts for
        ("قصفت قوات النظام منازل المدنيين في سراقب بالمدفعية", False),
        ("وأصيب أكثر من عشرة آخرين بجروح خطيرة", False),
        ("مقتل سامر الخطيب برصاص قناص", True),
        ("استشهاد محمد", True),
        ("استشهاد الشاب جمعة رمضان", True),  # words of time, and names
        ("إصابة فراس بشظية في الرأس", True),  # "راس" alone is a word for a head
        ("إصابة علي على الطريق", True),
        ("قصف منزل عبد السلام حداد", True),
        ("قتل خمسة ومعهم Nasser Haddad", True),
    ],
)
def test_arabic_quotes_that_may_name_somebody(quote: str, named: bool) -> None:
    about = replace(claims()[0], quote=quote, place="سراقب", object="منزل عبد السلام حداد")
    assert privacy.may_name_person(about) is named


@pytest.mark.parametrize(
    ("words", "told"),
    [("منازل المدنيين", True), ("سوق سراقب", True), ("منزل عبد السلام حداد", False), ("the house of Nasser", True)],
)
def test_whose_house_was_hit_is_left_out_where_capitals_do_not_tell(words: str, told: bool) -> None:
    about = replace(claims()[0], quote="قصف", place="سراقب", object=words)
    assert privacy.thing(about) == (words if told else None)
    assert privacy.thing(about, names=True) == words


def test_words_of_an_unknown_script_without_capitals_are_all_withheld() -> None:
    assert privacy.may_name_person(replace(claims()[0], quote="五人が死亡"))


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("المرصد السوري لحقوق الإنسان", True),
        ("مصادر محلية", True),
        ("وزارة الدفاع الروسية", True),
        ("مراسل الشبكة في إدلب", True),
        ("سكان محليون", True),
        ("أحمد الخطيب", False),
        ("مراسلنا أحمد الخطيب", False),
        ("أم خالد", False),
        ("SANA أحمد الخطيب", False),
    ],
)
def test_arabic_bodies_are_named_and_persons_are_not(speaker: str, body: bool) -> None:
    assert privacy.is_body(speaker) is body
    assert privacy.veiled(speaker) == (speaker if body else "a named person")


def test_every_given_name_is_a_name_whatever_lists_have_it() -> None:
    names = pack_of("ar").rules("person_names")["names"]
    assert [name for name in names if names_nobody(name)] == []
    assert not names_nobody("وفراس") and not names_nobody("لمحمد")


def test_by_default_no_name_and_no_exact_position_leaves(material: Material, everything: Material) -> None:
    first, second, *_ = material.claims
    assert first.quote.startswith("Five civilians") and second.quote == ""
    assert second.speaker == ("a named person",)
    assert first.at and (first.at.lat, first.at.lon) == (35.86, 36.81)
    assert any("private person are left out" in limit for limit in material.header["limits"])
    first, second, *_ = everything.claims
    assert "Nasser Haddad" in second.quote and second.speaker == ("Rima Toma",)
    assert first.at and first.at.lat == 35.864471
