"""The grade of an incident by Airwars' definitions, with its reasons; a person's judgement overrules it."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.incident import GRADES, Grade, GroupRange, Incident
from sijil.model.judgement import Judgement
from sijil.steps.assess.sources import Voices


def grade(
    incident: Incident,
    heard: Voices,
    rows: Sequence[GroupRange],
    disputed: Sequence[str],
    judgements: Sequence[Judgement],
) -> tuple[Grade, tuple[str, ...]]:
    """Grade and reasons."""
    if heard.denials:
        return "Contested", tuple(disputed)
    if len(heard.names) > 1:
        return "Fair", (f"{len(heard.names)} independent sources: {', '.join(heard.names)}",)
    return "Weak", (f"one source: {', '.join(heard.names)}",)
