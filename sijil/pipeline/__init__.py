"""The way of one report, written once.

read        bytes become a Report: archived as it came, hashed, decoded            (steps.read, before this module)
clean       the Report's main text, every character with its origin
claims      what the text says of harm: words, speaker, figure, period
places      what the places' names mean
parties     who the actors are
accepting   which claims of harm to civilians the accused side accepts in so many words
sketch      what tells that another report prints the same text, and which wire it is credited to
            --- here a report enters the register; what follows concerns all reports at once and can be redone ---
judgements  what people decided about claims is applied, and what they decided always for a place's or party's words
denials     each denial finds the claims that it rejects, across reports
link        claims about one event become an incident
assess      what the sources of an incident support

Everything above the line depends on one report only; everything below is a pure function of claims and judgements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sijil.errors import RegisterError
from sijil.model.claim import Claim
from sijil.model.judgement import Decision, Judgement, Verb
from sijil.model.report import Report, Text
from sijil.pipeline.deriving import derive_all, derive_news
from sijil.pipeline.searching import keep_words
from sijil.register import AddOutcome, Damage, Register, report_id
from sijil.steps.accepting import with_acceptance
from sijil.steps.added import added_claim
from sijil.steps.claims import claims as claims_of
from sijil.steps.clean import clean, page
from sijil.steps.derived import derived
from sijil.steps.link.bonds import anchor_of
from sijil.steps.link.heirs import SEEING, seen
from sijil.steps.parties import resolve_parties
from sijil.steps.parties.speakers import home_of
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.resolve import resolve
from sijil.steps.sketch import sketch


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
    return register.add(report, text, claims, sketch(report, text))


def derive(register: Register) -> None:
    """Makes incidents and assessments of what came in, and renews those that it touches (pipeline/deriving.py)."""
    with register.transaction():
        if register.since(register.derived.state()[0])[0]:  # looking for what lacks a sketch takes 0.1 s
            _sketch(register)
        derive_news(register)
        keep_words(register)


def rebuild(register: Register) -> None:
    """Derives everything again. Texts, claims and judgements are read, so the rows come out byte for byte the same."""
    with register.transaction():
        register.forget_sketches()
        _sketch(register)
        derive_all(register)
        keep_words(register, anew=True)


def _sketch(register: Register) -> None:
    register.keep_sketches({id_: sketch(*register.report(id_)) for id_ in register.unsketched()})


def verify(register: Register) -> tuple[Damage, ...]:
    """Every damaged row; where archive, claims, judgements and log are intact, also the derived rows that are not what
    these give (changed, or derived by another version of Sijil). Rows that are only behind are no damage."""
    damages = register.verify() or _sketches(register)
    if damages or register.behind:
        return damages
    reports = {info.id: info for info in register.reports()}
    incidents, assessments = derived(register.claims(), reports, register.judgements())
    try:
        stored_incidents, stored_assessments = register.incidents(), register.assessments()
    except RegisterError as error:
        return (Damage("incidents", str(register.path), error.problem),)
    of_incidents = _other({i.id: i for i in stored_incidents}, {i.id: i for i in incidents})
    of_assessments = _other({a.incident: a for a in stored_assessments}, {a.incident: a for a in assessments})
    what = "is not what claims and judgements give: run `sijil rebuild`"
    found = [("incidents", id_) for id_ in of_incidents] + [("assessments", id_) for id_ in of_assessments]
    return tuple(Damage(table, id_, what) for table, id_ in found)


def _sketches(register: Register) -> tuple[Damage, ...]:
    """The sketches that are not what the texts give."""
    try:
        kept = {info.id: info.sketch for info in register.reports()}
    except RegisterError as error:
        return (Damage("sketches", str(register.path), error.problem),)
    without = set(register.unsketched())
    other = [id_ for id_, own in kept.items() if id_ not in without and own != sketch(*register.report(id_))]
    return tuple(Damage("sketches", id_, "is not what the text gives: run `sijil rebuild`") for id_ in other)


def _other(kept: Mapping[str, object], made: Mapping[str, object]) -> list[str]:
    return sorted(key for key in kept.keys() | made.keys() if kept.get(key) != made.get(key))


def judge(register: Register, verb: Verb, subject: str, value: dict[str, object], who: str, reason: str) -> Judgement:
    """Records what a person decided and derives what follows; both or, where it makes no sense of a claim, neither."""
    return judge_all(register, [Decision(verb, subject, value)], who, reason)[0]


def judge_all(register: Register, decisions: Sequence[Decision], who: str, reason: str) -> tuple[Judgement, ...]:
    """Records several decisions of one person for one reason, all of them or none, and derives what follows.

    All have the same moment: that is how they are known as made at once (steps/state.py, `at_once`).
    """
    with register.transaction():
        if register.behind:  # incidents that lists derived in memory can be judged, too
            derive(register)
        when = datetime.now(UTC)
        made = tuple(
            register.judge(one.verb, one.subject, one.value, who, reason, _seen(register, one.verb, one.subject), when)
            for one in decisions
        )
        derive(register)
    return made


def _seen(register: Register, verb: Verb, subject: str) -> tuple[str, ...]:
    """What stands beside the subject of a judgement that may take claims out of an incident."""
    if verb == "withdraw":
        subject = next((added_claim(row) for row in register.judgements() if str(row.id) == subject), "")
    elif verb not in SEEING:
        return ()
    rows = register.derived
    held = rows.incidents({subject} | rows.incidents_with([anchor_of(subject)]))
    return seen(subject, held)


def _extract(report: Report, gazetteer: Gazetteer) -> tuple[Text, tuple[Claim, ...]]:
    text = clean(report)
    raw = claims_of(report, text)
    placed = resolve(raw, gazetteer, home=home_of(report.source, raw))
    told = resolve_parties(placed, report.published, report.source)
    return text, with_acceptance(told, text, report.published)
