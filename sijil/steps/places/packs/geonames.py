"""The dump of one country by GeoNames (SY.txt, or SY.zip as downloaded): its main table.

Columns: https://download.geonames.org/export/dump/readme.txt.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TextIO, get_args

from sijil.rules import load
from sijil.steps.places.entry import EntryKind
from sijil.steps.places.overlay import Provinces
from sijil.steps.places.packs.fields import point, spellings, whole
from sijil.steps.places.packs.place import Complain, PackPlace, Row

NAME = "GeoNames country dump"
_COLUMNS = 19


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    cells = head.split("\n", 1)[0].split("\t")
    return (
        len(cells) == _COLUMNS and cells[0].isdigit() and len(cells[6]) == 1 and point(cells[4], cells[5]) is not None
    )


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """Every place whose kind reports name (rules/packs.toml); other features are passed over."""
    provinces = Provinces.load()
    for number, line in enumerate(file, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _COLUMNS or not cells[0].isdigit():
            complain(number, f"has {len(cells)} columns, not {_COLUMNS}, or no number")
            continue
        kind = _kinds().get(cells[7])
        where = point(cells[4], cells[5])
        if kind and where and cells[1]:
            yield _place(cells, kind, where, provinces.by_geonames(cells[8], cells[10]))
        elif kind:
            complain(number, "has no name or no position")


def _place(cells: list[str], kind: EntryKind, where: tuple[float, float], province: str) -> PackPlace:
    names = spellings((cells[2], *cells[3].split(",")), cells[1])
    return PackPlace(
        cells[1], kind, cells[8], names, *where, whole(cells[14]), province=province, geonames=int(cells[0]),
        source="GeoNames",
    )  # fmt: skip


@cache
def _kinds() -> dict[str, EntryKind]:
    codes = load("packs")["geonames"]
    return {code: kind for kind in get_args(EntryKind) for code in codes.get(kind, ())}
