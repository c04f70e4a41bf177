"""Who may add claims and see originals, and what of it is written down."""

from __future__ import annotations

import re

from sijil.register import Register
from tests.web.people.conftest import Desk, post, token
from tests.web.test_adding import fill
from tests.web.test_report import archived


def test_only_an_editor_adds_claims(peopled: Desk) -> None:
    address, form = fill(peopled.path)
    for role, status in (("reader", 403), ("reviewer", 403), ("editor", 303)):
        client = peopled.log_in(role)
        page = client.get(address.replace("/add", "")).text
        assert ("/add" in page) is (role == "editor")
        answer = post(client, address, csrf=token(client), **form)
        assert answer.status_code == status, role
    with Register.open(peopled.path) as register:
        assert [row.who for row in register.judgements()] == ["Zaid"]
    assert peopled.log_in("reviewer").get(f"{address}?start=1&stop=9").status_code == 403


def test_a_reviewer_cannot_take_out_what_an_editor_added(peopled: Desk) -> None:
    address, form = fill(peopled.path)
    editor, reviewer = peopled.log_in("editor"), peopled.log_in("reviewer")
    post(editor, address, csrf=token(editor), **form)
    told = {"verb": "withdraw", "subject": "1", "reason": "no"}
    assert post(reviewer, "/judge", csrf=token(reviewer), **told).status_code == 403
    assert post(editor, "/judge", csrf=token(editor), **told).status_code == 303


def test_an_original_takes_what_the_veil_takes_and_each_look_is_written_down(peopled: Desk) -> None:
    reader, reviewer = peopled.log_in("reader"), peopled.log_in("reviewer")
    id_ = next(iter(re.findall(r"/reports/(R-\w+)", reader.get("/reports").text)))
    for part in ("", "/shown", "/bytes"):
        assert reader.get(f"/reports/{id_}/original{part}").status_code == 403
        assert reviewer.get(f"/reports/{id_}/original{part}").status_code == 200
    assert "/original" not in reader.get(f"/reports/{id_}").text
    with Register.open(peopled.path) as register:
        looks = [(row.who, row.body["page"]) for row in register.people.accesses() if row.what == "look"]
    assert looks == [
        ("Huda", f"/reports/{id_}/original/shown"),
        ("Huda", f"/reports/{id_}/original/bytes"),
    ]


def test_the_form_holds_the_words_only_where_names_were_asked_for(peopled: Desk) -> None:
    told = b"Yusuf Halabi said that four people died when a shell hit the house of Mariam Qadri on Thursday.\n"
    id_ = archived(peopled.path, told, "text/plain")
    editor = peopled.log_in("editor")
    address = f"/reports/{id_}/add?start=0&stop={len(told) - 1}"
    veiled, shown = editor.get(address).text, editor.get(f"{address}&names=1").text
    assert "Halabi" not in veiled and "Qadri" not in veiled and "<textarea" not in veiled
    assert "of Mariam Qadri on Thursday.</textarea>" in shown
    with Register.open(peopled.path) as register:
        looks = [row.body["page"] for row in register.people.accesses() if row.what == "look"]
    assert looks == [address]
    assert "names=1" in editor.get(f"/reports/{id_}?mark=1").text
