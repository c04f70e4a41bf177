"""Who is blamed, and what is disputed about an incident: one sentence each, with who says so."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt


def blamed(heard: Voices) -> tuple[str, ...]:
    """The parties that sources name as having done it, by canonical name where resolved; by first mention."""
    return tuple(dict.fromkeys(c.party.name if c.party else c.actor for c in heard.claims if c.actor))


def disputes(heard: Voices, doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """The disputes: denials first."""
    return tuple(f"{heard.told_by(denial)} denies it: «{denial.quote}»" for denial in heard.denials)
