"""Armed actors and authorities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A canonical party. `raw` is the report's wording, always kept and always shown as the speaker's word.

    `name`, `kind` and `side` are those of the day of the claim. `side` is the key of the camp it fights for
    (rules/parties), several joined by "+" or "|"; `backer` a party named as its backer. `kind`: state forces, non-state
    group, coalition, foreign state, unknown, or several.
    `inferred` says why, where the words alone do not name the party; `judging` are the words in `raw` that judge.
    """

    raw: str
    id: str
    name: str
    kind: str = "unknown"
    side: str = ""
    backer: str = ""
    inferred: str = ""
    judging: str = ""
