"""Places carried on by the order of sentences."""

from __future__ import annotations

from dataclasses import replace

from sijil.model.figure import Figure
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.placing import goes_on
from sijil.steps.reading.scene import Scene, Spot

ZONE = Spot("de-escalation zone", 1, 20, 38, lead="“")
FIRST = Scene(0, 0, 80, 0, "body", spots=(ZONE,))
TOTAL = Draft("casualty", 40, 60, 0, 45, "verb before", measure="killed", group="people", figure=Figure(84, 84))
ITEM = Draft("casualty", 90, 110, 1, 92, "listed", measure="killed", group="combatants", figure=Figure(2, 2))


def linked(scene: Scene, draft: Draft = ITEM) -> bool:
    return goes_on(draft, [FIRST, scene], replace(TOTAL, place="de-escalation zone"))


def test_a_list_is_of_the_place_of_what_announces_it() -> None:
    assert linked(Scene(1, 88, 120, 88, "item"))


def test_a_sentence_that_counts_on_is_of_the_place_before() -> None:
    assert linked(Scene(1, 88, 120, 0, "body", goes_on=True))
    assert not linked(Scene(1, 88, 120, 0, "body"))


def test_a_place_of_its_own_goes_first() -> None:
    heading = Spot("Saraqeb", 3, 90, 97)
    inside = Spot("Saraqeb", 3, 105, 112, lead="in")
    for spot in (heading, inside):
        assert not linked(Scene(1, 88, 120, 88, "item", spots=(spot,)))


def test_whose_members_they_were_is_no_place() -> None:
    whose = Spot("Soqour Al-Sham", 2, 100, 112, lead="“")
    assert linked(Scene(1, 88, 120, 88, "item", spots=(whose,)))


def test_only_harm_is_carried_on() -> None:
    assert not linked(Scene(1, 88, 120, 88, "item"), replace(ITEM, kind="control"))
