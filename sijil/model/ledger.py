"""Rows of the ledgers and of the tally: what is kept beside incidents, each with the claims it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijil.model.figure import Figure, Unit
from sijil.model.filter import Filter
from sijil.model.incident import Total
from sijil.model.place import Place

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
    eased_on: date | None = None  # first day, not before `last`, on which it was reported eased
    denials: tuple[str, ...] = ()  # claims that deny it


@dataclass(frozen=True, slots=True)
class Siege:
    """A siege as far as claims tell it: since when at the latest, by whom, and the day on which it was reported lifted.

    `first` and `last` are the days on which it was reported; `people` the claims that count who is under it.
    """

    since: date | None
    by: tuple[str, ...]
    first: date | None
    last: date | None
    lifted: date | None
    claims: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccessPlace:
    """One place with its siege, if any is told of, and its conditions in order of their first day."""

    place: str
    siege: Siege | None
    first: date | None
    last: date | None
    lasting: tuple[str, ...]  # labels of conditions that nobody reported eased since
    eased: tuple[str, ...]
    timeline: tuple[AccessRow, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """What is claimed as violations of an agreement in one place by one party, "" for a place or party not told.

    `events` counts incidents, each once however many claims tell of it; totals over longer times are in `claims` only.
    """

    place: str
    party: str
    events: int
    claims: tuple[str, ...]
    first: date | None
    last: date | None


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
    area: str = ""
    state: Literal["in force", "broken", "proposed", "told"] = "told"  # by the words of its claims
    breaches: tuple[Breach, ...] = ()  # the violations by place and party, most events first


@dataclass(frozen=True, slots=True)
class CourseMark:
    """A moment in the course of an agreement, from `first` to `last`.

    "began": in force since; "ended": its own words say that it broke down; "breach": one event claimed as a violation
    by `party` ("" where nobody is named), as the sources in `by` tell it; "denied": somebody denies a breach, or it.
    """

    kind: Literal["began", "ended", "breach", "denied"]
    first: date
    last: date
    party: str
    by: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blamed:
    """How many events one source claims as violations by one party ("" where it names none), in how many claims."""

    by: str
    party: str
    events: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlRow:
    """Who is said to hold, take, besiege or advance on a place, by whom; `contested` where speakers disagree.

    `first` and `last` are the days that the claims tell of (since when), `said` the last day on which it was said.
    """

    place: str
    holder: str
    claims: tuple[str, ...]
    first: date | None
    last: date | None
    contested: bool
    act: str = "holds"  # key of rules/control.toml: holds, takes, besieges, advances, loses
    speakers: tuple[str, ...] = ()
    said: date | None = None
    against: tuple[str, ...] = ()  # who names another holder, or denies it; one sentence each


@dataclass(frozen=True, slots=True)
class ControlPlace:
    """One place with all that is said of who holds it, in order of time."""

    place: str
    contested: bool
    rows: tuple[ControlRow, ...]


@dataclass(frozen=True, slots=True)
class ControlWord:
    """What one source says of a place in one claim. `first` and `last` are the days it tells of; where it tells none,
    both are the day on which it was said. `spoken`: a speaker is named; otherwise the report speaks."""

    claim: str
    source: str
    holder: str
    act: str  # key of rules/control.toml
    holding: bool  # whether the act is one by which a place is in somebody's hands
    first: date
    last: date
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class ControlState:
    """A place as of one day: the last word of each source by then, the one that speaks of the latest day first.

    `disagree`: two of these words name different camps at one time, or somebody denies one. `differ`: they name
    different camps at different times: the place may have changed hands, or somebody was not told.
    """

    place: str
    at: Place | None
    words: tuple[ControlWord, ...]
    disagree: bool
    differ: bool


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
class Against:
    """A claim of a source and one that contradicts it: a denial of it, or a figure that excludes its own."""

    claim: str
    other: str
    by: str  # the source of the other
    how: Literal["denied", "figure"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source's casualty figures stand to the range of their incident, counted by claims; no score.

    `alone` are figures of incidents that rest on this source only: there the figure is the range.
    """

    below: int
    inside: int
    above: int
    alone: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What people decided on a source's claims as they were read. One may be accepted and corrected."""

    claims: int
    accepted: int
    corrected: int
    rejected: int
    untouched: int


@dataclass(frozen=True, slots=True)
class SourceSaid:
    """What one speaker or publisher said, in its own row's order of claims.

    `months` are the months in which it was said, each with how many claims; `undated` those of which nobody knows the
    day. `own_voice` counts the claims that a publisher makes itself, naming no speaker. `repeated` are the incidents in
    which other publishers print what it says.
    """

    row: SourceRow
    claims: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]
    months: tuple[tuple[date, int], ...]
    undated: int
    own_voice: int
    repeated: tuple[str, ...]
    against: tuple[Against, ...]
    denies: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The sum over incidents of one measure and group, as bounds; what may be one event is in its floor once.

    Of these incidents: `grades` how many have each grade, `disputed` how many are, `sources` on how many independent
    sources all of them rest.
    """

    measure: str
    group: str
    figure: Figure
    incidents: int
    grades: tuple[tuple[str, int], ...] = ()
    disputed: int = 0
    sources: int = 0


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
