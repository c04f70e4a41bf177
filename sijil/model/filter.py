"""Which part of the record somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Box = tuple[float, float, float, float]  # west, south, east, north, in degrees (WGS 84)


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions hold together; an empty one asks for everything.

    `place` matches raw words, resolved name or any part of the admin chain, without regard to case. `undated` and
    `placeless` claims stay in the answer unless a date, a place or a `box` is asked for. A place is in the box where
    its point is, an area where all of its outline is. `speaker` is any of those who say a claim, `publisher` who put
    its report out.
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
    disputed: bool = False  # only incidents that are disputed; the same holds
    speaker: str = ""
    publisher: str = ""
    box: Box | None = None
