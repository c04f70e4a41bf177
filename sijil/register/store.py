"""The SQLite file itself: opening it, transactions, and SQLite's failures turned into one line each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sijil.decoding import scrub
from sijil.errors import RegisterBusy, RegisterError

APPLICATION_ID = 0x53494A4C
VERSION = 5
#: older version -> the scripts that bring it to this one, before schema.sql adds what is new
_OLDER = {1: ("upgrade_2.sql", "upgrade.sql"), 2: ("upgrade_2.sql", "upgrade.sql"), 3: ("upgrade.sql",), 4: ()}
_CACHE = 64 * 1024  # KiB of the file kept in memory: rows of keys lie anywhere in it

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
#: primary result code -> (what is wrong, what to do)
_FAILURES = {
    sqlite3.SQLITE_FULL: ("the disk is full; nothing was written", "free some space and try again"),
    sqlite3.SQLITE_READONLY: ("the register or its folder is read-only", "make both writable, or copy them elsewhere"),
    sqlite3.SQLITE_PERM: ("no permission", "make the file and its folder writable"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened or created", "check that its folder exists and is writable"),
    sqlite3.SQLITE_IOERR: ("the disk failed; nothing was written", "check its space and health, then `sijil verify`"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "run `sijil verify`, and restore it from a copy"),
    sqlite3.SQLITE_NOTADB: ("is no register", "give another path, or move this file away"),
    sqlite3.SQLITE_CONSTRAINT: ("refused a row that breaks its rules", "run `sijil verify`"),
    sqlite3.SQLITE_TOOBIG: ("a row is too big for it", "split the report"),
}


class Store:
    """A connection to one register. May be handed from one thread to another, not shared by two at once."""

    def __init__(self, path: Path, create: bool, wait: float) -> None:
        """Opens, and creates where asked. `wait` is how many seconds to wait for another program's lock."""
        self.path = path
        self._depth = 0
        if not create and not path.exists():
            raise RegisterError(str(path), "there is no register here", "add a report first: sijil add FILE")
        mode = "rwc" if create else "rw"
        with self._plainly():
            self.db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True, timeout=wait, isolation_level=None, check_same_thread=False,
            )  # fmt: skip
        try:
            self._prepare()
        except BaseException:
            self.db.close()
            raise

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a SELECT gives. Values that people typed may hold what SQLite cannot take; it is scrubbed."""
        safe = [scrub(value) if isinstance(value, str) else value for value in values]
        with self._plainly():
            return self.db.execute(sql, safe).fetchall()

    def write(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """One INSERT or DELETE for each of `rows`; only inside a transaction."""
        with self._plainly():
            self.db.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Within another transaction it is part of that one."""
        if self._depth == 0:
            with self._plainly():
                self.db.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                with self._plainly():
                    self.db.execute("COMMIT")
        except BaseException:
            if self._depth == 1 and self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever other programs write meanwhile."""
        alone = not self.db.in_transaction
        if alone:
            with self._plainly():
                self.db.execute("BEGIN")
        try:
            yield
        finally:
            if alone and self.db.in_transaction:
                self.db.execute("COMMIT")

    def _prepare(self) -> None:
        with self._plainly():
            foreign = self._application() not in (0, APPLICATION_ID)
            empty = not self.db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if foreign or (self._application() == 0 and not empty):
            raise RegisterError(str(self.path), "is a SQLite file, but no register", "give another path")
        with self._plainly():
            self.db.execute("PRAGMA foreign_keys = ON")
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = FULL")  # a report that was confirmed survives a power cut
            self.db.execute(f"PRAGMA cache_size = -{_CACHE}")
            if empty:
                self._run("schema.sql")
            if (older := _OLDER.get(self._version())) is not None:
                self._run(*older, "schema.sql")
            version = self._version()
        if version != VERSION:
            problem = f"has schema version {version}, this Sijil knows {VERSION}"
            raise RegisterError(str(self.path), problem, "use the Sijil that wrote it")

    def _version(self) -> int:
        return int(self.db.execute("PRAGMA user_version").fetchone()[0])

    def _application(self) -> int:
        return int(self.db.execute("PRAGMA application_id").fetchone()[0])

    def _run(self, *scripts: str) -> None:
        """Runs scripts of this folder in one transaction; nothing where another program did it meanwhile."""
        told = [files(__package__).joinpath(name).read_text(encoding="utf-8") for name in scripts]
        try:
            self.db.executescript("\n".join(["BEGIN IMMEDIATE;", *told, "COMMIT;"]))
        except sqlite3.Error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            if self._version() != VERSION:
                raise

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise plain(self.path, error) from error


def plain(path: Path, error: sqlite3.Error) -> RegisterError:
    """SQLite's failure as one line with advice."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in _BUSY:
        return RegisterBusy(str(path), "another program holds the register", "close it or wait, then try again")
    problem, advice = _FAILURES.get(code, (f"the register failed: {error}", "run `sijil verify`"))
    if code == sqlite3.SQLITE_CONSTRAINT:
        problem = f"{problem} ({error})"
    return RegisterError(str(path), problem, advice)
