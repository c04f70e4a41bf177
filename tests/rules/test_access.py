"""Access: per place, conditions with first and last day reported, eased or not, so that a siege has a timeline."""

from __future__ import annotations

from datetime import date

from sijil import queries
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

SHORTAGE = (
    Told("Orontes Daily", "2017-01-10", "Residents suffer severe shortages of food in Madaya."),
    Told("Harbour Post", "2017-02-01",
         "Residents suffer severe shortages of food in Madaya, the Red Crescent said. Aid convoys were prevented from "
         "entering Madaya."),
    Told("Harbour Post", "2017-02-15", "An aid convoy entered Madaya on Tuesday for the first time in months."),
)  # fmt: skip


def test_a_condition_has_the_first_and_the_last_day_on_which_it_was_reported(read: Read) -> None:
    rows = {row.label: row for row in queries.access(read(*SHORTAGE).register, ALL)}
    shortage = rows["Shortage of food"]
    assert (shortage.first, shortage.last, shortage.eased_on) == (date(2017, 1, 10), date(2017, 2, 1), None)


def test_aid_that_was_blocked_is_eased_on_the_day_that_a_convoy_came_in(read: Read) -> None:
    rows = {row.label: row for row in queries.access(read(*SHORTAGE).register, ALL)}
    assert (rows["Aid blocked"].last, rows["Aid blocked"].eased_on) == (date(2017, 2, 1), date(2017, 2, 14))
