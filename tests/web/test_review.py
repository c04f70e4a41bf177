"""The review queue as pages: what is shown, where a decision leads, who may what."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.web.test_judging import Own, send
from tests.web.test_stale import Fields, forms, judgements


def text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def deciding(page: str, verb: str) -> Fields:
    """The form of a decision on the item that a page shows."""
    return next(form for form in forms(page) if form.get("verb") == [verb])


def title(page: str) -> str:
    found = re.search(r'<h2 id="item"[^>]*>(.*?)</h2>', page, re.DOTALL)
    return text(found.group(1)).strip() if found else ""


def test_what_matters_most_is_shown_first_with_its_words_and_why(client: httpx.Client) -> None:
    page = client.get("/review").text
    assert title(page) == "about 350,000 displaced"
    assert '<mark class="k-' in page and "read with confidence 0.50" in page and "looked at" in page


def test_the_queue_is_filtered_as_everything_else(client: httpx.Client) -> None:
    page = client.get("/review", params={"kind": "access", "what": "claim"}).text
    assert title(page) == "access hindered" and "1 of 2" in page
    assert 'value="claim"' in page, "the form keeps the kind of item"
    assert "Nothing that fits waits" in client.get("/review", params={"place": "Atlantis"}).text
    assert client.get("/review", params={"at": "x~y", "weight": "many", "what": "nothing"}).status_code == 200


def test_a_decision_leads_to_the_next_item_and_the_item_is_gone(own: Own) -> None:
    client, path = own
    first = client.get("/review", params={"what": "claim"}).text
    form = deciding(first, "accept")
    answer = send(client, **form, reason="the words say so")
    assert answer.status_code == 303 and answer.headers["location"] == form["back"][0]
    second = client.get(answer.headers["location"]).text
    assert title(second) != title(first) and "You accepted" in second and "1 of" in text(second)
    key = parse_qs(urlsplit(form["back"][0]).query)["at"]
    assert deciding(second, "accept")["subject"] == key
    assert form["subject"][0] not in {one for each in forms(second) if "verb" in each for one in each["subject"]}
    assert [row.subject for row in judgements(path)] == form["subject"]


def test_the_reason_given_last_is_offered(own: Own) -> None:
    client, _ = own
    send(client, **deciding(client.get("/review", params={"what": "claim"}).text, "reject") | {"reason": "a headline"})
    name = judgements(own[1])[0].who
    client.cookies.set("sijil_name", name)
    assert 'name="reason" value="a headline"' in client.get("/review", params={"what": "claim"}).text


def test_what_somebody_else_did_meanwhile_is_told(own: Own) -> None:
    client, _ = own
    page = client.get("/review", params={"what": "claim"}).text
    following = deciding(page, "accept")["back"][0]
    key = parse_qs(urlsplit(following).query)["at"][0]
    send(client, verb="reject", subject=key, who="Amal", reason="read it elsewhere")
    client.cookies.set("sijil_name", "Huda")
    then = client.get(following).text
    told = text(then)
    assert "rejected by Amal just now (read it elsewhere)" in told and "what came after it" in told
    assert deciding(then, "accept")["subject"] != [key] and title(then) != title(page)


def test_undoing_takes_all_back_that_was_decided_at_once(own: Own) -> None:
    client, path = own
    client.cookies.set("sijil_name", "Amal")
    page = client.get("/review", params={"kind": "displacement"}).text
    form = next(form for form in forms(page) if len(form.get("subject", ())) > 1)
    assert send(client, **form | {"who": "Amal", "reason": "read it whole"}).status_code == 303
    page = client.get("/review").text
    assert f"You accepted {len(form['subject'])} claims" in text(page)
    undo = deciding(page, "withdraw")
    assert len(undo["subject"]) == len(form["subject"])
    assert send(client, **undo).status_code == 303
    assert sum(row.verb == "withdraw" for row in judgements(path)) == len(form["subject"])
    assert deciding(client.get("/review").text, "accept")["subject"], "they wait again"


def test_undo_shows_the_undone_item(own: Own) -> None:
    client, _ = own
    client.cookies.set("sijil_name", "Amal")
    form = deciding(client.get("/review", params={"what": "claim"}).text, "accept")
    send(client, **form | {"who": "Amal"})
    undo = deciding(client.get("/review").text, "withdraw")
    back = send(client, **undo).headers["location"]
    assert deciding(client.get(back).text, "accept")["subject"] == form["subject"]


def test_a_comment_leaves_the_item_where_it_is(own: Own) -> None:
    client, path = own
    page = client.get("/review", params={"what": "claim"}).text
    form = deciding(page, "comment")
    answer = send(client, **form | {"reason": "ask the publisher"})
    again = client.get(answer.headers["location"]).text
    assert title(again) == title(page) and "ask the publisher" in again
    assert [row.verb for row in judgements(path)] == ["comment"]
