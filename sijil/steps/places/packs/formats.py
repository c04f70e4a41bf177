"""The formats of packs, found by what a file holds and not by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TextIO

from sijil.errors import BadInput
from sijil.steps.places.packs import alternates, cod, geojson, geonames, pcodes, team, wof
from sijil.steps.places.packs.place import Complain, Row
from sijil.steps.places.packs.source import members, opened

_HEAD = 65536  # characters that tell a format


class Format(Protocol):
    """What a module of this package offers as a format. `fits` is asked with the first 65,536 characters."""

    NAME: str

    def fits(self, head: str) -> bool: ...

    def read(self, file: TextIO, complain: Complain) -> Iterator[Row]: ...


#: In this order: the first that fits is the format; a team's table, which asks least, comes last.
FORMATS: tuple[Format, ...] = (wof, geonames, alternates, pcodes, cod, geojson, team)


def recognised(path: Path) -> list[tuple[str, Format]]:
    """The members of a file that are of a known format ("" for a file that is no archive), each with its format.

    Raises BadInput where there is none or the file cannot be read.
    """
    found = []
    for member in members(path):
        with opened(path, member) as file:
            head = file.read(_HEAD)
        found += [(member, form) for form in FORMATS if form.fits(head)][:1]
    if not found:
        known = ", ".join(form.NAME for form in FORMATS)
        raise BadInput(str(path), "is of no format that is known", f"known are: {known}; see docs/places.md")
    return found


def read(path: Path, member: str, form: Format, complain: Complain) -> Iterator[Row]:
    """Every row of a member. Raises BadInput where it cannot be read to its end."""
    try:
        with opened(path, member) as file:
            yield from form.read(file, complain)
    except ValueError as error:
        raise BadInput(str(path), f"is damaged: {error}", "fetch it again") from error
