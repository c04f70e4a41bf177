"""Whether the register is what it was when its rows were written, and if not, which row is damaged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from sijil.decoding import content_of
from sijil.errors import RegisterError
from sijil.record import Json, canonical, digest
from sijil.register import log, rows
from sijil.register.store import Store


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged row: its table ("file" for the file as a whole), its id, and what is wrong with it, in words."""

    table: str
    id: str
    what: str


def verify(store: Store) -> tuple[Damage, ...]:
    """Every damaged row; empty where all is intact. Where a page of the file cannot be read, that is what is told.

    The log's own chain comes first; then every report, text, claim and judgement against itself and against the log.
    Derived rows are not checked: `sijil rebuild` makes them again. What the log cannot show is that its newest rows
    were cut off together with what they were about.
    """
    found: list[Damage] = []
    for check in (_file, _log, _access, _reports, _texts, _claims, _judgements, _users):
        try:
            for damage in check(store):
                found.append(damage)  # one by one: what was found before a page failed is kept
        except RegisterError as error:
            found.append(Damage("file", str(store.path), error.problem))
    return tuple(dict.fromkeys(found))


def _file(store: Store) -> Iterator[Damage]:
    for (problem,) in store.rows("PRAGMA integrity_check(20)"):
        if problem != "ok":
            yield Damage("file", str(store.path), problem)
    for table, rowid, parent, _ in store.rows("PRAGMA foreign_key_check"):
        yield Damage(table, str(rowid), f"leads to a row of {parent} that is gone")


def _log(store: Store) -> Iterator[Damage]:
    return _chain(store, "log")


def _access(store: Store) -> Iterator[Damage]:
    return _chain(store, "access")


def _chain(store: Store, table: log.Table) -> Iterator[Damage]:
    """No gap, every row's own hash, every row's hash of the one before."""
    prev = log.START
    for number, row in enumerate(log.read(store, table), 1):
        if row.seq != number:
            yield Damage(table, str(number), "is missing")
            return
        if row.prev != prev:
            yield Damage(table, str(row.seq), "does not follow the row before it")
        if row.hash != log.chained(row.prev, row.seq, row.at, row.what, row.subject, row.body):
            yield Damage(table, str(row.seq), "was changed: its hash is not that of its content")
        prev = row.hash


def _reports(store: Store) -> Iterator[Damage]:
    logged = _logged(store, "report")
    for (id_,) in store.rows("SELECT id FROM reports ORDER BY position"):
        row = store.rows(f"SELECT {rows.REPORT_COLUMNS} FROM reports WHERE id = ?", id_)[0]
        entry = logged.pop(id_, None)
        if entry is None:
            yield Damage("reports", id_, "is not in the log")
            continue
        sha256 = hashlib.sha256(row[0]).hexdigest()
        if sha256 != entry.get("sha256"):
            yield Damage("reports", id_, "its archived bytes were changed: their SHA-256 is not that of the log")
        if rows.report_digest(row) != entry.get("report"):
            yield Damage("reports", id_, "its name, source, dates, encoding or hash were changed")
    for id_ in logged:
        yield Damage("reports", id_, "is gone, and the log has it")


def _texts(store: Store) -> Iterator[Damage]:
    """Texts against their hash, the log, and the text that the archived bytes give when they are decoded again."""
    for id_, entry in _logged(store, "report").items():
        found = store.rows(f"SELECT {rows.TEXT_COLUMNS} FROM texts WHERE report = ?", id_)
        if not found:
            yield Damage("texts", id_, "is gone, and the log has it")
            continue
        _, content, blocks, origins, sha256 = found[0]
        if rows.text_digest(content, blocks, origins) != sha256:
            yield Damage("texts", id_, "was changed: its hash is not that of its content")
        elif sha256 != entry.get("text"):
            yield Damage("texts", id_, "was changed: its hash is not that of the log")
        elif not _from_bytes(store, id_, content, origins):
            yield Damage("texts", id_, "is not what the archived bytes say")


def _from_bytes(store: Store, id_: str, content: str, origins: str | None) -> bool:
    """Whether the text leads back to the bytes; False too where these cannot be decoded any more."""
    found = store.rows("SELECT data, media, encoding FROM reports WHERE id = ?", id_)
    try:
        source = content_of(*found[0])
        if origins is None:
            return content == source
        return all(
            at >= 0 and at + length <= len(source) and _alike(content[start : start + length], source[at : at + length])
            for start, at, length in json.loads(origins)
        )
    except (IndexError, LookupError, ValueError, TypeError):
        return False


def _alike(words: str, source: str) -> bool:
    """Whether words are the source's; a character that an entity ("&amp;") or a line end became stands for itself."""
    return len(words) == len(source) and all(
        a == b or b == "&" or (a.isspace() and b.isspace()) for a, b in zip(words, source, strict=True)
    )


def _claims(store: Store) -> Iterator[Damage]:
    """Claims against their hash, their columns, the text they quote, and the log: all that were read of a report by its
    row, each that a person added by the judgement."""
    added = _added(store)
    for id_, entry in _logged(store, "report").items():
        content = store.rows("SELECT content FROM texts WHERE report = ?", id_)
        hashes = []
        for row in store.rows(f"SELECT {rows.CLAIM_COLUMNS} FROM claims WHERE report = ? ORDER BY number", id_):
            said = added.pop(row[0], None)
            if said is None:
                hashes.append(row[-1])
            elif said != row[-1]:
                yield Damage("claims", row[0], "is not what the judgement that added it says")
            problem = _claim_problem(row, content[0][0] if content else "")
            if problem:
                yield Damage("claims", row[0], problem)
        if digest(hashes) != entry.get("claims"):
            yield Damage("reports", id_, "its claims are not those that the log has: one was changed, added or is gone")
    for id_ in added:
        yield Damage("claims", id_, "is gone, and a judgement added it")


def _added(store: Store) -> dict[str, str]:
    """The hash of each claim that people added, by id, as the judgement says it that added it first."""
    found: dict[str, str] = {}
    for (value,) in store.rows("SELECT value FROM judgements WHERE verb = 'add' ORDER BY id"):
        try:
            plain = json.loads(value)["claim"]
            found.setdefault(str(plain["id"]), digest(canonical(plain)))
        except (ValueError, LookupError, TypeError):
            continue  # not what the log has: the check of judgements says so
    return found


def _claim_problem(row: rows.Row, content: str) -> str:
    """What is wrong with a row of CLAIM_COLUMNS; empty where nothing is."""
    quote, start, stop, plain, sha256 = row[3:]
    if digest(plain) != sha256:
        return "was changed: its hash is not that of its content"
    try:
        if rows.claim_row(rows.claim(plain))[:6] != row[:6]:
            return "its quote, place in the text or number is not that of its content"
    except (ValueError, TypeError):
        return "is no claim any more"
    return "" if content[start:stop] == quote else "its quote is not what the text says there"


def _judgements(store: Store) -> Iterator[Damage]:
    logged = _logged(store, "judgement")
    for row in store.rows(f"SELECT {rows.JUDGEMENT_COLUMNS} FROM judgements ORDER BY id"):
        entry = logged.pop(str(row[0]), None)
        if entry is None:
            yield Damage("judgements", str(row[0]), "is not in the log")
        elif entry != rows.judgement_body(row):
            yield Damage("judgements", str(row[0]), "is not what the log has")
    for id_ in logged:
        yield Damage("judgements", id_, "is gone, and the log has it")


def _users(store: Store) -> Iterator[Damage]:
    """Users against what the access log says was done to them."""
    told: dict[str, Json] = {}
    for row in log.read(store, "access"):
        if row.what == "user":
            body = _body(row)
            told[str(body.get("name")).casefold()] = body
    for name, role, password, removed in store.rows("SELECT name, role, password, removed FROM users ORDER BY name"):
        body = told.pop(name.casefold(), {})
        if not body:
            yield Damage("users", name, "is not in the access log")
        elif (role, digest(password), bool(removed)) != (body.get("role"), body.get("password"), body.get("removed")):
            yield Damage("users", name, "has another role or password than the access log says")
    for body in told.values():
        yield Damage("users", str(body.get("name")), "is gone, and the access log has it")


def _logged(store: Store, what: str) -> dict[str, Json]:
    """The bodies of the log's rows about reports or judgements, by subject; of an unreadable one an empty body."""
    found: dict[str, Json] = {}
    for row in log.read(store):
        if row.what == what:
            found[row.subject] = _body(row)
    return found


def _body(row: log.LogRow) -> Json:
    try:
        body = json.loads(row.body)
    except ValueError:
        body = {}
    return body if isinstance(body, dict) else {}
