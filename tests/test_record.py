"""The guide's form of claims, and the lossless form."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, GroupRange, Incident
from sijil.model.judgement import Judgement
from sijil.model.party import Party
from sijil.model.period import Period
from sijil.model.place import Candidate, Place
from sijil.record import canonical, claim_from_json, claim_to_json, claims_to_json, digest, from_plain, to_plain

CLAIM = Claim(
    "C-0123456789ab", "doc", 2, "casualty", "killing at least two civilians", (10, 40), speaker=("OCHA", "AFP"),
    place="Alwaer", within="Homs", period=Period(date(2017, 3, 6), date(2017, 3, 6), "day", "Monday"),
    actor="Assad’s jets", attack="airstrike", measure="killed", group="civilians", figure=Figure(2, None),
    scope="incident", confidence=0.8, party=Party("Assad’s jets", "syria", "Syrian government", "state forces"),
    at=Place("Alwaer", "sy-7", "Al-Waer", "district", 34.74, 36.66, ("Syria", "Homs"), None, None,
             (Candidate("sy-8", "Alwaer", 1.0, 2.0, 0.3, "same name"),)),
)  # fmt: skip


def test_a_claim_in_the_guides_form():
    plain = claim_to_json(CLAIM)
    resolved = plain.pop("resolved")
    assert plain == {
        "id": 2, "kind": "casualty", "status": "reported", "quote": "killing at least two civilians",
        "speaker": ["OCHA", "AFP"], "place": "Alwaer", "within": "Homs", "start": "2017-03-06", "end": "2017-03-06",
        "actor": "Assad’s jets", "attack": "airstrike", "measure": "killed", "group": "civilians", "low": 2,
        "high": None, "scope": "incident", "span": [10, 40], "confidence": 0.8,
    }  # fmt: skip
    assert resolved["place"]["id"] == "sy-7" and resolved["party"]["id"] == "syria" and resolved["side"] is None
    assert resolved["period"] == {"start": "2017-03-06", "end": "2017-03-06", "precision": "day", "words": "Monday"}
    json.dumps(plain)


def test_what_a_claim_lacks_is_left_out():
    plain = claim_to_json(Claim("C-1", "doc", 1, "blame", "blamed Russia", (0, 13)))
    assert set(plain) == {"id", "kind", "status", "quote", "speaker", "span", "confidence", "resolved"}
    assert plain["resolved"] == {"place": None, "party": None, "side": None, "period": None, "recognised": None}


def test_an_unresolved_weekday_gives_no_days():
    plain = claim_to_json(replace(CLAIM, period=Period(None, None, "unresolved", "Thursday")))
    assert "start" not in plain and plain["resolved"]["period"]["words"] == "Thursday"


def test_event_recognition_and_report_have_a_day_each():
    said = Period(date(2017, 3, 9), date(2017, 3, 9), "day", "on Thursday")
    claim = replace(CLAIM, recognised=said, report_day=date(2017, 3, 10))
    plain = claim_to_json(claim)
    days = (plain["start"], plain["end"], plain["recognised"], plain["report_day"])
    assert days == ("2017-03-06", "2017-03-06", "2017-03-09", "2017-03-10")
    assert plain["resolved"]["recognised"]["words"] == "on Thursday"
    back = claim_from_json(plain)
    assert (back.recognised, back.report_day) == (replace(said, words=""), date(2017, 3, 10))


def test_a_longer_time_of_recognition_is_an_interval():
    month = Period(date(2016, 9, 1), date(2016, 9, 30), "month", "last month")
    plain = claim_to_json(replace(CLAIM, recognised=month))
    assert plain["recognised"] == "2016-09-01/2016-09-30"
    assert claim_from_json(plain).recognised == replace(month, words="")


def test_claims_stored_before_the_three_days_were_told_apart_are_read():
    old = to_plain(CLAIM)
    del old["recognised"], old["report_day"]
    assert from_plain(Claim, old) == CLAIM


def test_flags_and_units_only_where_set():
    share = claim_to_json(replace(CLAIM, figure=Figure(50, 50, True, "percent"), part_of=True))
    assert share["percent"] is share["approx"] is share["part_of"] is True and "unit" not in share
    families = claim_to_json(replace(CLAIM, figure=Figure(20, 20, unit="households")))
    assert families["unit"] == "households" and "percent" not in families and "approx" not in families


def test_denials_point_to_numbers_within_a_report_and_to_ids_beyond():
    denial = replace(CLAIM, id="C-2", number=3, kind="denial", status="denied", denies=(CLAIM.id,))
    assert claims_to_json([CLAIM, denial])[1]["denies"] == 2
    both = replace(denial, denies=(CLAIM.id, "C-elsewhere"))
    assert claims_to_json([CLAIM, both])[1]["denies"] == [2, "C-elsewhere"]


def test_the_guides_form_comes_back():
    back = claim_from_json(claim_to_json(CLAIM), "doc")
    expected = replace(
        CLAIM, id="doc#2", at=None, party=None, period=Period(date(2017, 3, 6), date(2017, 3, 6), "day")
    )  # fmt: skip
    assert back == expected


def test_the_gold_of_the_samples_comes_back():
    claims = [
        claim
        for path in sorted(Path("tests").rglob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for claim in json.loads(line).get("claims", ())
    ]
    for plain in claims:
        back = claim_to_json(claim_from_json(plain, "d"), {f"d#{n}": n for n in range(1, 100)})
        del back["span"], back["confidence"], back["resolved"]
        assert back == {"speaker": [], **plain}


@pytest.mark.parametrize("wrong", [{"kind": "rumour"}, {"low": 5, "high": 3}, {"start": "Monday"}, {"speaker": [5]}])
def test_a_claim_that_cannot_be(wrong):
    with pytest.raises(ValueError):
        claim_from_json({"id": 1, "kind": "casualty", "quote": "q", "status": "reported", **wrong})


@pytest.mark.parametrize(
    "record",
    [
        CLAIM,
        Incident("I-1", ("C-1",), CLAIM.at, CLAIM.period, "airstrike", "title", ("why",)),
        Assessment("I-1", (GroupRange("killed", "civilians", Figure(2, None), ("C-1",), ("why",), (("C-2", "old"),)),),
                   "Weak", ("one source",), ("OCHA",), disputed=True),
        Judgement(1, "correct", "C-1", {"low": 5}, "Amal", datetime(2020, 1, 1, tzinfo=UTC), "why"),
    ],
)  # fmt: skip
def test_every_record_comes_back_whole(record):
    assert from_plain(type(record), json.loads(canonical(to_plain(record)))) == record


def test_equal_values_have_equal_hashes():
    assert canonical({"b": 1, "a": "سراقب"}) == '{"a":"سراقب","b":1}'
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1}) != digest({"a": 2, "b": 2})
