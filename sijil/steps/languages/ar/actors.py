"""Doers of an Arabic sentence (being written)."""

from __future__ import annotations

from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.scene import Doer


def doers(sentence: Sentence) -> tuple[Doer, ...]:
    """The parties that a sentence makes doers."""
    return ()
