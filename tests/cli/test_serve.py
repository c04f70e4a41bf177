"""`sijil demo` and `sijil serve`: the real server on a free port."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest

from tests.cli.conftest import Sijil, environment


@contextmanager
def serving(folder: Path, *words: object) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address that the server says, and the server."""
    command = [sys.executable, "-m", "sijil", *map(str, words), "--port", "0"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, cwd=folder, env=environment(folder)) as running:
        assert running.stdout
        line = running.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        try:
            assert found, line or (running.stderr.read().decode() if running.stderr else "")
            yield found.group(), running
        finally:
            running.kill()


def test_the_demo_says_where_it_is_and_answers_there(tmp_path: Path, demo: Path) -> None:
    with serving(tmp_path, "demo", demo) as (address, _), urlopen(address, timeout=60) as answer:
        assert answer.status == 200
        assert "Content-Security-Policy" in answer.headers
        assert b"Saraqeb" in answer.read()


@pytest.mark.parametrize("names", [(), ("--name", "desk.example.org")])
def test_what_a_proxy_says_is_believed_only_where_there_is_one(sijil: Sijil, tmp_path: Path, names: tuple[str]) -> None:
    """Who is asked for by no name has no proxy before it: whoever writes these headers then is at this machine."""
    words = b"four quiet words together"
    assert sijil("user", "add", "Amal", "--role", "admin", stdin=words).code == 0
    said = {"x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https"}
    with serving(tmp_path, "serve", *names) as (address, _):
        origin = {"origin": address.replace("http:", "https:")}
        form = {"name": "Amal", "password": words.decode()}
        answer = httpx.post(f"{address}/log-in", data=form, headers=said | origin, timeout=60)
    assert answer.status_code == 303 and ("secure" in answer.headers["set-cookie"].lower()) is bool(names)
    log = json.loads(sijil("user", "log", "--json").out.splitlines()[-1])
    assert log["address"] == ("203.0.113.7" if names else "127.0.0.1")


def test_ctrl_c_ends_it_quietly(tmp_path: Path, own: Path) -> None:
    with serving(tmp_path, "serve") as (address, running):
        urlopen(address, timeout=60).close()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 0
        assert running.stderr and running.stderr.read() == b""


@pytest.mark.parametrize("verb", ["serve", "demo"])
def test_a_port_that_is_taken(sijil: Sijil, own: Path, verb: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        outcome = sijil(verb, "--port", port)
    assert outcome.code == 1
    assert len(outcome.lines) == 1 and f"127.0.0.1:{port}" in outcome.err and "taken" in outcome.err


def test_the_demo_twice_changes_nothing(sijil: Sijil, own: Path) -> None:
    before = sijil("claims", "--json").out
    assert sijil("demo", own, "--no-serve").code == 0
    assert sijil("claims", "--json").out == before
