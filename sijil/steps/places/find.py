"""Looking a place up by its name, for a person who asks."""

from __future__ import annotations

from sijil.errors import BadInput
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.inside import lies_in
from sijil.steps.places.resolve import resolve_name


def find(name: str, within: str, gazetteer: Gazetteer) -> list[tuple[Entry, str]]:
    """What the name may mean, in the place `within` where one is given, those that the resolver would think of first.

    Each with the resolver's reasons, "" where it has none. Raises BadInput for a `within` that nobody knows.
    """
    entries = gazetteer.lookup(name)
    if within:
        wider = gazetteer.get(resolve_name(within, gazetteer).id)
        if wider is None:
            raise BadInput(f"{within!r}", "is no place that the gazetteer knows", "see `sijil places find`")
        entries = [entry for entry in entries if entry.id != wider.id and lies_in(entry, wider)]
    ranked = {c.id: c for c in resolve_name(name, gazetteer, within or None).candidates}
    order = {id_: number for number, id_ in enumerate(ranked)}
    entries = sorted(entries, key=lambda entry: order.get(entry.id, len(order)))
    return [(entry, ranked[entry.id].reason if entry.id in ranked else "") for entry in entries]
