"""The range of several reports of one incident: each is an account, and its first count is its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.steps.assess.house import House
from sijil.steps.assess.summed import Account, told_of


def accounts(measure: str, group: str, claims: Sequence[Claim], house: House) -> GroupRange | None:
    """Lowest and highest of what the reports count, None where none counts the group. `claims` are of one measure.

    Reports without a number ("civilians were killed") are set aside where others give one. So is a number that no
    second report gives, where `alone` or more give one and the same (0: never): mostly it is of other people.
    """
    found = [_word(told) for own in _by_report(claims) if (told := told_of(group, own, house))]
    counted = [one for one in found if one.counted] or found
    if not counted:
        return None
    times = Counter((one.figure.low, one.top) for one in counted)
    sure = bool(house.alone) and max(times.values()) >= house.alone
    kept = [one for one in counted if not sure or times[one.figure.low, one.top] > 1]
    why = {True: "no second report gives this number, and several agree on another", False: "others give a number"}
    left = [(claim.id, why[one in counted]) for one in found if one not in kept for claim in one.claims]
    low, high = min(one.figure.low or one.top for one in kept), max(one.top for one in kept)
    reasons = tuple(f"a report gives {one.figure.words()}: «{one.claims[0].quote}»" for one in kept)
    used = tuple(claim.id for one in kept for claim in one.claims)
    return GroupRange(measure, group, Figure(low, high), used, reasons, tuple(left), high)


def _word(told: Sequence[Account]) -> Account:
    """The count that a report opens with; a later one where it opens without a number."""
    return next((one for one in told if one.counted), told[0])


def _by_report(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each report in text order, reports by first claim."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.doc, []).append(claim)
    return [sorted(own, key=lambda claim: claim.order) for own in found.values()]
