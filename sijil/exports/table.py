"""CSV as spreadsheets and statistics packages read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # also as East Asian keyboards write them

_UNSEEN = " \u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # programs may drop these before they look for a formula


def lines(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """RFC 4180 lines, UTF-8. None is an empty cell, yes and no are 1 and 0.

    A text that a spreadsheet would run as a formula gets an apostrophe before it: reports are strangers' words.
    """
    yield _line(headers)
    for row in rows:
        yield _line([_plain(cell) for cell in row])


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return f"'{text}" if text.lstrip(_UNSEEN).startswith(_FORMULA) else text
    return cell


def _line(cells: Sequence[Cell]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
