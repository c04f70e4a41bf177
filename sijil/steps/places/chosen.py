"""The place that a person chose for a report's words."""

from __future__ import annotations

from dataclasses import replace

from sijil.model.place import Place
from sijil.steps.places import choose
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.rank import Ranked
from sijil.steps.places.resolver import parsed


def chosen(words: str, entry: Entry, gazetteer: Gazetteer) -> Place:
    """`entry` under a report's words, as precise as these say where they name it: "near Azaz" is near whichever Azaz.

    Words that name another place do not say how precise this one is. Nothing is left to review: a person has looked.
    """
    phrase = next((p for p in parsed(words, gazetteer) if _names(p.name, entry, gazetteer)), Phrase(entry.name))
    place = choose.place_of(words, phrase, (), Ranked(entry, 0.0, (), supported=True, outside=False))
    return replace(place, review="")


def _names(name: str, entry: Entry, gazetteer: Gazetteer) -> bool:
    return any(found.id == entry.id for found in gazetteer.lookup(name))


def not_known(words: str) -> Place:
    """A place of which a person says that nobody can tell from the report which one it is."""
    return replace(choose.unknown(words), review="")
