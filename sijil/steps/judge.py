"""What people decided about claims, carried out. Judgements on incidents act in `link` and `assess`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.model.place import Place
from sijil.record import claim_from_json, claim_to_json, from_plain

#: Fields that a correction may change, as in claim JSON; "at" is the record of a place, as stored.
FIELDS = frozenset({
    "kind", "status", "speaker", "place", "within", "start", "end", "actor", "attack", "measure", "group", "side",
    "low", "high", "approx", "percent", "unit", "part_of", "scope", "eased", "object", "denies", "at",
})  # fmt: skip


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, by id: those withdrawn, and the withdrawals themselves, are gone.

    A withdrawal can itself be withdrawn; then what it took back holds again.
    """
    ordered = sorted(judgements, key=lambda j: j.id)
    gone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.verb == "withdraw" and str(judgement.id) not in gone:
            gone.add(judgement.subject)
    return tuple(j for j in ordered if j.verb != "withdraw" and str(j.id) not in gone)


def apply(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """The claims as people left them: rejected ones dropped, corrected ones changed, judged ones with confidence 1.0.

    Later judgements on a claim act after earlier ones; the last of accept and reject holds. Raises BadInput for a
    correction that names an unknown field or gives a value that cannot be.
    """
    by_claim: dict[str, list[Judgement]] = {}
    for judgement in standing(judgements):
        by_claim.setdefault(judgement.subject, []).append(judgement)
    judged = (_judged(claim, by_claim.get(claim.id, ())) for claim in claims)
    return tuple(claim for claim in judged if claim is not None)


def _judged(claim: Claim, judgements: Sequence[Judgement]) -> Claim | None:
    kept: bool = True
    for judgement in judgements:
        note = f"{judgement.verb}ed by {judgement.who}: {judgement.reason}"
        if judgement.verb in ("accept", "reject"):
            kept = judgement.verb == "accept"
        elif judgement.verb == "correct":
            claim = correct(claim, judgement.value)
        else:
            continue
        claim = replace(claim, confidence=1.0, notes=(*claim.notes, note))
    return claim if kept else None


def correct(claim: Claim, value: dict[str, object]) -> Claim:
    """The claim with fields changed as in claim JSON (start, end, low, high, speaker …); `null` empties a field.

    What a changed place, actor or side was resolved to is dropped, unless "at" gives the new place's record. Raises
    BadInput for an unknown field or a value that cannot be.
    """
    unknown = sorted(set(value) - FIELDS)
    if unknown:
        raise BadInput(claim.id, f"a claim has no field {', '.join(unknown)}", "name a field of the claim format")
    plain = {**claim_to_json(claim), **{key: item for key, item in value.items() if key != "at"}}
    try:
        read = claim_from_json(plain, claim.doc)
        at = from_plain(Place, value["at"]) if value.get("at") else None
    except (TypeError, ValueError) as error:
        raise BadInput(claim.id, f"the correction cannot be used: {error}") from error
    same = ("id", "number", "span", "notes", "confidence", "accepted_by")
    kept: dict[str, Any] = {name: getattr(claim, name) for name in same}
    kept["denies"] = read.denies if "denies" in value else claim.denies
    if not {"start", "end"} & set(value):
        kept["period"] = claim.period
    kept["at"] = at if {"place", "within", "at"} & set(value) else claim.at
    kept["party"] = None if "actor" in value else claim.party
    kept["side_party"] = None if "side" in value else claim.side_party
    return replace(read, **kept)
