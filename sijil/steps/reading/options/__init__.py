"""Options for each field of a draft: every mention of the report that may fill it, and "none", with their features.

The features' names are what the trained weights know them by: a changed name is a feature without a weight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.attacks import attacks
from sijil.steps.reading.options.doers import doers
from sijil.steps.reading.options.groups import groups
from sijil.steps.reading.options.parts import parts
from sijil.steps.reading.options.places import places
from sijil.steps.reading.options.scopes import scopes
from sijil.steps.reading.options.times import times
from sijil.steps.reading.options.voices import voices
from sijil.steps.reading.options.whats import whats
from sijil.steps.reading.scene import Scene

__all__ = ["FIELDS", "groups", "parts", "whats"]

#: Fields in the order in which they are decided: each may look at those before it, and at the draft before.
FIELDS: dict[str, Callable[[Draft, Sequence[Scene], Draft | None], list[Option]]] = {
    "scope": scopes,
    "attack": attacks,
    "place": places,
    "dates": times,
    "actor": doers,
    "speaker": voices,
}
