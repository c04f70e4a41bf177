"""The ledger of agreements: who made and guarantees them, and what is claimed as a breach since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sijil.model.claim import Claim
from sijil.model.ledger import AgreementRow
from sijil.rules import load
from sijil.steps.tally.areas import inside
from sijil.steps.when import days
from sijil.steps.where import place_key, place_of


def agreements(claims: Iterable[Claim]) -> tuple[AgreementRow, ...]:
    """One row an agreement, by first mention. `claims` in report and text order.

    Violations are found by this rule: a report in which somebody speaks of breaches (rules/agreements.toml) of an
    agreement of this kind claims as violations its reported attacks and casualties after the agreement came into
    force and in its area; each agreement is answered for by the latest one of its kind in force before that day.
    """
    known = tuple(claims)
    made: dict[tuple[str, str], list[Claim]] = {}
    for claim in known:
        if claim.kind == "agreement":
            made.setdefault(_key(claim), []).append(claim)
    return tuple(_row(found, known, list(made.values())) for found in made.values())


def kind_of(claim: Claim) -> tuple[str, str]:
    """Key and label of the kind of agreement that the words name."""
    words = claim.quote.casefold()
    found = next((k for k in load("agreements")["kind"] if any(w in words for w in k["words"])), None)
    return (found["key"], found["label"]) if found else ("agreement", "Agreement")


def _since(claims: Sequence[Claim]) -> date | None:
    return next((c.period.start for c in claims if c.period and c.period.start), None)


def _key(claim: Claim) -> tuple[str, str]:
    since, place = _since([claim]), place_of(claim)
    where = place_key(place.name or place.raw) if place else ""
    return kind_of(claim)[0], f"{since or ''} {where}" if since or where else claim.id


def _breach(claim: Claim) -> bool:
    return any(word in claim.quote.casefold() for word in load("agreements")["breach_words"])


def _row(own: list[Claim], claims: Sequence[Claim], every: list[list[Claim]]) -> AgreementRow:
    since = _since(own)
    complaints = [c for c in claims if c.kind in ("blame", "agreement") and _breach(c) and _about(c, own, every)]
    reports = {c.doc for c in complaints}
    broken = [c for c in claims if c.doc in reports and _violation(c, own, since)]
    named = {c.id for c in (*own, *broken)}
    parties, guarantors = _named(own)
    return AgreementRow(
        id=f"A-{own[0].id}",
        title=_title(own[0], since),
        parties=parties,
        guarantors=guarantors,
        since=since,
        claims=tuple(c.id for c in own),
        violations=tuple(c.id for c in broken),
        blames=tuple(c.id for c in complaints if c.kind == "blame"),
        denials=tuple(c.id for c in claims if c.kind == "denial" and set(c.denies) & named),
        reasons=_reasons(complaints, broken, since),
    )


def _about(complaint: Claim, own: list[Claim], every: list[list[Claim]]) -> bool:
    """Whether the complaint means this agreement: one of its kind in its own report, else the latest of that kind."""
    alike = [found for found in every if kind_of(found[0])[0] == kind_of(complaint)[0] and _since(found)]
    near = [found for found in alike if any(c.doc == complaint.doc for c in found)] or alike
    latest = max(near, key=lambda found: _since(found) or date.min, default=None)
    return latest is own and complaint not in own


def _violation(claim: Claim, own: list[Claim], since: date | None) -> bool:
    known, area, place = days(claim.period), place_of(own[0]), place_of(claim)
    if claim.kind not in ("attack", "casualty", "damage") or claim.status != "reported" or known is None or since is None:
        return False
    return known[0] > since and (area is None or (place is not None and inside(place, area)))


def _named(own: list[Claim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = load("agreements")["guarantor_words"]
    parties: dict[str, None] = {}
    guarantors: dict[str, None] = {}
    for claim in own:
        name = claim.party.name if claim.party else claim.actor
        if name:
            (guarantors if any(w in claim.quote.casefold() for w in words) else parties)[name] = None
    return tuple(parties), tuple(guarantors)


def _title(claim: Claim, since: date | None) -> str:
    place = place_of(claim)
    parts = [kind_of(claim)[1], *([place.name] if place else []), *([f"{since.day} {since:%b %Y}"] if since else [])]
    return ", ".join(parts)


def _reasons(complaints: list[Claim], broken: list[Claim], since: date | None) -> tuple[str, ...]:
    if not broken or since is None:
        return ()
    by = "; ".join(f"{', '.join(c.speaker) or 'the report'}: «{c.quote}»" for c in complaints)
    return (f"{len(broken)} claims after {since.isoformat()} stand in reports that speak of breaches of it ({by})",)
