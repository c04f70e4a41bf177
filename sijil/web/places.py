"""The gazetteer as the desk uses it: shapes for the map, entries to choose from."""

from __future__ import annotations

from typing import Any

from sijil.errors import BadInput, SetupError
from sijil.model.place import Place
from sijil.steps.places.chosen import chosen
from sijil.steps.places.entry import Entry
from sijil.steps.places.find import find
from sijil.steps.places.gazetteer import Gazetteer

FEW = 25  # entries that a search shows


class Places:
    """Made once, when the desk starts: the first gazetteer on a machine takes a while, and no page should wait for it.
    Without a gazetteer (the set-up could not make one) nothing is found and nothing has a shape."""

    def __init__(self) -> None:
        try:
            self._gazetteer: Gazetteer | None = Gazetteer.open()
        except SetupError:
            self._gazetteer = None

    @property
    def gazetteer(self) -> Gazetteer | None:
        """The gazetteer itself, for searches; None without one."""
        return self._gazetteer

    def shape(self, key: str) -> dict[str, Any] | None:
        """A GeoJSON geometry (WGS 84), or None where the set-up brought none."""
        return self._gazetteer.outline(key) if self._gazetteer else None

    def get(self, id_: str) -> Entry | None:
        """The entry of an id."""
        return self._gazetteer.get(id_) if self._gazetteer else None

    def named(self, asked: str) -> tuple[tuple[Entry, str], ...]:
        """What "Azaz" or "Azaz, Aleppo" may mean, the likeliest first, with reasons; at most FEW."""
        name, _, within = asked.partition(",")
        try:
            return tuple(find(name.strip(), within.strip(), self._gazetteer)[:FEW]) if self._gazetteer else ()
        except BadInput:  # a larger place that nobody knows holds nothing
            return ()

    def chosen(self, words: str, id_: str) -> Place | None:
        """The place with this id under a report's words; None for an unknown id."""
        entry = self.get(id_)
        return chosen(words, entry, self._gazetteer) if entry and self._gazetteer else None
