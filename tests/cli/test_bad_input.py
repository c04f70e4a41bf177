"""What a person may give by mistake: one clear line each, the right exit code, the good ones read."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil

LINE = "Two civilians were killed in Saraqeb on 23 January 2020, the Observatory said. "
MORE = "The road to the north stayed open through the day, and shops in the centre sold bread and fuel as before. " * 3
BINARY = bytes(range(256)) * 40


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("spaces.txt", b" \n\n ", "is empty"),
        ("binary.txt", BINARY, "binary"),
        ("page.pdf.txt", b"%PDF-1.7 ...", "PDF"),
        ("big.txt", LINE.encode() * 760_000, "60.0 MB"),
    ],
)
def test_a_report_that_cannot_be_read_gets_one_line(
    sijil: Sijil, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    outcome = sijil("extract", name)
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.lines) == 1
    assert name in outcome.err and says in outcome.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf16.txt", LINE.encode("utf-16")),
        ("latin1.txt", (LINE + "André Müller fled.").encode("latin-1")),
        ("cut.html", f"<html><body><article><h1>Strike</h1><p>{LINE}{MORE}</p><p>Then the".encode()),
        ("deep.html", ("<html><body>" + "<div>" * 500 + f"<p>{LINE}{MORE}</p>" + "</div>" * 500).encode()),
    ],
)
def test_odd_files_are_read_all_the_same(sijil: Sijil, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    outcome = sijil("extract", name)
    assert outcome.code == 0, outcome.err
    killed = [claim for claim in json.loads(outcome.out)["claims"] if claim["kind"] == "casualty"]
    assert [(claim["low"], claim["high"]) for claim in killed] == [(2, 2)]


def test_windows_1256_is_read_as_arabic(sijil: Sijil, tmp_path: Path) -> None:
    text = "قتل مدنيان في مدينة سراقب يوم الخميس بحسب المرصد السوري لحقوق الإنسان."
    (tmp_path / "arabic.txt").write_bytes(text.encode("cp1256"))
    outcome = sijil("extract", "arabic.txt")
    assert outcome.code == 0, outcome.err
    (claim,) = json.loads(outcome.out)["claims"]
    assert (claim["measure"], claim["group"], claim["low"], claim["high"]) == ("killed", "civilians", 2, 2)


def test_a_script_that_no_language_pack_reads_is_told_in_one_line(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "russian.txt").write_text("Пять мирных жителей погибли при обстреле города Саракиб. " * 3)
    (tmp_path / "english.txt").write_text(LINE)
    outcome = sijil("add", "russian.txt", "english.txt", "--json")
    assert outcome.code == 2
    assert len(outcome.lines) == 1 and outcome.err.startswith("russian") and "'und'" in outcome.err
    assert len(outcome.out.splitlines()) == 1


def test_a_folder_with_one_bad_file_of_ten(sijil: Sijil, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"{LINE} Bulletin {number}.")
    (folder / "bad.txt").write_bytes(BINARY)
    (folder / "notes.odt").write_bytes(b"PK")
    outcome = sijil("add", "reports", "--json")
    assert outcome.code == 2
    assert [json.loads(line)["added"] for line in outcome.out.splitlines()] == [True] * 9
    assert len(outcome.lines) == 2
    assert any("bad.txt" in line for line in outcome.lines)
    assert any("notes.odt: left out" in line for line in outcome.lines)
    assert len(sijil("claims", "--json").out.splitlines()) >= 9


@pytest.mark.parametrize("verb", ["extract", "add"])
def test_a_path_that_does_not_exist(sijil: Sijil, tmp_path: Path, verb: str) -> None:
    (tmp_path / "good.txt").write_text(LINE)
    outcome = sijil(verb, "nowhere.txt", "good.txt", "nowhere/")
    assert outcome.code == 2
    assert len(outcome.lines) == 2 and all("there is no such file" in line for line in outcome.lines)
    assert outcome.out.count("\n") == 1


@pytest.mark.parametrize("day", ["24.1.2020", "2020-13-01", "yesterday", "2020"])
def test_a_bad_day(sijil: Sijil, tmp_path: Path, day: str) -> None:
    (tmp_path / "good.txt").write_text(LINE)
    for verb in ("extract", "add"):
        outcome = sijil(verb, "good.txt", "--published", day)
        assert outcome.code == 2
        assert len(outcome.lines) == 1 and day in outcome.err and "YYYY-MM-DD" in outcome.err


@pytest.mark.parametrize(
    "words", [("claims", "--kind", "harm"), ("tally", "--group", "men"), ("show", "C-0"), ("explain", "x")]
)
def test_unknown_words_and_ids(sijil: Sijil, own: Path, words: tuple[str, ...]) -> None:
    outcome = sijil(*words)
    assert outcome.code == 2 and len(outcome.lines) == 1 and words[-1] in outcome.err


def test_no_register_yet(sijil: Sijil) -> None:
    outcome = sijil("claims")
    assert outcome.code == 1 and len(outcome.lines) == 1 and "no register" in outcome.err


def test_a_file_that_is_no_register(sijil: Sijil, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LINE * 100)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    for name in ("letter.txt", "other.db"):
        before = (tmp_path / name).read_bytes()
        for words in (("claims",), ("add", "letter.txt"), ("verify",)):
            outcome = sijil(*words, "--register", name)
            assert outcome.code == 1
            assert len(outcome.lines) == 1 and name in outcome.err and "no register" in outcome.err
        assert (tmp_path / name).read_bytes() == before


def test_a_register_that_another_program_holds(sijil: Sijil, own: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(LINE)
    holder = sqlite3.connect(own, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        outcome = sijil("add", "new.txt")
    finally:
        holder.close()
    assert outcome.code == 1
    assert len(outcome.lines) == 1 and "another program holds the register" in outcome.err
    assert sijil("add", "new.txt").code == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "sijil-test", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small disk here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_loses_nothing(sijil: Sijil, small_disk: Path, tmp_path: Path) -> None:
    register = small_disk / "full.db"
    (tmp_path / "small.txt").write_text(LINE)
    (tmp_path / "large.txt").write_text(LINE + "\n\nNothing more was known. " * 12_000)
    assert sijil("add", "small.txt", "--register", register).code == 0
    outcome = sijil("add", "large.txt", "--register", register)
    assert outcome.code == 1
    assert len(outcome.lines) == 1 and "disk is full" in outcome.err
    assert sijil("verify", "--register", register).code == 0
    assert len(sijil("sources", "--register", register, "--json").out.splitlines()) >= 1


def test_an_export_onto_a_full_disk_leaves_no_half_file(sijil: Sijil, small_disk: Path, own: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 700_000)
    outcome = sijil("export", "jsonl", "-o", small_disk / "out.jsonl")
    assert outcome.code == 1
    assert len(outcome.lines) == 1 and "out.jsonl" in outcome.err
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler"]
