"""Whether two claims that say the same figure agree on where, when, who, how and by whose word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sijil.evaluate.told import Told, joined
from sijil.evaluate.wording import alike

FIELDS = ("scope", "status", "place", "dates", "actor", "attack", "speaker", "part_of")


def value(claim: Told, field: str) -> Any:
    """What the claim gives for a field of FIELDS, None where it gives nothing.

    "dates" is a pair of ISO dates, "speaker" the one nearest the fact, names are texts, "part_of" true or None.
    """
    if field == "dates":
        return (claim.start, claim.end) if (claim.start, claim.end) != (None, None) else None
    if field == "speaker":
        return claim.speaker[0] if claim.speaker else None
    if field == "place":
        return joined(claim.place) or None
    return getattr(claim, field) or None


def verdicts(gold: Told, read: Told) -> Mapping[str, bool | None]:
    """By field: whether the two agree; None where neither gives it. Names agree by words, the rest to the letter."""
    return {field: _verdict(field, value(gold, field), value(read, field)) for field in FIELDS}


def swapped(gold: Told, read: Told) -> bool:
    """Whether the one who reports the harm was read as the one who did it: the gravest mistake of all."""
    if not read.actor or (gold.actor and alike(read.actor, gold.actor)):
        return False
    return any(alike(read.actor, speaker) for speaker in gold.speaker or ())


def _verdict(field: str, a: Any, b: Any) -> bool | None:
    if a is None and b is None:
        return None
    if a is None or b is None:
        return False
    return alike(a, b) if field in ("place", "actor", "speaker") else a == b
