"""What people decide. A judgement is a row, withdrawn by another row, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verb = Literal[
    "accept", "reject", "correct", "add", "same", "different", "unsure", "merge", "split", "grade", "withdraw",
    "comment",
]  # fmt: skip
VERBS: tuple[str, ...] = Verb.__args__  # type: ignore[attr-defined]
CHANGELESS = frozenset({"comment"})  # verbs from which nothing follows


@dataclass(frozen=True, slots=True)
class Judgement:
    """`subject` is a claim or incident id (for withdraw: a judgement id; for add: a report id; for
    comment: a claim, incident or report id).

    `value` by verb: correct: {field: value} in claim JSON, or the record of a place or party, with "always" for every
    claim of its words (steps/corrections.py); add: {"claim": a whole claim that the machine missed}; same, different,
    unsure, merge: {"with": id of the other incident or claim}; split: {"claims": [ids that leave the incident]}; grade:
    {"grade": one of GRADES}. `reason` is one line and may not be empty. `seen` is what a person who rejected, corrected
    or split, or withdrew an added claim, had before them: the claim that the incident's id was made of, then the
    incident's claims in order; empty where there was no incident.
    """

    id: int
    verb: Verb
    subject: str
    value: dict[str, object]
    who: str
    when: datetime
    reason: str
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody wants to be recorded: a judgement without who, when and why."""

    verb: Verb
    subject: str
    value: dict[str, object]
