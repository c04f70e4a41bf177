"""Users, sessions, the limit on guessing, and the access log."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sijil.errors import BadInput
from sijil.register import Register
from sijil.register.sessions import TooMany
from sijil.rules import load

PASSWORD = "four quiet words together"
OTHER = "other quiet words together"


@pytest.fixture
def peopled(register: Register) -> Register:
    """A register with an admin and a reviewer."""
    register.people.add("Amal", "admin", PASSWORD, "keeper")
    register.people.add("Huda", "reviewer", PASSWORD, "Amal")
    return register


def raw(path: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(path) as db:
        db.execute(sql, values)


def test_without_users_there_is_nobody(register: Register) -> None:
    assert not register.people.any() and register.people.all() == () and not register.people.has_admin()


def test_a_password_is_never_in_the_file(path: Path, peopled: Register) -> None:
    token = peopled.sessions.log_in("amal", PASSWORD, "127.0.0.1")
    peopled.close()
    kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert PASSWORD.encode() not in kept and token.encode() not in kept and b"$argon2id$" in kept


def test_a_session_is_its_users_and_ends(peopled: Register) -> None:
    sessions = peopled.sessions
    token = sessions.log_in("HUDA", PASSWORD, "127.0.0.1")
    person = sessions.person(token)
    assert person and (person.name, person.role) == ("Huda", "reviewer")
    assert sessions.person("") is None and sessions.person(token + "x") is None
    assert sessions.log_in("Huda", PASSWORD, "127.0.0.1") != token
    sessions.log_out(token)
    assert sessions.person(token) is None


@pytest.mark.parametrize("column", ["began", "seen"])
def test_a_session_grows_old(path: Path, peopled: Register, column: str) -> None:
    token = peopled.sessions.log_in("Huda", PASSWORD, "127.0.0.1")
    raw(path, f"UPDATE sessions SET {column} = '2020-01-01T00:00:00.000+00:00'")
    assert peopled.sessions.person(token) is None


def test_another_role_or_password_ends_all_sessions(peopled: Register) -> None:
    for change in (
        lambda: peopled.people.set_role("Huda", "editor", "Amal"),
        lambda: peopled.people.set_password("Huda", PASSWORD, "Amal"),
        lambda: peopled.people.remove("Huda", "Amal"),
    ):
        tokens = [peopled.sessions.log_in("Huda", PASSWORD, "127.0.0.1") for _ in range(2)]
        admins = peopled.sessions.log_in("Amal", PASSWORD, "127.0.0.1")
        change()
        assert [peopled.sessions.person(token) for token in tokens] == [None, None]
        assert peopled.sessions.person(admins) is not None


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(peopled: Register) -> None:
    lines = set()
    for name, password in (("Huda", OTHER), ("Nobody", PASSWORD), ("", ""), ("Huda\ud800", "x" * 999)):
        with pytest.raises(BadInput) as refused:
            peopled.sessions.log_in(name, password, "127.0.0.1")
        lines.add(refused.value.line())
    assert len(lines) == 1


def test_guessing_is_limited_by_name_across_connections(path: Path, peopled: Register) -> None:
    for number in range(load("roles")["login"]["per_name"]):
        with Register.open(path) as other, pytest.raises(BadInput):
            other.sessions.log_in("Huda", OTHER, f"10.0.0.{number}")
    with pytest.raises(TooMany):
        peopled.sessions.log_in("huda", PASSWORD, "10.0.1.1")
    assert peopled.sessions.log_in("Amal", PASSWORD, "10.0.1.1")
    raw(path, "UPDATE attempts SET at = '2020-01-01T00:00:00.000+00:00'")
    assert peopled.sessions.log_in("Huda", PASSWORD, "10.0.1.1")


def test_guessing_is_limited_by_address(path: Path, peopled: Register) -> None:
    most = load("roles")["login"]["per_address"]
    with sqlite3.connect(path) as db:
        moment = "2999-01-01T00:00:00.000+00:00"
        db.executemany("INSERT INTO attempts VALUES (?, ?)", [("address 10.0.0.1", moment)] * most)
    with pytest.raises(TooMany):
        peopled.sessions.log_in("Amal", PASSWORD, "10.0.0.1")
    assert peopled.sessions.log_in("Amal", PASSWORD, "10.0.0.2")


def test_what_cannot_be_a_user_is_refused(peopled: Register) -> None:
    people = peopled.people
    for name, role, password in (
        ("amal", "reader", PASSWORD),
        ("", "reader", PASSWORD),
        ("a\x00b\x07", "reader", PASSWORD),
        ("x" * 81, "reader", PASSWORD),
        ("Zaid", "king", PASSWORD),
        ("Zaid", "reader", "short"),
        ("Zaid", "reader", "x" * 999),
    ):
        with pytest.raises(BadInput):
            people.add(name, role, password, "Amal")
    assert [one.name for one in people.all()] == ["Amal", "Huda"]


def test_somebody_can_always_manage_users(peopled: Register) -> None:
    for change in (
        lambda: peopled.people.set_role("Amal", "reader", "Amal"),
        lambda: peopled.people.remove("Amal", "Amal"),
    ):
        with pytest.raises(BadInput, match="only admin"):
            change()
    peopled.people.remove("Huda", "Amal")
    peopled.people.remove("Amal", "keeper")
    assert not peopled.people.any()


def test_a_removed_users_name_is_not_given_again(peopled: Register) -> None:
    peopled.people.remove("Huda", "Amal")
    with pytest.raises(BadInput, match="was removed"):
        peopled.people.add("huda", "reader", PASSWORD, "Amal")
    with pytest.raises(BadInput, match="is no user"):
        peopled.people.set_role("Huda", "admin", "Amal")


def test_the_access_log_tells_who_did_what_and_no_hashes(peopled: Register) -> None:
    peopled.people.record("Huda", "look", {"page": "/incidents/I-1"})
    rows = peopled.people.accesses()
    assert [(row.who, row.what) for row in rows] == [("keeper", "user"), ("Amal", "user"), ("Huda", "look")]
    assert rows[1].body == {"did": "added", "name": "Huda", "role": "reviewer", "removed": False}
    assert rows[2].body == {"page": "/incidents/I-1"}


def test_a_look_leaves_incidents_as_they_are(filled: Register) -> None:
    before = (filled.behind, filled.last_seq())
    filled.people.record("Huda", "look", {"page": "/"})
    assert (filled.behind, filled.last_seq()) == before


def test_verify_proves_users_and_access_log(path: Path, peopled: Register) -> None:
    peopled.people.set_role("Huda", "editor", "Amal")
    peopled.people.set_password("Huda", OTHER, "Huda")
    assert peopled.verify() == ()
    raw(path, "UPDATE users SET role = 'admin' WHERE name = 'Huda'")
    assert [(one.table, one.id) for one in peopled.verify()] == [("users", "Huda")]
    raw(path, "UPDATE users SET role = 'editor' WHERE name = 'Huda'")
    raw(path, "INSERT INTO users (name, role, password, added) VALUES ('Eve', 'admin', 'x', '2020-01-01T00:00:00')")
    assert [(one.table, one.id) for one in peopled.verify()] == [("users", "Eve")]
    raw(path, "DELETE FROM users WHERE name = 'Eve'")
    raw(path, "DELETE FROM users WHERE name = 'Huda'")
    assert [(one.table, one.id) for one in peopled.verify()] == [("users", "Huda")]


def test_verify_sees_a_look_that_was_taken_out_or_changed(path: Path, peopled: Register) -> None:
    for number in range(3):
        peopled.people.record("Huda", "look", {"page": f"/incidents/I-{number}"})
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw(path, "UPDATE access SET body = '{}' WHERE seq = 4")
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER access_stays")
        db.execute("UPDATE access SET subject = 'Amal' WHERE seq = 4")
    assert [(one.table, one.id) for one in peopled.verify()] == [("access", "4")]
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER access_remains")
        db.execute("DELETE FROM access WHERE seq = 4")
    assert [(one.table, one.id) for one in peopled.verify()] == [("access", "4")]
