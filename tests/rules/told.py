"""Small reports in plain words, read by the real reader into a real register, and what came of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sijil import pipeline, queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.queries import IncidentView
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_bytes

ALL = Filter()


class Told(NamedTuple):
    """One report: who put it out, on which day (ISO 8601), and its words."""

    publisher: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a register came to. Each question raises ValueError where not exactly one thing answers it."""

    register: Register

    def claim(self, words: str) -> Claim:
        """The only claim with these words."""
        (one,) = [claim for claim in queries.claims(self.register, ALL) if words in claim.quote]
        return one

    def incident(self, place: str = "", day: str = "") -> IncidentView:
        """The only incident, of those whose title has the place and the day ("23 Jan 2020")."""
        seen = queries.incidents(self.register, ALL)
        (one,) = [view for view in seen if place in view.incident.title and day in view.incident.title]
        return one

    def range_of(self, measure: str = "killed", group: str = "civilians", place: str = "") -> str:
        """One range of an incident in words; "none" where it has none."""
        rows = self.incident(place).assessment.ranges
        return next((row.figure.words() for row in rows if (row.measure, row.group) == (measure, group)), "none")

    def sums(self) -> dict[str, str]:
        """The rows of the tally of everything, in words."""
        rows = queries.tally(self.register, ALL).rows
        return {f"{row.measure} {row.group}": row.figure.words() for row in rows}

    def explained(self, id_: str) -> str:
        """The sentences of `sijil explain ID`, a line each."""
        return "\n".join(queries.explain(self.register, id_))


def read_into(register: Register, reports: Iterable[Told], gazetteer: Gazetteer) -> Record:
    """Reads reports in the order given."""
    for n, (publisher, day, text) in enumerate(reports):
        report = read_bytes(text.encode(), doc=f"r{n}", retrieval="test", published=date.fromisoformat(day))
        pipeline.add(register, replace(report, source=publisher), gazetteer)
    pipeline.derive(register)
    return Record(register)


def opened(path: Path) -> Register:
    """A new register in a folder of its own."""
    path.mkdir(parents=True)
    return Register.open(path / "sijil.db")
