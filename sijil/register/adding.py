"""Claims that people add: the judgement says the whole claim, and its row of `claims` is written with it.

The row stays when the judgement is withdrawn, as rows do: whether the claim is there, its judgements tell
(steps/added.py). Who adds the very same claim again gives the same id, and needs no second row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.record import added_id, from_plain, to_plain
from sijil.register import rows
from sijil.register.store import Store


def completed(store: Store, report: str, value: dict[str, Any]) -> dict[str, Any]:
    """The value of a judgement that adds a claim to a report: {"claim": the claim with its id and number}.

    Raises BadInput where the claim is none, or its words do not stand in the report's text where it says.
    """
    claim, content = _claim(report, value.get("claim")), _content(store, report)
    start, stop = claim.span
    if not (0 <= start < stop and claim.quote.strip() and content[start:stop] == claim.quote):
        raise BadInput(report, "the claim's words do not stand in its text there", "mark them again")
    id_ = added_id(claim)
    old = store.rows("SELECT number FROM claims WHERE id = ?", id_)
    last = store.rows("SELECT coalesce(max(number), 0) FROM claims WHERE report = ?", report)[0][0]
    return {"claim": to_plain(replace(claim, id=id_, number=old[0][0] if old else last + 1))}


def keep(store: Store, value: dict[str, Any]) -> None:
    """Writes the claim's row, where it is not there already; only inside a transaction."""
    row = rows.claim_row(from_plain(Claim, value["claim"]))
    if not store.rows("SELECT 1 FROM claims WHERE id = ?", row[0]):
        marks = ", ".join("?" * len(row))
        store.write(f"INSERT INTO claims ({rows.CLAIM_COLUMNS}) VALUES ({marks})", [row])


def _claim(report: str, plain: object) -> Claim:
    if not isinstance(plain, dict):
        raise BadInput(report, "the judgement says no claim that could be added")
    try:
        return from_plain(Claim, {**plain, "id": "", "doc": report, "number": 0, "added_by": ""})
    except (TypeError, ValueError) as error:
        raise BadInput(report, f"what is to be added is no claim: {error}") from error


def _content(store: Store, report: str) -> str:
    found = store.rows("SELECT content FROM texts WHERE report = ?", report)
    return str(found[0][0]) if found else ""
