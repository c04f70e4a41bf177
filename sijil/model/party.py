"""Armed actors and authorities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A canonical party. `raw` is the report's wording, always kept and always shown as the speaker's word.

    `side` is the key of the camp it fights for (rules/parties.toml); `backer` a party named as its backer.
    `kind`: state forces, non-state group, coalition, foreign state, unknown.
    """

    raw: str
    id: str
    name: str
    kind: str = "unknown"
    side: str = ""
    backer: str = ""
