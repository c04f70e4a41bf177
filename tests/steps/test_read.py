"""Files and JSON lines become reports or one line that says why not."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date

import pytest

from sijil.errors import BadInput, BadReport
from sijil.model.report import Report
from sijil.steps.read import LIMIT, read_bytes, read_jsonl, read_path

WORDS = "At least five civilians were killed in Saraqeb on Monday, residents said.\n"


def refusal(function, *args, **options) -> str:
    with pytest.raises(BadReport) as failure:
        function(*args, **options)
    assert "\n" not in failure.value.line() and failure.value.exit_code == 2
    return failure.value.line()


def test_a_file(tmp_path):
    path = tmp_path / "saraqeb-2020.txt"
    path.write_bytes(WORDS.replace("\n", "\r\n").encode())
    report = read_path(path, date(2020, 1, 24), "Courier")
    assert (report.doc, report.media, report.encoding, report.source) == (
        "saraqeb-2020", "text/plain", "utf-8", "Courier",
    )  # fmt: skip
    assert report.data == path.read_bytes() and report.sha256 == hashlib.sha256(report.data).hexdigest()
    assert report.content.endswith("\r\n") and report.published == date(2020, 1, 24)
    assert report.retrieval == f"file {path}" and report.retrieved.tzinfo is not None


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "cp1252"])
def test_encodings(tmp_path, codec):
    words = "قتل خمسة مدنيين في سراقب" if codec != "cp1252" else "Cinq civils tués à Saraqeb"
    path = tmp_path / "report.txt"
    path.write_bytes((b"\xff\xfe" if codec == "utf-16-le" else b"") + words.encode(codec))
    assert read_path(path).content == words


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"Five\0 killed", "binary"),
        (b"%PDF-1.7\n%abc", "a PDF file"),
        (b"PK\x03\x04\x14\0", "a ZIP or office file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 20, "binary"),
        ("Пять мирных жителей".encode("cp1251"), "encoding cannot be told"),
    ],
)
def test_what_is_no_text(tmp_path, data, problem):
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    line = refusal(read_path, path)
    assert problem in line and line.startswith(f"{path}: ")


def test_sixty_megabytes(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    assert "60.0 MB" in refusal(read_path, path)
    assert "at most 50 MB" in refusal(read_bytes, b"a" * (LIMIT + 1), doc="d", retrieval="test")


def test_paths_that_are_no_files(tmp_path):
    assert "no such file" in refusal(read_path, tmp_path / "none.txt")
    assert "is a folder" in refusal(read_path, tmp_path)
    assert "too long" in refusal(read_path, "a" * 5000 + ".txt")
    assert ": " in refusal(read_path, "zero\0byte.txt")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(WORDS)
    path.chmod(0)
    for folder in [tmp_path, *tmp_path.parents][:3]:
        folder.chmod(0o755)
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            read_path(path)
        except BadReport as error:
            os.write(writing, error.line().encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.wait()
    with os.fdopen(reading) as pipe:
        assert pipe.read() == f"{path}: may not be read - check its permissions"


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"<!DOCTYPE html><p>Five killed", "text/html"),
        (b"\xef\xbb\xbf\n<HTML lang=en><p>Five killed", "text/html"),
        ("<html><p>Five killed".encode("utf-16"), "text/html"),
        (b"<?xml version='1.0'?><!-- x --><html><p>Five killed", "text/html"),
        (b"Five <html> killed", "text/plain"),
        (b"<five killed", "text/plain"),
    ],
)
def test_pages_are_told_from_text(data, media):
    assert read_bytes(data, doc="d", retrieval="test").media == media


def test_a_fragment_by_its_name(tmp_path):
    path = tmp_path / "fragment.HTM"
    path.write_text("<p>Five killed")
    assert read_path(path).media == "text/html"


def test_a_name_that_is_no_unicode(tmp_path):
    path = os.fsencode(tmp_path) + b"/bad-\xff.txt"
    with open(path, "wb") as file:
        file.write(WORDS.encode())
    report = read_path(os.fsdecode(path))
    assert report.doc == "bad-\ufffd" and report.retrieval.encode()


def test_json_lines_with_bad_ones_among_them(tmp_path):
    good = {"doc": "a", "text": "خمسة\u0000", "lang": "ar", "source": "S", "published": "2020-01-24", "title": None}
    lines = [
        b"\xef\xbb\xbf" + json.dumps(good).encode(),
        b"",
        b"{broken",
        b"[1]",
        b'{"doc": "b"}',
        b'{"doc": "c", "text": " "}',
        b'{"doc": "d", "text": "x", "published": "yesterday"}',
        b'{"doc": "e", "text": "x", "source": 5}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"text": "the last"}\r',
        b'{"doc": 7, "text": "\\ud800 killed"}',
    ]
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\n".join(lines))
    read = list(read_jsonl(path))
    reports = [report for report in read if isinstance(report, Report)]
    assert [report.doc for report in reports] == ["a", "reports:11", "7"]
    assert (reports[0].content, reports[0].published, reports[0].title) == ("خمسة\ufffd", date(2020, 1, 24), "")
    assert reports[1].data == b'{"text": "the last"}' and reports[1].retrieval == f"jsonl {path} line 11"
    assert reports[2].content == "\ufffd killed"
    bad = [error.line() for error in read if isinstance(error, BadReport)]
    assert [line.split(": ")[0] for line in bad] == [f"{path} line {n}" for n in (3, 4, 5, 6, 7, 8, 9, 10)]
    assert not any("\n" in line for line in bad)


def test_a_json_line_that_is_too_long(tmp_path):
    path = tmp_path / "reports.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"a" * (LIMIT + 5000) + b'"}\n{"text": "five killed"}\n')
    bad, good = read_jsonl(path)
    assert isinstance(bad, BadReport) and "at most 50 MB" in bad.line()
    assert isinstance(good, Report) and good.content == "five killed" and good.doc == "reports:2"


def test_a_file_of_json_lines_that_is_not_there(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(BadInput) as failure:
            list(read_jsonl(path))
        assert str(path) in failure.value.line()
