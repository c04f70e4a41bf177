"""An assessment as the JSON line that `sijil assess` prints (docs/assess.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sijil import METHOD_VERSION
from sijil.model.incident import GroupRange
from sijil.record import to_plain
from sijil.steps.assess.best import best
from sijil.steps.assess.house import House
from sijil.steps.assess.main import Assessed
from sijil.steps.assess.ranges import STRIKES
from sijil.steps.assess.who_says import who_says

Json = dict[str, Any]


def line(doc: str, found: Assessed | None, rules: House) -> Json:
    """The line of one report; `doc` and `rules` alone where it tells of no incident."""
    out: Json = {"doc": doc, "rules": rules.name}
    if found is None:
        return out
    rows = [row for row in found.assessment.ranges if row.measure != STRIKES]
    ends = {name(row): [row.figure.low, highest(row, rules)] for row in rows}
    out |= {key: bounds for key, bounds in ends.items() if bounds != [None, None]}
    if rules.best:
        out["best"] = {name(row): best(row, found.claims, found.sources) for row in rows}
    told = found.assessment
    quotes = {id_: claim.quote for id_, claim in found.claims.items()}
    return out | {
        "method": METHOD_VERSION,
        "grade": told.grade,
        "grade_reasons": list(told.grade_reasons),
        "incident": found.incident.title,
        "sources": list(told.sources),
        "blamed": list(told.blamed),
        "disputes": list(told.disputes),
        "ranges": [_row(row, quotes) for row in told.ranges],
        "who_says": [to_plain(saying) for saying in who_says(found.claims.values(), found.reports, told)],
    }


def name(row: GroupRange) -> str:
    """The key of a range: "civilians_killed"."""
    return f"{row.group}_{row.measure}"


def highest(row: GroupRange, rules: House) -> int | None:
    """The printed maximum: the highest floor where nothing bounds the range above and the house prints it so."""
    if row.figure.high is None and rules.print_highest_low:
        return row.highest_low
    return row.figure.high


def _row(row: GroupRange, quotes: Mapping[str, str]) -> Json:
    return {
        "measure": row.measure,
        "group": row.group,
        "low": row.figure.low,
        "high": row.figure.high,
        "highest_low": row.highest_low,
        "reasons": list(row.reasons),
        "quotes": [quotes[id_] for id_ in row.claims if id_ in quotes],
        "set_aside": [{"quote": quotes.get(id_, ""), "why": why} for id_, why in row.set_aside],
    }
