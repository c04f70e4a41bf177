"""What the command line, the desk and the exports ask of a register: each question one function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.incident import Assessment, Incident, Total
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
from sijil.model.report import Report, ReportInfo, Text
from sijil.register import Register
from sijil.steps import explain as sentences
from sijil.steps import judge
from sijil.steps import tally as ledgers
from sijil.steps.accepted import accepted
from sijil.steps.corrections import Correction, Target, same_words
from sijil.steps.derived import derived
from sijil.steps.link.heirs import Leads, pointer
from sijil.steps.tally import Findings

Corrections = Mapping[str, tuple[Correction, ...]]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with all that stands on its page. `claims` are its own, `denials` those that reject any of them.

    `former` are ids of incidents that are part of it now; `pointer` says, in a sentence, where the id asked for leads.
    """

    incident: Incident
    assessment: Assessment
    claims: tuple[Claim, ...]
    reports: tuple[ReportInfo, ...]
    denials: tuple[Claim, ...] = ()
    former: tuple[str, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its main text, its claims as people left them, and the incidents that they belong to."""

    info: ReportInfo
    report: Report
    text: Text
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]


def findings(register: Register) -> Findings:
    """All that the register knows: claims as people left them, incidents, assessments, reports.

    Where reports came in since incidents were last derived (an `add` that was killed), they are derived anew here, in
    memory: what is asked for is never less than what was read.
    """
    return _known(register).findings


@dataclass(frozen=True, slots=True)
class _Known:
    """What a register came to, at a stamp."""

    stamp: tuple[object, ...]
    findings: Findings
    corrections: Corrections
    leads: Leads


_last: _Known | None = None  # a page asks many questions of one register: its rows are read once (20,000 claims: 1 s)


def _known(register: Register) -> _Known:
    global _last
    stamp = register.stamp  # before the rows: what comes in while they are read makes the next stamp another one
    known = _last
    if known is None or known.stamp != stamp:
        known = _last = _Known(stamp, *_read(register))
    return known


def _read(register: Register) -> tuple[Findings, Corrections, Leads]:
    read, judgements = register.claims(), register.judgements()
    reports = {info.id: info for info in register.reports()}
    if register.behind:
        incidents, assessments = derived(read, reports, judgements)
    else:
        incidents, assessments = register.incidents(), register.assessments()
    found = Findings(
        claims=accepted(read, judgements),
        incidents=incidents,
        assessments={assessment.incident: assessment for assessment in assessments},
        reports=reports,
    )
    return found, judge.corrections(read, judgements), Leads(incidents, judgements)


def _asked(register: Register, wanted: Filter) -> Findings:
    return ledgers.chosen(findings(register), wanted)


def claims(register: Register, wanted: Filter) -> tuple[Claim, ...]:
    """The claims that fit, in order of reports and text."""
    return _asked(register, wanted).claims


def incidents(register: Register, wanted: Filter) -> tuple[IncidentView, ...]:
    """The incidents of which any claim fits, by day (undated last) and then in register order, each whole."""
    everything = findings(register)
    asked = ledgers.chosen(everything, wanted).incidents
    known, against = everything.by_id(), _denials(everything)
    former = _former(register)
    views = [_view(incident, everything, known, against) for incident in asked]
    whole = (replace(view, former=former.get(view.incident.id, ())) for view in views if view)
    return tuple(sorted(whole, key=lambda v: _day(v.incident) or date.max))


def incident(register: Register, id_: str) -> IncidentView:
    """One incident; an id that an incident had before a merge or a rejection leads to what it is part of now.

    Raises BadInput where there is none.
    """
    everything, to = _led(register, id_)
    found = next((i for i in everything.incidents if i.id == to[0]), None) if to else None
    view = _view(found, everything, everything.by_id(), _denials(everything)) if found else None
    if view is None:
        raise BadInput(id_, "no such incident in the register", "list them: sijil incidents")
    return replace(view, former=_former(register).get(view.incident.id, ()), pointer=pointer(id_, to))


def _former(register: Register) -> dict[str, tuple[str, ...]]:
    return _known(register).leads.former()


def _led(register: Register, id_: str) -> tuple[Findings, tuple[str, ...]]:
    """All findings, and where an id leads among them."""
    known = _known(register)
    return known.findings, known.leads.of(id_)


def _day(found: Incident) -> date | None:
    return found.period.start if found.period else None


def _denials(found: Findings) -> dict[str, list[Claim]]:
    """The denials by the id of the claim that they reject."""
    against: dict[str, list[Claim]] = {}
    for claim in found.claims:
        for denied in claim.denies if claim.kind == "denial" else ():
            against.setdefault(denied, []).append(claim)
    return against


def _view(
    found: Incident, everything: Findings, known: dict[str, Claim], against: dict[str, list[Claim]]
) -> IncidentView | None:
    assessment = everything.assessments.get(found.id)
    if assessment is None:
        return None
    own = tuple(known[i] for i in found.claims if i in known)
    denials = {d.id: d for claim in own for d in against.get(claim.id, ())}
    docs = dict.fromkeys(claim.doc for claim in (*own, *denials.values()))
    told = tuple(everything.reports[doc] for doc in docs if doc in everything.reports)
    return IncidentView(found, assessment, own, told, tuple(denials.values()))


def totals(register: Register, wanted: Filter) -> tuple[Total, ...]:
    """The stated totals that fit, each with the incidents inside it, whether or not these fit."""
    everything = findings(register)
    return ledgers.totals(everything, ledgers.chosen(everything, wanted).claims)


def displacement(register: Register, wanted: Filter) -> tuple[DisplacementRow, ...]:
    """Displacement and need that fit."""
    part = _asked(register, wanted)
    return ledgers.displacement(part.claims, part.reports)


def displacement_over_time(register: Register, wanted: Filter) -> tuple[DisplacementSeries, ...]:
    """The same by place and time: the figure recommended for each time, those beside it, and how they went on."""
    part = _asked(register, wanted)
    return ledgers.displacement_over_time(part.claims, part.reports)


def access(register: Register, wanted: Filter) -> tuple[AccessRow, ...]:
    """Conditions of siege and access that fit; a claim without a day of its own has that of its report."""
    part = _asked(register, wanted)
    return ledgers.access(part.claims, part.reports)


def agreements(register: Register, wanted: Filter) -> tuple[AgreementRow, ...]:
    """Agreements any of whose claims (or claimed breaches) fits, each whole."""
    everything = findings(register)
    rows = ledgers.agreements(everything.claims, everything.incidents)
    if wanted == Filter():
        return rows
    fitting = {claim.id for claim in ledgers.chosen(everything, wanted).claims}
    return tuple(row for row in rows if fitting & {*row.claims, *row.violations, *row.blames, *row.denials})


def control(register: Register, wanted: Filter) -> tuple[ControlRow, ...]:
    """Who is said to hold which place, as far as it fits."""
    everything = findings(register)
    rows = ledgers.control(everything.claims, everything.reports)
    fitting = {claim.id for claim in ledgers.chosen(everything, wanted).claims}
    return tuple(row for row in rows if fitting & set(row.claims))


def access_places(register: Register, wanted: Filter) -> tuple[AccessPlace, ...]:
    """Each place with its siege and its conditions in order of time, as far as its claims fit."""
    part = _asked(register, wanted)
    return ledgers.access_places(part.claims, part.reports)


def control_places(register: Register, wanted: Filter) -> tuple[ControlPlace, ...]:
    """Each place with all that is said of who holds it, where any of that fits."""
    everything = findings(register)
    rows = ledgers.control_places(everything.claims, everything.reports)
    fitting = {claim.id for claim in ledgers.chosen(everything, wanted).claims}
    return tuple(place for place in rows if any(fitting & set(row.claims) for row in place.rows))


def sources(register: Register, wanted: Filter) -> tuple[SourceRow, ...]:
    """What each speaker and publisher said in the claims that fit."""
    part = _asked(register, wanted)
    return ledgers.sources(part.claims, part.incidents, part.assessments, part.reports)


def tally(register: Register, wanted: Filter, as_of: date | None = None, by: str = "") -> Tally:
    """Sums, grades, disputes, totals beside them, and the limits; broken down by one of PARTS where `by` names it.

    With `as_of` only what had been reported by that day counts, derived anew from it; None is all there is, as of today
    in UTC.
    """
    if as_of is None:
        return ledgers.tally(findings(register), wanted, datetime.now(UTC).date(), by)
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
    everything = findings(register)
    own = tuple(claim for claim in everything.claims if claim.doc == id_)
    ids = {claim.id for claim in own}
    of = tuple(incident for incident in everything.incidents if ids & set(incident.claims))
    return ReportView(everything.reports[id_], report, text, own, of)


def read_claim(register: Register, id_: str) -> Claim:
    """A claim as it was read, whatever people decided since. Raises BadInput for an unknown id."""
    found = next((claim for claim in register.claims() if claim.id == id_), None)
    if found is None:
        raise BadInput(id_, "no such claim in the register", "list them: sijil claims")
    return found


def corrections(register: Register) -> Corrections:
    """The corrections of place and party that hold, by the id of the claims that they change."""
    return _known(register).corrections


def corrected_by(register: Register, judgement: Judgement) -> tuple[str, ...]:
    """The ids of the claims whose place or party a judgement decides; none where others decide all of them."""
    found = corrections(register)
    return tuple(id_ for id_, own in found.items() if any(one.judgement.id == judgement.id for one in own))


def with_words(register: Register, claim: Claim, target: Target) -> tuple[Claim, ...]:
    """All claims, as read, whose place or party has the words of `claim`: those that "always" would be for."""
    return same_words(register.claims(), claim, target)


def explain(register: Register, id_: str) -> tuple[str, ...]:
    """How a claim, incident, stated total, agreement or report's record came about, in sentences, down to the words.

    Raises BadInput for an id that is none of these.
    """
    everything, to = _led(register, id_)
    found = sentences.explain(to[0] if to else id_, everything)
    if to and found and (told := pointer(id_, to)):
        found = (f"{told}.", *found)
    if not found:
        raise BadInput(id_, "no claim, incident or report has this id", "list them: sijil claims, sijil incidents")
    return found
