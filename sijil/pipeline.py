"""The way of one report, written once.

read        bytes become a Report: archived as it came, hashed, decoded            (steps.read, before this module)
clean       the Report's main text, every character with its origin
claims      what the text says of harm: words, speaker, figure, period
places      what the places' names mean
parties     who the actors are
            --- here a report enters the register; what follows concerns all reports at once and can be redone ---
judgements  what people decided about claims is applied
denials     each denial finds the claims that it rejects, across reports
link        claims about one event become an incident
assess      what the sources of an incident support

Everything above the line depends on one report only; everything below is a pure function of claims and judgements.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement, Verb
from sijil.model.report import Report, ReportInfo, Text
from sijil.register import AddOutcome, Register, report_id
from sijil.steps.accepted import accepted
from sijil.steps.assess import assess_all
from sijil.steps.claims import claims as claims_of
from sijil.steps.clean import clean, page
from sijil.steps.judge import standing
from sijil.steps.link import link
from sijil.steps.parties import resolve_parties
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.resolve import resolve


def extract(report: Report, gazetteer: Gazetteer) -> tuple[Text, tuple[Claim, ...]]:
    """The main text of one report and what it says, resolved. Needs no register."""
    return _extract(page.metadata(report), gazetteer)


def add(register: Register, report: Report, gazetteer: Gazetteer) -> AddOutcome:
    """Reads one report into the register. Call `derive` when the last one is in: until then the incidents are behind.

    A report whose bytes are there already is not read again.
    """
    if register.has(report.sha256):
        return AddOutcome(report_id(report.sha256), added=False)
    report = page.metadata(report)
    text, claims = _extract(report, gazetteer)
    return register.add(report, text, claims)


def derive(register: Register) -> None:
    """Makes incidents and assessments from all claims and judgements, and stores them in place of the old ones."""
    with register.transaction():
        reports = {info.id: info for info in register.reports()}
        register.derive(*derived(register.claims(), reports, register.judgements()))


def rebuild(register: Register) -> None:
    """Derives everything again. Only claims and judgements are read, so the rows come out byte for byte the same."""
    derive(register)


def judge(register: Register, verb: Verb, subject: str, value: dict[str, object], who: str, reason: str) -> Judgement:
    """Records what a person decided and derives what follows; both or, where it makes no sense of a claim, neither."""
    with register.transaction():
        judgement = register.judge(verb, subject, value, who, reason)
        derive(register)
    return judgement


def derived(
    claims: Sequence[Claim], reports: dict[str, ReportInfo], judgements: Sequence[Judgement]
) -> tuple[tuple[Incident, ...], tuple[Assessment, ...]]:
    """What follows from claims and judgements: the same for the same input, at any time."""
    decided = standing(judgements)
    kept = accepted(claims, decided)
    incidents = link(kept, reports, decided)
    return incidents, assess_all(incidents, {claim.id: claim for claim in kept}, reports, decided)


def _extract(report: Report, gazetteer: Gazetteer) -> tuple[Text, tuple[Claim, ...]]:
    text = clean(report)
    raw = claims_of(report, text)
    return text, resolve_parties(resolve(raw, gazetteer))
