"""What a trained reader says of a report's drafts: log-probabilities that the options of each field are given.

A reader decides nothing: its opinions are one feature among those of the rules, and may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sijil.steps.reading.draft import Draft


class Reader(Protocol):
    """A trained reader that has read one report."""

    def counts(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The counts with opinions on what they are ("what", "group", "part", "scope", "attack")."""
        ...

    def mentions(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The drafts with opinions on which mention of the report fills "place", "dates", "actor" and "speaker"."""
        ...

    def clauses(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The clauses with opinions on the "kind" of situation that they tell."""
        ...


class NoReader:
    """No opinions: the rules alone."""

    def counts(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The drafts as they are."""
        return tuple(drafts)

    mentions = clauses = counts
