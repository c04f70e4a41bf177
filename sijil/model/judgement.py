"""What people decide. A judgement is a row, withdrawn by another row, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verb = Literal["accept", "reject", "correct", "merge", "split", "grade", "withdraw"]
VERBS: tuple[str, ...] = Verb.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`subject` is a claim or incident id (for withdraw: a judgement id).

    `value` by verb: correct: {field: value} in claim JSON, or the record of a place or party, with "always" for every
    claim of its words (steps/corrections.py); merge: {"with": incident id}; split: {"claims": [ids that leave the
    incident]}; grade: {"grade": one of GRADES}. `reason` is one line and may not be empty.
    """

    id: int
    verb: Verb
    subject: str
    value: dict[str, object]
    who: str
    when: datetime
    reason: str
