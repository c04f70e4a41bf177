"""Civilian by default: undisputed people count as civilians, and who calls them fighters is shown."""

from __future__ import annotations

from tests.rules.conftest import Read
from tests.rules.told import Told

PEOPLE = Told(
    "Orontes Daily", "2020-01-24",
    "Four people were killed in an airstrike on Saraqeb on Thursday, the White Helmets said.",
)  # fmt: skip
CIVILIANS = Told(
    "Orontes Daily", "2020-01-24",
    "A Russian airstrike on Saraqeb on Thursday killed six civilians, the Syrian Network for Human Rights said.",
)  # fmt: skip
FIGHTERS = Told(
    "Coastline", "2020-01-24",
    "Russia's defence ministry said its airstrike on Saraqeb on Thursday killed six militants.",
)  # fmt: skip
AMONG_THEM = Told(
    "Orontes Daily", "2020-01-24",
    "Nine people, among them four rebel fighters, were killed in an airstrike on Saraqeb on Thursday, the Syrian "
    "Observatory said.",
)  # fmt: skip


def test_people_whose_status_nobody_disputes_are_civilians_and_the_claim_keeps_the_word(read: Read) -> None:
    record = read(PEOPLE)
    assert record.range_of() == "4"
    claim = record.claim("Four people")
    assert (claim.group, claim.quote) == ("people", "Four people were killed")


def test_the_accused_partys_word_lowers_the_minimum_and_never_the_maximum(read: Read) -> None:
    assert read(CIVILIANS, FIGHTERS).range_of() == "0-6"


def test_a_disputed_status_is_explained_down_to_the_words_of_both(read: Read) -> None:
    record = read(CIVILIANS, FIGHTERS)
    view = record.incident()
    assert view.assessment.disputed
    told = record.explained(view.incident.id)
    assert "minimum lowered from 6 to 0" in told
    assert "the accused party's word alone does not lower the maximum" in told
    assert "Disputed: Russia's defence ministry (Coastline, 2020-01-24) calls 6 of them fighters" in told
    assert "«killed six civilians»" in told and "«killed six militants»" in told


def test_fighters_whom_a_source_counts_among_the_people_are_taken_off(read: Read) -> None:
    record = read(AMONG_THEM)
    assert (record.range_of(), record.range_of(group="combatants")) == ("5", "4")
