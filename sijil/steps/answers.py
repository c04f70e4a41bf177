"""What a denial answers in its own report: chosen by who is accused, not by what merely stands nearest.

The reader of one report ties denials to claims before anybody knows which camp an actor belongs to. Here it is known: a
party denies what it, or its side, is accused of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps import who
from sijil.steps.languages.gloss import gloss
from sijil.steps.parties import allegiance, camps, country_of, day_of, party_of, speaker_kind, usual_country
from sijil.steps.spot import has_any
from sijil.steps.tally.access import condition

TOLD = ("attack", "casualty", "damage", "control", "access", "blame")
BREATH = 8  # characters of " that " between a denial's words and what it denies
SENTENCE = 150  # characters between claims that one speaker makes in a row
REACH = 400  # characters over which a denial answers a claim that accuses nobody by name


def answered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one report, in text order, with `denies` of its denials chosen anew.

    What a denial itself tells in order to deny it ("denied that jets had hit homes") is no report of it: such claims
    get status "denied". What people corrected or chose stays.
    """
    found, about = {claim.id: claim for claim in claims}, usual_country(claims)
    for denial in claims:
        chosen = bool(denial.added_by and denial.denies) or any(n.startswith("corrected by") for n in denial.notes)
        if denial.kind != "denial" or chosen:
            continue
        own = restated(denial, claims)
        for claim in own:
            note = f"told only to be denied: «{denial.quote}»"
            found[claim.id] = replace(claim, status="denied", notes=(*claim.notes, note))
        others = [claim for claim in claims if found[claim.id].status == "reported" and claim.kind in TOLD]
        told = [claim for claim in others if claim.span[1] <= denial.span[0]]
        tied = [] if own else [claim for claim in others if claim.id in denial.denies]
        denied = (*own, *_answers(denial, told, tied, about))
        found[denial.id] = replace(denial, denies=tuple(dict.fromkeys(claim.id for claim in denied)))
    return tuple(found[claim.id] for claim in claims)


def restated(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The claims within a denial's words, or those that begin right behind them in its sentence."""
    start, end = denial.span
    inner = [c for c in claims if c.kind in TOLD and c is not denial and start <= c.span[0] and c.span[1] <= end]
    behind = [c for c in claims if c.kind in TOLD and end < c.span[0] <= end + BREATH and c.order > denial.order]
    return [claim for claim in (*inner, *behind) if claim.status == "reported" and claim.kind != "blame"]


def _answers(denial: Claim, told: Sequence[Claim], tied: Sequence[Claim], country: str) -> list[Claim]:
    """The claims told before it that a denial rejects. `tied` are those that the reader of the report chose, `country`
    is what the report is about."""
    words, rules, about = gloss(denial.quote), load("en/denying"), topic(denial)
    last = max(told, key=lambda c: c.span[1], default=None)
    if last and words.startswith(tuple(rules["relative"])) and denial.span[0] - last.span[1] <= BREATH:
        return [last]
    if about:
        return [claim for claim in told if _about(claim, about["conditions"], about["deaths"])]
    own = denier(denial, country)
    if not own:
        return list(tied)
    open_ = [claim for claim in told if _may_answer(claim, denial, own, country)]
    if words.endswith(tuple(rules["near"])):
        return _in_a_row([claim for claim in open_ if denial.span[0] - claim.span[1] <= SENTENCE])
    accusing = [claim for claim in open_ if who.allied(own, who.sides(claim.party))]
    if accusing:
        return [claim for claim in tied if claim in accusing] or _in_a_row(accusing)
    near = [claim for claim in open_ if denial.span[0] - claim.span[1] <= REACH]
    return [claim for claim in tied if claim in open_] or _in_a_row(near)


def topic(denial: Claim) -> dict[str, Any] | None:
    """What a denial is about by its words alone (rules/en/denying.toml); None for attacks and harm."""
    words = gloss(denial.quote)
    return next((one for one in load("en/denying")["topic"] if has_any(words, one["words"])), None)


def denier(denial: Claim, country: str = "") -> frozenset[str]:
    """The camp that denies: of whom the denial's words name before their verb, else of its speaker.

    `country` is what its report is about.
    """
    words = f" {denial.quote.casefold()} "
    cuts = [words.find(f" {verb} ") for verb in load("en/denying")["verbs"] if f" {verb} " in words]
    head = denial.quote[: min(cuts)] if cuts else ""
    named = who.sides(party_of(head, country_of(denial.at) or country, day_of(denial, None))) if head else frozenset()
    return named or _camp(denial, country)


def _camp(claim: Claim, country: str) -> frozenset[str]:
    """The camp of a claim's speaker, of the body before "'s", or of the party that unknown words name."""
    speaker, day = who.speaker(claim), day_of(claim, None)
    side = allegiance(speaker, day) or allegiance(re.split(r"['’]s\b", speaker)[0], day)
    named = party_of(" ".join(claim.speaker[:1]), country_of(claim.at) or country, day)
    return camps(side or ("" if speaker_kind(speaker) else named.side))


def _may_answer(claim: Claim, denial: Claim, own: frozenset[str], country: str) -> bool:
    """Whether a claim, by another camp, tells of something that the denier's camp may be accused of."""
    if claim.figure is not None and claim.figure.high == 0 or claim.speaker[:1] == denial.speaker[:1] != ():
        return False
    accused = who.sides(claim.party)
    return (not accused or who.allied(own, accused)) and not own & _camp(claim, country)


def _in_a_row(claims: Sequence[Claim]) -> list[Claim]:
    """The last claim and those that its speaker makes right before it."""
    row: list[Claim] = []
    for claim in reversed(claims):
        if row and (claim.speaker != row[-1].speaker or row[-1].span[0] - claim.span[1] > SENTENCE):
            break
        row.append(claim)
    return row[::-1]


def _about(claim: Claim, conditions: Sequence[str], deaths: bool) -> bool:
    """Whether a claim is of one of the conditions, or (where `deaths`) of people who died of no attack."""
    if claim.kind == "access":
        return not claim.eased and condition(claim)[0] in conditions
    return deaths and claim.kind == "casualty" and claim.measure == "killed" and claim.attack in (None, "other")
