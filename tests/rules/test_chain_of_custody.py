"""Chain of custody: bytes stay as received, with hash, time and way; every change is a chained row of the log."""

from __future__ import annotations

import hashlib
import sqlite3

from sijil import pipeline
from tests.rules.conftest import Read
from tests.rules.told import Told

PAPER = Told(
    "Orontes Daily", "2020-01-24",
    "Five civilians were killed in an airstrike on Saraqeb on Thursday, the White Helmets said.\t \r\n",
)  # fmt: skip


def test_the_bytes_of_a_report_are_kept_as_received_with_hash_time_and_way(read: Read) -> None:
    register = read(PAPER).register
    (info,) = register.reports()
    report, _ = register.report(info.id)
    assert report.data == PAPER.text.encode()
    assert report.sha256 == hashlib.sha256(report.data).hexdigest()
    assert report.retrieved.tzinfo is not None and report.retrieval == "test"


def test_every_quote_stands_in_the_bytes_where_its_claim_says(read: Read) -> None:
    register = read(PAPER).register
    assert register.claims()
    for claim in register.claims():
        report, text = register.report(claim.doc)
        at = text.origin(claim.span[0])
        assert report.content[at : at + len(claim.quote)] == claim.quote


def test_every_change_of_the_record_is_a_row_of_the_log_chained_to_the_one_before(own: Read) -> None:
    record = own(PAPER)
    register, claim = record.register, record.claim("Five")
    judged = pipeline.judge(register, "reject", claim.id, {}, "Rana", "a misprint")
    pipeline.judge(register, "withdraw", str(judged.id), {}, "Rana", "it was none")
    rows = register.log()
    assert [row.what for row in rows] == ["report", "judgement", "judgement"]
    assert [row.prev for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert pipeline.verify(register) == ()


def test_a_byte_changed_behind_the_registers_back_is_found(own: Read) -> None:
    register = own(PAPER).register
    (info,) = register.reports()
    with sqlite3.connect(register.path) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE reports SET data = ?", (PAPER.text.replace("Five", "Nine").encode(),))
    assert ("reports", info.id) in [(damage.table, damage.id) for damage in pipeline.verify(register)]
