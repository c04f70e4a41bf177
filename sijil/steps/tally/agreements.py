"""The ledger of agreements: who made and guarantees them, and what is claimed as a breach since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.ledger import AgreementRow
from sijil.rules import load
from sijil.steps.languages.gloss import gloss
from sijil.steps.parties import country_of, day_of, mentioned
from sijil.steps.spot import has_any
from sijil.steps.tally.areas import inside
from sijil.steps.tally.breaches import breaches, party, state_of
from sijil.steps.tally.placed import place_words
from sijil.steps.when import days
from sijil.steps.where import place_key, place_of

HARM = ("attack", "casualty", "damage")


def agreements(claims: Iterable[Claim], incidents: Iterable[Incident] = ()) -> tuple[AgreementRow, ...]:
    """One row an agreement, by first mention. `claims` in report and text order; `incidents` are made of them.

    Violations are found by this rule, and the row says so: where somebody speaks of a breach of an agreement
    (rules/agreements.toml), the attacks and harm that the same report tells of as having happened, after the agreement
    came into force and in its area, are claimed as violations. The agreement meant is the one of that kind in the same
    report, or else the latest one of that kind in force before the complaint's report tells of harm.
    """
    known = tuple(claims)
    made = grouped([claim for claim in known if claim.kind == "agreement"])
    complaints = [claim for claim in known if claim.kind in ("blame", "agreement") and _breach(claim)]
    by_doc: dict[str, list[Claim]] = {claim.doc: [] for claim in complaints}
    for claim in known if complaints else ():
        if claim.doc in by_doc:
            by_doc[claim.doc].append(claim)
    meant: dict[int, list[Claim]] = {}
    for claim in complaints:
        index = _meant(claim, made, by_doc[claim.doc])
        if index is not None:
            meant.setdefault(index, []).append(claim)
    told = {claim.id for own in by_doc.values() for claim in own}
    home = {id_: one.id for one in incidents if told for id_ in one.claims if id_ in told}
    denials: dict[str, dict[int, str]] = {}
    for n, claim in enumerate(known):
        for denied in claim.denies if claim.kind == "denial" else ():
            denials.setdefault(denied, {})[n] = claim.id
    return tuple(_row(own, meant.get(n, []), denials, by_doc, home) for n, own in enumerate(made))


def kind_of(claim: Claim) -> dict[str, Any]:
    """The kind of agreement that the words name: a table of rules/agreements.toml, the last where none is named."""
    return _kind_of(claim.quote)


@lru_cache(maxsize=20_000)  # each agreement is compared with all others
def _kind_of(quote: str) -> dict[str, Any]:
    kinds: list[dict[str, Any]] = load("agreements")["kind"]
    return next((kind for kind in kinds if has_any(gloss(quote), kind["words"])), kinds[-1])


def grouped(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one agreement together: one kind, and first days (or, where there are none, the place) that agree."""
    groups: list[_Group] = []
    for claim in claims:
        one = _Group(kind_of(claim), _where(claim), since([claim]), [claim])
        home = next((group for group in groups if group.kind is one.kind and _same(one, group)), None)
        if home is None:
            groups.append(one)
        else:
            home.claims.append(claim)
            home.first = since(home.claims)
    return [group.claims for group in groups]


@dataclass(slots=True)
class _Group:
    """Claims of one agreement: its kind, the place that the first of them names ("" for none), and the first day."""

    kind: dict[str, Any]
    where: str
    first: date | None
    claims: list[Claim]


def _same(one: _Group, other: _Group) -> bool:
    """Whether two of one kind are one agreement."""
    if one.first and other.first:
        near = abs((one.first - other.first).days) <= load("agreements")["same_days"]
        return near and (not one.where or not other.where or one.where == other.where)
    return not one.first and not other.first and bool(one.where) and one.where == other.where


def since(claims: Sequence[Claim]) -> date | None:
    """The first day that any of the claims gives."""
    return min((c.period.start for c in claims if c.period and c.period.start), default=None)


def _where(claim: Claim) -> str:
    place = place_of(claim)
    return place_key(place.name or place.raw) if place else ""


def _breach(claim: Claim) -> bool:
    return has_any(gloss(claim.quote), load("agreements")["breach_words"])


def _meant(complaint: Claim, made: Sequence[Sequence[Claim]], told: Sequence[Claim]) -> int | None:
    """The index of the agreement that a complaint means; None where none is known. `told` is all its report tells.

    A complaint that names no kind means the first kind in the rules' order that its own report dates.
    """
    kind, kinds = kind_of(complaint), load("agreements")["kind"]
    alike = [n for n, own in enumerate(made) if since(own) and (not kind["words"] or kind_of(own[0]) == kind)]
    near = [n for n in alike if any(c.doc == complaint.doc and c is not complaint for c in made[n])]
    if near:
        first = min(kinds.index(kind_of(made[n][0])) for n in near)
        near = [n for n in near if kinds.index(kind_of(made[n][0])) == first]
        return max(near, key=lambda n: since(made[n]) or date.min)
    known = [d[1] for d in (days(c.period) for c in told if c.kind in HARM) if d]
    before = [n for n in alike if known and (since(made[n]) or date.max) < max(known)]
    return max(before, key=lambda n: since(made[n]) or date.min) if before and kind["wide"] else None


def _row(
    own: list[Claim],
    complaints: list[Claim],
    denials: Mapping[str, Mapping[int, str]],
    by_doc: dict[str, list[Claim]],
    home: Mapping[str, str],
) -> AgreementRow:
    first = since(own)
    docs = dict.fromkeys(c.doc for c in complaints)
    broken = [c for doc in docs for c in by_doc[doc] if _violation(c, own, first)]
    named = {c.id for c in (*own, *broken)}
    parties, guarantors = _named(own)
    return AgreementRow(
        id=f"A-{own[0].id}",
        title=_title(own[0], first),
        parties=parties,
        guarantors=guarantors,
        since=first,
        claims=tuple(c.id for c in own),
        violations=tuple(c.id for c in broken),
        blames=tuple(c.id for c in complaints if c.kind == "blame"),
        denials=tuple(dict(sorted((n, d) for id_ in named for n, d in denials.get(id_, {}).items())).values()),
        reasons=_reasons(complaints, broken, first),
        area=place_words(own),
        state=state_of(own),
        breaches=breaches(broken, home),
    )


def _violation(claim: Claim, own: list[Claim], first: date | None) -> bool:
    """Whether a claim of a complaining report tells of harm after the agreement and in its area."""
    known, area, place = days(claim.period), place_of(own[0]), place_of(claim)
    if claim.kind not in HARM or claim.status != "reported" or known is None or first is None:
        return False
    return known[0] > first and (area is None or (place is not None and inside(place, area)))


def _named(own: list[Claim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parties and guarantors in canonical names, by first mention: who is told as the actor, and whom the words name as
    having made it with somebody. Being told as its guarantor makes nobody a party of it."""
    rules, parties, guarantors = load("agreements"), dict[str, None](), dict[str, None]()
    for claim in own:
        words, name = gloss(claim.quote), party(claim)
        if has_any(words, rules["guarantor_words"]):
            guarantors |= {name: None} if name else {}
            continue
        parties |= {name: None} if name else {}
        if has_any(words, rules["between_words"]):
            parties |= dict.fromkeys(mentioned(claim.quote, country_of(claim.at), day_of(claim, None)))
    return tuple(parties), tuple(guarantors)


def _title(claim: Claim, first: date | None) -> str:
    place = place_of(claim)
    day = f"{first.day} {first:%b %Y}" if first else ""
    return ", ".join(part for part in (kind_of(claim)["label"], place.name if place else "", day) if part)


def _reasons(complaints: list[Claim], broken: list[Claim], first: date | None) -> tuple[str, ...]:
    if not complaints or first is None:
        return ()
    by = "; ".join(f"{', '.join(c.speaker) or 'the report itself'}: «{c.quote}»" for c in complaints)
    told = f"{len(broken)} claims of attacks and harm after {first.isoformat()}"
    return (f"{told} are claimed as violations, because their reports speak of breaches of it ({by})",)
