"""OCHA COD-AB as a table: CSV, or a sheet of the workbook saved as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from sijil.steps.places.packs.admin import Columns, units
from sijil.steps.places.packs.fields import header, table
from sijil.steps.places.packs.place import Complain, Row

NAME = "OCHA COD-AB table"


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    return Columns.of(header(head)) is not None


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """Every unit of the table, those that hold others once."""
    columns, seen = None, set()
    for line, row in table(file, complain):
        columns = columns or Columns.of(list(row))
        found = units(row, columns) if columns else []
        if not found:
            complain(line, "has no unit with a name and a P-code")
        for place in found:
            if place.ref not in seen or place.lat is not None:
                seen.add(place.ref)
                yield place
