"""The real command line in a process of its own, and a register that `sijil demo` filled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What went to standard error, line by line."""
        return self.err.splitlines()


Sijil = Callable[..., Outcome]


def environment(folder: Path) -> dict[str, str]:
    """The caller's environment without what would change how Sijil behaves."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SIJIL_DEBUG", "SIJIL_REGISTER")}
    return kept | {"SIJIL_REGISTER": str(folder / "sijil.db"), "SIJIL_DATA": str(folder / "data")}


def call(folder: Path, *words: object, stdin: bytes = b"") -> Outcome:
    command = [sys.executable, "-m", "sijil", *map(str, words)]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=folder, env=environment(folder), timeout=300)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def sijil(tmp_path: Path) -> Sijil:
    """Calls sijil in an empty folder whose register is ./sijil.db, and checks that it never shows a traceback."""

    def run(*words: object, stdin: bytes = b"") -> Outcome:
        outcome = call(tmp_path, *words, stdin=stdin)
        assert "Traceback" not in outcome.err, outcome.err
        return outcome

    return run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the sample reports. Read only."""
    folder = tmp_path_factory.mktemp("demo")
    outcome = call(folder, "demo", folder / "demo.db", "--no-serve")
    assert outcome.code == 0, outcome.err
    return folder / "demo.db"


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """The sample register as the test's own ./sijil.db."""
    return Path(shutil.copy(demo, tmp_path / "sijil.db"))
