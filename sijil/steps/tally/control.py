"""The ledger of control: who is said to hold, take, besiege or advance on a place, and where speakers disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sijil.model.claim import Claim
from sijil.model.ledger import ControlPlace, ControlRow
from sijil.model.period import Period
from sijil.rules import load
from sijil.steps import who
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any
from sijil.steps.tally.access import Reports, said_on
from sijil.steps.tally.placed import place_keys, place_words
from sijil.steps.when import apart, days


@dataclass(frozen=True, slots=True)
class _Held:
    """The claims that say the same of one place: the same holder, doing the same."""

    place: str
    act: str
    claims: tuple[Claim, ...]


def control(claims: Iterable[Claim], reports: Reports | None = None) -> tuple[ControlRow, ...]:
    """One row a place, holder and act, by first mention. `claims` in report and text order.

    Contested: other speakers say at the same time that another camp holds the place, or somebody denies it. Besiegers
    and attackers hold nothing; a place taken later by others is not contested.
    """
    return tuple(row for _, row in _rows(tuple(claims), reports or {}))


def control_places(claims: Iterable[Claim], reports: Reports | None = None) -> tuple[ControlPlace, ...]:
    """The same by place, each with its rows in order of time. Places that nobody names are each alone."""
    found: dict[str, list[ControlRow]] = {}
    for place, row in _rows(tuple(claims), reports or {}):
        found.setdefault(place or row.claims[0], []).append(row)
    return tuple(
        ControlPlace(own[0].place, any(row.contested for row in own), tuple(sorted(own, key=_time)))
        for own in found.values()
    )


def _time(row: ControlRow) -> date:
    return row.first or row.said or date.max


def _rows(claims: Sequence[Claim], reports: Reports) -> list[tuple[str, ControlRow]]:
    place = place_keys(claims)
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "control" and claim.status == "reported":
            key = (place(claim), holder(claim).casefold(), act(claim))
            found.setdefault(key, []).append(claim)
    held = [_Held(key[0], key[2], tuple(own)) for key, own in found.items()]
    denials: dict[str, dict[int, Claim]] = {}
    for n, claim in enumerate(claims):
        for denied in claim.denies if claim.kind == "denial" else ():
            denials.setdefault(denied, {})[n] = claim
    at_place: dict[str, list[_Held]] = {}
    for one in held:
        at_place.setdefault(one.place, []).append(one)
    return [(one.place, _row(one, _against(one, at_place[one.place], denials, reports), reports)) for one in held]


def holder(claim: Claim) -> str:
    """Who is said to hold or take the place, by canonical name."""
    return claim.party.name if claim.party and claim.party.name else claim.actor or "not told"


def act(claim: Claim) -> str:
    """What the actor is said to do: a key of rules/control.toml."""
    kinds, words = load("control")["act"], gloss(claim.quote)
    fitting = (kind for kind in kinds if has_any(words, kind["words"]))
    found = (kind["key"] for kind in fitting if not has_any(words, kind.get("unless", ())))
    return str(next(found, kinds[-1]["key"]))


def act_words(key: str) -> str:
    """An act in words, to stand between who does it and the place."""
    return str(next((kind["label"] for kind in load("control")["act"] if kind["key"] == key), key))


def _row(one: _Held, against: tuple[str, ...], reports: Reports) -> ControlRow:
    known = [d for d in (days(c.period) for c in one.claims) if d]
    return ControlRow(
        place=place_words(one.claims),
        holder=holder(one.claims[0]),
        claims=tuple(claim.id for claim in one.claims),
        first=min((d[0] for d in known), default=None),
        last=max((d[1] for d in known), default=None),
        contested=bool(against),
        act=one.act,
        speakers=tuple(dict.fromkeys(who.source(claim, reports) for claim in one.claims)),
        said=max((day for c in one.claims if (day := said_on(c, reports))), default=None),
        against=against,
    )


def _against(
    one: _Held, at_place: Iterable[_Held], denials: Mapping[str, Mapping[int, Claim]], reports: Reports
) -> tuple[str, ...]:
    """One sentence for each rival holder's claim, and for each denial. `denials`: by what they reject and number."""
    holding = load("control")["holding"]
    rivals = [
        b
        for other in at_place
        if one.place and other is not one and one.act in holding and other.act in holding
        for b in other.claims
        if any(disagree(a, b, reports) for a in one.claims)
    ]
    lines = [f"{holder(claim)}, says {who.told_by(claim, reports)}: «{claim.quote}»" for claim in rivals]
    denied = {n: denial for claim in one.claims for n, denial in denials.get(claim.id, {}).items()}
    said = [f"denied by {who.told_by(claim, reports)}: «{claim.quote}»" for _, claim in sorted(denied.items())]
    return (*lines, *said)


def disagree(a: Claim, b: Claim, reports: Reports) -> bool:
    """Whether two speakers name two camps as holding one place at one time."""
    if (a.speaker, a.doc) == (b.speaker, b.doc) or holder(a) == holder(b):
        return False
    camps = who.sides(a.party), who.sides(b.party)
    gap = apart(told_of(a, reports), told_of(b, reports))
    return not who.allied(*camps) and gap is not None and gap <= load("control")["near_days"]


def told_of(claim: Claim, reports: Reports) -> Period | None:
    """The days that a claim tells of; where it gives none, the day on which it was said."""
    day = None if days(claim.period) else said_on(claim, reports)
    return Period(day, day, "day") if day else claim.period
