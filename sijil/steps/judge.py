"""What people decided about claims, carried out. Judgements on incidents act in `link` and `assess`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.judgement import Judgement
from sijil.model.period import Period, precision_of
from sijil.model.place import Place

PLAIN = frozenset(
    {"kind", "status", "place", "within", "actor", "attack", "measure", "group", "side", "part_of", "scope", "eased", "object"}
)
FIGURE = frozenset({"low", "high", "approx", "percent", "unit"})


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

    A new place or actor drops what the old one was resolved to, unless "at" gives the entry of the new one.
    """
    unknown = sorted(set(value) - PLAIN - FIGURE - {"start", "end", "speaker", "denies", "at"})
    if unknown:
        raise BadInput(claim.id, f"a claim has no field {', '.join(unknown)}", "name a field of the claim format")
    changes: dict[str, Any] = {name: value[name] for name in sorted(PLAIN & set(value))}
    try:
        if FIGURE & set(value):
            changes["figure"] = _figure(claim.figure, value)
        if {"start", "end"} & set(value):
            changes["period"] = _period(claim.period, value)
        for name in ("speaker", "denies"):
            if name in value:
                changes[name] = _words(value[name])
        if "place" in value or "within" in value or "at" in value:
            changes["at"] = _place(value.get("at"))
    except (TypeError, ValueError) as error:
        raise BadInput(claim.id, f"the correction cannot be used: {error}") from error
    changes |= {"party": None} if "actor" in value else {}
    changes |= {"side_party": None} if "side" in value else {}
    return replace(claim, **changes)


def _figure(old: Figure | None, value: dict[str, object]) -> Figure | None:
    def number(name: str, before: int | None) -> int | None:
        given = value.get(name, before)
        if given is None:
            return None
        if not isinstance(given, int | str):
            raise ValueError(f"{name} is no whole number")
        return int(given)

    low, high = number("low", old.low if old else None), number("high", old.high if old else None)
    if low is None and high is None:
        return None
    unit = "percent" if value.get("percent") else value.get("unit") or (old.unit if old else "persons")
    if unit not in ("persons", "households", "percent"):
        raise ValueError(f"there is no unit {unit}")
    return Figure(low, high, bool(value.get("approx", old.approx if old else False)), unit)  # type: ignore[arg-type]


def _period(old: Period | None, value: dict[str, object]) -> Period | None:
    def day(name: str, before: date | None) -> date | None:
        given = value.get(name, before)
        return given if given is None or isinstance(given, date) else date.fromisoformat(str(given))

    start, end = day("start", old.start if old else None), day("end", old.end if old else None)
    words = old.words if old else ""
    if start is None and end is None:
        return Period(None, None, "unresolved", words) if words else None
    precision = precision_of(start, end) if start and end else "open"
    return Period(start, end, precision, words)


def _words(value: object) -> tuple[str, ...]:
    given = [value] if isinstance(value, str | int) else value
    if not isinstance(given, list | tuple):
        return ()
    return tuple(str(word) for word in given)


def _place(value: object) -> Place | None:
    """A place from its JSON form; unknown keys are left out."""
    if not isinstance(value, dict):
        return None
    known = {f.name for f in fields(Place)} - {"candidates"}
    given = {key: tuple(item) if isinstance(item, list) else item for key, item in value.items() if key in known}
    return Place(**{"raw": "", "id": "", "name": "", "precision": "unknown", **given})
