"""The gazetteer as the desk uses it: shapes for the map, entries to choose from."""

from __future__ import annotations

from typing import Any

from sijil.errors import SetupError
from sijil.model.place import Place
from sijil.steps.places.chosen import chosen
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.names import article_key

FEW = 25  # entries that a search shows


class Places:
    """Made once, when the desk starts: the first gazetteer on a machine takes a while, and no page should wait for it.
    Without a gazetteer (the set-up could not make one) nothing is found and nothing has a shape."""

    def __init__(self) -> None:
        try:
            self._gazetteer: Gazetteer | None = Gazetteer.open()
        except SetupError:
            self._gazetteer = None

    def shape(self, key: str) -> dict[str, Any] | None:
        """A GeoJSON geometry (WGS 84), or None where the set-up brought none."""
        return self._gazetteer.outline(key) if self._gazetteer else None

    def get(self, id_: str) -> Entry | None:
        """The entry of an id."""
        return self._gazetteer.get(id_) if self._gazetteer else None

    def named(self, asked: str, country: str = "") -> tuple[Entry, ...]:
        """What "Azaz" or "Azaz, Aleppo" may mean, at most FEW entries, those in `country` (a name) first."""
        if not self._gazetteer:
            return ()
        name, *wider = (part.strip() for part in asked.split(","))
        keys = {article_key(part) for part in wider if part}
        found = [e for e in self._gazetteer.lookup(name) if keys <= {article_key(part) for part in e.admin}]
        found.sort(key=lambda entry: bool(country) and country not in (*entry.admin[:1], entry.name))
        return tuple(found[:FEW])

    def chosen(self, words: str, id_: str) -> Place | None:
        """The place with this id under a report's words; None for an unknown id."""
        entry = self.get(id_)
        return chosen(words, entry, self._gazetteer) if entry and self._gazetteer else None
