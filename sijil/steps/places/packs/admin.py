"""Administrative units as OCHA's Common Operational Datasets describe them: a unit and all that hold it in one record.

Headers are of several generations: ADM2_EN, ADM2_PCODE; admin2Name_en, admin2Pcode; adm2_name, adm2_name1, adm2_pcode.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sijil.steps.places.entry import EntryKind
from sijil.steps.places.packs.fields import country_of, point, spellings
from sijil.steps.places.packs.place import PackPlace

#: By level; what is below the third is a settlement or near enough to one.
KINDS: tuple[EntryKind, ...] = ("country", "province", "district", "subdistrict", "town", "town")
SOURCE = "OCHA COD-AB"
_PCODE = re.compile(r"adm(?:in)?([0-5])_?pcode$")
_NAME = re.compile(r"adm(?:in)?([0-5])_?(?:name|ref_?name|ref|alt_?(?:name)?\d?)?_?(?:[a-z]{2}|[1-3])?$")
_LAT = ("lat", "latitude", "center_lat", "y", "y_coord", "lat_y", "latitude_y", "point_y")
_LON = ("lon", "longitude", "center_lon", "x", "x_coord", "long_x", "lon_x", "longitude_x", "point_x", "long")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold P-codes and names, by level."""

    codes: dict[int, str]
    names: dict[int, tuple[str, ...]]

    @staticmethod
    def of(headers: list[str]) -> Columns | None:
        """Of a table or of a feature's properties, all in lower case; None where it has no unit with its P-code."""
        codes = {int(found[1]): column for column in headers if (found := _PCODE.match(column))}
        names: dict[int, tuple[str, ...]] = {}
        for column in headers:
            if found := _NAME.match(column):
                names[int(found[1])] = (*names.get(int(found[1]), ()), column)
        if not any(level and level in names for level in codes):
            return None
        # The English name is the one to show; the newest generation has it first.
        ordered = {
            level: tuple(sorted(columns, key=lambda c: not c.endswith("_en"))) for level, columns in names.items()
        }
        return Columns(codes, ordered)


def units(row: Mapping[str, Any], columns: Columns, outline: dict[str, Any] | None = None) -> list[PackPlace]:
    """The units of a record, widest first; the position and the outline are those of the narrowest. [] for none."""
    levels = [level for level in sorted(columns.codes) if _text(row, columns.codes[level])]
    levels = [level for level in levels if _names(row, columns, level)]
    held = tuple(_text(row, columns.codes[level]) for level in levels if level)
    country = next(
        (code for code in map(country_of, (_text(row, columns.codes[level]) for level in levels)) if code), ""
    )
    out = []
    for level in levels:
        names, code = _names(row, columns, level), _text(row, columns.codes[level])
        narrowest = level == levels[-1]
        lat, lon = (point(_first(row, _LAT), _first(row, _LON)) if narrowest else None) or (None, None)
        out.append(
            PackPlace(
                names[0], KINDS[level], country, spellings(names[1:], names[0]), lat, lon,
                pcode=code if level else "", within=held[: held.index(code)] if level else (), ref=f"pcode:{code}",
                source=SOURCE, outline=outline if narrowest else None,
            )
        )  # fmt: skip
    return out


def _names(row: Mapping[str, Any], columns: Columns, level: int) -> list[str]:
    found = (_text(row, column) for column in columns.names.get(level, ()))
    return [name for name in found if name]


def _first(row: Mapping[str, Any], columns: tuple[str, ...]) -> str:
    return next((value for column in columns if (value := _text(row, column))), "")


def _text(row: Mapping[str, Any], column: str) -> str:
    value = row.get(column)
    return " ".join(str(value).split()) if value is not None else ""
