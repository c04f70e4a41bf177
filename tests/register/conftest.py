"""Small real reports with claims, and registers to put them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, GroupRange, Incident
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import Block, Report, Text
from sijil.register import Register
from sijil.steps.read import read_bytes

Reading = tuple[Report, Text, tuple[Claim, ...]]


def reading(number: int) -> Reading:
    """A report that says: `number` civilians were killed; read by hand."""
    words = f"At least {number} civilians were killed in سراقب on Monday, residents said."
    report = read_bytes(words.encode(), doc=f"report-{number}", retrieval="test", published=date(2020, 1, 24))
    quote = words[: words.index(" in ")]
    claim = Claim(
        f"C-{number:012x}", report.doc, 1, "casualty", quote, (0, len(quote)),
        speaker=("residents",), place="سراقب", measure="killed", group="civilians", figure=Figure(number, None),
        period=Period(date(2020, 1, 20), date(2020, 1, 20), "day", "Monday"),
        at=Place("سراقب", "sy-1", "Saraqeb", "town", 35.86, 36.8, ("Syria", "Idlib")),
    )  # fmt: skip
    return report, Text(words, (Block(0, len(words), "body"),)), (claim,)


def event(number: int) -> tuple[Incident, Assessment]:
    """What follows from `reading(number)`, by hand."""
    claim = reading(number)[2][0]
    incident = Incident(f"I-{number}", (claim.id,), claim.at, claim.period, None, "Killed in Saraqeb", ("one claim",))
    ranges = (GroupRange("killed", "civilians", Figure(number, None), (claim.id,), ("one source",)),)
    return incident, Assessment(incident.id, ranges, "Weak", ("one source",), ("residents",))


def keep(register: Register, incidents: Sequence[Incident], assessments: Sequence[Assessment]) -> None:
    """Stores incidents and assessments in place of all that is derived."""
    with register.transaction():
        rows = register.derived
        rows.clear()
        rows.keep_incidents(incidents)
        rows.keep_assessments(assessments)
        rows.mark(register.last_seq(), "by hand")


@pytest.fixture
def make() -> Callable[[int], Reading]:
    return reading


@pytest.fixture
def make_event() -> Callable[[int], tuple[Incident, Assessment]]:
    return event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sijil.db"


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with Register.open(path) as opened:
        yield opened


@pytest.fixture
def filled(register: Register) -> Register:
    """Three reports, one incident and two judgements."""
    for number in (3, 5, 8):
        register.add(*reading(number))
    incident, assessment = event(3)
    keep(register, [incident], [assessment])
    register.judge("accept", "C-000000000003", {}, "Amal", "checked against the video")
    register.judge("grade", "I-3", {"grade": "Fair"}, "Amal", "a second source on paper")
    return register
