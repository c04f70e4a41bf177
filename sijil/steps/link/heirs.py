"""Where an incident's id leads: to its claim, or, where people took that claim out, to what stood beside it.

An id is `I-` and a claim's id, and leads to the incident that holds this claim now: through links, merges and new
reports. For a claim that people rejected, or corrected so that it is of no incident any more, the judgement tells what
its incident held then (`seen`), and the first of these that still is of an incident takes its place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.steps.judge import standing
from sijil.steps.link.bonds import anchor_of, incident_id

TAKING_OUT = ("reject", "correct")
SEEING = (*TAKING_OUT, "split")  # verbs whose judgements keep what they saw


@dataclass(frozen=True, slots=True)
class Heirs:
    """The standing judgements that may have taken a claim out of its incident, oldest first, by claim."""

    taken: Mapping[str, Sequence[Judgement]]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Heirs:
        """Those of `judgements` that tell what they saw."""
        taken: dict[str, list[Judgement]] = {}
        for judgement in standing(judgements):
            if judgement.verb in TAKING_OUT and judgement.seen:
                taken.setdefault(judgement.subject, []).append(judgement)
        return cls(taken)

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that was taken out, and all that may take its place."""
        seen = (claim for rows in self.taken.values() for row in rows for claim in row.seen)
        return tuple(dict.fromkeys((*self.taken, *seen)))

    def living(self, claim: str, home: Container[str]) -> str | None:
        """The claim itself where it is in `home` (the claims of events), else the first that takes its place."""
        asked, left = set[str](), [claim]
        while left:
            one = left.pop()
            if one in home:
                return one
            if one not in asked:
                asked.add(one)
                left += [heir for row in self.taken.get(one, ()) for heir in reversed(row.seen)]
        return None

    def names(self, home: Container[str]) -> dict[str, list[str]]:
        """Claim → claims gone that gave an incident its id and whose place it takes, the one first taken out first."""
        named = [rows[0] for rows in self.taken.values() if any(row.seen[0] == row.subject for row in rows)]
        found: dict[str, list[str]] = {}
        for row in sorted(named, key=lambda row: row.id):
            heir = None if row.subject in home else self.living(row.subject, home)
            if heir is not None:
                found.setdefault(heir, []).append(row.subject)
        return found


def seen(subject: str, incidents: Iterable[Incident]) -> tuple[str, ...]:
    """What stands beside a claim or in an incident: the claim of the incident's id, then its claims; () for none."""
    known, claim = tuple(incidents), anchor_of(subject)
    home = next((one for one in known if subject == one.id), None)
    home = home or next((one for one in known if claim in one.claims), None)
    return tuple(dict.fromkeys((anchor_of(home.id), *home.claims))) if home else ()


def leads(id_: str, incidents: Iterable[Incident], judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Where an incident's id leads now: first the incident that holds its claim, then those that claims left it for
    when people split, rejected or corrected; none where nothing of it is left."""
    home = {claim: one.id for one in incidents for claim in one.claims}
    ids = {one: one for one in home.values()}
    rows, anchor = standing(judgements), anchor_of(id_)
    claim = Heirs.of(rows).living(anchor, home)
    now = ids.get(id_) or (home[claim] if claim else None)
    shared = [row for row in rows if row.seen and (row.seen[0] == anchor or incident_id(row.seen[0]) == now)]
    others = [home[one] for row in shared for one in row.seen if one in home]
    return tuple(dict.fromkeys([now, *others] if now else others))
