"""`sijil places`: what the gazetteer knows."""

from __future__ import annotations

from typing import Annotated

import typer

from sijil.cli import packs, places_resolve, places_tag
from sijil.cli.options import AsJson
from sijil.cli.output import print_json, print_table
from sijil.errors import BadInput
from sijil.exports.forms import row_form

app = typer.Typer(help="The gazetteer and its packs.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """The gazetteer and its packs."""


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report writes it.")],
    within: Annotated[str, typer.Option("--in", metavar="NAME", help="Only what lies in this place.")] = "",
    pack: packs.Packs = None,
    as_json: AsJson = False,
) -> None:
    """Everything that a name may mean, the most likely first, and why."""
    from sijil.steps.places import find as looked_up
    from sijil.steps.places.gazetteer import Gazetteer

    if not name.strip():
        raise BadInput("NAME", "is empty", "give a name")
    found = looked_up.find(name, within, Gazetteer.open(packs.existing(pack)))
    if as_json:
        print_json(row_form(entry) | {"reason": reason} for entry, reason in found)
        return
    cells = (
        (
            e.id,
            e.name,
            e.kind,
            " > ".join(e.admin),
            _point(e.lat, e.lon),
            e.pcode or "".join(e.within[-1:]),
            e.tier,
            reason,
        )
        for e, reason in found
    )
    nobody = f"no place is called {name!r}" + (f" in {within}" if within else "")
    print_table(("id", "name", "kind", "lies in", "position", "P-code", "match", "why"), cells, nobody)


app.command()(places_resolve.resolve)
app.command()(places_tag.tag)
app.command("import")(packs.import_)
app.command("list")(packs.list_)
app.command()(packs.remove)
app.command()(packs.fetch)


def _point(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}"
