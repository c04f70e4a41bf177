"""`sijil places resolve`: order, what may be given with a name, bad lines, packs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Sijil
from tests.cli.test_json import documented

PARIS = "PARIS, Texas (AP) - A Paris man was arrested in Lamar County on Friday, Paris police said."


def asked(*rows: dict[str, Any] | str) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def test_answers_come_in_the_order_of_the_questions_with_their_ids(sijil: Sijil) -> None:
    names = ["Saraqeb", "Idlib province", "Syria", "Qwxyzt", "سراقب"] * 3
    rows = [{"id": number, "name": name, "country": "Syria"} for number, name in enumerate(names)]
    outcome = sijil("places", "resolve", "--jsonl", "-", stdin=asked(*rows))
    assert outcome.code == 0, outcome.err
    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(15))
    assert [answer["precision"] for answer in answers[:5]] == ["town", "province", "country", "unknown", "town"]
    assert answers[0]["place"] == answers[4]["place"] and answers[0]["pcode"] == answers[1]["pcode"] == "SY07"
    assert answers[3]["lat"] is None and answers[3]["place"] is None
    assert answers[1]["lat"] and answers[2]["lat"], "for this bulk command an area has a point that stands for it"
    assert {frozenset(answer) for answer in answers} == {frozenset(documented()["places resolve"])}
    assert {frozenset(c) for c in answers[0]["candidates"]} == {frozenset(documented()["A candidate"])}


def test_country_province_and_text_tell_namesakes_apart(sijil: Sijil) -> None:
    outcome = sijil(
        "places", "resolve", "--jsonl", "-",
        stdin=asked(
            {"id": "france", "name": "Paris"},
            {"id": "texas", "name": "Paris", "text": PARIS},
            {"id": "county", "name": "Lamar County", "text": PARIS},
            {"id": "iso", "name": "Tripoli", "country": "LBN"},
            {"id": "name", "name": "Tripoli", "country": "Libya", "admin1": None},
            {"id": "province", "name": "Karama", "country": "SY", "admin1": "Ar Raqqah"},
        ),
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    admin = {answer["id"]: answer["admin"] for answer in map(json.loads, outcome.out.splitlines())}
    assert admin["france"][0] == "France"
    assert admin["texas"] == admin["county"] == ["United States", "Texas"]
    assert (admin["iso"][0], admin["name"][0]) == ("Lebanon", "Libya")
    assert admin["province"][:2] == ["Syria", "Raqqa"]


def test_a_bad_line_does_not_stop_the_others(sijil: Sijil) -> None:
    good = {"id": 1, "name": "Saraqeb"}
    bad = ["not JSON", "[]", '{"name": "Homs"}', '{"id": 1}', '{"id": 1, "name": 5}', '{"id": 1, "name": " "}', "\xff"]
    outcome = sijil("places", "resolve", "--jsonl", "-", stdin=asked(good, *bad, "", good))
    assert outcome.code == 2
    assert len(outcome.out.splitlines()) == 2
    assert [f"line {number}" in said for number, said in enumerate(outcome.lines, 2)] == [True] * len(bad)


def test_strange_values_are_answered_or_told_never_a_traceback(sijil: Sijil) -> None:
    strange = [
        {"id": 1, "name": name, "country": "Nowhere", "admin1": name} for name in ("(((", "\ud800", ":,;", "'" * 99)
    ]
    outcome = sijil(
        "places", "resolve", "--jsonl", "-", stdin=asked(*strange, {"id": 2, "name": "Homs", "text": "\x00"})
    )
    assert outcome.code == 0 and len(outcome.out.splitlines()) == 5


def test_a_pack_of_this_run_brings_places(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_text("name,lat,lon,country\nQwxyzzyk,35.5,36.5,SY\n")
    row = asked({"id": 1, "name": "Qwxyzzyk", "country": "SY"})
    assert json.loads(sijil("places", "resolve", "--jsonl", "-", stdin=row).out)["lat"] is None
    outcome = sijil("places", "resolve", "--jsonl", "-", "--pack", "team.csv", stdin=row)
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)["lat"] == 35.5


def test_what_is_not_there_is_told(sijil: Sijil) -> None:
    assert sijil("places", "resolve", "--jsonl", "nowhere.jsonl").code == 2
    outcome = sijil("places", "resolve", "--jsonl", "-", "--pack", "nowhere.csv", stdin=b"")
    assert outcome.code == 2 and "nowhere.csv" in outcome.err
