"""Sums over incidents: each measure and group once an incident, what may be one event once, open bounds kept open."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sijil import METHOD_VERSION
from sijil.model.filter import Filter
from sijil.model.incident import GRADES
from sijil.model.ledger import Tally
from sijil.rules import load
from sijil.steps.tally.findings import Findings, chosen
from sijil.steps.tally.parts import parts_of
from sijil.steps.tally.rows import rows
from sijil.steps.tally.totals import totals
from sijil.steps.when import days


def tally(found: Findings, wanted: Filter, as_of: date, by: str = "") -> Tally:
    """The documented minimum of what the filter asks for, on the day that the caller gives; `by` is one of PARTS.

    Discounted incidents are in no sum of civilians (their ranges have none); totals stand beside the sums.
    """
    return tally_of(chosen(found, wanted), wanted, as_of, by)


def tally_of(part: Findings, wanted: Filter, as_of: date, by: str = "") -> Tally:
    """The same of a part that is chosen already by the filter."""
    uncertain = part.doubts
    said = [part.assessments[i.id] for i in part.incidents if i.id in part.assessments]
    heard = set[str]().union(*[assessment.sources for assessment in said])
    grades = Counter([assessment.grade for assessment in said])
    return Tally(
        filter=wanted,
        rows=rows(part.sums, uncertain.near, part.assessments, uncertain, wanted.group),
        grades=tuple((grade, n) for grade in GRADES for found, n in grades.items() if found == grade),
        disputed=tuple(a.incident for a in said if a.disputed),
        undated=tuple(i.id for i in part.incidents if days(i.period) is None),
        placeless=tuple(i.id for i in part.incidents if i.id not in part.seen.placed),
        totals=totals(part),
        limits=tuple(load("limits")["limits"]),
        sources=len(heard),
        reports=len(part.seen.docs),
        as_of=as_of,
        method=METHOD_VERSION,
        doubts=uncertain.found,
        by=by,
        parts=parts_of(part, by, uncertain, wanted.group) if by else (),
    )
