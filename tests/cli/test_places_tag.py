"""`sijil places tag`: order, several processes, bad lines, packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil
from tests.cli.test_json import documented


def line(number: int) -> str:
    return json.dumps({"doc": f"text {number}", "text": f"{number} shells hit Saraqeb in Syria’s Idlib province."})


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_questions(sijil: Sijil, jobs: int) -> None:
    lines = [line(number) for number in range(20)]
    outcome = sijil("places", "tag", "--jsonl", "-", "--jobs", jobs, stdin="\n".join(lines).encode())
    assert outcome.code == 0, outcome.err
    answers = [json.loads(text) for text in outcome.out.splitlines()]
    assert [answer["doc"] for answer in answers] == [f"text {number}" for number in range(20)]
    assert {frozenset(answer) for answer in answers} == {frozenset(documented()["places tag"])}
    for number, answer in enumerate(answers):
        text = json.loads(line(number))["text"]
        assert [text[t["start"] : t["end"]] for t in answer["toponyms"]] == ["Saraqeb", "Syria", "Idlib"]
        assert {frozenset(t) for t in answer["toponyms"]} == {
            frozenset({"start", "end", "name", "lat", "lon", "precision"})
        }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_line_does_not_stop_the_others(sijil: Sijil, jobs: int) -> None:
    bad = ["not JSON", '{"doc": "no text"}', '{"doc": "d", "text": 5}', '{"doc": "d", "text": " "}', "[]"]
    french = json.dumps({"doc": "french", "text": "Il pleut à Paris.", "lang": "fr"})
    outcome = sijil(
        "places", "tag", "--jsonl", "-", "--jobs", jobs, stdin="\n".join([line(0), *bad, french, line(1)]).encode()
    )
    assert outcome.code == 2
    assert [json.loads(text)["doc"] for text in outcome.out.splitlines()] == ["text 0", "text 1"]
    assert all(f"line {number}" in said for number, said in enumerate(outcome.lines[: len(bad)], 2))
    assert outcome.lines[len(bad) :] == ["french: no language pack finds places in 'fr' - give texts in: en, ar"]


def test_a_pack_of_this_run_brings_places(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_text("name,lat,lon,country\nQwxyzzyk,35.5,36.5,SY\n")
    text = json.dumps({"doc": "a", "text": "Syrian troops entered the village of Qwxyzzyk."})
    without = sijil("places", "tag", "--jsonl", "-", stdin=text.encode())
    assert json.loads(without.out)["toponyms"][-1]["lat"] is None
    outcome = sijil("places", "tag", "--jsonl", "-", "--pack", "team.csv", stdin=text.encode())
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)["toponyms"][-1]["lat"] == 35.5


def test_what_is_not_there_is_told(sijil: Sijil) -> None:
    assert sijil("places", "tag", "--jsonl", "nowhere.jsonl").code == 2
    outcome = sijil("places", "tag", "--jsonl", "-", "--pack", "nowhere.csv", stdin=line(0).encode())
    assert outcome.code == 2 and "nowhere.csv" in outcome.err


def test_a_text_of_200_kb(sijil: Sijil) -> None:
    text = "Shells fell on Aleppo and then " * 6_500
    outcome = sijil("places", "tag", "--jsonl", "-", stdin=json.dumps({"doc": "long", "text": text}).encode())
    assert outcome.code == 0, outcome.err
    assert len(json.loads(outcome.out)["toponyms"]) == 6_500
