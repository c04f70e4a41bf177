"""The ledger of displacement and need: observed flows and stocks apart from forecasts, shares and denied figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.ledger import DisplacementRow
from sijil.rules import load
from sijil.steps.bounds import NOTHING
from sijil.steps.tally.areas import inside
from sijil.steps.when import apart
from sijil.steps.where import place_of

Nature = Literal["observed", "forecast", "denied", "share"]


def displacement(claims: Iterable[Claim]) -> tuple[DisplacementRow, ...]:
    """One row for each displacement or need claim with a figure, in the order given.

    Observed figures of one term that touch in place and time stand side by side (IDMC's triangulation): each row's
    reasons name the others, and none is added to another.
    """
    told = [claim for claim in claims if claim.kind in ("displacement", "need") and claim.figure]
    rows = [_row(claim) for claim in told]
    return tuple(
        replace(row, reasons=(*row.reasons, *_beside(claim, row, told, rows)))
        for claim, row in zip(told, rows, strict=True)
    )


def _beside(claim: Claim, row: DisplacementRow, told: list[Claim], rows: list[DisplacementRow]) -> list[str]:
    """One sentence for each other observed figure of the same kind and term that touches this one."""
    if row.nature != "observed":
        return []
    return [
        f"beside it: {other.figure.words()} by {', '.join(other.speaker) or 'the report itself'} ({other.claim})"
        for rival, other in zip(told, rows, strict=True)
        if other is not row and other.nature == "observed" and (rival.kind, other.term) == (claim.kind, row.term)
        and apart(claim.period, rival.period) == 0 and _touch(claim, rival)
    ]  # fmt: skip


def _touch(a: Claim, b: Claim) -> bool:
    one, other = place_of(a), place_of(b)
    return one is not None and other is not None and (inside(one, other) or inside(other, one))


def _row(claim: Claim) -> DisplacementRow:
    figure = claim.figure or NOTHING
    nature, why = _nature(claim)
    term, because = _term(claim)
    period = claim.period
    return DisplacementRow(
        claim=claim.id,
        figure=figure,
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
