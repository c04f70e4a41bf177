"""Which part of the record somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions hold together; an empty one asks for everything.

    `place` matches raw words, resolved name or any part of the admin chain, without regard to case. `undated` and
    `placeless` claims stay in the answer unless a date or a place is asked for.
    """

    place: str = ""
    since: date | None = None
    until: date | None = None
    party: str = ""
    kind: str = ""
    group: str = ""
    attack: str = ""
    report: str = ""
    grades: tuple[str, ...] = ()  # of incidents; claims and the totals beside them have none and stay
