"""Killing the process at any moment leaves a register that opens and verifies."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sijil.register import Register
from tests.register.conftest import keep

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

ADD_WITHOUT_END = """
import sys
from sijil.model.report import Block, Text
from sijil.register import Register
from tests.register.conftest import keep
from sijil.steps.read import read_bytes
with Register.open(sys.argv[1]) as register:
    for number in range(1_000_000):
        words = f"Report {number}. " + "Shells fell on the town. " * 4000
        report = read_bytes(words.encode(), doc=str(number), retrieval="test")
        register.add(report, Text(words, (Block(0, len(words), "body"),)), ())
        print(report.sha256, flush=True)
"""


def work(path: Path, make, make_event) -> None:
    with Register.open(path) as register:
        register.add(*make(3))
        register.add(*make(5))
        keep(register, *([part] for part in make_event(3)))
        register.judge("accept", "C-000000000003", {}, "Amal", "seen")


def killed_at(statement: int, path: Path, make, make_event) -> bool:
    """Does the work in a child that kills itself when SQLite begins its nth statement; False if it got through."""
    child = os.fork()
    if child == 0:
        connect, seen = sqlite3.connect, [0]

        def count(_: str) -> None:
            seen[0] += 1
            if seen[0] == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        def traced(*args, **options):
            db = connect(*args, **options)
            db.set_trace_callback(count)
            return db

        sqlite3.connect = traced
        try:
            work(path, make, make_event)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_before_each_statement(tmp_path, make, make_event):
    statement = 1
    while killed_at(statement, path := tmp_path / f"{statement}.db", make, make_event):
        with Register.open(path) as register:
            assert register.verify() == ()
            assert len(register.reports()) == len(register.claims()) <= 2
            assert len(register.incidents()) == len(register.assessments())
        work_again(path, make)
        statement += 1
    assert statement > 60  # the schema's statements, two reports, the derived rows and the judgement


def work_again(path: Path, make) -> None:
    with Register.open(path) as register:
        for number in (3, 5):
            register.add(*make(number))
        assert len(register.reports()) == 2
        assert register.verify() == ()


@pytest.mark.parametrize("reports", [1, 4, 9])
def test_killed_while_writing(tmp_path, reports):
    path = tmp_path / "sijil.db"
    command = [sys.executable, "-c", ADD_WITHOUT_END, str(path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout
        confirmed = [process.stdout.readline().strip() for _ in range(reports)]
        process.kill()  # at whatever it is doing with the next one
        confirmed += process.stdout.read().split()
    with Register.open(path, create=False) as register:
        assert register.verify() == ()
        assert {info.sha256 for info in register.reports()} >= set(confirmed)
