"""What the command line, the desk and the exports ask of a register: each question one function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, compress
from typing import TypeVar

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Incident, Total
from sijil.model.judgement import Judgement
from sijil.model.ledger import (
    AccessPlace,
    AccessRow,
    AgreementRow,
    ControlPlace,
    ControlRow,
    DisplacementRow,
    DisplacementSeries,
    SourceRow,
    Tally,
)
from sijil.model.report import ReportInfo
from sijil.model.view import IncidentView as IncidentView
from sijil.model.view import ReportView
from sijil.register import Register
from sijil.snapshot import HOLD, Corrections, Snapshot, snapshot
from sijil.steps import explain as sentences
from sijil.steps import tally as ledgers
from sijil.steps.accepted import accepted
from sijil.steps.added import present
from sijil.steps.assess.sources import Voices, voices
from sijil.steps.corrections import Target, same_words
from sijil.steps.derived import derived
from sijil.steps.history import history
from sijil.steps.link.heirs import pointer
from sijil.steps.state import States
from sijil.steps.tally import Findings

R = TypeVar("R")


def findings(register: Register) -> Findings:
    """All that the register knows: claims as people left them, incidents, assessments, reports.

    Where reports came in since incidents were last derived (an `add` that was killed), they are derived anew here, in
    memory: what is asked for is never less than what was read.
    """
    return snapshot(register).findings


def _asked(known: Snapshot, wanted: Filter) -> Findings:
    return known.kept(("chosen", wanted), lambda: ledgers.chosen(known.findings, wanted))


def hold(register: Register) -> None:
    """From here on all answers on this connection are of one moment, whatever others decide meanwhile."""
    register.held = HOLD


def warm(register: Register) -> int:
    """Works out what a new process is asked first, and what takes longest; the number of claims."""
    prepare(register)
    for ask in (displacement, displacement_over_time, access_places, control_places, agreements, sources):
        ask(register, Filter())
    incidents(register, Filter(place="?", party="?", speaker="?", since=date.min, kind="?", group="?", attack="?"))
    return len(findings(register).claims)


def prepare(register: Register) -> None:
    """Works out what most pages ask, so that the next one after a judgement need not wait for it."""
    for ask in (incidents, tally, loose):
        ask(register, Filter())


def kept(register: Register, question: object, answer: Callable[[], R]) -> R:
    """What a page makes of answers, made once and kept until the register changes; nobody may change it."""
    return snapshot(register).kept(question, answer)


def reports(register: Register) -> Mapping[str, ReportInfo]:
    """All reports by id, in order of arrival."""
    return snapshot(register).findings.reports


def order(register: Register, wanted: Filter) -> tuple[tuple[IncidentView, ...], Mapping[str, int]]:
    """`incidents`, and where each of them stands in it, by id."""
    known, found = snapshot(register), incidents(register, wanted)
    return found, known.kept(("order", wanted), lambda: {view.incident.id: n for n, view in enumerate(found)})


def near(register: Register, id_: str, many: int) -> tuple[IncidentView, ...]:
    """The incidents that one may be merged with: those nearest in order of days, `many` before and after it, but not
    the one itself."""
    ordered, places = order(register, Filter())
    at = places.get(id_, 0)
    around = ordered[max(0, at - many) : at + many + 1]
    return tuple(view for view in around if view.incident.id != id_)


def heard(register: Register, view: IncidentView) -> tuple[Voices, Mapping[str, str]]:
    """Which independent source each claim of an incident is of, and which of its reports repeat which (report →
    original, for near-copies only)."""
    known = snapshot(register)
    return known.kept(("heard", view.incident.id), lambda: _heard(register, known.findings, view))


def _heard(register: Register, all_: Findings, view: IncidentView) -> tuple[Voices, Mapping[str, str]]:
    copied = register.derived.originals(info.id for info in view.reports)
    return voices(view.incident, all_.by_id(), all_.reports, all_.denials, copied), copied


def judged(register: Register, view: IncidentView) -> tuple[Judgement, ...]:
    """What people decided about an incident and its claims (steps/history.py), oldest first."""
    known = snapshot(register)
    asked = ("judged", view.incident.id)
    return known.kept(asked, lambda: history(known.judgements, view.incident, view.former))


def may_be_one(register: Register, id_: str) -> tuple[tuple[IncidentView, str], ...]:
    """The incidents that may be one event with this one, each with why, in words."""
    known = snapshot(register)
    doubts = known.kept("doubts by incident", lambda: _by_incident(known.findings))
    return tuple((view, why) for other, why in doubts.get(id_, ()) if (view := _views(known).get(other)))


def _by_incident(all_: Findings) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one in all_.doubts.found:
        found.setdefault(one.incident, []).append((one.other, one.why))
        found.setdefault(one.other, []).append((one.incident, one.why))
    return found


def counts(register: Register) -> Counter[str]:
    """How many claims each report has, as people left them."""
    known = snapshot(register)
    return known.kept("counts", lambda: Counter({id_: len(own) for id_, own in known.claims.items()}))


def claims_of(register: Register, report: str) -> tuple[Claim, ...]:
    """The claims of one report as people left them, in text order; none for an unknown id."""
    return snapshot(register).claims.get(report, ())


def copied(register: Register, reports: Iterable[str]) -> Mapping[str, str]:
    """Report → the one that it repeats, for the near-copies among `reports` and all near-copies of those."""
    return register.derived.originals(reports)


def claims_by_id(register: Register) -> Mapping[str, Claim]:
    """All claims as people left them, by id."""
    return snapshot(register).findings.by_id()


def claims(register: Register, wanted: Filter) -> tuple[Claim, ...]:
    """The claims that fit, in order of reports and text."""
    return _asked(snapshot(register), wanted).claims


def loose(register: Register, wanted: Filter) -> tuple[Claim, ...]:
    """The claims that fit of which nobody knows any day, or no gazetteer the place."""
    answer = lambda part: tuple(compress(part.claims, part.columns.fits(is_loose, is_loose)))  # noqa: E731
    return _of_part(register, wanted, "loose", answer)


def is_loose(claim: Claim) -> bool:
    """Whether a claim is undated or placeless."""
    return is_undated(claim) or is_placeless(claim)


def is_undated(claim: Claim) -> bool:
    """Whether nobody knows any day of the claim."""
    return claim.period is None or not (claim.period.start or claim.period.end)


def is_placeless(claim: Claim) -> bool:
    """Whether nobody knows the claim's place, or its name means nothing to the gazetteer."""
    return claim.at is None or claim.at.precision == "unknown"


def incidents(register: Register, wanted: Filter) -> tuple[IncidentView, ...]:
    """The incidents of which any claim fits, by day (undated last) and then in register order, each whole."""
    known = snapshot(register)
    return known.kept(("incidents", wanted), lambda: _incidents(known, wanted))


def views(register: Register) -> Mapping[str, IncidentView]:
    """All incidents by id, each whole."""
    return _views(snapshot(register))


def _views(known: Snapshot) -> Mapping[str, IncidentView]:
    return known.kept("all views", lambda: _made(known))


def _made(known: Snapshot) -> Mapping[str, IncidentView]:
    """Those that did not change are the ones of the snapshot before."""
    older, former = known.kept("views", dict[str, IncidentView]), known.former
    for found in known.findings.incidents:
        if found.id not in older and (view := _view(found, known.findings)):
            older[found.id] = view
    return {**older, **{id_: replace(older[id_], former=ids) for id_, ids in former.items() if id_ in older}}


def _incidents(known: Snapshot, wanted: Filter) -> tuple[IncidentView, ...]:
    views = _views(known)
    return tuple([views[found.id] for found in _asked(known, wanted).by_day if found.id in views])


def incident(register: Register, id_: str) -> IncidentView:
    """One incident; an id that an incident had before a merge or a rejection leads to what it is part of now.

    Raises BadInput where there is none.
    """
    known = snapshot(register)
    to = known.leads.of(id_)
    view = _views(known).get(to[0]) if to else None
    if view is None:
        raise BadInput(id_, "no such incident in the register", "list them: sijil incidents")
    return replace(view, pointer=pointer(id_, to))


def _view(found: Incident, everything: Findings) -> IncidentView | None:
    assessment, claims = everything.assessments.get(found.id), everything.by_id()
    if assessment is None:
        return None
    own = tuple(claims[i] for i in found.claims if i in claims)
    denials = {d.id: d for claim in own for d in everything.denials.get(claim.id, ())}
    docs = dict.fromkeys(claim.doc for claim in (*own, *denials.values()))
    told = tuple(everything.reports[doc] for doc in docs if doc in everything.reports)
    return IncidentView(found, assessment, own, told, tuple(denials.values()))


def totals(register: Register, wanted: Filter) -> tuple[Total, ...]:
    """The stated totals that fit, each with the incidents inside it, whether or not these fit."""
    known = snapshot(register)
    return ledgers.totals(_asked(known, wanted))


def displacement(register: Register, wanted: Filter) -> tuple[DisplacementRow, ...]:
    """Displacement and need that fit."""
    return _of_part(register, wanted, "displacement", lambda part: ledgers.displacement(part.claims, part.reports))


def displacement_over_time(register: Register, wanted: Filter) -> tuple[DisplacementSeries, ...]:
    """The same by place and time: the figure recommended for each time, those beside it, and how they went on."""
    answer = lambda part: ledgers.displacement_over_time(part.claims, part.reports)  # noqa: E731
    return _of_part(register, wanted, "displacement over time", answer)


def access(register: Register, wanted: Filter) -> tuple[AccessRow, ...]:
    """Conditions of siege and access that fit; a claim without a day of its own has that of its report."""
    return _of_part(register, wanted, "access", lambda part: ledgers.access(part.claims, part.reports))


def agreements(register: Register, wanted: Filter) -> tuple[AgreementRow, ...]:
    """Agreements any of whose claims (or claimed breaches) fits, each whole."""
    answer = lambda all_: ledgers.agreements(all_.claims, all_.incidents)  # noqa: E731
    rows = _of_part(register, Filter(), "agreements", answer)
    if wanted == Filter():
        return rows
    fitting = _fitting(register, wanted)
    return tuple(row for row in rows if fitting & {*row.claims, *row.violations, *row.blames, *row.denials})


def control(register: Register, wanted: Filter) -> tuple[ControlRow, ...]:
    """Who is said to hold which place, as far as it fits."""
    rows = _of_part(register, Filter(), "control", lambda all_: ledgers.control(all_.claims, all_.reports))
    if wanted == Filter():
        return rows
    fitting = _fitting(register, wanted)
    return tuple(row for row in rows if fitting & set(row.claims))


def access_places(register: Register, wanted: Filter) -> tuple[AccessPlace, ...]:
    """Each place with its siege and its conditions in order of time, as far as its claims fit."""
    return _of_part(register, wanted, "access places", lambda part: ledgers.access_places(part.claims, part.reports))


def control_places(register: Register, wanted: Filter) -> tuple[ControlPlace, ...]:
    """Each place with all that is said of who holds it, where any of that fits."""
    answer = lambda all_: ledgers.control_places(all_.claims, all_.reports)  # noqa: E731
    rows = _of_part(register, Filter(), "control places", answer)
    if wanted == Filter():
        return rows
    fitting = _fitting(register, wanted)
    return tuple(place for place in rows if any(fitting & set(row.claims) for row in place.rows))


def sources(register: Register, wanted: Filter) -> tuple[SourceRow, ...]:
    """What each speaker and publisher said in the claims that fit."""
    return _of_part(register, wanted, "sources", ledgers.sources)


def _of_part(register: Register, wanted: Filter, question: str, answer: Callable[[Findings], R]) -> R:
    known = snapshot(register)
    return known.kept((question, wanted), lambda: answer(_asked(known, wanted)))


def _fitting(register: Register, wanted: Filter) -> frozenset[str]:
    return _of_part(register, wanted, "ids", lambda part: frozenset(claim.id for claim in part.claims))


def tally(register: Register, wanted: Filter, as_of: date | None = None, by: str = "") -> Tally:
    """Sums, grades, disputes, totals beside them, and the limits; broken down by one of PARTS where `by` names it.

    With `as_of` only what had been reported by that day counts, derived anew from it; None is all there is, as of today
    in UTC.
    """
    if as_of is None:
        known, today = snapshot(register), datetime.now(UTC).date()
        return known.kept(
            ("tally", wanted, today, by), lambda: ledgers.tally_of(_asked(known, wanted), wanted, today, by)
        )
    then, later = _told_by(register, as_of)
    return replace(ledgers.tally(then, wanted, as_of, by), later=later)


def _told_by(register: Register, day: date) -> tuple[Findings, int]:
    """What the register would know from the reports that were out by a day, and how many came later.

    What people decided holds, whenever they did.
    """
    read, everything = register.claims(), findings(register)
    told = ledgers.told_by(day, everything.reports, read)
    later = len(everything.reports) - len(told)
    if not later:
        return everything, 0
    kept, judgements = tuple(claim for claim in read if claim.doc in told), register.judgements()
    incidents, assessments = derived(kept, told, judgements)
    return Findings(accepted(kept, judgements), incidents, {a.incident: a for a in assessments}, told), later


def report_view(register: Register, id_: str) -> ReportView:
    """One report. Raises BadInput for an unknown id."""
    report, text = register.report(id_)
    known = snapshot(register)
    own = known.claims.get(id_, ())
    homes = {known.findings.home[claim.id] for claim in own if claim.id in known.findings.home}
    of = tuple(found for found in known.findings.incidents if found.id in homes)
    return ReportView(known.findings.reports[id_], report, text, own, of)


def read_claims(register: Register, report: str) -> tuple[Claim, ...]:
    """The claims of a report as they were read, whatever people decided since; none for an unknown id."""
    return present(register.claims(of=[report]), snapshot(register).judgements)


def read_claim(register: Register, id_: str) -> Claim:
    """A claim as it was read, whatever people decided since. Raises BadInput for an unknown id."""
    found = present(register.claims(ids=[id_]), snapshot(register).judgements)
    if not found:
        raise BadInput(id_, "no such claim in the register", "list them: sijil claims")
    return found[0]


def corrections(register: Register) -> Corrections:
    """The corrections of place and party that hold, by the id of the claims that they change."""
    return snapshot(register).corrections


def corrected_by(register: Register, judgement: Judgement) -> tuple[str, ...]:
    """The ids of the claims whose place or party a judgement decides; none where others decide all of them."""
    found = corrections(register)
    return tuple(id_ for id_, own in found.items() if any(one.judgement.id == judgement.id for one in own))


def with_words(register: Register, claim: Claim, target: Target) -> tuple[Claim, ...]:
    """All claims, as read, whose place or party has the words of `claim`: those that "always" would be for."""
    return same_words(chain.from_iterable(snapshot(register).read.values()), claim, target)


def states(register: Register) -> States:
    """In which state everything that people judge is now.

    A page asks for it before all else: what changes while it is made then counts as not shown.
    """
    known = snapshot(register)
    return known.kept("states", lambda: States(known.findings, known.leads, known.judgements, known.read))


def explain(register: Register, id_: str) -> tuple[str, ...]:
    """How a claim, incident, stated total, agreement or report's record came about, in sentences, down to the words.

    Raises BadInput for an id that is none of these.
    """
    known = snapshot(register)
    to = known.leads.of(id_)
    found = sentences.explain(to[0] if to else id_, known.findings)
    if to and found and (told := pointer(id_, to)):
        found = (f"{told}.", *found)
    if not found:
        raise BadInput(id_, "no claim, incident or report has this id", "list them: sijil claims, sijil incidents")
    return found
