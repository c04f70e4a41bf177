"""The JSON objects of what a search found, for the command line and the HTTP interface (docs/json.md)."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.exports.forms import period_form, place_form
from sijil.pipeline.finding import ClaimFound, Found, IncidentFound, ReportFound
from sijil.record import Json
from sijil.steps.search import Excerpt


def found_forms(found: Found) -> Iterator[Json]:
    """One object for each result: incidents, then claims, then reports, each the best first."""
    for incident in found.incidents:
        yield {"found": "incident", "count": found.counts["incidents"], **_incident(incident)}
    for claim in found.claims:
        yield {"found": "claim", "count": found.counts["claims"], **_claim(claim)}
    for report in found.reports:
        yield {"found": "report", "count": found.counts["reports"], **_report(report)}


def _incident(one: IncidentFound) -> Json:
    incident = one.incident
    return {
        "id": incident.id, "report": None, **_words(one.title), "span": None, "names": _names(one.names),
        "title": incident.title, **period_form(incident.period), "place": place_form(incident.at),
        "grade": one.grade, "disputed": one.disputed,
    }  # fmt: skip


def _claim(one: ClaimFound) -> Json:
    claim = one.claim
    return {
        "id": claim.id, "report": claim.doc, **_words(one.words), "span": list(claim.span), "names": _names(one.names),
        "title": one.report.title or one.report.doc, **period_form(claim.period), "place": place_form(claim.at),
        "kind": claim.kind, "speaker": list(claim.speaker), "rejected": one.rejected,
    }  # fmt: skip


def _report(one: ReportFound) -> Json:
    return {
        "id": one.report.id, "report": one.report.id, **_words(one.words), "span": [one.words.start, one.words.end],
        "names": _names(part for part in (one.title, one.publisher) if part.marks), "title": one.title.text,
        "source": one.report.source, "published": one.report.published.isoformat() if one.report.published else None,
    }  # fmt: skip


def _words(shown: Excerpt) -> Json:
    return {"words": shown.text, "marks": [[one.start - shown.start, one.end - shown.start] for one in shown.marks]}


def _names(found: Iterator[Excerpt] | tuple[Excerpt, ...]) -> list[str]:
    return [one.text for one in found]
