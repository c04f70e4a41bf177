"""What the page and the sheet of one incident tell of it, worked out once and kept until the register changes."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sijil import queries
from sijil.exports.privacy import accounted
from sijil.model.claim import Claim
from sijil.model.incident import GRADES
from sijil.model.place import Place
from sijil.queries import IncidentView
from sijil.register import Register
from sijil.steps.assess.differ import Difference, differences
from sijil.steps.parties import canonical_speaker
from sijil.steps.where import is_point
from sijil.web import words
from sijil.web.differing import rows
from sijil.web.history import Entry, entries, graded
from sijil.web.language import language
from sijil.web.ranges import drawn
from sijil.web.summary import highest, opening
from sijil.web.tellings import Denied, by_source, denied


@dataclass(frozen=True, slots=True)
class Times:
    """The first and last day of what is kept apart: said or established, reported, retrieved."""

    said: tuple[date, ...]
    reported: tuple[date, ...]
    retrieved: tuple[date, ...]


def about(register: Register, view: IncidentView) -> dict[str, Any]:
    """What page and sheet tell of an incident, made once and kept until the register changes."""
    return queries.kept(
        register, ("incident's page", view.incident.id, language().code), lambda: _about(register, view)
    )


def _about(register: Register, view: IncidentView) -> dict[str, Any]:
    everything = queries.claims_by_id(register)
    heard, originals = queries.heard(register, view)
    against = denied(view)
    houses = houses_of(view)
    differ = differences(view.claims, view.assessment.ranges, heard.source)
    odd = odds(differ, heard.source)
    history = entries(queries.judged(register, view))
    return {
        "reports": {info.id: info for info in view.reports},
        "sources": by_source(view, heard.source, originals),
        "ranges": drawn(view.assessment.ranges, everything, heard.source),
        "denied": against,
        "denied_by": denied_by(against),
        "differ": rows(differ, heard.source),
        "odds": odd,
        "elsewhere": elsewhere(view, odd),
        "disputes": other_disputes(view),
        "times": times(view),
        "account": accounted((*view.claims, *view.denials)) | words_of((*houses, *GRADES, view.incident.title)),
        "houses": houses,
        "history": history,
        "graded": graded(history, view.assessment.grade_reasons),
        "claims": everything,
        "gone": gone(register, history, everything),
        "opening": opening(view.incident, view.assessment.ranges),
        "highest": highest(view.assessment.ranges),
    }


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a sentence; `id` is the incident that it is the title of, "" where it is none."""

    words: str
    id: str = ""


def pointed(view: IncidentView, others: Mapping[str, IncidentView]) -> tuple[Part, ...]:
    """Where the id asked for leads, in runs of one sentence, other incidents by title; `others` are all, by id."""
    runs = re.split(r"(\bI-[^\s,;]+)", view.pointer[:1].upper() + view.pointer[1:])
    own = view.incident.id
    return tuple(
        Part(words.titled(others[one].incident), one) if one in others and one != own else Part(one) for one in runs
    )


def gone(register: Register, history: Iterable[Entry], known: Container[str]) -> dict[str, Claim]:
    """The claims, as read, that somebody decided on and that are in the record no more: rejected ones."""
    ids = {one.subject for one in history if one.subject not in known}
    return {claim.id: claim for claim in register.claims(ids=sorted(ids))} if ids else {}


def houses_of(view: IncidentView) -> dict[str, str]:
    """The publishers of an incident's reports by the names that they bear as sources, with the name to be shown."""
    named = {
        name: name for info in view.reports if info.source for name in (info.source, canonical_speaker(info.source))
    }
    return named | {f"report {info.id}": words.publisher(info) for info in view.reports if not info.source}


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words, in small letters, of what names no private person: publishers, grades, the incident's title."""
    return frozenset(re.findall(r"\w+", " ".join(names).lower()))


def denied_by(against: Sequence[Denied]) -> Mapping[str, list[Denied]]:
    """Claim → the denials that reject it."""
    found: dict[str, list[Denied]] = {}
    for one in against:
        for claim in one.rejected:
            found.setdefault(claim.id, []).append(one)
    return found


def odds(differ: Iterable[Difference], source: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """(claim, field) for the claims that differ from another source's, but for those that say what most sources do."""
    return frozenset(
        (claim.id, one.field)
        for one in differ
        for value in one.values
        if value is not _usual(one, source)
        for claim in value
    )


def _usual(differ: Difference, source: Mapping[str, str]) -> tuple[Claim, ...] | None:
    """The value that more sources give than any other one; None where there is none."""
    by_count = sorted(
        ((len({source.get(claim.id, "") for claim in value}), n) for n, value in enumerate(differ.values))
    )
    (second, _), (most, n) = by_count[-2:]
    return differ.values[n] if most > second else None


def elsewhere(view: IncidentView, odd: Collection[tuple[str, str]]) -> tuple[Place, ...]:
    """The places, each once, where sources put it that do not say what most do; only those that are points."""
    told = (claim.at for claim in view.claims if (claim.id, "place") in odd and claim.at and is_point(claim.at))
    at = view.incident.at
    return tuple({place.id: place for place in told if at is None or place.id != at.id}.values())


def other_disputes(view: IncidentView) -> tuple[str, ...]:
    """The disputes but for denials of claims, which stand beside what they deny."""
    quotes = [f"«{claim.quote}»" for claim in view.denials]
    return tuple(line for line in view.assessment.disputes if not any(line.endswith(quote) for quote in quotes))


def times(view: IncidentView) -> Times:
    """When it was said or established, reported and retrieved: first and last day each, of which days are known."""
    told: tuple[Claim, ...] = (*view.claims, *view.denials)
    said = [claim.recognised.start for claim in told if claim.recognised and claim.recognised.start]
    reported = [info.published for info in view.reports if info.published]
    return Times(_ends(said), _ends(reported), _ends([info.retrieved.date() for info in view.reports]))


def _ends(days: Sequence[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys((min(days), max(days)))) if days else ()
