"""Where an incident's id leads: to its claim, or, where people took that claim out, to what stood beside it.

An id is `I-` and a claim's id, and leads to the incident that holds this claim now: through links, merges and new
reports. For a claim that people rejected, added and took out again, or corrected so that it is of no incident any more,
the judgement tells what its incident held then (`seen`), and the first of these that still is of an incident takes its
place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.steps.added import deciding
from sijil.steps.link.bonds import PREFIX, anchor_of, incident_id

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
        for judgement in deciding(judgements):
            if judgement.verb in (*TAKING_OUT, "withdraw") and judgement.seen:
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
        """Claim → claims gone that gave an incident its id and whose place it takes, the one first taken out first.

        An added claim that was taken out again leaves no name: the incident has the one that it had before.
        """
        rows_ = [[row for row in rows if row.verb != "withdraw"] for rows in self.taken.values()]
        named = [rows[0] for rows in rows_ if any(row.seen[0] == row.subject for row in rows)]
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


class Leads:
    """Where incidents' ids lead, for all incidents of a register."""

    def __init__(
        self, incidents: Iterable[Incident], judgements: Iterable[Judgement], home: Mapping[str, str] | None = None
    ) -> None:
        """`home` is the incident of each claim, where that is known."""
        known = tuple(incidents)
        self._home = {claim: one.id for one in known for claim in one.claims} if home is None else home
        self._ids = frozenset(one.id for one in known)
        self._rows = deciding(judgements)
        self._heirs = Heirs.of(self._rows)

    def of(self, id_: str) -> tuple[str, ...]:
        """First the incident that holds the id's claim now, then those that claims left it for when people split,
        rejected or corrected; none where nothing of it is left, or for what is no incident's id."""
        if not id_.startswith(PREFIX):
            return ()
        now, anchor = self._now(id_), anchor_of(id_)
        shared = (row for row in self._rows if row.seen and (row.seen[0] == anchor or incident_id(row.seen[0]) == now))
        others = [self._home[claim] for row in shared for claim in row.seen if claim in self._home]
        return tuple(dict.fromkeys([now, *others] if now else others))

    def former(self) -> dict[str, tuple[str, ...]]:
        """Incident → the ids, named in judgements, that were incidents' and lead to it now."""
        named = {row.subject for row in self._rows} | {str(row.value.get("with", "")) for row in self._rows}
        named |= {incident_id(row.seen[0]) for row in self._rows if row.seen}
        found: dict[str, list[str]] = {}
        for id_ in sorted(id_ for id_ in named if id_.startswith(PREFIX) and id_ not in self._ids):
            now = self._now(id_)
            if now:
                found.setdefault(now, []).append(id_)
        return {now: tuple(ids) for now, ids in found.items()}

    def _now(self, id_: str) -> str | None:
        if id_ in self._ids:
            return id_
        claim = self._heirs.living(anchor_of(id_), self._home) if id_.startswith(PREFIX) else None
        return self._home[claim] if claim else None


def pointer(id_: str, to: Sequence[str]) -> str:
    """In one sentence, where an id leads that is not, or not alone, what it was; "" where it is."""
    if not to or tuple(to) == (id_,):
        return ""
    first, *others = to
    parts = [] if first == id_ else [f"{id_} is now part of {first}"]
    parts += [f"what stood in it is also in {', '.join(others)}"] if others else []
    return "; ".join(parts)
