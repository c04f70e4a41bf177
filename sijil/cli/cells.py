"""What one row of each listing shows in a table, cell by cell, and which JSON form it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sijil.cli.output import days, figure, period
from sijil.model.claim import SINGULAR, Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange, Total
from sijil.model.ledger import (
    AccessRow,
    AgreementRow,
    Breach,
    ControlRow,
    DisplacementRow,
    SourceRow,
)
from sijil.steps.bounds import left_words
from sijil.steps.tally.control import act_words

if TYPE_CHECKING:
    from sijil.queries import IncidentView

Words = Mapping[str, Claim]

CLAIM = ("id", "kind", "says", "place", "when", "speaker", "words")
INCIDENT = ("id", "incident", "when", "range", "grade", "sources", "disputed")
TOTAL = ("claim", "total", "place", "when", "speaker", "incidents inside", "they explain", "unexplained", "overlaps")
DISPLACEMENT = ("claim", "figure", "nature", "term", "place", "when", "speaker", "for its place and time")
ACCESS = ("place", "condition", "first", "last", "state", "claims")
AGREEMENT = (
    "id",
    "agreement",
    "state",
    "since",
    "area",
    "parties",
    "guarantors",
    "claimed breaches",
    "blames",
    "denials",
)
CONTROL = ("place", "who", "does", "first", "last", "say", "contested", "claims")
SOURCE = ("name", "role", "claims", "incidents", "alone", "contradicted")

MOST = 3  # other totals named in a cell; --json and `sijil explain` name all
OVERLAPS = {"same": "same as", "contains": "contains", "inside": "lies in", "touches": "touches"}


def claim(row: Claim, _: Words) -> tuple[str, ...]:
    """Cells of CLAIM."""
    return (
        row.id,
        row.kind,
        says(row),
        row.place or row.within or "",
        period(row.period),
        who(row),
        shorten(row.quote),
    )


def incident(row: IncidentView, _: Words) -> tuple[str, ...]:
    """Cells of INCIDENT."""
    ranges = "; ".join(group_range(one) for one in row.assessment.ranges)
    sources = str(len(row.assessment.sources))
    disputed = "disputed" if row.assessment.disputed else ""
    when = period(row.incident.period)
    return (row.incident.id, row.incident.title, when, ranges, row.assessment.grade, sources, disputed)


def group_range(one: GroupRange) -> str:
    """A range with what it counts: "at least 2 civilians killed", "up to 12 strikes (airstrike)"."""
    if one.measure == "strikes":
        return f"{figure(one.figure)} strike{'' if one.figure.single else 's'} ({one.group})"
    return f"{figure(one.figure)} {group(one.group, one.figure)} {harm(one.measure)}"


def group(name: str | None, number: Figure | None) -> str | None:
    """A group after its number: "civilians", after a one "civilian"."""
    return SINGULAR.get(name, name) if name and number is not None and number.single else name


def total(row: Total, words: Words) -> tuple[str, ...]:
    """Cells of TOTAL."""
    stated = words.get(row.claim)
    said = (says(stated), place(stated), period(stated.period), who(stated)) if stated else ("", "", "", "")
    left = row.conflict or left_words(row.unexplained)
    beside = "; ".join(f"{OVERLAPS[one.how]} {one.claim}" for one in row.overlaps[:MOST])
    more = f" and {len(row.overlaps) - MOST} more" if len(row.overlaps) > MOST else ""
    return (row.claim, *said, ", ".join(row.inside) or "none", figure(row.explained), left, beside + more)


def displacement(row: DisplacementRow, _: Words) -> tuple[str, ...]:
    """Cells of DISPLACEMENT."""
    term = f"{row.term}: {row.words}" if row.words else row.term
    role = row.role if row.role in ("", "recommended") else f"{row.role}: {row.recommended}"
    when = days(row.since, row.until)
    return (row.claim, figure(row.figure), row.nature, term, row.place, when, via(row.speaker), role)


def access(row: AccessRow, _: Words) -> tuple[str, ...]:
    """Cells of ACCESS."""
    state = "threatened" if row.projected else "eased" if row.eased else "reported"
    state += f", eased {row.eased_on}" if row.eased_on else ""
    state += ", denied" if row.denials else ""
    return (row.place, row.label, str(row.first or "no date"), str(row.last or "no date"), state, ", ".join(row.claims))


def agreement(row: AgreementRow, _: Words) -> tuple[str, ...]:
    """Cells of AGREEMENT."""
    counts = (str(len(ids)) for ids in (row.blames, row.denials))
    since, named = str(row.since or "no date"), (", ".join(row.parties), ", ".join(row.guarantors))
    breaches = "; ".join(map(breach, row.breaches)) or "none"
    return (row.id, row.title, row.state, since, row.area, *named, breaches, *counts)


def breach(one: Breach) -> str:
    """What is claimed as violations in one place by one party."""
    events = "1 event" if one.events == 1 else f"{one.events} events"
    claims = "1 claim" if len(one.claims) == 1 else f"{len(one.claims)} claims"
    return f"{one.place or 'place not told'}, {one.party or 'nobody named'}: {events} in {claims}"


def control(row: ControlRow, _: Words) -> tuple[str, ...]:
    """Cells of CONTROL."""
    first, last = str(row.first or "no date"), str(row.last or "no date")
    contested = "; ".join(row.against)
    return (
        row.place,
        row.holder,
        act_words(row.act),
        first,
        last,
        ", ".join(row.speakers),
        contested,
        ", ".join(row.claims),
    )


def source(row: SourceRow, _: Words) -> tuple[str, ...]:
    """Cells of SOURCE."""
    return (row.name, row.role, *(str(n) for n in (row.claims, row.incidents, row.alone, row.contradicted)))


def says(row: Claim) -> str:
    """What a claim says, in a few words: figure, group, measure, attack, and whether it is denied or projected."""
    number = figure(row.figure) if row.figure else ""
    attack = row.attack if row.kind == "attack" else None
    parts = (number, group(row.group, row.figure), harm(row.measure), row.object, attack)
    told = " ".join(part for part in parts if part)
    marks = [mark for mark, on in (("denied", row.status == "denied"), ("projected", row.status == "projected"),
                                   ("part", row.part_of), ("total", row.scope == "total")) if on]  # fmt: skip
    return f"{told} ({', '.join(marks)})" if marks else told


def harm(measure: str | None) -> str | None:
    """A measure as one reads it after a group; "casualties" are people killed or injured, not told apart."""
    return "killed or injured" if measure == "casualties" else measure


def place(row: Claim) -> str:
    """A claim's place in its own words, the larger one behind it."""
    return ", ".join(part for part in (row.place, row.within) if part)


def who(row: Claim) -> str:
    """Who says so; the report itself where nobody is named."""
    return via(row.speaker)


def via(speaker: tuple[str, ...]) -> str:
    """A chain of speakers from the one nearest the fact outwards."""
    return ", via ".join(speaker) or "the report itself"


def shorten(text: str, width: int = 70) -> str:
    """`text` on one line of at most `width` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
