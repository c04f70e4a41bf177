"""Rows of the ledgers and of the tally: what is kept beside incidents, each with the claims it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijil.model.figure import Figure, Unit
from sijil.model.filter import Filter
from sijil.model.incident import Total

#: What a tally can be broken down by.
PARTS = (
    "day", "week", "month", "year", "place", "province", "country", "party", "attack", "group", "grade",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DisplacementRow:
    """One displacement or need figure. Only `observed` flows and stocks may be summed, forecasts and shares never."""

    claim: str
    figure: Figure
    nature: Literal["observed", "forecast", "denied", "share"]
    term: Literal["flow", "stock"]
    words: str  # the source's own term
    place: str
    since: date | None
    until: date | None
    speaker: tuple[str, ...]
    reasons: tuple[str, ...]
    subject: Literal["displaced", "in need"] = "displaced"
    role: Literal["recommended", "triangulation", "superseded", ""] = ""  # among the figures of its place and time
    recommended: str = ""  # the claim whose figure is recommended for its place and time


@dataclass(frozen=True, slots=True)
class DisplacementPoint:
    """What is said of one place at one time: the recommended figure, why, and those beside it with why they are not.

    `superseded` are earlier figures of a source that gave another one. `trend`: "more" or "fewer" than at the point
    before, where the two figures tell; "" where they do not.
    """

    since: date | None
    until: date | None
    figure: Figure
    recommended: str
    speaker: tuple[str, ...]
    why: str
    triangulation: tuple[tuple[str, str], ...]  # (claim id, why it is not the recommended one)
    superseded: tuple[str, ...]
    trend: Literal["more", "fewer", ""]


@dataclass(frozen=True, slots=True)
class DisplacementSeries:
    """How displacement from or in one place went on: points in order of time. They are never added to each other."""

    place: str
    subject: Literal["displaced", "in need"]
    term: Literal["flow", "stock"]
    unit: Unit  # persons and households are apart: no household is turned into persons
    nature: Literal["observed", "forecast"]
    points: tuple[DisplacementPoint, ...]


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One condition of one place ("shortage of medicines"), first and last day reported, eased or not."""

    place: str
    condition: str  # key of rules/access.toml: shortage, price, evacuation, aid_blocked, aid_threatened ...
    label: str
    first: date | None
    last: date | None
    eased: bool
    projected: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One truce, ceasefire or deal with what was claimed about it since."""

    id: str
    title: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...]
    since: date | None
    claims: tuple[str, ...]
    violations: tuple[str, ...]  # ids of attack and casualty claims after it, in its area, claimed as breaches
    blames: tuple[str, ...]
    denials: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlRow:
    """Who is said to hold, take, besiege or advance on a place, by whom; `contested` where speakers disagree."""

    place: str
    holder: str
    claims: tuple[str, ...]
    first: date | None
    last: date | None
    contested: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What one speaker or publisher said: how often, how often alone, how often contradicted. No score."""

    name: str
    role: Literal["speaker", "publisher"]
    claims: int
    incidents: int
    alone: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The sum over incidents of one measure and group, as bounds; what may be one event is in its floor once."""

    measure: str
    group: str
    figure: Figure
    incidents: int


@dataclass(frozen=True, slots=True)
class TallyPart:
    """A tally's rows for one day, place, party ...: each incident is in one part, so none is counted twice.

    Parts need not add up to the whole: what may be one event is in the floor of each part, and in the whole's, once.
    `running` sums all incidents whose last day is not after this part's, what may be one event once; it is empty where
    parts are not of time, and for incidents without a day.
    """

    key: str
    label: str
    rows: tuple[TallyRow, ...]
    running: tuple[TallyRow, ...]
    incidents: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two incidents that may be one event, and why, in words: sums count the larger of them once."""

    incident: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The documented minimum over the incidents of a filter, with grade mix, disputes, totals beside it and limits."""

    filter: Filter
    rows: tuple[TallyRow, ...]
    grades: tuple[tuple[str, int], ...]
    disputed: tuple[str, ...]  # incident ids
    undated: tuple[str, ...]
    placeless: tuple[str, ...]
    totals: tuple[Total, ...]
    limits: tuple[str, ...]
    sources: int
    reports: int
    as_of: date
    method: str
    doubts: tuple[Doubt, ...] = ()  # what the sums count once, since it may be one event
    by: str = ""  # what the parts are of (PARTS)
    parts: tuple[TallyPart, ...] = ()
    later: int = 0  # reports that came after `as_of`, and are in nothing here
