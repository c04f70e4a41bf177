"""Agreements: guarantor and day in force; violations are the attacks in its area and time claimed as breaches."""

from __future__ import annotations

from datetime import date

from sijil import queries
from sijil.model.ledger import AgreementRow
from tests.rules.conftest import Read
from tests.rules.told import ALL, Record, Told

PAPER = Told(
    "Orontes Daily", "2017-03-07",
    "Russia is the guarantor of the ceasefire which came into force on December 29, 2016.\n\n"
    "Syrian government warplanes killed four civilians in Alwaer on Monday, local activists said.\n\n"
    "The negotiator Omar Haddad accused the Syrian government of violating the ceasefire in Alwaer.",
)  # fmt: skip
UNBLAMED = PAPER._replace(text=PAPER.text.rpartition("\n\n")[0])
BEFORE = PAPER._replace(text=PAPER.text.replace("on Monday", "on December 20, 2016"))


def only(record: Record) -> AgreementRow:
    (row,) = queries.agreements(record.register, ALL)
    return row


def test_an_agreement_has_its_guarantor_and_the_day_it_came_into_force(read: Read) -> None:
    row = only(read(PAPER))
    assert (row.guarantors, row.since, row.state) == (("Russia",), date(2016, 12, 29), "in force")


def test_an_attack_that_somebody_calls_a_breach_is_claimed_as_a_violation_with_who_blames_whom(read: Read) -> None:
    record = read(PAPER)
    row = only(record)
    assert row.violations == (record.claim("killed four").id,)
    assert [(one.place, one.party, one.events) for one in row.breaches] == [("Alwaer", "Syrian Arab Air Force", 1)]
    blame = record.claim("accused the Syrian government")
    assert (row.blames, blame.speaker) == ((blame.id,), ("Omar Haddad",))


def test_an_attack_that_nobody_calls_a_breach_is_none(read: Read) -> None:
    assert only(read(UNBLAMED)).violations == ()


def test_an_attack_before_the_agreement_is_no_violation_of_it(read: Read) -> None:
    assert only(read(BEFORE)).violations == ()


def test_an_agreement_is_explained_down_to_the_words_of_breach_and_blame(read: Read) -> None:
    record = read(PAPER)
    told = record.explained(only(record).id)
    for words in ("came into force on December 29, 2016", "killed four civilians", "accused the Syrian government"):
        assert any(f"{words}" in line and "(Orontes Daily, 2017-03-07)" in line for line in told.splitlines())
