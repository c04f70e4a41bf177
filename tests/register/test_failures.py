"""What the machine refuses becomes one line with advice."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from sijil.errors import RegisterError
from sijil.register import Register


def refusal(function) -> str:
    with pytest.raises(RegisterError) as failure:
        function()
    line = failure.value.line()
    assert "\n" not in line and failure.value.advice and failure.value.exit_code == 1
    return line


def test_a_locked_register(path, filled, make):
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with Register.open(path, wait=0.05) as register:
            assert len(register.reports()) == 3  # reading goes on
            assert "another program holds the register" in refusal(lambda: register.add(*make(9)))
            other.execute("ROLLBACK")
            assert register.add(*make(9)).added


def test_a_register_locked_for_good(path):
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program holds the register" in refusal(lambda: Register.open(path, wait=0.05))


def test_a_file_that_is_no_database(path):
    path.write_text("At least five civilians were killed.\n" * 100)
    assert "is no register" in refusal(lambda: Register.open(path))
    assert path.read_text().startswith("At least")


def test_a_database_that_is_no_register(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE reports (id)")
    before = path.read_bytes()
    assert "is a SQLite file, but no register" in refusal(lambda: Register.open(path))
    assert path.read_bytes() == before


def test_a_register_of_a_later_version(path, register):
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    assert "version 99" in refusal(lambda: Register.open(path))


def test_an_empty_file_becomes_a_register(path):
    path.touch()
    with Register.open(path) as register:
        assert register.reports() == ()


def test_no_register_where_none_may_be_made(path):
    assert "no register here" in refusal(lambda: Register.open(path, create=False))
    assert not path.exists()


def test_a_folder(tmp_path):
    assert "cannot be opened" in refusal(lambda: Register.open(tmp_path))


def test_a_folder_that_does_not_exist(tmp_path):
    assert "cannot be opened" in refusal(lambda: Register.open(tmp_path / "none" / "sijil.db"))


def test_a_path_with_marks_that_mean_something_in_an_address(tmp_path):
    path = tmp_path / "a?mode=memory#b%20.db"
    Register.open(path).close()
    assert path.exists()


def test_a_full_disk(path, register, make):
    register.add(*make(3))
    register._store.db.execute(f"PRAGMA max_page_count = {register._store.rows('PRAGMA page_count')[0][0]}")
    line = ""
    for number in range(4, 100):
        try:
            register.add(*make(number))
        except RegisterError as error:
            line = error.line()
            break
    assert "the disk is full; nothing was written" in line
    register.close()
    with Register.open(path) as again:
        assert again.verify() == ()
        assert again.add(*make(number)).added


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_read_only_folder():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Register.open(folder / "old.db").close()
        folder.chmod(0o555)
        assert as_nobody(lambda: Register.open(folder / "new.db")).startswith(f"{folder}/new.db: cannot be opened")
        assert "sijil.db: " not in (line := as_nobody(lambda: Register.open(folder / "old.db").reports()))
        assert line and "Traceback" not in line and " - " in line
        folder.chmod(0o755)


def as_nobody(function) -> str:
    """The line of the RegisterError that `function` raises when it runs without root's rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            function()
        except RegisterError as error:
            os.write(writing, error.line().encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()
