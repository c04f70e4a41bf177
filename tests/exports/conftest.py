"""A small register with what exports have to be careful about, written by the real pipeline's last steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sijil.exports.material import Material, Shown, gather
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.filter import Filter
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import Block, Text
from sijil.pipeline import derive
from sijil.register import Register
from sijil.steps.read import read_bytes

SARAQEB = Place(
    "Saraqeb", "geonames:164816", "Saraqib", "town", 35.864471, 36.805914, ("Syria", "Idlib"), outline=None
)  # fmt: skip
IDLIB = Place("Idlib province", "iso:SY-ID", "Idlib", "province", admin=("Syria",), outline="SY-ID")
DAY = Period(date(2020, 1, 23), date(2020, 1, 23), "day", "Thursday")
UNKNOWN = Period(None, None, "unresolved", "on Friday")

TEXT = (
    "Five civilians were killed in Saraqeb on Thursday, the Observatory said. "
    "Nasser Haddad was wounded in Saraqeb, his neighbour Rima Toma said. "
    "=HYPERLINK(1) dozens of casualties in Idlib province on Friday. "
    "At least 84 people were killed in Idlib province."
)


def claims() -> list[Claim]:
    """Four claims: a town, a named person, an area without a day and with a formula, a total."""
    first, second, third, fourth = (part.strip() for part in TEXT.replace(". ", ".|").split("|"))

    def claim(number: int, quote: str, **fields: object) -> Claim:
        start = TEXT.index(quote)
        given = {"kind": "casualty", "measure": "killed", "group": "civilians", "scope": "incident", **fields}
        return Claim(id=f"C-{number}", doc="d", number=number, quote=quote, span=(start, start + len(quote)), **given)  # type: ignore[arg-type]

    return [
        claim(1, first, speaker=("Syrian Observatory for Human Rights",), at=SARAQEB, place="Saraqeb", period=DAY,
              recognised=Period(date(2020, 1, 24), date(2020, 1, 24), "day", "on Friday"), report_day=date(2020, 1, 25),
              figure=Figure(5, 5), attack="airstrike", actor="regime forces"),
        claim(2, second, speaker=("Rima Toma",), at=SARAQEB, place="Saraqeb", measure="injured", figure=Figure(1, 1)),
        claim(3, third, at=IDLIB, place="Idlib province", measure="casualties",
              figure=Figure(24, None), period=UNKNOWN),
        claim(4, fourth, at=IDLIB, place="Idlib province", group="people", figure=Figure(84, None), scope="total"),
    ]  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """The claims above in a real register, derived."""
    report = read_bytes(TEXT.encode(), doc="d", retrieval="test", published=date(2020, 1, 24), source="Agency")
    with Register.open(tmp_path / "sijil.db") as opened:
        opened.add(report, Text(TEXT, (Block(0, len(TEXT), "body"),)), claims())
        derive(opened)
        yield opened


@pytest.fixture
def material(register: Register) -> Material:
    """All of it, as exports give it by default."""
    return gather(register, Filter(), Shown())


@pytest.fixture
def everything(register: Register) -> Material:
    """All of it, names and positions asked for."""
    return gather(register, Filter(), Shown(positions=True, names=True))
