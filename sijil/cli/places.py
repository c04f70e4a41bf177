"""`sijil places`: what the gazetteer knows."""

from __future__ import annotations

from typing import Annotated

import typer

from sijil.cli.options import AsJson
from sijil.cli.output import print_json, print_table
from sijil.errors import BadInput
from sijil.exports.forms import row_form

app = typer.Typer(help="The gazetteer.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """The gazetteer."""


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report writes it.")], as_json: AsJson = False
) -> None:
    """Everything that a name may mean, the most likely first."""
    from sijil.steps.places.gazetteer import Gazetteer

    if not name.strip():
        raise BadInput("NAME", "is empty", "give a name")
    found = Gazetteer.open().lookup(name)
    if as_json:
        print_json(row_form(entry) for entry in found)
        return
    cells = ((e.id, e.name, e.kind, " > ".join(e.admin), _point(e.lat, e.lon), e.tier) for e in found)
    print_table(("id", "name", "kind", "lies in", "position", "match"), cells, f"no place is called {name!r}")


def _point(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}"
