"""Corrections that make no sense: told in the form, with all that was typed."""

from __future__ import annotations

from tests.web.test_judging import Own, send
from tests.web.test_stale import Fields, forms, judgements


def test_a_refused_correction_keeps_what_was_typed(own: Own, ids: dict[str, str]) -> None:
    client, path = own
    address = f"/reports/{ids['courier']}?names=1"
    form = next(form for form in forms(client.get("/claims/courier-1/fields").text) if form.get("edited"))
    held = {name.replace("was_", "to_"): value for name, value in form.items() if name.startswith("was_")}
    typed: Fields = held | {"to_low": ["99"], "to_high": ["6"], "to_group": ["children"]}
    sent = form | typed | {"reason": ["“many”, it says"], "who": ["Huda"], "back": [address]}
    answer = send(client, **sent)
    assert answer.status_code == 400 and "low 99 is above its high 6" in answer.text
    assert 'name="to_low" value="99"' in answer.text and 'value="children" selected' in answer.text
    assert 'value="“many”, it says"' in answer.text and 'value="Huda"' in answer.text
    again = next(form for form in forms(answer.text) if form.get("edited"))
    assert all(again[name] == sent[name] for name in ("subject", "state", "shown", "back", "was_low"))
    assert 'class="veil-note"' in answer.text and ">Show<" not in answer.text, "asking for names would lose the form"
    assert judgements(path) == ()
    mended = again | typed | {"to_low": ["3"], "reason": sent["reason"], "who": sent["who"]}
    recorded = send(client, **mended)
    assert (recorded.status_code, recorded.headers["location"]) == (303, address)
    assert [(row.value, row.who) for row in judgements(path)] == [({"low": 3, "high": 6, "group": "children"}, "Huda")]


def test_what_else_is_wrong_with_a_correction_is_told_in_the_form(own: Own) -> None:
    client, _ = own
    for wrong in ({"to_low": "many"}, {"to_kind": ""}, {"reason": " "}, {"reason": "x" * 1001}):
        answer = send(client, **({"verb": "correct", "subject": "courier-1", "edited": "1", "to_kind": "casualty",
                                  "was_kind": "casualty", "to_high": "7"} | wrong))  # fmt: skip
        assert answer.status_code == 400 and 'name="to_high" value="7"' in answer.text, wrong
    assert send(client, verb="correct", subject="nobody", edited="1", to_low="3").status_code == 400
