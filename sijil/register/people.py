"""Users of the register and the access log: own tables, and a chain of their own (schema.sql)."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime

from sijil.decoding import scrub
from sijil.errors import BadInput
from sijil.model.person import Access, Person
from sijil.record import Json, digest
from sijil.register import log, passwords
from sijil.register.store import Store
from sijil.rules import load

_COLUMNS = "name, role, added, removed"
LONGEST = 80  # characters of a name


class People:
    """Who may use the desk, and what they looked at. Every change of users is a row of the access log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def any(self) -> bool:
        """Whether there are users: without them the one person on this machine needs no log-in."""
        return bool(self._store.rows("SELECT 1 FROM users WHERE removed IS NULL LIMIT 1"))

    def all(self) -> tuple[Person, ...]:
        """Every user by name, also those who were removed."""
        return tuple(_person(row) for row in self._store.rows(f"SELECT {_COLUMNS} FROM users ORDER BY name"))

    def has_admin(self) -> bool:
        """Whether somebody may manage users."""
        return any(one.role == strongest() and not one.removed for one in self.all())

    def add(self, name: str, role: str, password: str, by: str) -> Person:
        """A new user. Raises BadInput for a name that is taken, also by one who was removed, or a bad password."""
        name, kept = checked_name(name), passwords.hashed(password)
        check_role(role)
        with self._store.transaction():
            if found := self._found(name):
                day = f"{found.removed:%Y-%m-%d}" if found.removed else ""
                gone = f", by somebody who was removed on {day} and whose judgements it signs" if day else ""
                raise BadInput(name, f"is taken{gone}", "take another name")
            moment = _now()
            self._store.write(
                "INSERT INTO users (name, role, password, added) VALUES (?, ?, ?, ?)", [(name, role, kept, moment)]
            )
            self._told(name, "added", by)
        return Person(name, role, datetime.fromisoformat(moment))

    def set_role(self, name: str, role: str, by: str) -> None:
        """Another role; ends the user's sessions. Raises BadInput where nobody would be left to manage users."""
        check_role(role)
        with self._store.transaction():
            person = self.known(name)
            if role != strongest():
                self._check_another_admin(person)
            self._store.write("UPDATE users SET role = ? WHERE name = ?", [(role, person.name)])
            self._changed(person.name, "role", by)

    def set_password(self, name: str, password: str, by: str) -> None:
        """Another password; ends the user's sessions."""
        kept = passwords.hashed(password)
        with self._store.transaction():
            person = self.known(name)
            self._store.write("UPDATE users SET password = ? WHERE name = ?", [(kept, person.name)])
            self._changed(person.name, "password", by)

    def remove(self, name: str, by: str) -> None:
        """The user comes in no more; what they decided stays, and so does the name. As `set_role` the last admin."""
        with self._store.transaction():
            person = self.known(name)
            if [one for one in self.all() if not one.removed] != [person]:
                self._check_another_admin(person)
            self._store.write("UPDATE users SET password = '', removed = ? WHERE name = ?", [(_now(), person.name)])
            self._changed(person.name, "removed", by)

    def known(self, name: str) -> Person:
        """The user of a name, in any case. Raises BadInput for one who is not there or was removed."""
        found = self._found(plain_name(name))
        if found is None or found.removed:
            raise BadInput(name or "the name", "is no user", "list them: sijil user list")
        return found

    def password_fits(self, name: str, password: str) -> bool:
        """Whether somebody of that name comes in with it. An unknown name takes as long as a known one."""
        kept = self._store.rows("SELECT password FROM users WHERE name = ?", plain_name(name))
        return passwords.fits(kept[0][0] if kept else "", password)

    def record(self, who: str, what: str, body: Mapping[str, object]) -> None:
        """Adds a row to the access log; raises RegisterError where it cannot be written: then nothing may be shown."""
        with self._store.transaction():
            log.append(self._store, what, who, dict(body), "access")

    def accesses(self) -> tuple[Access, ...]:
        """The access log, oldest first, without the hashes that changes of users are checked by."""
        return tuple(_access(row) for row in log.read(self._store, "access"))

    def _found(self, name: str) -> Person | None:
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM users WHERE name = ?", name)
        return _person(rows[0]) if rows else None

    def _check_another_admin(self, person: Person) -> None:
        admins = [one for one in self.all() if one.role == strongest() and not one.removed]
        if admins == [person]:
            raise BadInput(
                person.name, "is the only admin", "make somebody else admin first: sijil user role NAME admin"
            )

    def _changed(self, name: str, did: str, by: str) -> None:
        self._store.write("DELETE FROM sessions WHERE name = ?", [(name,)])
        self._told(name, did, by)

    def _told(self, name: str, did: str, by: str) -> None:
        """The row of the access log that `sijil verify` holds the user's row against."""
        role, password, removed = self._store.rows("SELECT role, password, removed FROM users WHERE name = ?", name)[0]
        body: Json = {"did": did, "name": name, "role": role, "password": digest(password), "removed": bool(removed)}
        log.append(self._store, "user", by, body, "access")


def roles() -> tuple[str, ...]:
    """The names of the roles, the weakest first."""
    return tuple(load("roles")["may"])


def strongest() -> str:
    """The role that manages users."""
    return roles()[-1]


def check_role(role: str) -> None:
    """Raises BadInput for what is no role."""
    if role not in roles():
        raise BadInput(role or "the role", "is no role", f"one of {', '.join(roles())}")


def plain_name(name: str) -> str:
    """A name as it is kept: one form of its letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", scrub(name)).split())


def checked_name(name: str) -> str:
    """`plain_name`. Raises BadInput for an empty or long one, or one that cannot be printed."""
    plain = plain_name(name)
    unfit = "\ufffd" in plain or not name.isprintable() or plain.startswith("-")
    if not plain or len(plain) > LONGEST or unfit:
        raise BadInput(name or "the name", "cannot be a user's name", f"one to {LONGEST} letters that can be printed")
    return plain


def _person(row: tuple[str, str, str, str | None]) -> Person:
    name, role, added, removed = row
    return Person(name, role, datetime.fromisoformat(added), datetime.fromisoformat(removed) if removed else None)


def _access(row: log.LogRow) -> Access:
    body = json.loads(row.body)
    body.pop("password", None)
    return Access(datetime.fromisoformat(row.at), row.subject, row.what, body)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
