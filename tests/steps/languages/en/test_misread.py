"""Wordings that a fresh user found misread: ages, "no civilians", what is denied, casualties that were no deaths."""

from __future__ import annotations

from datetime import date

from sijil.steps.clean import clean
from sijil.steps.languages.en import read
from sijil.steps.read import read_bytes
from sijil.steps.reading.draft import Draft


def told(text: str) -> tuple[Draft, ...]:
    report = read_bytes(text.encode(), doc="r", retrieval="test", published=date(2018, 3, 10))
    return read(report, clean(report))


def counts(text: str) -> list[tuple[str | None, str | None, int | None, int | None, str]]:
    found = [draft for draft in told(text) if draft.kind == "casualty" and draft.figure]
    return [(d.measure, d.group, d.figure.low, d.figure.high, d.status) for d in found if d.figure]


def test_an_age_behind_a_name_counts_nobody() -> None:
    text = (
        "Ahmad Khalil, 34, his wife Mona, 30, and their son Omar, 4, were killed in an air strike on Atarib on Friday."
    )
    assert not {high for _, _, _, high, _ in counts(text)} & {34, 30, 4}


def test_no_civilians_killed_is_nobody_killed() -> None:
    text = "No civilians were killed in Atarib on Friday, the Russian military said."
    assert counts(text) == [("killed", "civilians", 0, 0, "reported")]


def test_what_somebody_denies_is_no_report_of_it() -> None:
    text = "Russia's Defence Ministry denied that six civilians were killed in Atarib on Friday."
    assert ("killed", "civilians", 6, 6, "denied") in counts(text)


def test_what_others_reported_stays_reported_where_it_is_denied() -> None:
    text = "The army denied reports of six civilians killed in Atarib on Friday."
    assert all(status == "reported" for *_, status in counts(text))


def test_casualties_are_never_deaths() -> None:
    text = (
        "A strike on Saraqeb on Friday killed or injured 12 people, doctors said. Five of the casualties were children."
    )
    found = counts(text)
    assert found and {measure for measure, *_ in found} == {"casualties"}


def test_an_attack_that_was_not_carried_out_is_none() -> None:
    text = "Russia did not carry out any strikes on Saraqeb on Friday, its military said."
    assert not [d for d in told(text) if d.kind == "attack" and d.status == "reported"]


def test_aid_that_did_not_arrive_is_not_eased() -> None:
    text = "No aid has reached Darayya since November 2012, residents said."
    (access,) = [d for d in told(text) if d.kind == "access"]
    assert not access.eased


def test_families_in_need_are_households() -> None:
    (need,) = [d for d in told("Some 5,000 families live in camps near Azaz, the UN said.") if d.kind == "need"]
    assert need.figure and need.figure.unit == "households"
