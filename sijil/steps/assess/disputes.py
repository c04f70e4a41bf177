"""Who is blamed, and what is disputed about an incident: one sentence each, with who says so."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps import who
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt, denies_harm


def blamed(heard: Voices) -> tuple[str, ...]:
    """The parties that sources name as having done it, by canonical name where resolved; by first mention."""
    return tuple(dict.fromkeys(c.party.name if c.party else c.actor for c in heard.claims if c.actor))


def denials(heard: Voices) -> tuple[str, ...]:
    """Denials of any claim of the incident, and claims of the accused side that nobody was harmed."""
    rejected = [f"{who.denied_by(denial, heard.reports)}: «{denial.quote}»" for denial in heard.denials]
    harmless = [claim for claim in heard.claims if denies_harm(claim, heard)]
    none = [f"{heard.told_by(claim)} says that nobody was harmed: «{claim.quote}»" for claim in harmless]
    return tuple(rejected + none)


def rival_blame(heard: Voices) -> tuple[str, ...]:
    """One sentence where sources blame parties of different sides; none for fighting, where both sides act."""
    told: dict[tuple[str, str], None] = {}
    sides: dict[str, frozenset[str]] = {}
    for claim in heard.claims:
        if claim.party and who.sides(claim.party) and claim.attack != "clash":
            source = heard.source[claim.id]
            told[source, claim.party.name] = None
            sides[source] = sides.get(source, frozenset()) | who.sides(claim.party)
    if all(who.allied(a, b) for a in sides.values() for b in sides.values()):
        return ()
    return (f"sources blame different sides: {'; '.join(f'{source} blames {name}' for source, name in told)}",)


def disputes(heard: Voices, doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """All disputes: denials, rival blame, doubts about who was harmed."""
    return (*denials(heard), *rival_blame(heard), *(doubt.words for doubt in doubts))
