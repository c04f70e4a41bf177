"""Ledgers of Arabic claims: the same rows as of the English claims that say the same."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.model.claim import Claim
from sijil.steps.tally import access, access_places
from sijil.steps.tally.access import condition
from sijil.steps.tally.agreements import kind_of
from sijil.steps.tally.breaches import state_of
from sijil.steps.tally.control import act
from sijil.steps.tally.displacement import displacement
from tests.builders import ALWAER, World


def said(kind: str, quote: str, **fields: object) -> Claim:
    return World().report("Orontes Daily", "2017-01-10").says(kind, quote, at=ALWAER, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quote", "eased", "row"),
    [
        ("نقص حاد في الأدوية", False, ("shortage", "Shortage of medicines")),
        ("ارتفاع أسعار الخبز", False, ("price", "High price of food")),
        ("منعت الحواجز خروج المرضى", False, ("evacuation", "Blocked evacuation of the ill and injured")),
        ("دخول قافلة مساعدات", True, ("aid", "Aid let in")),
        ("انقطاع الكهرباء عن الحي", False, ("services", "Services cut: electricity")),
        ("إغلاق المعبر", False, ("movement", "Movement restricted")),
        ("كلام آخر", False, ("other", "Restricted access")),
    ],
)
def test_arabic_words_tell_the_condition(quote: str, eased: bool, row: tuple[str, str]) -> None:
    assert condition(said("access", quote, eased=eased)) == row


def test_an_arabic_siege_has_its_besieger_its_days_and_its_end() -> None:
    world = World()
    told = world.report("Orontes Daily", "2017-01-10")
    told.says("control", "تفرض قوات النظام حصاراً على الحي", day="2013-10-01", at=ALWAER, actor="قوات النظام")
    told.says("access", "نقص الطحين", at=ALWAER)
    world.report("Courier", "2017-05-21").says("control", "رفع الحصار عن الحي", at=ALWAER, actor="قوات النظام")
    (place,) = access_places(world.claims, world.reports)
    assert place.siege is not None
    assert (place.siege.since, place.siege.lifted) == (date(2013, 10, 1), date(2017, 5, 21))
    assert [row.label for row in access(world.claims, world.reports)] == ["Shortage of food"]


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("سيطرت قوات النظام على البلدة", "takes"),
        ("انسحبت الفصائل من البلدة", "loses"),
        ("تحاصر قوات النظام الحي", "besieges"),
        ("تقدمت الفصائل على محور البلدة", "advances"),
        ("ما زالت البلدة بيد الفصائل", "holds"),
    ],
)
def test_arabic_words_tell_who_holds_and_who_takes(quote: str, what: str) -> None:
    assert act(said("control", quote)) == what


@pytest.mark.parametrize(
    ("quote", "kind", "state"),
    [
        ("التوصل إلى هدنة في الحي", "ceasefire", "in force"),
        ("دخل وقف إطلاق النار حيز التنفيذ", "ceasefire", "in force"),
        ("انهيار الهدنة", "ceasefire", "broken"),
        ("مفاوضات حول إخلاء الحي", "evacuation", "proposed"),
        ("تسوية أوضاع المطلوبين", "settlement", "told"),
    ],
)
def test_arabic_words_tell_the_kind_and_state_of_an_agreement(quote: str, kind: str, state: str) -> None:
    claim = said("agreement", quote)
    assert (kind_of(claim)["key"], state_of([claim])) == (kind, state)


def test_displaced_people_who_live_somewhere_are_a_stock_and_those_who_fled_a_flow() -> None:
    world = World()
    told = world.report("Orontes Daily", "2017-01-10")
    told.says("displacement", "يعيش في المخيم 500 نازح", "500", at=ALWAER)
    told.says("displacement", "نزوح 800 مدني", "800", at=ALWAER)
    assert [row.term for row in displacement(world.claims)] == ["stock", "flow"]
