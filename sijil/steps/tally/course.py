"""The course of an agreement: since when it is in force, what is claimed as a breach since, by whom against whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sijil.model.claim import Claim
from sijil.model.ledger import AgreementRow, Blamed, CourseMark
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps import who
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any
from sijil.steps.tally.access import days_of
from sijil.steps.tally.breaches import party

Reports = Mapping[str, ReportInfo]
Known = Mapping[str, Claim]


def course(row: AgreementRow, claims: Known, reports: Reports, home: Mapping[str, str]) -> tuple[CourseMark, ...]:
    """The moments of an agreement in order of their first day; what has no day, and whose report has none, is left out.

    `home` gives the incident of a claim: claims of one incident are one event, whoever tells it.
    """
    marks = [CourseMark("began", row.since, row.since, "", (), row.claims)] if row.since else []
    ended = [claim for claim in _picked(row.claims, claims) if _tells_end(claim)]
    marks += [mark for claim in ended if (mark := _mark("ended", [claim], reports))]
    marks += [mark for own in _events(row, claims, home) if (mark := _mark("breach", own, reports))]
    marks += [mark for claim in _picked(row.denials, claims) if (mark := _mark("denied", [claim], reports))]
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.kind != "began", mark.last)))


def blamed(row: AgreementRow, claims: Known, reports: Reports, home: Mapping[str, str]) -> tuple[Blamed, ...]:
    """Who claims how many events as violations by whom, most first: both sides' words, side by side."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for own in _events(row, claims, home):
        for claim in own:
            key = who.source(claim, reports), party(claim)
            found.setdefault(key, {}).setdefault(home.get(claim.id, claim.id), []).append(claim.id)
    rows = [
        Blamed(by, against, len(events), tuple(id_ for ids in events.values() for id_ in ids))
        for (by, against), events in found.items()
    ]
    return tuple(sorted(rows, key=lambda one: (-one.events, one.by, one.party)))


def _events(row: AgreementRow, claims: Known, home: Mapping[str, str]) -> list[list[Claim]]:
    """The claims of each event that is claimed as a violation."""
    found: dict[str, list[Claim]] = {}
    for claim in _picked(row.violations, claims):
        found.setdefault(home.get(claim.id, claim.id), []).append(claim)
    return list(found.values())


def _picked(ids: Iterable[str], claims: Known) -> list[Claim]:
    return [claims[id_] for id_ in ids if id_ in claims]


def _tells_end(claim: Claim) -> bool:
    return claim.status == "reported" and has_any(gloss(claim.quote), load("agreements")["broken_words"])


def _mark(kind: str, own: Sequence[Claim], reports: Reports) -> CourseMark | None:
    known: list[date] = [day for claim in own for day in days_of(claim, reports)]
    if not known:
        return None
    accused = next((name for claim in own if (name := party(claim))), "") if kind == "breach" else ""
    by = tuple(dict.fromkeys(who.source(claim, reports) for claim in own))
    ids = tuple(claim.id for claim in own)
    return CourseMark(kind, min(known), max(known), accused, by, ids)  # type: ignore[arg-type]
