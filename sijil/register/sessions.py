"""Who is logged in, and the limit on guessing passwords; in the register, so that several processes share both."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sijil.errors import BadInput
from sijil.model.person import Person
from sijil.register.people import People, plain_name
from sijil.register.store import Store
from sijil.rules import load


class TooMany(BadInput):
    """Too many log-ins failed lately."""


class Sessions:
    """Sessions by their token, of which only the hash is kept."""

    def __init__(self, store: Store, people: People) -> None:
        self._store, self._people = store, people

    def log_in(self, name: str, password: str, address: str) -> str:
        """A new session's token. One answer for an unknown name and a wrong password, after the same time.

        Raises TooMany where too many log-ins failed under this name or from this address (rules/roles.toml).
        """
        person = self.confirm(name, password, address)
        token = secrets.token_urlsafe(32)
        with self._store.transaction():
            self._store.write("DELETE FROM sessions WHERE began < ? OR seen < ?", [self._edges()])
            now = _ago(0)
            self._store.write(
                "INSERT INTO sessions (hash, name, began, seen) VALUES (?, ?, ?, ?)",
                [(_hash(token), person.name, now, now)],
            )
            self._people.record(person.name, "log-in", {"address": address})
        return token

    def confirm(self, name: str, password: str, address: str) -> Person:
        """Whose name and password these are. Raises as `log_in` does."""
        name = plain_name(name)
        keys = (f"name {name.casefold()[:200]}", f"address {address}")
        self._count(keys)
        if not self._people.password_fits(name, password):
            self._people.record(name[:80] or "nobody", "refused", {"address": address})
            raise BadInput("log-in", "name or password is wrong")
        with self._store.transaction():
            self._store.write("DELETE FROM attempts WHERE key = ?", [(keys[0],)])
            self._store.write(  # the others that failed from this address still count
                "DELETE FROM attempts WHERE rowid = (SELECT max(rowid) FROM attempts WHERE key = ?)", [(keys[1],)]
            )
            return self._people.known(name)

    def person(self, token: str) -> Person | None:
        """Whose session it is; None where there is none, or where it has expired."""
        found = self._store.rows(
            "SELECT users.name, seen FROM sessions JOIN users ON users.name = sessions.name "
            "WHERE hash = ? AND began >= ? AND seen >= ? AND removed IS NULL",
            _hash(token), *self._edges(),
        )  # fmt: skip
        if not found:
            return None
        name, seen = found[0]
        if seen < (now := _ago(load("roles")["session"]["touch_minutes"])):
            with self._store.transaction():
                self._store.write("UPDATE sessions SET seen = ? WHERE hash = ? AND seen < ?",
                                  [(_ago(0), _hash(token), now)])  # fmt: skip
        return self._people.known(name)

    def log_out(self, token: str) -> None:
        """Ends the session, if it is one."""
        with self._store.transaction():
            if person := self.person(token):
                self._store.write("DELETE FROM sessions WHERE hash = ?", [(_hash(token),)])
                self._people.record(person.name, "log-out", {})

    def _count(self, keys: tuple[str, str]) -> None:
        """Counts an attempt before it is made, so that guesses side by side are counted too."""
        limits = load("roles")["login"]
        since = _ago(limits["minutes"])
        with self._store.transaction():
            self._store.write("DELETE FROM attempts WHERE at < ?", [(since,)])
            for key, most in zip(keys, (limits["per_name"], limits["per_address"]), strict=True):
                if self._store.rows("SELECT count(*) FROM attempts WHERE key = ?", key)[0][0] >= most:
                    raise TooMany("log-in", "failed too often", f"try again in {limits['minutes']} minutes")
            self._store.write("INSERT INTO attempts (key, at) VALUES (?, ?)", [(key, _ago(0)) for key in keys])

    def _edges(self) -> tuple[str, str]:
        """Sessions that began before the first moment, or were last seen before the second, are over."""
        times = load("roles")["session"]
        return _ago(times["longest_minutes"]), _ago(times["idle_minutes"])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _ago(minutes: int) -> str:
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="milliseconds")
