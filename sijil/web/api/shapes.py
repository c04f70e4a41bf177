"""The types of the JSON objects of exports/forms.py and exports/found.py, for the API's description of itself.

Rows of ledgers, judgements and tallies are written field by field, so the model's own classes are their types.
docs/json.md says what each key means; a test holds its tables against these.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, NotRequired, TypedDict

from sijil.model.claim import Kind, Status
from sijil.model.figure import Unit
from sijil.model.incident import Grade
from sijil.model.party import Party
from sijil.model.period import Period
from sijil.model.period import Precision as DatePrecision
from sijil.model.place import Place
from sijil.model.place import Precision as PlacePrecision
from sijil.model.report import Block


class PlaceForm(TypedDict):
    """A resolved place. An area has no coordinates."""

    raw: str
    id: str
    name: str
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    admin: list[str]
    pcode: str | None
    outline: str | None
    review: str


class Resolved(TypedDict):
    """What the gazetteer and the rules make of a claim's words."""

    place: Place | None
    party: Party | None
    side: Party | None
    period: Period | None
    recognised: Period | None


class ClaimForm(TypedDict):
    ref: str
    report: str
    id: int
    kind: Kind
    status: Status
    quote: str
    speaker: list[str]
    low: NotRequired[int | None]
    high: NotRequired[int | None]
    approx: NotRequired[bool]
    percent: NotRequired[bool]
    unit: NotRequired[Unit]
    measure: NotRequired[str]
    group: NotRequired[str]
    side: NotRequired[str]
    part_of: NotRequired[bool]
    scope: NotRequired[Literal["incident", "total"]]
    place: NotRequired[str]
    within: NotRequired[str]
    start: NotRequired[date]
    end: NotRequired[date]
    recognised: NotRequired[str]
    report_day: NotRequired[date]
    added_by: NotRequired[str]
    actor: NotRequired[str]
    attack: NotRequired[str]
    object: NotRequired[str]
    eased: NotRequired[bool]
    denies: NotRequired[str | int | list[str | int]]
    span: list[int]
    confidence: float
    resolved: Resolved  # fmt: skip


class SetAside(TypedDict):
    """A claim that a range does not rest on."""

    claim: str
    why: str


class RangeForm(TypedDict):
    """The range of one measure and group; an open bound is null."""

    measure: str
    group: str
    low: int | None
    high: int | None
    approx: bool
    unit: Unit
    highest_low: int | None
    claims: list[str]
    reasons: list[str]
    set_aside: list[SetAside]


class IncidentForm(TypedDict):
    """An incident with what its sources support."""

    id: str
    former: list[str]
    title: str
    place: PlaceForm | None
    start: date | None
    end: date | None
    date_precision: DatePrecision
    attack: str | None
    grade: Grade
    method: str
    grade_reasons: list[str]
    ranges: list[RangeForm]
    sources: list[str]
    carried: dict[str, list[str]]
    blamed: list[str]
    disputed: bool
    disputes: list[str]
    claims: list[str]
    reports: list[str]
    reasons: list[str]


class ReportForm(TypedDict):
    """A report without its bytes and text."""

    id: str
    doc: str
    source: str
    title: str
    published: date | None
    lang: str
    sha256: str
    retrieved: datetime
    retrieval: str
    media: str
    wires: list[str]


class TextForm(TypedDict):
    """The main text; blocks and the spans of claims count its characters."""

    content: str
    blocks: list[Block]


class WholeReport(ReportForm):
    """A report with its claims and its main text."""

    claims: list[ClaimForm]
    text: TextForm


class _Found(TypedDict):
    count: int
    id: str
    report: str | None
    words: str
    marks: list[list[int]]
    span: list[int] | None
    names: list[str]
    title: str


class _Dated(_Found):
    start: date | None
    end: date | None
    date_precision: DatePrecision
    place: PlaceForm | None


class IncidentFoundForm(_Dated):
    """An incident that was found."""

    found: Literal["incident"]
    grade: str
    disputed: bool


class ClaimFoundForm(_Dated):
    """A claim that was found."""

    found: Literal["claim"]
    kind: Kind
    speaker: list[str]
    rejected: bool


class ReportFoundForm(_Found):
    """A report that was found."""

    found: Literal["report"]
    source: str
    published: date | None


class EntryForm(TypedDict):
    """A place of the gazetteer that a name may mean."""

    id: str
    name: str
    kind: str
    country: str
    admin: list[str]
    lat: float | None
    lon: float | None
    centre: list[float] | None
    population: int
    pcode: str | None
    within: list[str]
    outline: str | None
    source: str
    tier: str
    matched: str
    reason: str


class Explanation(TypedDict):
    """How a claim, an incident, a total or a report's record came about, down to the words."""

    id: str
    sentences: list[str]


class Method(TypedDict):
    """The method, as a recorder publishes it; `page` is Markdown."""

    method: str
    page: str
    limits: list[str]


class About(TypedDict):
    """What every answer says of itself. `withheld`: what is left out of it, and how to ask for it."""

    as_of: date
    method: str
    limits: list[str]
    withheld: list[str]


class Me(TypedDict):
    """Who asks. `may` are acts of rules/roles.toml; `role` is "" at a desk without users: one person may do all."""

    name: str
    role: str
    may: list[str]


class Token(TypedDict):
    """What a script sends as "Authorization: Bearer …" until it logs out, or `ends`."""

    token: str
    name: str
    role: str
    ends: datetime


class Told(TypedDict):
    """Problem details (RFC 9457). `parameter` names the part of the address or the field of the body that is meant;
    `state` is the ETag that the subject of a refused judgement has now."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    parameter: NotRequired[str]
    state: NotRequired[str]


class Start(TypedDict):
    """What there is here, by name: addresses."""

    version: str
    method: str
    resources: dict[str, str]


Json = dict[str, Any]
