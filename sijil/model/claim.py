"""A claim: one thing that a report says of harm, with its exact words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sijil.model.figure import Figure
from sijil.model.party import Party
from sijil.model.period import Period
from sijil.model.place import Place

Kind = Literal[
    "casualty", "attack", "displacement", "need", "access", "damage", "control", "agreement", "blame", "denial"
]
KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]
Status = Literal["reported", "projected", "denied"]
MEASURES = ("killed", "injured", "missing", "held", "casualties", "displaced")
GROUPS = ("civilians", "children", "women", "combatants", "medics", "journalists", "people")
SINGULAR = {
    "civilians": "civilian", "children": "child", "women": "woman", "combatants": "combatant",
    "medics": "medic or rescuer", "journalists": "journalist", "people": "person",
}  # fmt: skip
ATTACKS = (
    "airstrike", "shelling", "explosive", "suicide_bombing", "shooting",
    "chemical", "clash", "abduction", "execution", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """Fields as in the annotation guide; what the text does not give is None or empty.

    `id` is unique in a register and derived from report and content, so that reading twice gives the same id.
    `number` counts from 1 in text order within its report; claims that people add come after all that were read, in
    the order of adding. `span` are offsets into `Text.content`; `quote` is
    exactly those characters. Three days are kept apart: `period` is when it happened; `recognised` when it was
    established or said, as far as the claim's own sentence tells ("the toll rose to 12 on Thursday"); `report_day`
    that of the report, printed on it or of its publication. `place`, `within`, `actor` are the text's words; `at`,
    `party`, `side_party` what they were resolved to. `denies` holds the ids of the claims that a denial rejects.
    `confidence` is between 0 and 1.
    """

    id: str
    doc: str  # Report.doc within a run; in a register the report's id
    number: int
    kind: Kind
    quote: str
    span: tuple[int, int]
    status: Status = "reported"
    speaker: tuple[str, ...] = ()
    place: str | None = None
    within: str | None = None
    period: Period | None = None
    recognised: Period | None = None
    report_day: date | None = None
    actor: str | None = None
    attack: str | None = None
    measure: str | None = None
    group: str | None = None
    side: str | None = None
    figure: Figure | None = None
    part_of: bool = False
    scope: Literal["incident", "total"] | None = None
    eased: bool = False
    object: str | None = None
    denies: tuple[str, ...] = ()
    confidence: float = 0.5
    at: Place | None = None
    party: Party | None = None
    side_party: Party | None = None
    accepted_by: Party | None = None  # who accepts in the same sentence that its own side did this; `raw` its words
    notes: tuple[str, ...] = field(default=())  # why a field was chosen or left open, in words
    added_by: str = ""  # the person who added it; empty where the machine read it

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Sorts the claims of one report in text order; a claim that a person added stands where its words do."""
        return (*self.span, self.number, self.id)
