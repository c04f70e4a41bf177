"""`sijil review`: what people decide. Every judgement is a new row with who and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sijil.cli import choices
from sijil.cli.adding import add
from sijil.cli.choices import Choices
from sijil.cli.fields import field
from sijil.cli.me import me
from sijil.cli.options import AsJson, RegisterPath
from sijil.cli.output import print_json, print_lines, print_table
from sijil.cli.waiting import queue
from sijil.errors import BadInput
from sijil.exports.forms import row_form
from sijil.model.judgement import Verb
from sijil.steps.corrections import in_words

app = typer.Typer(
    help="What to look at first; judgements: accept, reject, correct, same, different, unsure, merge, split, grade, "
    "comment, add, withdraw.",
    no_args_is_help=True,
)

Reason = Annotated[str, typer.Option(help="Why, in one line. Required.")]
Who = Annotated[str, typer.Option(help="Who decides. Default: your user name.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id.")]
IncidentId = Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id.")]


app.command()(queue)
app.command("add")(add)


@app.command("list")
def list_(as_json: AsJson = False, register: RegisterPath = None) -> None:
    """All judgements, oldest first, also withdrawn ones."""
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        rows = opened.judgements()
    if as_json:
        print_json(row_form(row) for row in rows)
        return
    cells = (
        (str(r.id), r.verb, r.subject, in_words(r.value), r.who, f"{r.when:%Y-%m-%d %H:%M}", r.reason) for r in rows
    )
    print_table(("id", "verb", "subject", "value", "who", "when", "reason"), cells)


@app.command()
def accept(
    claim: ClaimId, reason: Reason = "", who: Who = "", as_json: AsJson = False, register: RegisterPath = None
) -> None:
    """This claim is what its report says."""
    _judge("accept", claim, {}, Decision(who, reason, as_json, register))


@app.command()
def reject(
    claim: ClaimId, reason: Reason = "", who: Who = "", as_json: AsJson = False, register: RegisterPath = None
) -> None:
    """This claim is not what its report says: it no longer counts."""
    _judge("reject", claim, {}, Decision(who, reason, as_json, register))


@app.command()
def correct(
    claim: ClaimId,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE...]", help="As in claim JSON: low=5 group=children high=null."),
    ] = None,
    place: Annotated[
        str, typer.Option(metavar="ID", help='A place (`sijil places find`), "unknown", or "none": no place at all.')
    ] = "",
    party: Annotated[
        str, typer.Option(metavar="ID", help='Who did it: a party (`sijil review parties`) or "unknown".')
    ] = "",
    side: Annotated[str, typer.Option(metavar="ID", help="Whose fighters were hit: as for --party.")] = "",
    always: Annotated[
        bool, typer.Option("--always", help="Wherever the same words stand, in later reports too.")
    ] = False,
    within: Annotated[
        bool, typer.Option("--within", help="Always, but only where the same larger place is named.")
    ] = False,
    reason: Reason = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Fields of this claim were read wrongly, or its place or party is another one."""
    decision = Decision(who, reason, as_json, register)
    given = Choices(place, party, side, always, within)
    _judge("correct", claim, choices.value(claim, dict(map(field, fields or ())), given, register), decision)


@app.command()
def parties(as_json: AsJson = False) -> None:
    """Every party that a claim can be corrected to."""
    from sijil.steps.parties import known_parties

    rows = known_parties()
    if as_json:
        print_json({name: getattr(row, name) for name in ("id", "name", "kind", "side")} for row in rows)
        return
    print_table(("id", "name", "kind", "side"), ((row.id, row.name, row.kind, row.side) for row in rows))


One = Annotated[str, typer.Argument(metavar="A", help="An incident's or a claim's id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one's.")]


def _held_against(verb: Verb, told: str) -> None:
    """A command that holds two incidents, or claims, against each other."""

    def command(
        one: One, other: Other, reason: Reason = "", who: Who = "", as_json: AsJson = False,
        register: RegisterPath = None,
    ) -> None:  # fmt: skip
        _judge(verb, one, {"with": other}, Decision(who, reason, as_json, register))

    app.command(verb, help=told)(command)


_held_against("same", "Two incidents, or claims, are of one event, whatever speaks against it.")
_held_against("different", "Two incidents, or claims, are of two events: nothing links them, no third report either.")
_held_against("unsure", "Nobody can tell whether two are one event: linked as before, and not asked again.")


@app.command()
def merge(
    incident: IncidentId,
    other: Annotated[str, typer.Argument(metavar="WITH", help="The incident it is the same as.")],
    reason: Reason = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Two incidents are one event; as `same`."""
    _judge("merge", incident, {"with": other}, Decision(who, reason, as_json, register))


@app.command()
def split(
    incident: IncidentId,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Claims that leave the incident.")],
    reason: Reason = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Claims of this incident tell of another event."""
    _judge("split", incident, {"claims": claims}, Decision(who, reason, as_json, register))


@app.command()
def grade(
    incident: IncidentId,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="Confirmed, Fair, Weak, Contested or Discounted.")],
    reason: Reason = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Another grade than the computed one."""
    _judge("grade", incident, {"grade": value.capitalize()}, Decision(who, reason, as_json, register))


@app.command()
def comment(
    subject: Annotated[str, typer.Argument(metavar="ID", help="A claim's, an incident's or a report's id.")],
    reason: Annotated[str, typer.Option(help="The comment, in one line. Required.")] = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """A line beside a claim, incident or report; it changes nothing."""
    _judge("comment", subject, {}, Decision(who, reason, as_json, register))


@app.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's number: sijil review list.")],
    reason: Reason = "",
    who: Who = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Takes a judgement back; both stay in the log."""
    _judge("withdraw", judgement, {}, Decision(who, reason, as_json, register))


class Decision:
    """Who decides, why, and where it is written. Raises BadInput without a reason."""

    def __init__(self, who: str, reason: str, as_json: bool, register: Path | None) -> None:
        if not reason.strip():
            raise BadInput("--reason", "is missing: every judgement says why", 'add --reason "…"')
        self.who, self.reason = who.strip() or me(), reason.strip()
        self.as_json, self.register = as_json, register


def _judge(verb: Verb, subject: str, value: dict[str, object], decision: Decision) -> None:
    from sijil import pipeline, queries
    from sijil.register import Register

    with Register.open(decision.register, create=False) as opened:
        made = pipeline.judge(opened, verb, subject, value, decision.who, decision.reason)
        changed = queries.corrected_by(opened, made) if "always" in value else ()
    if decision.as_json:
        print_json([row_form(made)])
        return
    print_lines([f"judgement {made.id}: {made.verb} {made.subject}, by {made.who}"])
    if "always" in value:
        print_lines([f"{in_words(value)}: {len(changed)} claims here, and those of later reports"])
