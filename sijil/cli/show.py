"""`sijil show` and `sijil explain`: one claim, incident or report, down to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijil import METHOD_VERSION
from sijil.cli import cells
from sijil.cli.options import AsJson, RegisterPath
from sijil.cli.output import period, print_json, print_lines
from sijil.cli.sayings import sayings, says_lines
from sijil.errors import BadInput
from sijil.exports.forms import claim_form, form, told_report
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.party import Party

if TYPE_CHECKING:
    from sijil.queries import IncidentView
    from sijil.register import Register

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, an incident or a report.")]


def show(id_: Id, as_json: AsJson = False, register: RegisterPath = None) -> None:
    """One claim, incident or report with its words."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        plain, lines = _found(opened, id_)
    if as_json:
        print_json([plain])
    else:
        print_lines(lines)


def explain(id_: Id, as_json: AsJson = False, register: RegisterPath = None) -> None:
    """How a number came about, in sentences, down to the words."""
    from sijil import queries
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        sentences = queries.explain(opened, id_)
    if as_json:
        print_json([{"id": id_, "sentences": list(sentences)}])
    else:
        print_lines(sentences)


def _found(register: Register, id_: str) -> tuple[dict[str, Any], list[str]]:
    """The thing with this id, as JSON and as lines. Raises BadInput where there is none."""
    from sijil import queries

    claims = {claim.id: claim for claim in queries.claims(register, Filter())}
    if id_ in claims:
        return claim_form(claims[id_]), _claim(claims[id_])
    if id_.startswith("I-"):
        view = queries.incident(register, id_)
        return form(view), _incident(view, claims)
    if any(info.id == id_ for info in register.reports()):
        return _report(register, id_, [claim for claim in claims.values() if claim.doc == id_])
    raise BadInput(id_, "nothing in the register has this id", "list them: sijil claims, sijil incidents")


def _claim(claim: Claim) -> list[str]:
    lines = [
        f"{claim.id}  {claim.kind}: {cells.says(claim)}",
        f'  words    "{claim.quote}"',
        f"  speaker  {cells.who(claim)}",
        f"  place    {cells.place(claim) or 'not said'}{_resolved(claim)}",
        f"  when     {period(claim.period)}",
        f"  said     {period(claim.recognised) if claim.recognised else 'no day of its own'}, "
        f"in a report of {claim.report_day or 'an unknown day'}",
        f"  actor    {claim.actor or 'not said'}{_party(claim.party)}",
        f"  report   {claim.doc}, characters {claim.span[0]} to {claim.span[1]}",
    ]
    return lines + [f"  note     {note}" for note in claim.notes]


def _party(party: Party | None) -> str:
    """What an actor's words were resolved to, why where they do not say so themselves, and which of them judge."""
    if party is None:
        return ""
    told = [party.name if party.id else "no party that the rules know"]
    told += [f"backed by {party.backer}"] if party.backer else []
    told += [f"inferred: {party.inferred}"] if party.inferred else []
    told += [f"the speaker's word: {party.judging}"] if party.judging else []
    return f" ({'; '.join(told)})"


def _resolved(claim: Claim) -> str:
    if claim.at is None:
        return ""
    if not claim.at.id:
        return " (not in the gazetteer)"
    return f" ({claim.at.name}, {' > '.join(claim.at.admin)}; {claim.at.precision})"


def _incident(view: IncidentView, claims: dict[str, Claim]) -> list[str]:
    incident, assessment = view.incident, view.assessment
    lines = [f"{view.pointer}."] if view.pointer else []
    lines += [f"{incident.id}  {incident.title}", f"  when     {period(incident.period)}"]
    lines += [f"  grade    {assessment.grade}: {'; '.join(assessment.grade_reasons)}"]
    lines += [f"  range    {cells.group_range(one)}" for one in assessment.ranges]
    lines += [f"  dispute  {dispute}" for dispute in assessment.disputes]
    lines += [f"  sources  {', '.join(assessment.sources_told()) or 'none named'}"]
    lines += [f"  method   {METHOD_VERSION} (sijil method)"]
    lines += says_lines(sayings(view))
    return lines + _told(view, [claims[id_] for id_ in incident.claims if id_ in claims])


def _told(view: IncidentView, told: list[Claim]) -> list[str]:
    """One line a claim, but for what one wire or copied text says in several reports: those fold into the first."""
    folded: dict[object, list[Claim]] = {}
    for claim in told:
        source = _printed(claim, view)
        says = (source, claim.kind, claim.measure, claim.group, claim.figure)
        folded.setdefault(says if source else claim.id, []).append(claim)
    return [line for own in folded.values() for line in _lines(own)]


def _printed(claim: Claim, view: IncidentView) -> str:
    """The wire or copied text whose words a claim is; "" for none."""
    from sijil.steps import who

    if who.speaker(claim):
        return ""
    publisher = who.publisher(claim, {info.id: info for info in view.reports})
    return next((name for name, by in view.assessment.carried if publisher in (name, *by)), "")


def _lines(same: list[Claim]) -> list[str]:
    first, *others = same
    lines = [f'  {first.id}  {cells.who(first)}: "{cells.shorten(first.quote, 200)}"']
    return lines + ([f"    printed again: {', '.join(claim.id for claim in others)}"] if others else [])


def _report(register: Register, id_: str, claims: list[Claim]) -> tuple[dict[str, Any], list[str]]:
    info = next(info for info in register.reports() if info.id == id_)
    lines = [
        f"{info.id}  {info.title or info.doc}",
        f"  publisher  {info.source or 'unknown'}, {info.published or 'date unknown'}",
        f"  received   {info.retrieved:%Y-%m-%d %H:%M} UTC, {info.retrieval}",
        f"  sha256     {info.sha256}",
    ]
    if info.sketch.wires:
        lines.append(f"  credited   {', '.join(info.sketch.wires)}: what the report says itself is the wire's word")
    told = [f'  {claim.id}  {claim.kind}: "{cells.shorten(claim.quote, 200)}"' for claim in claims]
    return told_report(info, claims), lines + told
