"""Answers a search: what of the register holds the words asked for, by kind, the best first, with the words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.register import Register
from sijil.register.search import OF, Narrowed, Of
from sijil.rules import load
from sijil.steps.accepted import left
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.search import (
    Asked,
    Excerpt,
    asked,
    claim_names,
    excerpt,
    expression,
    folded_text,
    found_in,
    incident_names,
    whole,
    with_names,
)

FEW = 20  # results on a page
_NAMESAKES = 25  # places that a name asked for is taken to mean, the likeliest


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """`words` is the whole quote; `names` those of its speaker, place and parties that hold what else was asked for."""

    claim: Claim
    report: ReportInfo
    words: Excerpt
    names: tuple[Excerpt, ...]
    rejected: bool


@dataclass(frozen=True, slots=True)
class IncidentFound:
    """`title` is the whole title; `names` those of its place that hold what else was asked for."""

    incident: Incident
    title: Excerpt
    names: tuple[Excerpt, ...]
    grade: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class ReportFound:
    """`title` and `publisher` are whole; `words` is a part of the main text, by its offsets. `claims` are the report's,
    as read: they tell which names in the text are no private person's."""

    report: ReportInfo
    title: Excerpt
    publisher: Excerpt
    words: Excerpt
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many of each kind there are, and those on the page asked for. `behind`: more came in since."""

    asked: Asked
    counts: Mapping[Of, int]
    incidents: tuple[IncidentFound, ...] = ()
    claims: tuple[ClaimFound, ...] = ()
    reports: tuple[ReportFound, ...] = ()
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody searches for. Of `filter` place, days and kind hold (a report is of the kinds and places of its
    claims, its day is that of its publication); of a name other spellings are sought that claims call one place."""

    question: str
    filter: Filter = Filter()
    of: tuple[Of, ...] = OF
    rejected: bool = False  # also claims that people rejected
    start: int = 0
    limit: int = FEW


def search(register: Register, sought: Sought, gazetteer: Gazetteer | None = None) -> Found:
    """Counts of every kind, and the results of those that `of` names. Whatever is typed gives an answer.

    With a gazetteer a place is found by its names in other letters, too.
    """
    rows = register.search
    question = with_names(asked(sought.question), _other_names(register, gazetteer))
    behind = rows.state()[0] != register.last_seq()
    match, wanted = expression(question), _narrowed(sought)
    if not match:
        return Found(question, dict.fromkeys(OF, 0), behind=behind)
    counts = {of: rows.count(of, match, wanted) for of in OF}
    rules = load("search")
    weights = rules["weights"]

    def page(of: Of) -> list[str]:
        if of not in sought.of or counts[of] <= sought.start:
            return []
        ranked = weights[of] if counts[of] <= rules["ranked"] else ()
        return rows.ids(of, match, wanted, ranked, sought.start, sought.limit)

    return Found(
        question,
        counts,
        _incidents(register, question, page("incidents")),
        _claims(register, question, page("claims")),
        _reports(register, question, page("reports")),
        behind,
    )


def _narrowed(sought: Sought) -> Narrowed:
    wanted = sought.filter
    since, until = (day.isoformat() if day else "" for day in (wanted.since, wanted.until))
    return Narrowed(folded_text(wanted.place), since, until, folded_text(wanted.kind), sought.rejected)


def _other_names(register: Register, gazetteer: Gazetteer | None) -> Callable[[str], Iterable[str]]:
    """What claims call the places that folded words name in the register or the gazetteer."""

    def names(words: str) -> Iterable[str]:
        ids = register.search.places_called(words)
        if gazetteer:
            ids |= {entry.id for entry in gazetteer.lookup(words)[:_NAMESAKES] if entry.tier in ("exact", "article")}
        return register.search.names_of(ids) if ids else ()

    return names


def _claims(register: Register, question: Asked, ids: Sequence[str]) -> tuple[ClaimFound, ...]:
    docs = set(register.reports_of(ids).values())
    infos = {info.id: info for info in register.reports(docs)}
    read = register.claims(of=docs)
    kept = {claim.id: claim for claim in left(read, _judgements(register))}
    known = {claim.id: claim for claim in read} | kept
    found = []
    for id_ in ids:
        claim, words = known[id_], whole(known[id_].quote, question)
        names = found_in(claim_names(claim), question, words)
        found.append(ClaimFound(claim, infos[claim.doc], words, names, id_ not in kept))
    return tuple(found)


_last: tuple[tuple[object, ...], tuple[Judgement, ...]] | None = None  # 5,000 judgements are read in 25 ms


def _judgements(register: Register) -> tuple[Judgement, ...]:
    global _last
    stamp, known = register.stamp, _last
    if known is None or known[0] != stamp:
        known = _last = (stamp, register.judgements())
    return known[1]


def _incidents(register: Register, question: Asked, ids: Sequence[str]) -> tuple[IncidentFound, ...]:
    known = {one.id: one for one in register.derived.incidents(ids)}
    grades = register.search.grades(ids)
    found = []
    for id_ in ids:
        if incident := known.get(id_):
            title = whole(incident.title, question)
            names = found_in(incident_names(incident), question, title)
            found.append(IncidentFound(incident, title, names, *grades.get(id_, ("", False))))
    return tuple(found)


def _reports(register: Register, question: Asked, ids: Sequence[str]) -> tuple[ReportFound, ...]:
    infos = {info.id: info for info in register.reports(ids)}
    texts = {one.id: one.content for one in register.search.texts(ids)}
    claims = dict[str, list[Claim]]()
    for claim in register.claims(of=ids):
        claims.setdefault(claim.doc, []).append(claim)
    return tuple(
        ReportFound(
            infos[id_], whole(infos[id_].title or infos[id_].doc, question), whole(infos[id_].source, question),
            excerpt(texts[id_], question), tuple(claims.get(id_, ())),
        )
        for id_ in ids
    )  # fmt: skip
