"""What people decided about claims, carried out. Judgements on incidents act in `link` and `assess`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.record import claim_from_json, claim_to_json
from sijil.steps.corrections import DECIDING, Correction, Rules, by_rule, holding, is_rule, placed, rules_of, sided

#: Fields that a correction may change, as in claim JSON; "at", "party" and "side_party" are records, as stored.
FIELDS = frozenset({
    "kind", "status", "speaker", "place", "within", "start", "end", "actor", "attack", "measure", "group", "side",
    "low", "high", "approx", "percent", "unit", "part_of", "scope", "eased", "object", "denies", "at", "party",
    "side_party",
})  # fmt: skip
RECORDS = frozenset({"at", "party", "side_party"})
#: Fields of claim JSON that a claim keeps under another name.
_ATTRIBUTES = {"start": "period", "end": "period"} | dict.fromkeys(
    ("low", "high", "approx", "percent", "unit"), "figure"
)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, by id: those withdrawn, and the withdrawals themselves, are gone.

    A withdrawal can itself be withdrawn; then what it took back holds again.
    """
    ordered = sorted(judgements, key=lambda j: j.id)
    gone = withdrawn(ordered)
    return tuple(j for j in ordered if j.verb != "withdraw" and str(j.id) not in gone)


def withdrawn(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The ids of judgements that do not hold, each with the withdrawal that holds instead."""
    gone: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.id, reverse=True):
        if judgement.verb == "withdraw" and str(judgement.id) not in gone:
            gone[judgement.subject] = judgement
    return gone


def meant(row: Judgement, by_id: Mapping[int, Judgement]) -> Judgement:
    """The judgement, or the one that it takes back or, taking a withdrawal back, gives again."""
    while row.verb == "withdraw" and row.subject.isdigit() and int(row.subject) in by_id:
        row = by_id[int(row.subject)]
    return row


def apply(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """The claims as people left them: rejected ones dropped, corrected ones changed, judged ones with confidence 1.0.

    Later judgements on a claim act after earlier ones; the last of accept and reject holds. Places and parties that are
    corrected always, for their words, change wherever these stand, but a claim's own correction of them wins; nobody
    has looked at such a claim, so its confidence stays. Raises BadInput for a correction that names an unknown field or
    gives a value that cannot be.
    """
    decided = Decided.of(judgements)
    judged = (_judged(claim, decided) for claim in claims)
    return tuple(claim for claim in judged if claim is not None)


def corrections(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> dict[str, tuple[Correction, ...]]:
    """The corrections of place and party that hold, by the id of the claims (as read) that they change."""
    decided = Decided.of(judgements)
    if not decided.rules and not decided.own:
        return {}
    found = ((claim.id, holding(claim, decided.own.get(claim.id, ()), decided.rules)) for claim in claims)
    return {id_: changed for id_, changed in found if changed}


@dataclass(frozen=True, slots=True)
class Decided:
    """Standing judgements, oldest first: those of single claims by claim, and the rules among the corrections."""

    own: Mapping[str, Sequence[Judgement]]
    rules: Rules

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decided:
        """Sorts judgements. Raises BadInput for a rule that makes no sense."""
        own: dict[str, list[Judgement]] = {}
        kept = standing(judgements)
        for judgement in kept:
            if not is_rule(judgement):
                own.setdefault(judgement.subject, []).append(judgement)
        return cls(own, rules_of(kept))


def _judged(read: Claim, decided: Decided) -> Claim | None:
    own, claim = decided.own.get(read.id, ()), read
    for correction in holding(read, own, decided.rules):
        if correction.always:
            claim = by_rule(claim, correction)
            claim = replace(claim, notes=(*claim.notes, correction.note))
    kept: bool = True
    for judgement in own:
        if judgement.verb in ("accept", "reject"):
            kept = judgement.verb == "accept"
        elif judgement.verb == "correct":
            found_again = judgement.value.get("at") and not claim.place  # "no place" was said before
            claim = correct(replace(claim, place=read.place) if found_again else claim, judgement.value)
        else:
            continue
        claim = replace(claim, confidence=1.0, notes=(*claim.notes, _note(judgement)))
    return claim if kept else None


def _note(judgement: Judgement) -> str:
    fields = set(judgement.value)
    for target, deciding in DECIDING.items():
        if judgement.verb == "correct" and fields <= deciding:
            return Correction(target, judgement).note
    return f"{judgement.verb}ed by {judgement.who}: {judgement.reason}"


def correct(claim: Claim, value: dict[str, object]) -> Claim:
    """The claim with fields changed as in claim JSON (start, end, low, high, speaker …); `null` empties a field.

    What a changed place, actor or side was resolved to is dropped, unless "at", "party" or "side_party" gives the
    record of the new one. Raises BadInput for an unknown field or a value that cannot be.
    """
    unknown = sorted(set(value) - FIELDS)
    if unknown:
        raise BadInput(claim.id, f"a claim has no field {', '.join(unknown)}", "name a field of the claim format")
    words = {field: item for field, item in value.items() if field not in RECORDS}
    try:
        read = claim_from_json({**claim_to_json(claim), **words}, claim.doc)
    except (TypeError, ValueError) as error:
        raise BadInput(claim.id, f"the correction cannot be used: {error}") from error
    named: dict[str, Any] = {name: getattr(read, name) for name in {_ATTRIBUTES.get(field, field) for field in words}}
    changed = replace(claim, **named)
    if DECIDING["place"] & set(value):
        changed = replace(changed, at=placed(changed, value.get("at")))
    if DECIDING["actor"] & set(value):
        changed = replace(changed, party=sided(changed, "actor", value.get("party")))
    if DECIDING["side"] & set(value):
        changed = replace(changed, side_party=sided(changed, "side", value.get("side_party")))
    return changed
