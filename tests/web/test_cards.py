"""What the desk tells of a claim's place and party, and correcting them, without a browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sijil import pipeline, queries
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from tests.web.conftest import served
from tests.web.places import build

Own = tuple[httpx.Client, Path]
SARAQEB = "geonames:172057"


@pytest.fixture
def raids(tmp_path: Path) -> Iterator[Own]:
    """A desk of the test's own on places of every precision, and its register's path."""
    path = build(tmp_path / "raids.db")
    with served(path) as address, httpx.Client(base_url=address) as client:
        yield client, path


@pytest.fixture(scope="module")
def saraqib() -> str:
    """The gazetteer's id of the town."""
    return next(e.id for e in Gazetteer.open().lookup("Saraqeb") if e.kind == "town" and e.country == "SY")


def report_of(path: Path) -> str:
    with Register.open(path, create=False) as register:
        return f"/reports/{register.reports()[0].id}"


def record(client: httpx.Client, address: str, **form: str) -> httpx.Response:
    """The form as a browser sends it."""
    data = {"who": "A. Reader", "reason": "seen on a map", **form}
    return client.post(address, data=data, headers={"origin": str(client.base_url).rstrip("/")})


def placed(path: Path) -> dict[int, str]:
    """What each claim's place is now, by the claim's number."""
    with Register.open(path, create=False) as register:
        return {c.number: c.at.name if c.at else "" for c in queries.claims(register, Filter())}


def card(page: str, target: str, claim: str) -> str:
    return page.split(f'id="card-{target}-{claim}"', 1)[1].split('class="act"', 1)[0]


def test_a_card_tells_readings_reasons_and_distance(raids: Own) -> None:
    client, path = raids
    page = client.get(report_of(path)).text
    told = card(page, "place", "raids-4")
    for words in (
        "“Hama”" if "“" in told else "Hama",
        "Hama, Syria</b>: somewhere in the district, within about 30 km",
        "may also be Al-Hama in Syria",
        "Al-Hama",
        "183 km away",
        "the name without its article",
        "taken</span>",
    ):
        assert words in told, words
    assert told.index("taken") < told.index("Al-Hama</b>")
    assert "take this one" in told and "choose=gn%3A5" in told


def test_a_card_keeps_the_speakers_word_and_names_the_party(raids: Own) -> None:
    client, path = raids
    told = card(client.get(report_of(path)).text, "actor", "raids-1")
    for words in (
        "regime jets</q>: in the words of rescuers, not ours",
        "Syrian Arab Air Force",
        "state forces",
        "the Syrian government until December 2024",
        "Russia",
        "Not said in so many words: &#39;regime&#39; in a report about Syria",
        "regime</q> judges",
    ):
        assert words in told, words


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/incidents/I-raids-4",
        "/agreements",
        "/totals",
        "/access",
        "/control",
        "/displacement",
        "/judgements",
        "/claims/raids-4/place?q=Homs",
        "/claims/raids-4/actor",
    ],
)
def test_no_two_things_of_a_page_have_one_id_and_every_control_its_card(raids: Own, address: str) -> None:
    client, path = raids
    for page in (client.get(address).text, client.get(report_of(path)).text):
        ids = Counter(re.findall(r'\bid="([^"]+)"', page))
        assert [id_ for id_, count in ids.items() if count > 1] == []
        assert set(re.findall(r'popovertarget="([^"]+)"', page)) <= set(ids)


def test_another_place_for_one_claim(raids: Own, saraqib: str) -> None:
    client, path = raids
    with Register.open(path, create=False) as register:
        stored = register.claims()
    answer = record(client, "/claims/raids-4/place", choose=saraqib, scope="claim", back="/incidents/I-raids-4")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents/I-raids-4")
    assert (placed(path)[4], placed(path)[8]) == ("Saraqib", "Hama")
    told = card(client.get(report_of(path)).text, "place", "raids-4")
    assert (
        "Corrected by A. Reader" in told and "seen on a map" in told and "/judgements/1" in told and "Al-Hama" in told
    )
    assert "to be looked at" not in client.get(report_of(path)).text.split('id="c-4"')[1].split("popover role")[0]
    with Register.open(path, create=False) as register:
        assert register.claims() == stored and pipeline.verify(register) == ()


def test_always_changes_all_claims_with_the_words_until_it_is_withdrawn(raids: Own, saraqib: str) -> None:
    client, path = raids
    record(client, "/claims/raids-4/place", choose=saraqib, scope="always")
    assert (placed(path)[4], placed(path)[8]) == ("Saraqib", "Saraqib")
    page = client.get("/judgements/1").text
    assert "2 claims changed by it" in page and "always for “Hama”" in page and "20 civilians were injured" in page
    assert "always" in client.get("/judgements").text
    assert "always for these words" in card(client.get(report_of(path)).text, "place", "raids-8")
    sent = record(client, "/judge", verb="withdraw", subject="1", back="/judgements/1")
    assert sent.headers["location"] == "/judgements/1"
    assert (placed(path)[4], placed(path)[8]) == ("Hama", "Hama")
    page = client.get("/judgements/1").text
    assert "withdrawn" in page and "changed by it" not in page
    assert client.get("/judgements/2").status_code == 200


def test_no_place_keeps_the_words_in_sight(raids: Own) -> None:
    client, path = raids
    record(client, "/claims/raids-1/place", choose="none")
    told = card(client.get(report_of(path)).text, "place", "raids-1")
    assert "Saraqeb</q>" in told and "<p>No place.</p>" in told
    record(client, "/claims/raids-2/place", choose="unknown")
    assert "Not placed" in card(client.get(report_of(path)).text, "place", "raids-2")


def test_another_party_and_an_unknown_one(raids: Own) -> None:
    client, path = raids
    record(client, "/claims/raids-1/actor", choose="", party="islamic state", scope="always")
    with Register.open(path, create=False) as register:
        told = {c.party.name for c in queries.claims(register, Filter()) if c.party}
    assert told == {"Islamic State"}
    record(client, "/claims/raids-1/actor", choose="unknown", party="")
    assert "No party that we know" in card(client.get(report_of(path)).text, "actor", "raids-1")


def test_a_search_finds_places_and_says_where_they_lie(raids: Own, saraqib: str) -> None:
    client, _ = raids
    page = client.get("/claims/raids-4/place", params={"q": "Saraqeb"}).text
    assert f'value="{saraqib}"' in page and "Idlib, Syria" in page
    assert f'value="{saraqib}"' not in client.get("/claims/raids-4/place", params={"q": "Saraqeb, Homs"}).text
    assert f'value="{saraqib}"' in client.get("/claims/raids-4/place", params={"q": "Saraqeb, Idlib"}).text
    assert "No place is called that here" in client.get("/claims/raids-4/place", params={"q": "Qwertzu"}).text
    chosen = client.get("/claims/raids-4/place", params={"choose": "gn:5"}).text
    assert re.search(r'value="gn:5" checked', chosen) and "autofocus" in chosen


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("place", {"choose": "gn:404"}),
        ("place", {}),
        ("place", {"choose": "none", "reason": " "}),
        ("place", {"choose": "none", "who": ""}),
        ("place", {"choose": "none", "scope": "within"}),
        ("side", {"choose": "unknown", "scope": "always"}),
        ("actor", {"party": "Rusia"}),
        ("actor", {"party": ""}),
    ],
)
def test_what_makes_no_sense_is_told_on_the_form_which_keeps_what_was_written(
    raids: Own, target: str, form: dict[str, str]
) -> None:
    client, path = raids
    answer = record(client, f"/claims/raids-1/{target}", **{"reason": "seen “on” a <map>", **form})
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert form.get("reason") or "seen “on” a &lt;map&gt;" in answer.text
    with Register.open(path, create=False) as register:
        assert register.judgements() == ()


def test_only_the_desks_own_pages_write_and_are_gone_back_to(raids: Own) -> None:
    client, path = raids
    form = {"choose": "none", "who": "A", "reason": "b"}
    for origin in ("", "https://elsewhere.example"):
        assert client.post("/claims/raids-1/place", data=form, headers={"origin": origin}).status_code == 403
    for back in ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example"):
        address = client.get("/claims/raids-1/place", params={"back": back}).text
        assert "elsewhere" not in address
        assert (
            record(client, "/claims/raids-1/place", choose="none", back=back)
            .headers["location"]
            .startswith("/reports/")
        )


@pytest.mark.parametrize("address", ["/claims/none/place", "/claims/raids-1/figure", "/judgements/7", "/judgements/x"])
def test_what_is_not_there(raids: Own, address: str) -> None:
    answer = raids[0].get(address)
    assert answer.status_code == 404 and 'role="alert"' in answer.text
