"""Who is blamed, and what is disputed about an incident: one sentence each, with who says so."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt, denies_harm


def blamed(heard: Voices) -> tuple[str, ...]:
    """The parties that sources name as having done it, by canonical name where resolved; by first mention."""
    return tuple(dict.fromkeys(c.party.name if c.party else c.actor for c in heard.claims if c.actor))


def denials(heard: Voices) -> tuple[str, ...]:
    """Denials of any claim of the incident, and claims of the accused side that nobody was harmed."""
    rejected = [f"{heard.told_by(denial)} denies it: «{denial.quote}»" for denial in heard.denials]
    none = [f"{heard.told_by(c)} says that nobody was harmed: «{c.quote}»" for c in heard.claims if denies_harm(c)]
    return tuple(rejected + none)


def rival_blame(heard: Voices) -> tuple[str, ...]:
    """One sentence where sources blame parties of different sides; none for fighting, where both sides act."""
    sides: dict[str, dict[str, str]] = {}
    for claim in heard.claims:
        if claim.party and claim.party.side and claim.attack != "clash":
            sides.setdefault(claim.party.side, {}).setdefault(heard.source[claim.id], claim.party.name)
    if len(sides) < 2 or len({source for told in sides.values() for source in told}) < 2:
        return ()
    told = [f"{source} blames {name}" for named in sides.values() for source, name in named.items()]
    return (f"sources blame different sides: {'; '.join(told)}",)


def disputes(heard: Voices, doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """All disputes: denials, rival blame, doubts about who was harmed."""
    return (*denials(heard), *rival_blame(heard), *(doubt.words for doubt in doubts))
