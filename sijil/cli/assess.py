"""`sijil assess`: reports in, one JSON line a report out for its main incident; nothing is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.inputs import Given, read_lines
from sijil.cli.options import Published, Source, day
from sijil.cli.shown import show
from sijil.errors import BadInput

if TYPE_CHECKING:
    from sijil.model.report import Report

RULES = "sijil"


def assess(
    jsonl: Annotated[str, typer.Option(metavar="IN", help='Lines of {"doc", "text", ...}; - is stdin.')],
    rules: Annotated[
        str, typer.Option(metavar="NAME", help="Whose rules: sijil, airwars, ucdp, acled or a team's.")
    ] = RULES,
    published: Published = "",
    source: Source = "",
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Number of processes.")] = 1,
) -> None:
    """Ranges and grade of each report's main incident, one JSON line a report, in order. Nothing is stored."""
    from sijil.cli.workers import answers, warm

    _known(rules)
    given = Given(day(published, "--published"), source)
    warm()
    show(answers(read_lines(jsonl, given), jobs, partial(assessed, rules)), "reports")


def assessed(rules: str, report: Report) -> str:
    """The assessment of a report's main incident as a JSON line (docs/assess.md)."""
    from sijil.cli.output import json_line
    from sijil.cli.workers import gazetteer
    from sijil.pipeline import extract
    from sijil.steps.assess.house import house
    from sijil.steps.assess.line import line
    from sijil.steps.assess.main import assess_report
    from sijil.steps.sketch import info_of

    text, claims = extract(report, gazetteer())
    return json_line(line(report.doc, assess_report(text, claims, info_of(report, text), house(rules)), house(rules)))


def _known(rules: str) -> None:
    """Raises BadInput where no such rules are there, or a team's do not hold."""
    from sijil.rules import BrokenRules, names
    from sijil.steps.assess.house import FOLDER, house

    try:
        house(rules)
    except KeyError:
        raise BadInput(f"--rules {rules}", "there are no such rules", f"choose of {', '.join(names(FOLDER))}") from None
    except BrokenRules as error:
        raise BadInput(error.path, str(error), "see docs/assess.md") from None
