"""Decisions on what somebody else changed meanwhile: told, with both versions, and not written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest

from sijil.model.judgement import Judgement
from sijil.register import Register
from tests.web.test_judging import Own, send

_FORM = re.compile(r'<form\b[^>]*method="post".*?</form>', re.DOTALL)
_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
Fields = dict[str, list[str]]


def forms(page: str) -> Iterator[Fields]:
    """The hidden fields of every form that changes something."""
    for form in _FORM.findall(page):
        found: Fields = {}
        for name, value in _FIELD.findall(form):
            found.setdefault(name, []).append(html.unescape(value))
        yield found


def shown(client: httpx.Client, address: str, subject: str) -> Fields:
    """The form about a subject, as a page shows it now."""
    return next(form for form in forms(client.get(address).text) if form.get("subject") == [subject])


def judgements(path: Path) -> tuple[Judgement, ...]:
    with Register.open(path, create=False) as register:
        return register.judgements()


def test_an_incident_that_changed_is_shown_in_both_versions(own: Own) -> None:
    client, path = own
    form = shown(client, "/incidents/I-courier-1", "I-courier-1")
    send(client, verb="correct", subject="courier-1", field="low", value="3", who="Amal", reason="the words say so")
    answer = send(client, **(form | {"verb": "grade", "grade": "Fair", "who": "Huda", "reason": "two sources"}))
    assert answer.status_code == 409
    told = re.sub(r"<[^>]+>|\s+", " ", answer.text)
    assert "not recorded yet: grade Fair" in re.sub(" +", " ", told) and "Amal" in told and "the words say so" in told
    row = re.search(r'<tr class="differs"><th scope="row">Civilians killed.*?</tr>', answer.text)
    assert row and "3-5" in row.group(0) and "4-5" in row.group(0)
    assert [one.verb for one in judgements(path)] == ["correct"], "nothing of it is written"
    again = next(forms(answer.text))
    assert again["grade"] == ["Fair"] and again["reason"] == ["two sources"] and again["who"] == ["Huda"]
    assert send(client, **again).status_code == 303
    assert [one.who for one in judgements(path)] == ["Amal", "Huda"]


def test_what_did_not_change_is_recorded(own: Own) -> None:
    client, path = own
    form = shown(client, "/incidents/I-courier-1", "I-courier-1")
    send(client, verb="reject", subject="siege-4")
    send(client, verb="comment", subject="I-courier-1")
    send(client, verb="accept", subject="courier-1")
    assert send(client, **(form | {"verb": "grade", "grade": "Fair"})).status_code == 303
    assert [one.verb for one in judgements(path)] == ["reject", "comment", "accept", "grade"]


def test_an_accepted_claim_counts_as_changed_though_it_says_the_same(own: Own, ids: dict[str, str]) -> None:
    client, path = own
    form = shown(client, f"/reports/{ids['siege']}", "siege-1")
    send(client, verb="accept", subject="siege-1", who="Amal")
    answer = send(client, **(form | {"verb": "reject"}))
    assert answer.status_code == 409 and "accepted" in answer.text and "Amal" in answer.text
    assert [one.verb for one in judgements(path)] == ["accept"]


def test_a_rejected_claim_and_a_withdrawn_judgement_are_told(own: Own, ids: dict[str, str]) -> None:
    client, path = own
    address = f"/reports/{ids['siege']}"
    form = shown(client, address, "siege-1")
    send(client, verb="reject", subject="siege-1", who="Amal")
    assert "it was rejected" in send(client, **(form | {"verb": "accept"})).text
    taken = shown(client, address, "1")
    send(client, verb="withdraw", subject="1", who="Amal", reason="too quick")
    answer = send(client, **taken)
    assert answer.status_code == 409 and "does not hold any more" in answer.text and "too quick" in answer.text
    assert [one.verb for one in judgements(path)] == ["reject", "withdraw"]


def test_what_was_wanted_is_told_in_words(own: Own) -> None:
    client, _ = own
    form = shown(client, "/incidents/I-courier-1", "I-courier-1")
    send(client, verb="correct", subject="courier-1", field="low", value="3", who="Amal")
    answer = send(client, **(form | {"verb": "split", "claims": ["bulletin-3"]}))
    assert answer.status_code == 409 and "<b>split 1 claim</b>" in answer.text
    taken = shown(client, "/judgements/1", "1")
    send(client, verb="withdraw", subject="1")
    answer = send(client, **(taken | {"verb": "withdraw"}))
    assert answer.status_code == 409 and "<b>withdraw “correct” of Amal</b>" in answer.text


def test_another_place_for_a_claim_that_changed_is_not_recorded(own: Own) -> None:
    client, path = own
    form = shown(client, "/claims/courier-1/place", "courier-1")
    send(client, verb="correct", subject="courier-1", field="low", value="4", who="Amal")
    origin = {"origin": str(client.base_url).rstrip("/")}
    data = form | {"choose": ["none"], "who": ["Huda"], "reason": ["a person's name"]}
    answer = client.post("/claims/courier-1/place", data=data, headers=origin)
    assert answer.status_code == 409 and "no place" in answer.text and len(judgements(path)) == 1
    again = next(forms(answer.text))
    assert client.post("/claims/courier-1/place", data=again, headers=origin).status_code == 303
    assert [one.value for one in judgements(path)] == [{"low": 4}, {"place": None}]


def test_forms_without_a_state_are_taken(own: Own) -> None:
    client, path = own
    send(client, verb="accept", subject="courier-1")
    assert send(client, verb="reject", subject="courier-1").status_code == 303
    assert len(judgements(path)) == 2


@pytest.mark.parametrize("state, answer", [("0-000000000000-courier-1", 409), ("x", 400), ("-", 400), ("9-", 400)])
def test_a_state_that_makes_no_sense_is_none_that_holds(own: Own, state: str, answer: int) -> None:
    client, path = own
    assert send(client, verb="accept", subject="courier-1", state=state).status_code == answer
    assert not judgements(path)


def test_of_two_who_press_at_once_one_is_told(own: Own, ids: dict[str, str]) -> None:
    client, path = own
    form = shown(client, f"/reports/{ids['courier']}", "courier-1")
    answers: list[int] = []

    def press(who: str) -> None:
        with httpx.Client(base_url=client.base_url) as one:
            answers.append(send(one, **(form | {"verb": "accept", "who": who})).status_code)

    pressing = [Thread(target=press, args=(who,)) for who in ("Amal", "Huda", "Zaid")]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join()
    assert sorted(answers) == [303, 409, 409] and len(judgements(path)) == 1


def test_several_claims_are_accepted_at_once_or_none(own: Own) -> None:
    client, path = own
    assert send(client, verb="accept", subject=["courier-1", "nobody"]).status_code == 400
    assert not judgements(path)
    assert send(client, verb="accept", subject=["courier-1", "courier-2", "courier-3"]).status_code == 303
    rows = judgements(path)
    assert [row.subject for row in rows] == ["courier-1", "courier-2", "courier-3"]
    assert len({row.when for row in rows}) == 1, "one moment: that is how they are taken back together"


def test_of_several_claims_those_that_nobody_changed_can_be_recorded(own: Own) -> None:
    client, path = own
    states = [shown(client, f"/claims/{one}/place", one)["state"][0] for one in ("courier-1", "courier-2")]
    send(client, verb="reject", subject="courier-2", who="Amal")
    answer = send(client, verb="accept", subject=["courier-1", "courier-2"], state=states)
    assert answer.status_code == 409
    _, others = forms(answer.text)
    assert others["subject"] == ["courier-1"]
    assert send(client, **others).status_code == 303
    assert [(row.verb, row.subject) for row in judgements(path)] == [("reject", "courier-2"), ("accept", "courier-1")]


def test_fields_are_corrected_as_far_as_somebody_changed_them(own: Own) -> None:
    client, path = own
    was = {"was_low": "5", "was_high": "5", "was_group": "civilians", "was_measure": "killed", "was_kind": "casualty"}
    now = {"to_low": "4", "to_group": "civilians", "to_measure": "killed", "to_kind": "casualty"}
    send(client, verb="correct", subject="courier-1", edited="yes", **was, **now)
    assert [row.value for row in judgements(path)] == [{"low": 4, "high": None}]
    for wrong, status in (({}, 303), ({"to_low": "many"}, 400), ({"to_kind": ""}, 400), ({"to_low": "5"}, 303)):
        answer = send(client, verb="correct", subject="courier-1", edited="yes", **was, **(now | wrong))
        assert answer.status_code == status, wrong
    same = now | {"to_low": "5", "to_high": "5"}
    assert send(client, verb="correct", subject="courier-1", edited="yes", **was, **same).status_code == 400
