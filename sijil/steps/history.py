"""What people decided about one incident, its claims, and what became part of it or left it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.steps.added import added_claim
from sijil.steps.link.bonds import incident_id


def history(judgements: Iterable[Judgement], incident: Incident, former: Collection[str] = ()) -> tuple[Judgement, ...]:
    """The judgements on the incident, by any id that it had (`former`), and on its claims, oldest first.

    Those on claims that it held when somebody took them out count, and so do the split and the pair that made it, and
    all withdrawals. A correction made "always" for the words of another claim is told where that claim stands.
    """
    own = {incident.id, *former, *incident.claims}
    found = []
    for row in judgements:
        if own & _about(row):
            own.add(str(row.id))
            found.append(row)
    return tuple(found)


def _about(row: Judgement) -> set[str]:
    """The ids that a judgement is about: of claims and incidents, for a withdrawal of the judgement taken back."""
    if row.verb == "add":
        return {added_claim(row)}
    about = {row.subject, *([incident_id(row.seen[0])] if row.seen else [])}
    if row.verb in ("correct", "withdraw", "grade"):
        return about
    leaving = row.value.get("claims")
    about |= {str(claim) for claim in leaving} if isinstance(leaving, list | tuple) else set()
    other = row.value.get("with")
    return about | ({other} if isinstance(other, str) else set())
