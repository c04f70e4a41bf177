"""`sijil places resolve`: what names mean, in bulk; one JSON line a name, nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijil.cli import packs
from sijil.cli.inputs import STDIN
from sijil.cli.shown import show
from sijil.cli.workers import Answer
from sijil.errors import BadInput

if TYPE_CHECKING:
    from sijil.steps.places.gazetteer import Gazetteer

_WORDS = ("name", "country", "admin1", "text")


def resolve(
    jsonl: Annotated[str, typer.Option(metavar="IN", help='Lines of {"id", "name", ...}; - is stdin.')],
    pack: packs.Packs = None,
) -> None:
    """What names of places mean: one JSON line a name, in the order given. Nothing is stored.

    A line may also give "country" (code or name), "admin1" (a province in any spelling) and the "text" that has it.
    """
    from sijil.steps.places.gazetteer import Gazetteer

    show(_answers(jsonl, Gazetteer.open(packs.existing(pack))), "names")


def _answers(name: str, gazetteer: Gazetteer) -> Iterator[Answer]:
    """One answer a line; a bad one is told with its number and stops no other."""
    for number, line in enumerate(_lines(name), 1):
        if line.strip():
            try:
                yield Answer(line=_resolved(line, gazetteer))
            except BadInput as error:
                said = BadInput(f"{name} line {number}", error.problem, error.advice)
                yield Answer(error=said.line(), code=said.exit_code)


def _lines(name: str) -> Iterator[bytes]:
    try:
        with Path("/dev/stdin" if name == STDIN else name).open("rb") as file:
            yield from file
    except OSError as error:
        raise BadInput(name, f"cannot be read: {error.strerror or error}", "name a file, or - for stdin") from error


def _resolved(line: bytes, gazetteer: Gazetteer) -> str:
    from sijil.cli.output import json_line
    from sijil.steps.places.asked import Asked, answer

    row = _row(line)
    found = answer(Asked(*(row[word] for word in _WORDS)), gazetteer)
    lat, lon = found.point or (None, None)
    place = found.place
    return json_line({
        "id": row["id"], "lat": lat, "lon": lon, "precision": place.precision, "pcode": place.pcode,
        "candidates": [asdict(candidate) for candidate in place.candidates], "place": place.id or None,
        "name": place.name, "admin": place.admin, "review": place.review,
    })  # fmt: skip


def _row(line: bytes) -> dict[str, Any]:
    """The fields of a line, "" for words that it does not give. Raises BadInput for a line that is no such object."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput("line", f"is no JSON ({error})") from error
    if not isinstance(row, dict) or isinstance(row.get("id"), dict | list) or row.get("id") is None:
        raise BadInput("line", 'is no object with an "id"', 'write {"id": ..., "name": ...}')
    words = {word: row.get(word) or "" for word in _WORDS}
    if wrong := next((word for word, value in words.items() if not isinstance(value, str)), ""):
        raise BadInput("line", f'"{wrong}" is no text', "put it in quotes")
    if not words["name"].strip():
        raise BadInput("line", 'has no "name"', 'write {"id": ..., "name": ...}')
    return {"id": row["id"]} | {word: value.encode("utf-8", "replace").decode() for word, value in words.items()}
