"""Judgements given at the desk."""

from __future__ import annotations

from pathlib import Path

import httpx

from sijil.register import Register

Own = tuple[httpx.Client, Path]


def send(client: httpx.Client, origin: str | None = None, **form: str | list[str]) -> httpx.Response:
    """A form as a browser sends it from a page of the desk, or of `origin`."""
    sender = str(client.base_url).rstrip("/") if origin is None else origin
    data = {"who": "A. Reader", "reason": "read it again", **form}
    return client.post("/judge", data=data, headers={"origin": sender})


def test_a_grade_is_recorded_and_shown(own: Own) -> None:
    client, path = own
    answer = send(client, verb="grade", subject="I-courier-1", grade="Fair", back="/incidents/I-courier-1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents/I-courier-1")
    page = client.get("/incidents/I-courier-1").text
    assert "Grade: Fair" in page and "read it again" in page and "A. Reader" in page
    with Register.open(path, create=False) as register:
        assert [row.verb for row in register.judgements()] == ["grade"] and not register.verify()


def test_a_claim_is_corrected_or_rejected_in_place(own: Own) -> None:
    client, _ = own
    send(client, verb="correct", subject="courier-1", field="low", value="4")
    assert "4-5 civilians killed" in client.get("/incidents/I-courier-1").text
    send(client, verb="reject", subject="bulletin-3")
    assert "reporter" not in client.get("/incidents/I-courier-1").text


def test_what_was_rejected_stays_in_sight_and_can_be_taken_back(own: Own) -> None:
    client, path = own
    with Register.open(path, create=False) as register:
        address = next(f"/reports/{info.id}" for info in register.reports() if info.doc == "bulletin")
    send(client, verb="reject", subject="bulletin-3", back=address)
    page = client.get(address).text
    assert "four people died" in page.split("<h2>Rejected</h2>")[1]
    assert send(client, verb="withdraw", subject="1", back=address).headers["location"] == address
    page = client.get(address).text
    assert "<h2>Rejected</h2>" not in page and "withdrawn" in page and 'id="c-3"' in page


def test_a_claim_is_split_off(own: Own) -> None:
    client, _ = own
    answer = send(client, verb="split", subject="I-courier-1", claims=["bulletin-3"], back="//elsewhere.example")
    assert answer.headers["location"] == "/", "back leads only to pages of the desk"
    assert client.get("/incidents/I-bulletin-3").status_code == 200


def test_another_site_changes_nothing(own: Own) -> None:
    client, path = own
    host = client.base_url.netloc.decode()
    for origin in ("", "null", "https://elsewhere.example", f"http://{host}.example", f"ftp://{host}"):
        assert send(client, origin, verb="grade", subject="I-courier-1", grade="Fair").status_code == 403
    with Register.open(path, create=False) as register:
        assert register.judgements() == ()


def test_what_makes_no_sense_is_told_and_not_written(own: Own) -> None:
    client, path = own
    wrong: list[dict[str, str | list[str]]] = [
        {"verb": "grade", "subject": "I-courier-1", "grade": "Splendid"},
        {"verb": "grade", "subject": "I-courier-1", "grade": "Fair", "reason": " "},
        {"verb": "praise", "subject": "I-courier-1"},
        {"verb": "correct", "subject": "courier-1", "field": "quote", "value": "other words"},
        {"verb": "correct", "subject": "courier-1", "field": "low", "value": "many"},
        {"verb": "merge", "subject": "I-courier-1", "with": "I-courier-1"},
        {"verb": "accept", "subject": "nobody"},
        {"verb": "accept", "subject": "courier-1", "reason": "x" * 70_000},
    ]
    for form in wrong:
        answer = send(client, **form)
        assert 400 <= answer.status_code < 500 and 'role="alert"' in answer.text, form
    with Register.open(path, create=False) as register:
        assert register.judgements() == ()


def test_the_list_says_in_words_what_was_split_off_and_taken_back(own: Own) -> None:
    client, _ = own
    send(client, verb="split", subject="I-courier-1", claims=["bulletin-3"], who="Amal")
    send(client, verb="withdraw", subject="1", who="Huda")
    for page in (client.get("/judgements").text, client.get("/judgements/1").text):
        assert "off “4 people killed”" in page and "[" not in page.split("<main")[1]
    page = client.get("/judgements").text
    assert "withdraw “split” of Amal" in page and '<a href="/judgements/1">judgement 1</a>' in page
    assert "Withdraw: “split” of Amal" in client.get("/judgements/2").text
