"""OCHA's global list of P-codes of the first two levels: names and codes, no positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from sijil.steps.places.packs.admin import KINDS
from sijil.steps.places.packs.fields import country_of, header, table
from sijil.steps.places.packs.place import Complain, PackPlace, Row

NAME = "OCHA P-code list"


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    return {"location", "admin level", "p-code", "name"} <= set(header(head))


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """Every unit of the list."""
    for line, row in table(file, complain):
        level, code, country = row.get("admin level", ""), row.get("p-code", ""), country_of(row.get("location"))
        if level not in ("1", "2") or not code or not row.get("name") or not country:
            complain(line, "has no name, no P-code, no country that is known or a level other than 1 and 2")
            continue
        parent = (row.get("parent p-code", ""),) if level == "2" and row.get("parent p-code") else ()
        yield PackPlace(
            row["name"],
            KINDS[int(level)],
            country,
            pcode=code,
            within=parent,
            ref=f"pcode:{code}",
            source="OCHA P-codes",
        )
