"""Judging through the API: what one person saw is what they decide about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from sijil.register import Register
from sijil.web.api.body import TAKEN
from tests.web.api.conftest import Desk, bearing, got

Own = tuple[httpx.Client, Path]


NOBODY = {"raw": "jets", "id": "", "name": "jets"}


def decide(client: httpx.Client, subject: str, verb: str, match: str = "*", **more: Any) -> httpx.Response:
    sent = {"subject": subject, "verb": verb, "reason": "read it again", **more}
    return client.post("/judgements", json=sent, headers={"if-match": match} if match else {})


def test_a_judgement_is_recorded_and_found(changed: Own) -> None:
    client, path = changed
    tag = client.get("/incidents/I-courier-1").headers["etag"]
    made = decide(client, "I-courier-1", "grade", tag, value={"grade": "Fair"}, who="A. Reader")
    assert made.status_code == 201 and made.headers["location"] == "/api/v1/judgements/1"
    assert got(client, "/judgements/1") == made.json() == got(client, "/judgements")["items"][0]
    assert (made.json()["who"], got(client, "/incidents/I-courier-1")["grade"]) == ("A. Reader", "Fair")
    tag = client.get("/judgements/1").headers["etag"]
    assert decide(client, "1", "withdraw", tag).status_code == 201
    assert got(client, "/incidents/I-courier-1")["grade"] != "Fair"
    with Register.open(path, create=False) as register:
        assert not register.verify()


def test_two_people_do_not_lose_each_others_work(peopled: Desk) -> None:
    huda, zaid = bearing(peopled, "reviewer"), bearing(peopled, "editor")
    seen = {client: client.get("/claims/courier-1").headers["etag"] for client in (huda, zaid)}
    other = zaid.get("/claims/siege-4").headers["etag"]
    assert decide(huda, "courier-1", "correct", seen[huda], value={"low": 4}).status_code == 201
    late = decide(zaid, "courier-1", "correct", seen[zaid], value={"low": 3})
    assert late.status_code == 412 and "not as you saw it" in late.json()["detail"]
    assert [row["who"] for row in got(zaid, "/judgements")["items"]] == ["Huda"]
    assert decide(zaid, "siege-4", "accept", other).status_code == 201, "nobody touched this one"
    again = zaid.get("/claims/courier-1").headers["etag"]
    assert decide(zaid, "courier-1", "correct", again, value={"low": 3}).status_code == 201


def test_who_saw_nothing_decides_nothing(changed: Own) -> None:
    client, _ = changed
    assert decide(client, "courier-1", "accept", match="").status_code == 428
    for match in ('"x"', client.get("/claims").headers["etag"], client.get("/claims/courier-2").headers["etag"]):
        assert decide(client, "courier-1", "accept", match).status_code == 412
    assert got(client, "/judgements")["count"] == 0


def test_roles_are_those_of_the_desk_and_sign(peopled: Desk) -> None:
    asks: list[tuple[str, dict[str, Any], set[str]]] = [
        ("accept", {"subject": "courier-1"}, {"reviewer", "editor"}),
        ("comment", {"subject": "courier-1"}, {"reviewer", "editor"}),
        ("grade", {"subject": "I-courier-1", "value": {"grade": "Fair"}}, {"editor"}),
        ("merge", {"subject": "I-courier-1", "value": {"with": "I-bulletin-4"}}, {"editor"}),
        ("correct", {"subject": "courier-1", "value": {"party": NOBODY, "always": {"party": "jets"}}}, {"editor"}),
    ]
    for role in ("reader", "reviewer", "editor"):
        client = bearing(peopled, role)
        for verb, sent, may in asks:
            answer = decide(client, sent["subject"], verb, value=sent.get("value", {}), who="somebody else")
            assert (answer.status_code == 201) is (role in may), (role, verb, answer.text)
            assert role in may or answer.status_code == 403
    assert {row["who"] for row in got(client, "/judgements")["items"]} == {"Huda", "Zaid"}
    grade = next(row["id"] for row in got(client, "/judgements")["items"] if row["verb"] == "grade")
    assert decide(bearing(peopled, "reviewer"), str(grade), "withdraw").status_code == 403


@pytest.mark.parametrize("verb", ["merge ", " merge", "withdraw ", "Merge", "praise", ""])
def test_only_the_very_verbs_are_taken(peopled: Desk, verb: str) -> None:
    for role in ("reviewer", "editor"):
        client = bearing(peopled, role)
        refused = decide(client, "I-courier-1", verb, value={"with": "I-bulletin-4"})
        assert refused.status_code == 422 and refused.json()["parameter"] == "verb", (role, refused.text)
    assert got(client, "/judgements")["count"] == 0


def test_a_reviewer_does_not_give_back_what_an_editor_decided_and_took_back(peopled: Desk) -> None:
    editor, reviewer = bearing(peopled, "editor"), bearing(peopled, "reviewer")
    assert decide(editor, "I-courier-1", "grade", value={"grade": "Fair"}).status_code == 201
    assert decide(editor, "1", "withdraw").status_code == 201
    assert decide(reviewer, "2", "withdraw").status_code == 403
    assert decide(editor, "2", "withdraw").status_code == 201
    assert decide(reviewer, "3", "withdraw").status_code == 403
    assert got(editor, "/incidents/I-courier-1")["grade"] == "Fair"


ODD: list[Any] = [
    {}, {"grade": "Splendid"}, {"grade": None}, {"with": 5}, {"with": "I-courier-1"}, {"with": None}, {"claims": "x"},
    {"claims": [None, {}]}, {"claims": [[]]}, {"low": "many"}, {"low": 10**30}, {"low": -1, "high": -5}, {"low": 1.5},
    {"start": "soon"}, {"start": "2021-01-01", "end": "2020-01-01"}, {"speaker": "x"}, {"speaker": [1]}, {"at": {}},
    {"at": {"raw": 1}}, {"at": 5}, {"party": {"raw": "x"}}, {"kind": "gossip"}, {"kind": None}, {"quote": "other"},
    {"always": {"place": "Saraqeb"}}, {"at": None, "always": {"place": 7}}, {"always": None}, {"denies": [1, "x"]},
    {"status": "said"}, {"scope": "all"}, {"percent": "yes"}, {"unit": "camels"}, {"claim": {}}, {"place": "\\ud800"},
    {"place": "\\u0000"}, {"part_of": None}, {"measure": ["killed"]}, {"group": 3}, {"approx": None}, {"eased": 1},
]  # fmt: skip


@pytest.mark.parametrize("subject", ["courier-1", "I-courier-1", "1", "nobody"])
def test_odd_values_are_refused_or_recorded_but_break_nothing(changed: Own, subject: str) -> None:
    client, path = changed
    assert decide(client, "courier-5", "accept").status_code == 201
    for verb in (*TAKEN, "add", "praise"):
        for value in ODD:
            answer = decide(client, subject, verb, value=value)
            assert answer.status_code in (201, 412, 422), (verb, value, answer.text)
    for address in ("/incidents", "/claims", "/tally", "/judgements"):
        assert client.get(address).status_code == 200
    with Register.open(path, create=False) as register:
        assert not register.verify()


@pytest.mark.parametrize(
    ("body", "status", "parameter"),
    [
        (b"", 400, None), (b"{", 400, None), (b"[" * 5000, 422, None), (b"\xff", 400, None), (b"[]", 422, None),
        (b"null", 422, None), (b'{"verb": "accept"}', 422, None),
        (b'{"verb": "accept", "subject": 1, "reason": "x"}', 422, "subject"),
        (b'{"verb": "accept", "subject": "courier-1", "reason": ""}', 422, "reason"),
        (b'{"verb": "accept", "subject": "courier-1", "reason": " "}', 422, None),
        (b'{"verb": "accept", "subject": "courier-1", "reason": "x", "other": 1}', 422, None),
        (b'{"verb": "accept", "subject": "\\ud800", "reason": "x"}', 400, None),
        (b'{"reason": "' + b"x" * 70_000 + b'"}', 413, None),
    ],
)  # fmt: skip
def test_bodies_that_are_none(changed: Own, body: bytes, status: int, parameter: str | None) -> None:
    client, _ = changed
    headers = {"content-type": "application/json", "if-match": "*"}
    answer = client.post("/judgements", content=body, headers=headers)
    assert (answer.status_code, answer.json().get("parameter")) == (status, parameter), answer.text
