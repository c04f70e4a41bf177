"""A claim in the making: what a language pack has read so far, before ids, places and parties are resolved."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sijil.model.figure import Figure
from sijil.model.period import Period

#: `Draft.how` of a count of which no rule says what it counts.
UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields as in Claim. [start, end) is the quote in the main text; `sentence` the index of its sentence.

    `anchor` is the offset of the word that carries the claim (the verb "killed"); fields are sought from there. `how`
    names the reading that made it.
    """

    kind: str
    start: int
    end: int
    sentence: int
    anchor: int
    how: str
    status: str = "reported"
    measure: str | None = None
    group: str | None = None
    side: str | None = None
    figure: Figure | None = None
    part_of: bool = False
    scope: str | None = None
    speaker: tuple[str, ...] = ()
    place: str | None = None
    within: str | None = None
    period: Period | None = None
    recognised: Period | None = None
    report_day: date | None = None
    actor: str | None = None
    attack: str | None = None
    eased: bool = False
    object: str | None = None
    confidence: float = 0.5
    noun: str = ""  # the counted noun in lower case
    numbered: bool = True  # False for people without a number ("civilians were killed")
    #: What the trained reader thinks: field → answer → log-probability. Answers are values, or the [start, end) of a
    #: mention; None is "none". Empty where no trained reader was asked.
    told: Mapping[str, Mapping[Hashable, float]] = field(default_factory=dict, compare=False, repr=False)
