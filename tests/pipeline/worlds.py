"""Worlds told in plain words, put into a register, and all that was derived there, row by row."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sijil.model.report import Block, Report, Text
from sijil.register import Register
from sijil.register.derived import TABLES
from sijil.steps.read import read_bytes
from sijil.steps.sketch import sketch
from tests.builders import Told

WORDS = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ando", "erim", "ilus", "otak", "ubel")]


def reading(told: Told, story: int) -> tuple[Report, Text]:
    """The report that says what was told; reports of one `story` have the same wording around the claims."""
    text = ""
    for claim in told.claims:
        text = text.ljust(claim.span[0], ".") + claim.quote
    filler = random.Random(story)
    info = told.info
    text += "\n" + " ".join(filler.choice(WORDS) for _ in range(120)) + f" {info.source}."  # no two of the same bytes
    report = read_bytes(text.encode(), doc=info.doc, retrieval="test", published=info.published)
    number = int(info.id.removeprefix("R"))
    retrieved = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    return replace(report, source=info.source, retrieved=retrieved), Text(text, (Block(0, len(text), "body"),))


def add(register: Register, told: Told, story: int) -> str:
    """Puts one report into the register; its id there."""
    report, text = reading(told, story)
    return register.add(report, text, told.claims, sketch(report, text)).report_id


def rows(register: Register, tables: Iterable[str] = TABLES) -> dict[str, list[tuple]]:
    """Every derived row."""
    with sqlite3.connect(register.path) as db:
        return {table: sorted(db.execute(f"SELECT * FROM {table}")) for table in tables}
