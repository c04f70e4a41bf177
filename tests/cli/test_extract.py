"""`sijil extract`: order, several processes, JSON lines, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil, environment


def line(number: int) -> str:
    text = f"At least {number + 2} civilians were killed in Saraqeb on 23 January 2020, the Observatory said."
    return json.dumps({"doc": f"report {number}", "text": text, "published": "2020-01-24"})


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_questions(sijil: Sijil, jobs: int) -> None:
    lines = [line(number) for number in range(30)]
    outcome = sijil("extract", "--jsonl", "-", "--jobs", jobs, stdin="\n".join(lines).encode())
    assert outcome.code == 0, outcome.err
    answers = [json.loads(text) for text in outcome.out.splitlines()]
    assert [answer["doc"] for answer in answers] == [f"report {number}" for number in range(30)]
    assert [answer["claims"][0]["low"] for answer in answers] == [number + 2 for number in range(30)]


def test_several_processes_say_what_one_says(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(line(number) for number in range(12)))
    assert sijil("extract", "--jsonl", "in.jsonl").out == sijil("extract", "in.jsonl", "--jobs", 3).out


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_line_does_not_stop_the_others(sijil: Sijil, jobs: int) -> None:
    bad = [
        "not JSON",
        '{"doc": "no text"}',
        '{"doc": "d", "text": 5}',
        '{"doc": "d", "text": "x", "published": "soon"}',
        "[]",
    ]
    lines = [line(0), *bad, "", line(1)]
    outcome = sijil("extract", "--jsonl", "-", "--jobs", jobs, stdin="\n".join(lines).encode())
    assert outcome.code == 2
    assert [json.loads(text)["doc"] for text in outcome.out.splitlines()] == ["report 0", "report 1"]
    assert len(outcome.lines) == len(bad)
    assert all(f"line {number}" in said for number, said in enumerate(outcome.lines, 2))


def test_quotes_are_the_words_at_their_span(sijil: Sijil, tmp_path: Path) -> None:
    text = "HOMS, March 7\n\nShelling killed five people, including two children, in Alwaer. The army denied it.\n"
    (tmp_path / "report.txt").write_text(text)
    claims = json.loads(sijil("extract", "report.txt", "--published", "2017-03-07").out)["claims"]
    assert claims
    assert all(text[slice(*claim["span"])] == claim["quote"] for claim in claims)


def test_standard_input_is_a_report(sijil: Sijil) -> None:
    outcome = sijil("extract", "-", stdin=b"Three people were killed in Homs on 7 March 2017.")
    assert json.loads(outcome.out)["doc"] == "stdin"


def test_nothing_to_read(sijil: Sijil) -> None:
    outcome = sijil("extract")
    assert outcome.code == 2 and len(outcome.lines) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(line(number) for number in range(400)))
    command = [sys.executable, "-m", "sijil", "extract", "--jsonl", "in.jsonl", "--jobs", jobs]
    with subprocess.Popen(command, stdout=-1, stderr=-1, cwd=tmp_path, env=environment(tmp_path)) as running:
        assert running.stdout and running.stderr
        assert json.loads(running.stdout.readline())["doc"] == "report 0"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_a_worker_that_is_killed_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(line(number) for number in range(400)))
    command = [sys.executable, "-m", "sijil", "extract", "--jsonl", "in.jsonl", "--jobs", "2"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, cwd=tmp_path, env=environment(tmp_path)) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
        for child in children.read_text().split() if children.exists() else pytest.skip("no /proc here"):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(int(child), signal.SIGKILL)
        said = running.communicate()[1].decode().splitlines()
    assert running.returncode == 1
    assert len(said) == 1 and "worker process was ended" in said[0]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_quiet(tmp_path: Path, jobs: str) -> None:
    command = [sys.executable, "-m", "sijil", "extract", "--jsonl", "-", "--jobs", jobs]
    with subprocess.Popen(
        command, stdin=-1, stdout=-1, stderr=-1, cwd=tmp_path, env=environment(tmp_path), start_new_session=True
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        running.stdin.write("\n".join(line(number) for number in range(60)).encode() + b"\n")
        running.stdin.flush()
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        running.stdin.close()
        assert running.stderr.read() == b""
    assert running.returncode == 130


def test_a_report_piped_in_without_a_name_is_told_of_the_dash(sijil: Sijil) -> None:
    outcome = sijil("extract", stdin=b"Five civilians were killed in Saraqeb.")
    assert outcome.code == 2
    assert outcome.lines == [
        "sijil extract: no report given - name a file, a folder, - for standard input, or --jsonl IN"
    ]
