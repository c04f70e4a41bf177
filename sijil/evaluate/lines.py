"""Files of claims: one JSON line {"doc", "claims"} a report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sijil.errors import BadInput
from sijil.evaluate.told import Told, told


@dataclass(frozen=True, slots=True)
class Annotated:
    """The claims of one report. `published` is the day that the line gives for it; empty where it gives none."""

    doc: str
    claims: tuple[Told, ...]
    published: str = ""


def read_file(path: Path) -> dict[str, Annotated]:
    """The reports of a file by their `doc`, in the file's order; blank lines are passed over.

    Raises BadInput, with the line's number, for a file that cannot be read, a bad line, or a report told twice.
    """
    found: dict[str, Annotated] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        one = parsed(line, f"{path} line {number}")
        if one.doc in found:
            raise BadInput(f"{path} line {number}", f"tells of {one.doc} again", "give each report once")
        found[one.doc] = one
    if not found:
        raise BadInput(str(path), "holds no report", 'write one JSON line {"doc", "claims"} a report')
    return found


def parsed(line: str, subject: str) -> Annotated:
    """One line. Raises BadInput, named after `subject`, where it is none."""
    try:
        plain = json.loads(line)
        if not isinstance(plain, dict) or not isinstance(plain.get("claims"), list) or "doc" not in plain:
            raise ValueError('it needs "doc" and a list "claims"')
        claims = tuple(_claims(plain["claims"]))
    except (ValueError, RecursionError) as error:
        raise BadInput(subject, f"is no JSON line of a report's claims ({error})") from error
    return Annotated(str(plain["doc"]), claims, str(plain.get("published") or ""))


def _claims(plain: Iterable[object]) -> Iterator[Told]:
    for number, one in enumerate(plain, 1):
        try:
            if not isinstance(one, dict):
                raise ValueError("it is no object")
            yield told(one)
        except ValueError as error:
            raise ValueError(f"claim {number}: {error}") from error


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise BadInput(str(path), "there is no such file", "check the path") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise BadInput(str(path), f"cannot be read ({problem})") from None
