"""GeoNames' table of alternate names of a country (alternatenames/SY.zip, or alternateNamesV2.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from sijil.rules import load
from sijil.steps.places.packs.fields import spellings
from sijil.steps.places.packs.place import Complain, Row, Spellings

NAME = "GeoNames alternate names"
_LEAST, _MOST = 8, 10  # columns: the older table has no years


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    cells = head.split("\n", 1)[0].rstrip("\r").split("\t")
    return _LEAST <= len(cells) <= _MOST and cells[0].isdigit() and cells[1].isdigit() and len(cells[2]) <= 7


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """The names of every place, those that are history or no names left out."""
    for geonames, rows in groupby(_rows(file, complain), lambda row: row[0]):
        if names := spellings((name for _, name in rows), ""):
            yield Spellings(geonames, names)


def _rows(file: TextIO, complain: Complain) -> Iterator[tuple[int, str]]:
    no_names = frozenset(load("packs")["alternates"]["no_names"])
    for number, line in enumerate(file, 1):
        cells = line.rstrip("\r\n").split("\t")
        if not (_LEAST <= len(cells) <= _MOST and cells[1].isdigit()):
            complain(number, f"has {len(cells)} columns, not {_LEAST} to {_MOST}, or no number of a place")
        elif cells[2] not in no_names and cells[7] != "1":
            yield int(cells[1]), cells[3]
