"""The page of one incident: who says what, side by side, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import GRADES, GroupRange
from sijil.model.report import ReportInfo
from sijil.queries import IncidentView
from sijil.web import words
from sijil.web.bars import top_of
from sijil.web.geo import candidates, on_map
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import about
from sijil.web.pages.overview import geo_answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Side:
    """What one speaker says in one report. `against` marks a side that denies."""

    speaker: str
    relation: str
    report: ReportInfo
    claims: tuple[Claim, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A range with the claims that it rests on, those set aside with why, and the scale that all are drawn on."""

    range: GroupRange
    claims: tuple[Claim, ...]
    set_aside: tuple[tuple[Claim, str], ...]
    top: float


@router.get("/incidents/{id_}")
def incident(request: Request, id_: str) -> Response:
    """One incident."""
    with register_of(request) as register:
        states = queries.states(register)
        view = queries.incident(register, id_)
        everything = queries.claims_by_id(register)
        sentences = queries.explain(register, id_)
        cards = cards_of(request, register)
        judgements = about(register.judgements(), {view.incident.id, *view.former, *view.incident.claims})
        shown = view.incident.id
        others = [other.incident for other in queries.near(register, shown)]
    return render(
        request, "incident.html", view=view, reports={info.id: info for info in view.reports}, sides=sides(view),
        ranges=drawn(view.assessment.ranges, everything), denials=view.denials,
        on_map=not on_map([view], request.app.state.places)[1], judgements=judgements, others=others,
        sentences=sentences, cards=cards, candidates=candidates(view.incident.at),
        states=states, GRADES=GRADES,
    )  # fmt: skip


@router.get("/incidents/{id_}/map.geojson")
def incident_map(request: Request, id_: str) -> Response:
    """The place of one incident as GeoJSON, with `candidates`: what its name may also mean."""
    with register_of(request) as register:
        view = queries.incident(register, id_)
    shapes = on_map([view], request.app.state.places)[0]
    return geo_answer(shapes | {"candidates": candidates(view.incident.at)})


def sides(view: IncidentView) -> list[Side]:
    """The claims by speaker and report, in the order in which they are first heard; those that deny come last."""
    reports = {info.id: info for info in view.reports}
    found: dict[tuple[tuple[str, ...], str], dict[str, Claim]] = {}
    for claim in (*view.claims, *view.denials):
        if claim.doc in reports:
            found.setdefault((claim.speaker, claim.doc), {})[claim.id] = claim
    denying = {claim.id for claim in view.denials}
    rows = [side(reports[doc], tuple(claims.values()), denying) for (_, doc), claims in found.items()]
    return sorted(rows, key=lambda row: row.against)


def side(report: ReportInfo, claims: tuple[Claim, ...], denying: set[str]) -> Side:
    """One side; all `claims` have the same speaker."""
    speaker = words.speaker(claims[0].speaker)
    name, relation = (speaker, "reported in") if speaker else (words.publisher(report), "in its own voice, in")
    return Side(name, relation, report, claims, any(c.id in denying or c.status == "denied" for c in claims))


def drawn(ranges: Sequence[GroupRange], claims: Mapping[str, Claim]) -> list[Drawn]:
    """The ranges ready to be drawn; those of one measure have one scale, so that a part looks like a part."""
    own = [tuple(claims[id_] for id_ in row.claims if id_ in claims and claims[id_].figure) for row in ranges]
    figures: dict[str, list[Figure]] = {}
    for row, said in zip(ranges, own, strict=True):
        figures.setdefault(row.measure, []).extend([row.figure, *(claim.figure for claim in said if claim.figure)])
    return [
        Drawn(row, said, tuple((claims[id_], why) for id_, why in row.set_aside if id_ in claims),
              top_of(figures[row.measure]))
        for row, said in zip(ranges, own, strict=True)
    ]  # fmt: skip
