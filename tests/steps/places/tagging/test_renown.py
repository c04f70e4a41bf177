"""How well the gazetteer knows names."""

from __future__ import annotations

import pytest

from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.renown import renown


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Syria", "country"), ("Texas", "province"), ("TEXAS", "province"), ("Metcalfe County", "district"),
     ("Manchester", "district"), ("Alexandria", "province"), ("Salqin", "town"), ("al-Waer", "town")],
)  # fmt: skip
def test_the_widest_kind_of_a_name(name: str, kind: str, gazetteer: Gazetteer) -> None:
    found = renown(gazetteer)(name)
    assert found is not None and found.kind == kind


def test_spellings_and_inhabitants(gazetteer: Gazetteer) -> None:
    known = renown(gazetteer)
    london, man, jayrud = known("London"), known("Man"), known("Jayrud")
    assert london and london.own and london.population > 5_000_000
    assert man is None or man.population < 1_000_000 or not man.own
    assert jayrud and jayrud.own and jayrud.countries == {"SY"}


@pytest.mark.parametrize("name", ["", "  ", "-", "Qwxyzzy"])
def test_nobody_knows(name: str, gazetteer: Gazetteer) -> None:
    assert renown(gazetteer)(name) is None
