"""Adding a claim over HTTP: the form, what is wrong in it, who may, and what comes of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.register import Register
from sijil.web.pages.adding import whole_words
from sijil.web.typed import offered, typed
from tests.web.people.conftest import post
from tests.web.sample import COURIER

WORDS = "jets hit a house in Saraqeb"


def marked(path: Path, words: str = WORDS) -> tuple[str, int, int]:
    """The courier's report, and where words stand in it."""
    with Register.open(path) as register:
        id_ = next(info.id for info in register.reports() if info.doc == "courier")
        start = register.report(id_)[1].content.index(words)
    return id_, start, start + len(words)


def fill(path: Path, **changes: Any) -> tuple[str, dict[str, Any]]:
    """The address of the form and a filled one."""
    id_, start, stop = marked(path)
    form = {
        "from": str(start), "upto": str(stop), "words": WORDS, "kind": "damage", "object": "house", "place": "Saraqeb",
        "when": "Thursday", "attack": "airstrike", "speaker": "town's rescuers", "status": "reported",
        "who": "Rana", "reason": "the house is missing",
    }  # fmt: skip
    return f"/reports/{id_}/add", form | changes


def test_the_form_offers_what_the_words_may_mean(client: httpx.Client, register_path: Path) -> None:
    id_, start, stop = marked(register_path, "three of them children")
    page = client.get(f"/reports/{id_}/add?start={start + 2}&stop={stop - 3}").text
    assert ">three of them children</textarea>" in page
    assert 'value="casualty" required checked' in page
    assert re.search(r'name="low"[^>]* value="3"', page) and re.search(r'name="high"[^>]* value="3"', page)
    assert '<option value="children" selected>' in page
    assert 'name="place" value="Saraqeb"' in page
    assert 'name="start" value="2020-01-23"' in page


@pytest.mark.parametrize(
    "asked", ["", "start=1", "start=9&stop=4", "start=-3&stop=4", "start=1&stop=99999", "start=a&stop=b"]
)
def test_words_that_are_none_are_told(client: httpx.Client, ids: dict[str, str], asked: str) -> None:
    answer = client.get(f"/reports/{ids['courier']}/add?{asked}")
    assert answer.status_code == 404
    assert "mark them again" in answer.text


def test_a_claim_is_added_and_stands_everywhere_as_added(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address, form = fill(path)
    answer = post(client, address, **form)
    assert (answer.status_code, answer.headers["location"]) == (303, address.replace("/add", "#c-7"))
    page = client.get(address.replace("/add", "")).text
    assert re.search(r'id="m-7"[^>]*>', page)
    assert "added by Rana" in page
    assert "added by Rana" in client.get("/incidents/I-courier-1").text
    with Register.open(path) as register:
        row = register.judgements()[0]
    judged = client.get(f"/judgements/{row.id}").text
    assert "claim 7, damage" in judged and f'href="{address.replace("/add", "")}"' in judged
    assert "claim 7, damage" in client.get("/judgements").text


def test_it_is_taken_out_again(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address, form = fill(path)
    post(client, address, **form)
    assert post(client, "/judge", verb="withdraw", subject="1", who="Rana", reason="it was a barn").status_code == 303
    page = client.get(address.replace("/add", "")).text
    assert 'id="c-7"' not in page and "it was a barn" in page


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"kind": ""}, "kind", "choose what the words tell of"),
        ({"object": ""}, "object", "say what was hit"),
        ({"low": "many"}, "figure", "is no number"),
        ({"low": "9", "high": "3"}, "figure", "is above the greatest"),
        ({"start": "2020-01-24", "end": "2020-01-02"}, "when", "is after the last"),
        ({"start": "yesterday"}, "when", "is no day"),
        ({"when": "long ago in a dream"}, "when", "tells no time"),
        ({"attack": "magic"}, "attack", "none of those offered"),
        ({"words": "tanks hit a house"}, "words", "do not stand in the report"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(
    own: tuple[httpx.Client, Path], changes: dict[str, str], field: str, words: str
) -> None:
    client, path = own
    address, form = fill(path, **changes)
    answer = post(client, address, **form)
    assert answer.status_code == 400
    told = re.search(rf'id="wrong-{field}">([^<]*)', answer.text)
    assert told and words in told.group(1).replace("&#39;", "'")
    for kept in ("the house is missing", form["words"], 'value="Saraqeb"', 'value="town&#39;s rescuers"'):
        assert kept in answer.text
    with Register.open(path) as register:
        assert register.judgements() == ()


def test_without_a_reason_nothing_is_added(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address, form = fill(path, reason=" ")
    answer = post(client, address, **form)
    assert answer.status_code == 400 and "needs a name and a reason" in answer.text


def test_words_may_be_cut_and_white_space_does_not_count(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address, form = fill(path, words="hit a\r\n house")
    assert post(client, address, **form).status_code == 303
    with Register.open(path) as register:
        assert register.judgements()[0].value["claim"]["quote"] == "hit a house"


def test_the_same_claim_twice_is_told(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address, form = fill(path)
    post(client, address, **form)
    again = post(client, address, **form)
    assert again.status_code == 400
    assert "claim 7 says the same already" in again.text


def test_a_claim_is_not_slipped_in_by_the_form_for_judgements(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    id_, *_ = marked(path)
    assert post(client, "/judge", verb="add", subject=id_, who="R", reason="x").status_code == 400


@given(st.integers(0, len(COURIER) - 2), st.integers(1, 60))
def test_marked_words_are_whole(start: int, length: int) -> None:
    stop = min(len(COURIER), start + length)
    first, last = whole_words(COURIER, (start, stop))
    assert first <= start < stop <= last
    assert first == 0 or not (COURIER[first - 1].isalnum() and COURIER[first].isalnum())


@given(
    st.dictionaries(
        st.sampled_from(["kind", "low", "high", "start", "speaker", "unit", "place"]), st.lists(st.text(), max_size=3)
    )
)
def test_whatever_a_form_says_is_read_or_told(form: dict[str, list[str]]) -> None:
    told = typed({name: values for name, values in form.items() if values})
    assert told.wrong or told.fields["kind"]


def test_an_offer_fills_only_what_the_form_has() -> None:
    told = offered({"kind": "need", "low": 0, "place": None, "confidence": 0.3})
    assert told.values["kind"] == "need" and told.values["low"] == 0 and told.values["place"] == ""
    assert "confidence" not in told.values
