"""The ledger of displacement and need: observed flows and stocks apart from forecasts, shares and denied figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.ledger import DisplacementRow
from sijil.rules import load

Nature = Literal["observed", "forecast", "denied", "share"]


def displacement(claims: Iterable[Claim]) -> tuple[DisplacementRow, ...]:
    """One row for each displacement or need claim with a figure, in the order given."""
    return tuple(_row(claim) for claim in claims if claim.kind in ("displacement", "need") and claim.figure)


def _row(claim: Claim) -> DisplacementRow:
    assert claim.figure is not None
    nature, why = _nature(claim)
    term, because = _term(claim)
    period = claim.period
    return DisplacementRow(
        claim=claim.id,
        figure=claim.figure,
        nature=nature,
        term=term,
        words=claim.quote,
        place=claim.place or claim.within or (claim.at.name if claim.at else ""),
        since=period.start if period else None,
        until=period.end if period else None,
        speaker=claim.speaker,
        reasons=(why, because),
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
    found = next((w for w in load("displacement")["stock_words"] if w in claim.quote.casefold()), None)
    if found:
        return "stock", f"“{found}” tells of people displaced at a time: a stock"
    return "flow", "people driven out during a time: a flow"
