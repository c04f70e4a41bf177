"""`sijil review add`: a claim that the machine missed, in the report's own words."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer

from sijil.cli.fields import field
from sijil.cli.me import me
from sijil.cli.options import AsJson, RegisterPath
from sijil.cli.output import print_json, print_lines
from sijil.errors import BadInput
from sijil.exports.forms import row_form


def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words of its text that carry the claim.")],
    fields: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE...", help='As in claim JSON: kind=casualty low=5; when="on Thursday".'),
    ],
    reason: Annotated[str, typer.Option(help="Why, in one line. Required.")] = "",
    who: Annotated[str, typer.Option(help="Who adds it. Default: your user name.")] = "",
    nth: Annotated[int, typer.Option(help="Which place, where the words stand in several.", min=1)] = 1,
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """A claim that the machine missed, said by exact words of a report."""
    from sijil.pipeline.adding import add_claim
    from sijil.register import Register
    from sijil.steps.places.gazetteer import Gazetteer

    if not reason.strip():
        raise BadInput("--reason", "is missing: every judgement says why", 'add --reason "…"')
    with Register.open(register, create=False) as opened:
        span = _span(report, opened.report(report)[1].content, words, nth)
        by = (who.strip() or me(), reason.strip())
        made = add_claim(opened, report, span, dict(map(field, fields)), by, Gazetteer.open())
    if as_json:
        print_json([row_form(made)])
        return
    value: Any = made.value["claim"]
    print_lines([f"judgement {made.id}: claim {value['id']} added to {report}, by {made.who}"])


def _span(report: str, content: str, words: str, nth: int) -> tuple[int, int]:
    """Where the words stand; white space between them does not count."""
    told = r"\s+".join(map(re.escape, words.split()))
    found = [match.span() for match in re.finditer(told, content)] if told else []
    if len(found) < nth:
        where = f"only {len(found)} times" if found else "nowhere"
        raise BadInput(f"“{words[:60]}”", f"stands {where} in the text of {report}", f"see it: sijil show {report}")
    return found[nth - 1]
