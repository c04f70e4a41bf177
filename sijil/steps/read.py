"""Bytes become reports: archived as they came, hashed and decoded, or refused in one line that says why."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sijil.decoding import content_of, find_encoding, scrub
from sijil.errors import BadInput, BadReport
from sijil.model.report import Report

LIMIT = 50_000_000  # bytes that one report may have
_BINARY = {
    b"%PDF-": "a PDF file", b"PK\x03\x04": "a ZIP or office file", b"\xd0\xcf\x11\xe0": "an office file",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x1f\x8b": "a gzip file",
    b"SQLite format 3": "a SQLite file", b"7z\xbc\xaf": "a 7z file", b"{\\rtf": "an RTF file", b"\x7fELF": "a program",
}  # fmt: skip
_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ENDINGS = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}


def read_bytes(
    data: bytes, *, doc: str, retrieval: str, media: str | None = None, published: date | None = None,
    source: str = "", title: str = "", lang: str = "",
) -> Report:  # fmt: skip
    """The report that `data` is. `media` is told from the bytes where it is None.

    Raises BadReport, named after `doc`, where the bytes are empty, too many (LIMIT), no text, or in an encoding that
    cannot be told.
    """
    doc = scrub(doc)
    _check_size(doc, len(data))
    media = media or _media(data)
    encoding = _encoding(doc, data, media)
    try:
        content = content_of(data, media, encoding)
    except (ValueError, RecursionError) as error:
        raise BadReport(doc, f"is no JSON line with a text ({error})") from error
    if not content.strip():
        raise BadReport(doc, "is empty", "nothing to read")
    return Report(
        doc, data, hashlib.sha256(data).hexdigest(), media, encoding, content, datetime.now(UTC), scrub(retrieval),
        published, scrub(source), scrub(title), scrub(lang),
    )  # fmt: skip


def read_path(path: Path | str, published: date | None = None, source: str = "") -> Report:
    """The report in a text or HTML file; `doc` is the file's name without its ending. Raises BadReport."""
    path = Path(path)
    try:
        if path.is_dir():
            raise BadReport(str(path), "is a folder, not a report", "give the files in it")
        if not path.is_file():
            raise BadReport(str(path), "there is no such file", "check the path")
        _check_size(str(path), path.stat().st_size)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    media = _ENDINGS.get(path.suffix.lower())
    try:
        return read_bytes(
            data, doc=path.stem, retrieval=f"file {path.resolve()}", media=media, published=published, source=source
        )
    except BadReport as error:
        raise BadReport(str(path), error.problem, error.advice) from error


def read_jsonl(path: Path | str) -> Iterator[Report | BadReport]:
    """The reports of a file of JSON lines {"doc", "text"[, "lang", "source", "published", "title"]}, as it is read.

    A bad line comes out as a BadReport and the next one follows; a blank one is passed over. A report's `data` are its
    line's bytes without the line end. Raises BadInput where the file itself cannot be read.
    """
    path = Path(path)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(_lines(lines), 1):
                if line.strip():
                    yield _read_line(line.rstrip(b"\r\n"), path, number)
    except (OSError, ValueError) as error:
        unreadable = _unreadable(path, error)
        raise BadInput(unreadable.subject, unreadable.problem, unreadable.advice) from error


def _check_size(subject: str, size: int) -> None:
    if size > LIMIT:
        raise BadReport(subject, f"has {size / 1e6:,.1f} MB, a report at most {LIMIT / 1e6:,.0f} MB", "split it")


def _media(data: bytes) -> str:
    """What the first bytes show; UTF-16's zero bytes are left out for that."""
    head = data[:4000].lstrip(b"\xff\xfe").replace(b"\0", b"").decode("utf-8", errors="replace")
    return "text/html" if _HTML.match(head) else "text/plain"


def _encoding(doc: str, data: bytes, media: str) -> str:
    if not data:
        raise BadReport(doc, "is empty", "nothing to read")
    for magic, name in _BINARY.items():
        if data.startswith(magic):
            raise BadReport(doc, f"is {name}, not text", "save its text as .txt or .html")
    encoding = find_encoding(data, media)
    if encoding != "utf-16" and b"\0" in data:
        raise BadReport(doc, "is a binary file, not text", "save its text as .txt or .html")
    if encoding is None:
        raise BadReport(doc, "its encoding cannot be told", "save it as UTF-8")
    return encoding


def _lines(file: Any) -> Iterator[bytes]:
    """Lines of a binary file, none longer than LIMIT + 2 in memory: of a longer one only that much is given."""
    while line := file.readline(LIMIT + 2):
        yield line
        while len(line) == LIMIT + 2 and not line.endswith(b"\n"):
            line = file.readline(LIMIT + 2)


def _read_line(line: bytes, path: Path, number: int) -> Report | BadReport:
    subject = scrub(f"{path} line {number}")
    try:
        return _line_report(line, path, number)
    except BadReport as error:
        return BadReport(subject, error.problem, error.advice)
    except (ValueError, RecursionError) as error:
        return BadReport(subject, f"is no JSON line of a report ({error})")


def _line_report(line: bytes, path: Path, number: int) -> Report:
    _check_size(str(path), len(line))
    plain = json.loads(line.decode("utf-8-sig"))
    if not isinstance(plain, dict):
        raise ValueError("it is no object")
    words = {key: plain.get(key) or "" for key in ("source", "title", "lang")}
    wrong = [key for key, value in words.items() if not isinstance(value, str)]
    if wrong:
        raise ValueError(f"{wrong[0]} is no text")
    doc = plain.get("doc")
    name = str(doc) if isinstance(doc, str | int) and doc != "" else f"{path.stem}:{number}"
    retrieval = f"jsonl {path.resolve()} line {number}"
    day = _day(plain.get("published"))
    return read_bytes(line, doc=name, retrieval=retrieval, media="application/json", published=day, **words)


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"published is no date: {value}")
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise ValueError(f"published is no date: {value[:40]}") from None


def _unreadable(path: Path, error: Exception) -> BadReport:
    name = scrub(str(path))
    if isinstance(error, FileNotFoundError):
        return BadReport(name, "there is no such file", "check the path")
    if isinstance(error, PermissionError):
        return BadReport(name, "may not be read", "check its permissions")
    return BadReport(name, f"cannot be read ({getattr(error, 'strerror', None) or error})")
