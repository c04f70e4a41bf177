"""An Arabic post and an English wire about one strike are one incident; what only looks alike stays apart."""

from __future__ import annotations

import pytest

from sijil.model.place import Place
from sijil.steps.copies import copies
from sijil.steps.link.event import Event
from sijil.steps.link.score import place_points
from sijil.steps.where import is_area, same_place
from tests.builders import SARAQEB, Told, World

POST = "استشهاد خمسة مدنيين جراء قصف مدفعي على سوق كفرزيدان، بينهم الطفل مرهف السكري"
WIRE = "Shelling of the market of Kafr Zidan killed five civilians, among them Murhaf Sukkari, on Friday."
OTHER = "إصابة راعي أغنام بانفجار لغم من مخلفات الحرب قرب تل الرمان"


def village(name: str, around: str = "ريف إدلب الجنوبي") -> Place:
    """A village that no gazetteer has, in a countryside that is known."""
    key = name.replace(" ", "-")
    return Place(name, f"sy-idlib#rural#{key}", name, "region", admin=("Syria", "Idlib", around), spot=True)


def told(world: World, text: str, at: Place, number: str = "5", day: str = "", **fields: str) -> Told:
    report = world.report(f"Paper {len(world.told)}", "", text)
    report.killed(number, day=day, at=at, attack=fields.get("attack", "shelling"))
    return report


def test_an_arabic_post_and_an_english_wire_of_one_strike_are_one_incident() -> None:
    world = World()
    told(world, POST, village("كفرزيدان"))
    told(world, WIRE, village("Kafr Zidan", "southern Idlib countryside"))
    (one,) = world.incidents()
    assert one.claims == ("R1-1", "R2-1")
    assert any("in two scripts" in reason for reason in one.reasons)


def test_two_strikes_on_one_town_on_other_days_are_two() -> None:
    world = World()
    told(world, POST, SARAQEB, day="2020-01-23")
    told(world, WIRE, SARAQEB, day="2020-01-26")
    assert len(world.incidents()) == 2


@pytest.mark.parametrize(
    ("one", "other", "incidents"),
    [
        ("اليوم الجمعة 6 تشرين الأول", "on Friday, October 6", 1),
        ("اليوم الجمعة 6 تشرين الأول", "on Monday, October 23", 2),
        ("اليوم الجمعة", "on Tuesday", 2),
    ],
)
def test_days_without_a_year_tell_undated_reports_apart(one: str, other: str, incidents: int) -> None:
    world = World()
    told(world, f"قصف مدفعي على كفرزيدان {one}", village("كفرزيدان"))
    told(world, f"Shells fell on Kafr Zidan {other}.", village("Kafr Zidan"))
    assert len(world.incidents()) == incidents


def test_undated_reports_of_one_spot_with_other_counts_and_nothing_else_in_common_are_two() -> None:
    world = World()
    told(world, "", SARAQEB, "5")
    told(world, "", SARAQEB, "2")
    assert len(world.incidents()) == 2


def test_two_villages_of_one_countryside_are_two_places_and_no_areas() -> None:
    one, other = village("كفرزيدان"), village("تل الرمان")
    assert not is_area(one) and not same_place(one, other)
    assert same_place(one, village("كفر زيدان", "شمال إدلب"))
    world = World()
    told(world, POST, one)
    told(world, OTHER, other, "1", attack="explosive")
    assert len(world.incidents()) == 2


def test_a_post_that_names_the_place_without_a_claim_there_meets_it() -> None:
    event = Event((told(World(), WIRE, village("Kafr Zidan")).claims[0],), report=None)
    post = Event((), report=World().report("Page", "", POST).info)
    assert post.tells(village("Kafr Zidan")) and not post.tells(village("تل الرمان"))
    assert place_points(event, post) == (2.0, "one report names Kafr Zidan without saying what happened there")


def test_an_arabic_near_copy_is_one_report() -> None:
    text = (
        "قصفت قوات النظام بالمدفعية الثقيلة سوق بلدة كفرزيدان صباح يوم الجمعة ما أدى إلى استشهاد خمسة مدنيين بينهم طفل "
        "وإصابة تسعة آخرين بجروح متفاوتة وانتشلت فرق الإنقاذ الضحايا من تحت أنقاض المحال التجارية"
    )
    world = World()
    for source, words in (
        ("شبكة أ", text),
        ("شبكة ب", text.replace("قصفت", "عاجل: قصـفت").replace("الثقيلة", "الثقيله")),
    ):
        world.report(source, "2023-10-06", words).killed("5", day="2023-10-06", at=SARAQEB, attack="shelling")
    assert copies(world.claims, world.reports) == {"R2": "R1"}


def test_what_a_report_opens_with_counts_for_its_village() -> None:
    world = World()
    area = Place("ريف إدلب", "sy-idlib#rural", "Rural Idlib", "region", admin=("Syria", "Idlib"))
    report = world.report("Paper")
    report.killed("5", at=area, attack="shelling")
    report.killed("5", at=village("كفرزيدان"), attack="shelling")
    (one,) = world.incidents()
    assert one.claims == ("R1-1", "R1-2") and "a more exact place" in one.reasons[-1]
