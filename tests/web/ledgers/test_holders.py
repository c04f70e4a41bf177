"""Letters and marks of the map of control."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sijil.model.ledger import ControlState, ControlWord
from sijil.model.place import Place
from sijil.web.ledgers.holders import letters, mark, on_map
from sijil.web.places import Places

TOWN = Place("Saraqeb", "gn:1", "Saraqeb", "town", 35.864, 36.805, ("Syria", "Idlib"))
DAY = date(2020, 1, 1)


def word(holder: str, source: str = "SANA", holding: bool = True) -> ControlWord:
    """What a source says of a holder."""
    return ControlWord(f"C-{holder}-{source}", source, holder, "holds" if holding else "besieges", holding, DAY, DAY)


def state(*words: ControlWord, disagree: bool = False, differ: bool = False) -> ControlState:
    """A place with these words."""
    return ControlState("Saraqeb", TOWN, words, disagree, differ)


def test_the_holder_of_most_places_is_a_and_after_z_comes_aa() -> None:
    named = letters([state(word("rebels")), state(word("army")), state(word("army"), word("guards", "SNN"))])
    assert named == {"army": "A", "rebels": "B", "guards": "C"}
    many = letters([state(word(f"party {n:02}")) for n in range(28)])
    assert many["party 25"] == "Z" and many["party 27"] == "AB"


def test_marks_tell_holding_besieging_disagreeing_and_differing_apart_without_colour() -> None:
    named = {"army": "A", "rebels": "B"}
    both = word("army"), word("rebels", "SNN")
    assert mark(state(word("army")), named) == "A"
    assert mark(state(word("army", holding=False)), named) == "(A)"
    assert mark(state(*both, disagree=True, differ=True), named) == "A v B"
    assert mark(state(*both, differ=True), named) == "A / B"
    assert mark(state(word("army"), disagree=True), named) == "A v ?"


def test_a_place_is_drawn_as_precisely_as_it_is_known_and_without_one_not_at_all() -> None:
    near = replace(TOWN, precision="near", id="gn:2")
    states = [state(word("army")), replace(state(word("army")), at=near), replace(state(word("army")), at=None)]
    drawn, keys = on_map(states, {"army": "A"}, Places())
    assert [one["properties"]["style"] for one in drawn["features"]] == ["town", "ring"]
    assert drawn["features"][0]["properties"]["short"] == "A · Saraqeb"
    assert sorted(keys.values()) == [0, 1]
