"""`sijil add` killed in the middle: what was read before is in every list at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sijil.register import Register
from sijil.samples import reports
from tests.cli.conftest import Sijil, environment

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
FIRST = "On 23 January 2020 an airstrike on Saraqeb killed five civilians and injured 12 people, residents said."


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """The register of an `add` that was killed while it read its second report or a later one."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "0.txt").write_text(FIRST)
    for n, sample in enumerate([one for one in reports() if one.path.suffix == ".txt"] * 8, 1):
        (tmp_path / "in" / f"{n}.txt").write_bytes(sample.path.read_bytes() + b"\n" + str(n).encode())
    path = tmp_path / "sijil.db"
    command = [sys.executable, "-m", "sijil", "add", str(tmp_path / "in")]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(tmp_path), stdout=-3, stderr=-3) as process:
        while process.poll() is None and not arrived(path):
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    return path


def arrived(path: Path) -> bool:
    """Whether the first report is in."""
    if not path.exists():
        return False
    with Register.open(path, create=False) as register:
        return bool(register.reports())


def test_what_was_read_before_the_kill_is_in_lists_tally_and_exports(killed: Path, sijil: Sijil) -> None:
    with Register.open(killed, create=False) as register:
        assert register.behind and not register.incidents() and register.verify() == ()
    found = [json.loads(line) for line in sijil("incidents", "--json").out.splitlines()]
    assert any("Sara" in one["title"] for one in found)
    assert json.loads(sijil("tally", "--json").out)["rows"]
    assert sijil("show", found[0]["id"]).code == 0
    assert json.loads(sijil("export", "geojson").out)["features"]
    assert sijil("review", "grade", found[0]["id"], "Weak", "--reason", "one voice").code == 0
