"""A register that was changed by hand names the damaged row."""

from __future__ import annotations

import json
import sqlite3

import pytest

from sijil.errors import RegisterError
from sijil.record import digest
from sijil.register import Register, log


def tamper(path, sql, *values):
    """Changes a register behind its back, its triggers dropped."""
    db = sqlite3.connect(path)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    assert db.execute(sql, values).rowcount == 1
    db.commit()
    db.close()


def damages(register):
    return [(damage.table, damage.id) for damage in register.verify()]


def first_report(register):
    return register.reports()[0].id


def test_an_intact_register_has_no_damage(filled):
    assert filled.verify() == ()
    assert [row.what for row in filled.log()] == ["report"] * 3 + ["judgement"] * 2


def test_one_byte_of_an_archived_report(path, filled):
    id_ = first_report(filled)
    data = bytearray(filled.report(id_)[0].data)
    data[9] ^= 1
    tamper(path, "UPDATE reports SET data = ? WHERE id = ?", bytes(data), id_)
    assert damages(filled) == [("reports", id_), ("texts", id_)]


@pytest.mark.parametrize(
    ("column", "value"),
    [("published", "2020-01-25"), ("source", "B"), ("retrieval", "x"), ("sha256", "0" * 64), ("encoding", "cp1256")],
)
def test_what_is_known_of_a_report(path, filled, column, value):
    id_ = first_report(filled)
    tamper(path, f"UPDATE reports SET {column} = ? WHERE id = ?", value, id_)
    assert ("reports", id_) in damages(filled)


def test_a_quote(path, filled):
    tamper(path, "UPDATE claims SET quote = replace(quote, '5', '6') WHERE id = 'C-000000000005'")
    assert damages(filled) == [("claims", "C-000000000005")]


def test_a_figure_in_a_claim(path, filled):
    tamper(path, "UPDATE claims SET json = json_set(json, '$.figure.low', 6) WHERE id = 'C-000000000005'")
    assert damages(filled) == [("claims", "C-000000000005")]


def test_a_claim_changed_with_its_hash(path, filled):
    plain = filled._store.rows("SELECT json FROM claims WHERE id = 'C-000000000005'")[0][0]
    plain = plain.replace('"low":5', '"low":6')
    tamper(path, "UPDATE claims SET json = ?, sha256 = ? WHERE id = 'C-000000000005'", plain, digest(plain))
    assert damages(filled) == [("reports", filled.reports()[1].id)]


def test_a_claim_that_is_gone(path, filled):
    tamper(path, "DELETE FROM claims WHERE id = 'C-000000000005'")
    assert damages(filled) == [("reports", filled.reports()[1].id)]


def test_a_text(path, filled):
    id_ = first_report(filled)
    tamper(path, "UPDATE texts SET content = replace(content, 'Monday', 'Sunday') WHERE report = ?", id_)
    assert damages(filled) == [("texts", id_)]


def test_a_text_with_its_hash_and_the_log(path, filled):
    """Even a forger who writes text, hash and log anew is found out by the archived bytes and the broken chain."""
    id_ = first_report(filled)
    content = filled.report(id_)[1].content.replace("Monday", "Sunday")
    blocks = filled._store.rows("SELECT blocks FROM texts WHERE report = ?", id_)[0][0]
    sha256 = digest({"content": content, "blocks": blocks, "origins": None})
    tamper(path, "UPDATE texts SET content = ?, sha256 = ? WHERE report = ?", content, sha256, id_)
    tamper(path, "UPDATE log SET body = json_set(body, '$.text', ?) WHERE subject = ?", sha256, id_)
    assert damages(filled) == [("log", "1"), ("texts", id_)]


@pytest.mark.parametrize("column", ["at", "what", "subject", "body", "prev", "hash"])
def test_a_row_of_the_log(path, filled, column):
    tamper(path, f"UPDATE log SET {column} = {column} || ' ' WHERE seq = 2")
    assert ("log", "2") in damages(filled)


def test_a_row_of_the_log_hashed_anew_breaks_the_next(path, filled):
    row = filled.log()[3]
    body = row.body.replace("video", "photo")
    hash_ = log.chained(row.prev, row.seq, row.at, row.what, row.subject, body)
    tamper(path, "UPDATE log SET body = ?, hash = ? WHERE seq = 4", body, hash_)
    assert damages(filled) == [("log", "5"), ("judgements", "1")]


def test_a_row_of_the_log_that_is_gone(path, filled):
    tamper(path, "DELETE FROM log WHERE seq = 2")
    assert damages(filled) == [("log", "2"), ("reports", filled.reports()[1].id)]


def test_a_judgement(path, filled):
    tamper(path, "UPDATE judgements SET who = 'Basil' WHERE id = 1")
    assert damages(filled) == [("judgements", "1")]


def test_a_judgement_slipped_in(path, filled):
    columns = "verb, subject, value, who, at, reason, seen"
    tamper(path, f"INSERT INTO judgements SELECT 9, {columns} FROM judgements WHERE id = 1")
    assert damages(filled) == [("judgements", "9")]


def test_a_report_that_is_gone(path, filled):
    id_ = filled.reports()[2].id
    for table, column in (("claims", "report"), ("texts", "report"), ("reports", "id")):
        tamper(path, f"DELETE FROM {table} WHERE {column} = ?", id_)
    assert damages(filled) == [("reports", id_), ("texts", id_), ("reports", id_)]


def test_one_byte_changed_in_the_file_itself(path, filled):
    filled.close()
    data = bytearray(path.read_bytes())
    at = data.index(b"At least 5 civilians")
    data[at + 9 : at + 10] = b"6"
    path.write_bytes(bytes(data))
    with Register.open(path) as register:
        assert register.verify() != ()


def test_a_torn_page_is_told_in_one_line(path, filled):
    page = filled._store.rows("SELECT rootpage FROM sqlite_master WHERE name = 'claims'")[0][0] - 1
    filled.close()
    data = bytearray(path.read_bytes())
    data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))
    with Register.open(path) as register:
        assert any(damage.table == "file" for damage in register.verify())
        with pytest.raises(RegisterError) as failure:
            register.claims()
    assert "\n" not in failure.value.line()


def test_a_damaged_claim_is_no_traceback(path, filled):
    tamper(path, "UPDATE claims SET json = json_set(json, '$.kind', 7) WHERE id = 'C-000000000005'")
    with pytest.raises(RegisterError, match="sijil verify"):
        filled.claims()
    assert ("claims", "C-000000000005") in damages(filled)


def test_hashes_can_be_checked_without_sijil(filled):
    """The rule that schema.sql states, written out with nothing but the standard library."""
    import hashlib

    prev = "0" * 64
    for row in filled.log():
        fields = json.dumps(
            [row.seq, row.at, row.what, row.subject, row.body], ensure_ascii=False, separators=(",", ":")
        )
        prev = hashlib.sha256((prev + fields).encode()).hexdigest()
        assert row.hash == prev
