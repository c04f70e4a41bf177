"""`sijil places`: what the gazetteer knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli import packs, places_resolve, places_tag
from sijil.cli.options import AsJson
from sijil.cli.output import print_json, print_table
from sijil.errors import BadInput
from sijil.exports.forms import row_form

if TYPE_CHECKING:
    from sijil.steps.places.entry import Entry
    from sijil.steps.places.gazetteer import Gazetteer

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
    from sijil.steps.places.gazetteer import Gazetteer

    if not name.strip():
        raise BadInput("NAME", "is empty", "give a name")
    found = _found(name, within, Gazetteer.open(packs.existing(pack)))
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


def _found(name: str, within: str, gazetteer: Gazetteer) -> Sequence[tuple[Entry, str]]:
    """What the name may mean, those that the resolver would think of first, with its reasons."""
    from sijil.steps.places.inside import lies_in
    from sijil.steps.places.resolve import resolve_name

    entries = gazetteer.lookup(name)
    if within:
        wider = gazetteer.get(resolve_name(within, gazetteer).id)
        if wider is None:
            raise BadInput(f"--in {within!r}", "is no place that the gazetteer knows", "see `sijil places find`")
        entries = [entry for entry in entries if entry.id != wider.id and lies_in(entry, wider)]
    ranked = {c.id: c for c in resolve_name(name, gazetteer, within or None).candidates}
    order = {id_: number for number, id_ in enumerate(ranked)}
    entries = sorted(entries, key=lambda entry: order.get(entry.id, len(order)))
    return [(entry, ranked[entry.id].reason if entry.id in ranked else "") for entry in entries]


def _point(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}"
