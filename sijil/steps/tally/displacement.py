"""The ledger of displacement and need: observed flows and stocks apart from forecasts, shares and denied figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.ledger import DisplacementRow, DisplacementSeries
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.bounds import NOTHING
from sijil.steps.languages.gloss import gloss
from sijil.steps.tally.areas import inside
from sijil.steps.tally.triangulation import Told, chosen_roles, series_of
from sijil.steps.when import days
from sijil.steps.where import place_of

Nature = Literal["observed", "forecast", "denied", "share"]
Span = tuple[date, date]  # first and last day


def displacement(
    claims: Iterable[Claim], reports: Mapping[str, ReportInfo] | None = None
) -> tuple[DisplacementRow, ...]:
    """One row for each displacement or need claim with a figure, in the order given.

    Of the figures of one kind for one place and time one is recommended and the others stand beside it (IDMC). Each
    row's reasons also name the other figures that touch it in place and time; none is added to another.
    """
    told = _told(claims)
    roles = chosen_roles(told, reports or {})
    beside = _beside(told)
    return tuple(_with_role(one, roles, beside.get(one.claim.id, [])) for one in told)


def displacement_over_time(
    claims: Iterable[Claim], reports: Mapping[str, ReportInfo] | None = None
) -> tuple[DisplacementSeries, ...]:
    """The observed and forecast figures of each place in order of time, by first mention of the place."""
    return series_of(_told(claims), reports or {})


def _told(claims: Iterable[Claim]) -> list[Told]:
    return [Told(c, _row(c)) for c in claims if c.kind in ("displacement", "need") and c.figure]


def _with_role(one: Told, roles: Mapping[str, tuple[str, str, str]], beside: list[str]) -> DisplacementRow:
    role, recommended, why = roles.get(one.claim.id, ("", "", ""))
    own = [f"{role} for its place and time: {why}"] if role else []
    return replace(
        one.row, role=role, recommended=recommended, reasons=(*one.row.reasons, *own, *beside)  # type: ignore[arg-type]
    )  # fmt: skip


def _beside(told: Sequence[Told]) -> dict[str, list[str]]:
    """By claim: one sentence for each other observed figure of the same kind, term and unit that touches it.

    Most figures of a large record share no day, and many are of few places: each pair of places is looked at once.
    """
    touch = _Touching()
    timed = [(span, one) for one in told if one.row.nature == "observed" and (span := days(one.claim.period))]
    by_month: dict[tuple[object, int], dict[int, tuple[Span, Told]]] = {}
    for n, (span, one) in enumerate(timed):
        for month in _months(span):
            by_month.setdefault((one.kind, month), {})[n] = span, one
    found: dict[str, list[str]] = {}
    for span, one in timed:
        near = {n: pair for month in _months(span) for n, pair in by_month[one.kind, month].items()}
        found[one.claim.id] = [
            f"beside it: {other.row.figure.words()} by {_by(other)} ({other.claim.id})"
            for _, (theirs, other) in sorted(near.items())
            if theirs[0] <= span[1] and span[0] <= theirs[1] and other is not one and touch.of(one.claim, other.claim)
        ]  # fmt: skip
    return found


def _months(span: Span) -> range:
    """The months that days lie in, by number."""
    return range(12 * span[0].year + span[0].month, 12 * span[1].year + span[1].month + 1)


def _by(one: Told) -> str:
    return ", ".join(one.row.speaker) or "the report itself"


class _Touching:
    """Whether one of two claims' places holds the other; each pair of names is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, object], bool] = {}

    def of(self, a: Claim, b: Claim) -> bool:
        """For these two; False where either has no place."""
        one, other = place_of(a), place_of(b)
        if one is None or other is None:
            return False
        pair = _looks(one), _looks(other)
        if pair not in self._known:
            self._known[pair] = inside(one, other) or inside(other, one)
        return self._known[pair]


def _looks(place: Place) -> tuple[object, ...]:
    """All that `inside` looks at; of an entry of the gazetteer its id, as in totals."""
    return (place.id,) if place.id else (place.name, place.raw, place.admin, place.precision)


def _row(claim: Claim) -> DisplacementRow:
    nature, why = _nature(claim)
    term, because = _term(claim)
    period = claim.period
    return DisplacementRow(
        claim=claim.id,
        figure=claim.figure or NOTHING,
        nature=nature,
        term=term,
        words=claim.quote,
        place=claim.place or claim.within or (claim.at.name if claim.at else ""),
        since=period.start if period else None,
        until=period.end if period else None,
        speaker=claim.speaker,
        reasons=(why, because),
        subject="in need" if claim.kind == "need" else "displaced",
    )


def _nature(claim: Claim) -> tuple[Nature, str]:
    if claim.status == "projected":
        return "forecast", "a warning or forecast: it is in no observed figure"
    if claim.status == "denied":
        return "denied", "said not to have happened: it is in no observed figure"
    if claim.figure and claim.figure.unit == "percent":
        return "share", "a share, not a number of people: it is in no sum"
    return "observed", "said to have happened"


def _term(claim: Claim) -> tuple[Literal["flow", "stock"], str]:
    if claim.kind == "need":
        return "stock", "people living there or in need at a time: a stock"
    found = next((w for w in load("displacement")["stock_words"] if w in gloss(claim.quote)), None)
    if found:
        return "stock", f"“{found}” tells of people displaced at a time: a stock"
    return "flow", "people driven out during a time: a flow"
