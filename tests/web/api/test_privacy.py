"""What is withheld, from whom, and what is written down of who gets it."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from sijil import queries
from sijil.exports import privacy
from sijil.exports.material import Shown
from sijil.register import Register
from sijil.web.api.resources import LISTINGS
from sijil.web.api.withheld import Withheld, always
from tests.web.api.conftest import Desk, bearing, got
from tests.web.people.test_veil import NAMES, named

EVERYTHING = (*(f"/{one.path}" for one in LISTINGS), "/tally", "/search?q=saraqeb", "/claims/baker-1",
              "/incidents/I-baker-1", "/explain/I-baker-1", "/explain/baker-1")  # fmt: skip


def log(path: Path, what: str) -> list[dict[str, object]]:
    with Register.open(path) as register:
        return [{"who": row.who, **row.body} for row in register.people.accesses() if row.what == what]


def added(address: str, name: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{name}=1"


@pytest.mark.parametrize("role", ["reader", "reviewer", "admin"])
def test_no_name_is_sent_before_it_is_asked_for(peopled: Desk, role: str) -> None:
    report = named(peopled.path)
    client = bearing(peopled, role)
    for address in (*EVERYTHING, report):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not [name for name in NAMES if name in answer.text], address
    told = got(client, "/claims/baker-1")
    assert told["quote"] == "The baker ███████ ███████ died in Saraqeb" and told["speaker"] == ["a named person"]
    assert any("names=1" in line for line in got(client, "/claims")["withheld"])
    assert log(peopled.path, "look") == log(peopled.path, "export") == []


def test_offsets_hold_in_a_text_with_words_left_out(peopled: Desk) -> None:
    report = named(peopled.path)
    client = bearing(peopled, "reviewer")
    veiled, whole = got(client, report), got(client, f"{report}?names=1")
    assert len(veiled["text"]["content"]) == len(whole["text"]["content"])
    for told in (veiled, whole):
        (claim,) = told["claims"]
        assert told["text"]["content"][slice(*claim["span"])] == claim["quote"]
    assert "Qabbani" in whole["text"]["content"] and "charred" not in veiled["text"]["content"]


def test_a_look_takes_the_right_to_and_is_written_down(peopled: Desk) -> None:
    named(peopled.path)
    assert got(bearing(peopled, "reader"), "/claims/baker-1?names=1", 403)["parameter"] == "names"
    assert log(peopled.path, "look") == []
    client = bearing(peopled, "reviewer")
    assert "Mahmoud Darwazi" in got(client, "/claims/baker-1?names=1")["quote"]
    assert got(client, "/method?names=1") and got(client, "/claims/courier-3?names=1"), "no name in these: no look"
    got(client, "/claims?place=Saraqeb&names=1")
    assert log(peopled.path, "look") == [
        {"who": "Huda", "page": "/api/v1/claims/baker-1"},
        {"who": "Huda", "page": "/api/v1/claims?place=Saraqeb"},
    ]


def test_what_the_client_has_already_is_no_look(peopled: Desk) -> None:
    named(peopled.path)
    client = bearing(peopled, "reviewer")
    tag = client.get("/claims?names=1").headers["etag"]
    assert client.get("/claims?names=1", headers={"if-none-match": tag}).status_code == 304
    assert len(log(peopled.path, "look")) == 1


def test_more_than_a_page_of_the_desk_is_an_export(peopled: Desk) -> None:
    named(peopled.path)
    client, admin = bearing(peopled, "reviewer"), bearing(peopled, "admin")
    following = got(client, "/claims?limit=5&kind=casualty")["next"].removeprefix("/api/v1")
    assert log(peopled.path, "export") == []
    got(client, following)
    got(client, "/incidents?limit=101")
    expected = {"filter": {"kind": "casualty"}, "names": False, "positions": False, "way": "HTTP API"}
    assert log(peopled.path, "export") == [
        {"who": "Huda", "format": "api claims", **expected},
        {"who": "Huda", "format": "api incidents", **expected, "filter": {}},
    ]
    for address in ("/claims?limit=101&names=1", "/claims?positions=1", "/claims/baker-1?positions=1"):
        assert got(client, address, 403)["status"] == 403
        got(admin, address)
    shown = [(row["names"], row["positions"]) for row in log(peopled.path, "export")[2:]]
    assert shown == [(True, False), (False, True), (False, True)]


def test_a_publisher_is_no_private_person(register_path: Path) -> None:
    with Register.open(register_path, create=False) as register:
        veil = Withheld.of(register, Shown())
    told = veil.form(
        {"sources": ["The Courier", "Samira Qabbani"], "reasons": ["the State Bulletin says that Samira Courier died"]}
    )
    assert told == {
        "sources": ["The Courier", "a named person"],
        "reasons": ["the State Bulletin says that ██████ ███████ died"],
    }


def test_positions_are_rounded_until_they_are_asked_for(peopled: Desk) -> None:
    client = bearing(peopled, "admin")
    place = got(client, "/claims/courier-1")["resolved"]["place"]
    assert (place["lat"], place["lon"]) == (35.86, 36.8)
    place = got(client, "/claims/courier-1?positions=1")["resolved"]["place"]
    assert (place["lat"], place["lon"]) == (35.864, 36.805)


def test_one_person_alone_asks_for_names_too(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    report = named(path)
    assert not [name for name in NAMES if name in client.get(f"/api/v1{report}").text]
    assert "Qabbani" in client.get(f"/api/v1{report}?names=1").text
    (look,) = log(path, "look")
    assert look["page"] == f"/api/v1{report}"


def test_what_a_person_says_of_it_is_still_json(peopled: Desk) -> None:
    named(peopled.path)
    answer = bearing(peopled, "reader").get("/claims")
    assert json.loads(answer.content) == answer.json() and "█" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Mahmoud Darwazi died in Saraqeb, the Courier said.",
        "no incident lies inside its days and Idlib",
        "In Saraqeb D'Angelo and al-Waer met Abu Saraqeb bin Idlib.",
        "the charred house in Saraqeb",
        "Saraqeb",
        "",
        "Residents of Alwaer say so; Alwaer's pharmacies",
        "قتل محمود في سراقب",
        "AFP and SOHR in Saraqeb-Idlib",
        "denied by Yasin: «Jets hit Saraqeb»",
        "Inside its days and Khan Sheikhoun",
        "The jets. Bashar left Saraqeb.",
    ],
)
@pytest.mark.parametrize("of", ["courier-1", "courier-3", "siege-1"])
def test_the_short_way_leaves_out_what_the_long_one_does(register_path: Path, text: str, of: str) -> None:
    with Register.open(register_path, create=False) as register:
        veil, claims = Withheld.of(register, Shown()), queries.claims_by_id(register)
    told = veil.form({"claim": of, "why": text, "claims": ["courier-2", "bulletin-4"]})["why"]
    named = [claims[id_] for id_ in (of, "courier-2", "bulletin-4")]
    found = privacy.personal(text, privacy.accounted(named) | always())
    spans = [(start, end) for start, end in found if text[start:end] not in veil.publishers]
    assert [n for n, letter in enumerate(told) if letter == "█"] == [
        n for start, end in spans for n in range(start, end) if text[n].isalpha()
    ]
