"""A best estimate between the ends of a range (UCDP: low, best, high)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sijil.model.claim import Claim
from sijil.model.incident import GroupRange


def best(row: GroupRange, claims: Mapping[str, Claim], source: Mapping[str, str]) -> int | None:
    """The number that most independent sources give, the lowest of those where several do; within the range's ends.

    `source` maps claim ids to the names of their independent sources. None where no source gives a number.
    """
    given = {(source.get(i, i), _number(claims[i])) for i in row.claims if i in claims and claims[i].group == row.group}
    given = given or {(source.get(i, i), _number(claims[i])) for i in row.claims if i in claims}
    votes = Counter(number for _, number in given if number is not None)
    if not votes:
        return row.figure.low
    chosen = min(votes, key=lambda number: (-votes[number], number))
    low, high = row.figure.low, row.figure.high
    chosen = max(chosen, low) if low is not None else chosen
    return min(chosen, high) if high is not None else chosen


def _number(claim: Claim) -> int | None:
    """The low of a claim's figure, its high where it has none."""
    figure = claim.figure
    return None if figure is None else figure.low if figure.low is not None else figure.high
