"""Printing: JSON lines for scripts, tables for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sijil.model.figure import Figure
from sijil.model.period import Period

PIPE_WIDTH = 160  # characters a line where the output is no terminal


def json_line(value: Any) -> str:
    """`value` as one line of JSON; letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def print_json(values: Iterable[Any]) -> None:
    """One JSON object a line on stdout."""
    for value in values:
        sys.stdout.write(json_line(value) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout as they are."""
    for line in lines:
        sys.stdout.write(line + "\n")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]], empty: str = "nothing found") -> None:
    """A table on stdout, words of reports printed literally (never read as markup)."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headers, box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if not table.row_count:
        print_lines([empty])
        return
    Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False).print(table)


def figure(value: Figure | None) -> str:
    """A figure in words, its unit named where it is not persons."""
    if value is None:
        return ""
    unit = {"persons": "", "households": " households", "percent": " %"}[value.unit]
    return value.words() + unit


def days(first: date | None, last: date | None) -> str:
    """A span of days; what is open stays open."""
    if first is None and last is None:
        return "no date"
    if first == last:
        return str(first)
    return f"{first or '?'} to {last or '?'}"


def period(value: Period | None) -> str:
    """A period for a table: its days, or the words that could not be resolved."""
    if value is None:
        return "no date"
    if value.start is None and value.end is None:
        return f"unresolved: {value.words}" if value.words else "no date"
    return days(value.start, value.end)
