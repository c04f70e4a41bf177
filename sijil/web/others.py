"""Which other incidents one may be the same as: those in doubt and its neighbours, or what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sijil import queries
from sijil.model.filter import Filter
from sijil.model.incident import Incident
from sijil.pipeline.finding import Sought, search
from sijil.queries import IncidentView
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer

MOST = 12  # shown at once
AROUND = 3  # neighbours in order of days, before and after


@dataclass(frozen=True, slots=True)
class Other:
    """An incident with its grade, and why it is shown; "" where nobody says."""

    incident: Incident
    grade: str
    why: str = ""


def others(register: Register, id_: str, words: str, gazetteer: Gazetteer | None) -> tuple[Other, ...]:
    """At most MOST incidents for `words` (titles, places, days as 2020-01-24); without words those in doubt and near
    in time. Never the one itself."""
    found = _sought(register, words, gazetteer) if words.strip() else _near(register, id_)
    rest = {one.incident.id: one for one in found if one.incident.id != id_}
    return tuple(islice(rest.values(), MOST))


def _near(register: Register, id_: str) -> Iterable[Other]:
    doubtful = [_other(view, why) for view, why in queries.may_be_one(register, id_)]
    known = {one.incident.id for one in doubtful}
    around = [_other(view, "near in time") for view in queries.near(register, id_, AROUND)]
    return [*doubtful, *(one for one in around if one.incident.id not in known)]


def _sought(register: Register, words: str, gazetteer: Gazetteer | None) -> Iterable[Other]:
    days = [day for word in words.split() if (day := _day(word))]
    wanted = Filter(since=min(days), until=max(days)) if days else Filter()
    rest = " ".join(word for word in words.split() if not _day(word))
    if not rest:
        return [_other(view) for view in queries.incidents(register, wanted)[: MOST + 1]]
    found = search(register, Sought(rest, wanted, ("incidents",), limit=MOST + 1), gazetteer)
    return [Other(one.incident, one.grade) for one in found.incidents]


def _other(view: IncidentView, why: str = "") -> Other:
    return Other(view.incident, view.assessment.grade, why)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
