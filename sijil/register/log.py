"""The log: rows only ever added, each hashed together with the one before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sijil.record import Json, canonical
from sijil.register.store import Store

COLUMNS = "seq, at, what, subject, body, prev, hash"
START = "0" * 64
#: The log of what changes the record, and the log of who came in and looked (register/people.py).
Table = Literal["log", "access"]


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry. `body` is canonical JSON as it was hashed."""

    seq: int
    at: str
    what: str
    subject: str
    body: str
    prev: str
    hash: str


def chained(prev: str, seq: int, at: str, what: str, subject: str, body: str) -> str:
    """The hash of a row that follows the row with hash `prev`."""
    return hashlib.sha256((prev + canonical([seq, at, what, subject, body])).encode()).hexdigest()


def append(store: Store, what: str, subject: str, body: Json, table: Table = "log") -> None:
    """Adds a row; only inside a transaction."""
    last = store.rows(f"SELECT seq, hash FROM {table} ORDER BY seq DESC LIMIT 1")
    seq, prev = (last[0][0] + 1, last[0][1]) if last else (1, START)
    at, text = datetime.now(UTC).isoformat(timespec="milliseconds"), canonical(body)
    row = (seq, at, what, subject, text, prev, chained(prev, seq, at, what, subject, text))
    store.write(f"INSERT INTO {table} ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", [row])


def read(store: Store, table: Table = "log") -> tuple[LogRow, ...]:
    """All rows, oldest first."""
    return tuple(LogRow(*row) for row in store.rows(f"SELECT {COLUMNS} FROM {table} ORDER BY seq"))
