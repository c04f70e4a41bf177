"""What the user names on the command line, as reports: files, folders, JSON lines, addresses, standard input."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sijil.errors import BadInput, BadReport
from sijil.model.report import Report

SUFFIXES = (".txt", ".html", ".htm", ".jsonl")
STDIN = "-"

Found = Iterator[Report | BadReport]


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of reports that do not say it themselves."""

    published: date | None = None
    source: str = ""


def read_all(names: Iterable[str], given: Given) -> Found:
    """The reports that `names` stand for, in order; those of a folder by path.

    What cannot be read is yielded as a BadReport, not raised.
    """
    from sijil.steps.fetch import read_url

    for name in names:
        if name == STDIN:
            yield from _one(partial(_stdin, given))
        elif name.lower().startswith(("http://", "https://")):
            yield from _one(partial(read_url, name, published=given.published, source=given.source))
        elif Path(name).is_dir():
            yield from _folder(Path(name), given)
        else:
            yield from _file(Path(name), given)


def read_lines(name: str, given: Given) -> Found:
    """The reports of a file of JSON lines, or of standard input for "-", in order."""
    from sijil.steps.read import read_jsonl

    try:
        for found in read_jsonl("/dev/stdin" if name == STDIN else name):
            yield _filled(found, given) if isinstance(found, Report) else found
    except BadInput as error:
        yield BadReport(error.subject, error.problem, error.advice)


def left_out(names: Iterable[str]) -> list[str]:
    """Files in the named folders that are no reports by their endings; the user is told about them."""
    folders = [Path(name) for name in names if Path(name).is_dir()]
    return [str(path) for folder in folders for path in _files(folder) if path.suffix.lower() not in SUFFIXES]


def _files(folder: Path) -> list[Path]:
    """All files below `folder` but hidden ones, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _folder(folder: Path, given: Given) -> Found:
    found = [path for path in _files(folder) if path.suffix.lower() in SUFFIXES]
    if not found:
        yield BadReport(str(folder), f"holds no report ({', '.join(SUFFIXES)})", "name another folder")
    for path in found:
        yield from _file(path, given)


def _file(path: Path, given: Given) -> Found:
    from sijil.steps.read import read_path

    if path.suffix.lower() == ".jsonl":
        yield from read_lines(str(path), given)
    else:
        yield from _one(partial(read_path, path, given.published, given.source))


def _one(read: Callable[[], Report]) -> Found:
    try:
        yield read()
    except BadReport as bad:
        yield bad


def _stdin(given: Given) -> Report:
    from sijil.steps.read import LIMIT, read_bytes

    data = sys.stdin.buffer.read(LIMIT + 1)  # one byte too many, so that the read step refuses what is longer
    return read_bytes(data, doc="stdin", retrieval="stdin", published=given.published, source=given.source)


def _filled(report: Report, given: Given) -> Report:
    published, source = report.published or given.published, report.source or given.source
    return dataclasses.replace(report, published=published, source=source)
