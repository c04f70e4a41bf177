"""`sijil review queue`: what to look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli import cells
from sijil.cli.options import (
    AsJson,
    Kind,
    OfReport,
    Party,
    Place,
    RegisterPath,
    Since,
    Until,
    filter_of,
    one_of,
)
from sijil.cli.output import print_json, print_lines, print_table
from sijil.errors import BadInput
from sijil.exports.forms import row_form

if TYPE_CHECKING:
    from sijil.register import Register
    from sijil.steps.queue import Item

HEADERS = ("weight", "item", "what", "why")
Top = Annotated[int, typer.Option("--top", metavar="N", help="How many; 0 for all.")]
What = Annotated[str, typer.Option("--what", metavar="KIND", help="Only claim, pair (one event or two?) or join.")]


def queue(
    place: Place = "", since: Since = "", until: Until = "", party: Party = "", kind: Kind = "", report: OfReport = "",
    what: What = "", top: Top = 20, as_json: AsJson = False, register: RegisterPath = None,
) -> None:  # fmt: skip
    """What to look at first: doubt × harm × dispute (rules/queue.toml), the heaviest first."""
    from sijil import reviewing
    from sijil.register import Register
    from sijil.steps.queue import KINDS

    if top < 0:
        raise BadInput(f"--top {top}", "is no number of rows", "give 0 for all")
    wanted = filter_of(since, until, place=place, party=party, kind=kind, report=report)
    kinds = (one_of(what, "--what", KINDS),) if what else KINDS
    with Register.open(register, create=False) as opened:
        found = reviewing.waiting(opened, wanted, kinds)
        shown = found[: top or len(found)]
        if as_json:
            print_json(row_form(item) | {"weight": item.weight} for item in shown)
            return
        print_table(HEADERS, [_cells(opened, item) for item in shown])
        looked = reviewing.progress(opened, "").looked
    print_lines([f"{len(shown)} of {len(found)} shown; {looked} looked at so far"])


def _cells(register: Register, item: Item) -> tuple[str, ...]:
    from sijil import queries

    claims, views = queries.claims_by_id(register), queries.views(register)
    named = (cells.says(claims[id_]) if id_ in claims else views[id_].incident.title for id_ in item.subjects)
    return f"{item.weight:.2f}", " ".join(item.subjects), " / ".join(named), "; ".join(item.reasons)
