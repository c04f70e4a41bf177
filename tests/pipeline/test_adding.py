"""A claim that a person adds goes the way of all claims: into an incident, its assessment, the tally and searches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sijil import pipeline, queries
from sijil.errors import BadInput
from sijil.model.filter import Filter
from sijil.pipeline.adding import add_claim
from sijil.pipeline.finding import Sought, search
from sijil.record import claims_to_json
from sijil.register import Register
from sijil.register.search import Narrowed
from tests.pipeline.worlds import rows
from tests.web.sample import build

WORDS = "Shells wounded nine people"


@pytest.fixture
def register(tmp_path: Path):
    """The desk's sample."""
    with Register.open(build(tmp_path / "own.db")) as opened:
        yield opened


def span_of(register: Register, name: str, words: str) -> tuple[str, tuple[int, int]]:
    """The report of a name, and where words stand in it."""
    id_ = next(info.id for info in register.reports() if info.doc == name)
    start = register.report(id_)[1].content.index(words)
    return id_, (start, start + len(words))


def add(register: Register, name: str = "courier", words: str = "jets hit a house in Saraqeb", **fields: Any):
    """Adds a claim of an airstrike on 23 January, or with other fields."""
    own = {"kind": "damage", "object": "house", "place": "Saraqeb", "attack": "airstrike", "when": "Thursday"} | fields
    return add_claim(register, *span_of(register, name, words), own, ("Rana", "the house itself is missing"))


def test_it_joins_the_incident_of_its_place_and_day(register: Register) -> None:
    row = add(register, actor="jets", speaker=["town's rescuers"])
    id_ = row.value["claim"]["id"]
    claim = queries.claims_by_id(register)[id_]
    assert (claim.quote, claim.added_by, claim.confidence) == ("jets hit a house in Saraqeb", "Rana", 1.0)
    assert claim.notes[-1] == "added by Rana: the house itself is missing"
    assert claim.period is not None and claim.period.iso == "2020-01-23" and claim.period.words == "Thursday"
    assert claims_to_json([claim])[0]["added_by"] == "Rana"
    held = register.search.ids("claims", "house", Narrowed(), (), 0, 5)
    assert id_ in held
    assert pipeline.verify(register) == ()


def test_it_is_counted_and_goes_when_it_is_withdrawn(register: Register) -> None:
    before, sums = rows(register), queries.tally(register, Filter()).rows
    row = add(register, words="hit a house", kind="casualty", measure="injured", group="women", low=7, high=7,
              scope="incident")  # fmt: skip
    told = {(one.measure, one.group): one.figure.low for one in queries.tally(register, Filter()).rows}
    assert told[("injured", "women")] == 7
    pipeline.judge(register, "withdraw", str(row.id), {}, "Rana", "it was another town")
    assert queries.tally(register, Filter()).rows == sums
    assert rows(register) == before
    assert row.value["claim"]["id"] not in queries.claims_by_id(register)
    assert not search(register, Sought("“hit a house”", rejected=True)).claims
    pipeline.rebuild(register)
    assert rows(register) == before
    assert pipeline.verify(register) == ()


def test_it_can_be_rejected_corrected_and_added_again(register: Register) -> None:
    id_ = add(register).value["claim"]["id"]
    pipeline.judge(register, "correct", id_, {"object": "family home"}, "Huda", "as the headline says")
    assert queries.claims_by_id(register)[id_].object == "family home"
    pipeline.judge(register, "reject", id_, {}, "Huda", "said already")
    assert id_ not in queries.claims_by_id(register)
    assert [claim.added_by for claim in queries.read_claims(register, register.reports()[0].id) if claim.id == id_] == [
        "Rana"
    ]


def test_the_same_claim_twice_is_told_kindly(register: Register) -> None:
    row = add(register)
    with pytest.raises(BadInput, match="claim 7 says the same already"):
        add(register)
    with pytest.raises(BadInput, match="claim 7 says the same already"):
        add(register, words="a house in Saraqeb")
    pipeline.judge(register, "withdraw", str(row.id), {}, "Rana", "doubtful")
    again = add(register)
    assert again.value == row.value
    assert queries.claims_by_id(register)[again.value["claim"]["id"]].added_by == "Rana"


def test_an_incident_that_led_by_an_added_claim_leads_on(register: Register) -> None:
    row = add(register, words="Five civilians", kind="casualty", measure="injured", group="women", low=2, high=2,
              scope="incident", actor="jets")  # fmt: skip
    id_ = row.value["claim"]["id"]
    home = queries.findings(register).home[id_]
    pipeline.judge(register, "withdraw", str(row.id), {}, "Rana", "doubtful")
    assert queries.incident(register, home).incident.id == "I-courier-1"


def test_nothing_is_written_where_a_field_is_wrong(register: Register) -> None:
    with pytest.raises(BadInput, match="tells no time"):
        add(register, when="in the beginning")
    with pytest.raises(BadInput, match="above the greatest"):
        add(register, low=9, high=3)
    with pytest.raises(BadInput, match="not marked"):
        add_claim(register, register.reports()[0].id, (5, 5), {"kind": "attack", "attack": "other"}, ("R", "x"))
    assert register.judgements() == ()
