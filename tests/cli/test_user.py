"""`sijil user`, what `sijil serve` asks of a register, and exports in the access log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Sijil

PASSWORD = b"four quiet words together\n"


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def peopled(sijil: Sijil) -> Sijil:
    assert sijil("user", "add", "Amal", "--role", "admin", stdin=PASSWORD).out == "Amal: admin\n"
    assert sijil("user", "add", "Huda", "--role", "reader", stdin=PASSWORD).code == 0
    return sijil


def test_users_are_added_changed_and_removed(peopled: Sijil) -> None:
    assert peopled("user", "role", "huda", "reviewer").code == 0
    assert peopled("user", "password", "Huda", stdin=PASSWORD[::-1].strip() + b"\n").code == 0
    assert peopled("user", "remove", "Huda").code == 0
    listed = rows(peopled("user", "list", "--json").out)
    assert [(row["name"], row["role"], bool(row["removed"])) for row in listed] == [
        ("Amal", "admin", False), ("Huda", "reviewer", True),
    ]  # fmt: skip
    told = [row["did"] for row in rows(peopled("user", "log", "--json").out)]
    assert told == ["added", "added", "role", "password", "removed"]
    assert "Huda" in peopled("user", "list").out and "removed" in peopled("user", "log").out
    assert peopled("verify").code == 0


def test_bad_input_is_one_line(peopled: Sijil) -> None:
    for words, stdin in (
        (("user", "add", "Zaid", "--role", "reader"), b"short\n"),
        (("user", "add", "Zaid", "--role", "king"), PASSWORD),
        (("user", "add", "Zaid"), PASSWORD),
        (("user", "add", "Amal", "--role", "reader"), PASSWORD),
        (("user", "remove", "Amal"), b""),
        (("user", "role", "Nobody", "reader"), b""),
        (("user", "role", "Amal", "reader"), b""),
    ):
        outcome = peopled(*words, stdin=stdin)
        assert (outcome.code, len(outcome.lines), outcome.out) == (2, 1, ""), words
    assert "NAME --role" not in peopled("user", "list").out


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--host", "::"), ("--name", "desk.example.org")])
def test_a_desk_for_others_needs_an_admin(sijil: Sijil, words: tuple[str, str]) -> None:
    sijil("user", "add", "Huda", "--role", "editor", stdin=PASSWORD)
    outcome = sijil("serve", "--port", "0", *words)
    assert outcome.code == 2 and len(outcome.lines) == 1
    assert "sijil user add NAME --role admin" in outcome.err


def test_the_demo_stays_on_this_machine(sijil: Sijil) -> None:
    assert sijil("demo", "--host", "0.0.0.0").code == 2


def test_every_export_is_in_the_access_log(sijil: Sijil, own: Path) -> None:
    assert sijil("export", "jsonl", "-o", "all.jsonl", "--with-names").code == 0
    assert sijil("export", "claims-csv", "--place", "Idlib").code == 0
    logged = rows(sijil("user", "log", "--json").out)
    assert [(row["what"], row["format"], row["names"], row["positions"]) for row in logged] == [
        ("export", "jsonl", True, False), ("export", "claims-csv", False, False),
    ]  # fmt: skip
    assert logged[0]["who"] and logged[1]["filter"] == {"place": "Idlib"}
    assert sijil("verify").code == 0
