"""Opening a source file: plain, gzip or zip, found by its first bytes; its text line by line and its hash."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, cast

from sijil.errors import BadInput

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises BadInput where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadInput(str(path), f"cannot be read: {error.strerror}") from error


def members(path: Path) -> list[str]:
    """The files inside a zip archive; one "" for any other file. Raises BadInput where it cannot be read."""
    with _told(path), path.open("rb") as file:
        if file.read(4) != _ZIP:
            return [""]
        with zipfile.ZipFile(path) as archive:
            return [info.filename for info in archive.infolist() if not info.is_dir()]


@contextmanager
def opened(path: Path, member: str = "") -> Iterator[io.TextIOWrapper]:
    """The text of a file, or of a member of a zip archive, as UTF-8 with what is broken in it replaced.

    Raises BadInput where it cannot be read to its end (a download cut off, a damaged archive).
    """
    with _told(path), path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start == _ZIP:
            with zipfile.ZipFile(file) as archive, archive.open(member) as inner:
                yield _text(cast(BinaryIO, inner))
        elif start.startswith(_GZIP):
            with gzip.open(file) as inner:
                yield _text(cast(BinaryIO, inner))
        else:
            yield _text(file)


def _text(file: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise BadInput(str(path), f"is cut off or damaged: {error}", "fetch it again") from error
    except OSError as error:
        raise BadInput(str(path), f"cannot be read: {error.strerror or error}") from error
