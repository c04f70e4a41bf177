"""Every JSON form of the records: the annotation guide's form of claims, and the lossless form that is stored.

The two differ on purpose. The guide's form is what people annotate and scripts read: claims are numbered within their
report and absent fields are left out. The stored form is the record itself, field by field.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from sijil.model.claim import Claim
from sijil.model.figure import Figure, Unit
from sijil.model.period import Period, precision_of

Json = dict[str, Any]
R = TypeVar("R")

_WORDS = ("place", "within", "actor", "attack", "measure", "group", "side", "scope", "object")
_FLAGS = ("part_of", "eased")


def to_plain(record: object) -> Any:
    """Any record of sijil.model as JSON values, losslessly; dates as ISO strings."""
    return msgspec.to_builtins(record)


def from_plain(kind: type[R], plain: object) -> R:
    """The record that `to_plain` made `plain` of. Raises ValueError where it is not of that kind."""
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def from_json(kind: type[R], text: str) -> R:
    """The record of the JSON text of `to_plain`. Raises ValueError where it is none of that kind.

    At once: by way of JSON values the 100,000 claims of a register take 4 s more.
    """
    try:
        return cast(R, _decoder(kind).decode(text))  # type: ignore[arg-type]
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error


@cache
def _decoder(kind: type[object]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def canonical(plain: object) -> str:
    """JSON with sorted keys and no spare space: equal values give equal characters, so they can be hashed."""
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(plain: object) -> str:
    """SHA-256, in hex, of the canonical JSON of `plain`."""
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def added_id(claim: Claim) -> str:
    """The id of a claim that a person adds: derived from its report and content, whatever its id and number are."""
    plain = {name: value for name, value in to_plain(claim).items() if name not in ("id", "number")}
    return "C-" + digest(plain)[:12]


def claims_to_json(claims: Iterable[Claim]) -> list[Json]:
    """The claims of one report in the guide's form, `denies` as numbers."""
    claims = tuple(claims)
    numbers = {claim.id: claim.number for claim in claims}
    return [claim_to_json(claim, numbers) for claim in claims]


def claim_to_json(claim: Claim, numbers: Mapping[str, int] | None = None) -> Json:
    """One claim in the guide's form, with `span`, `confidence` and `resolved` beside its fields.

    `numbers` maps claim ids of the same report to their numbers; a denied claim that is not in it keeps its id, so that
    a denial of another report's claim is not lost.
    """
    out: Json = {"id": claim.number, "kind": claim.kind, "status": claim.status, "quote": claim.quote}
    out["speaker"] = list(claim.speaker)
    out |= _figure_fields(claim.figure)
    out |= {name: getattr(claim, name) for name in _WORDS if getattr(claim, name) is not None}
    out |= {name: True for name in _FLAGS if getattr(claim, name)}
    if claim.period and claim.period.start:
        out["start"] = claim.period.start.isoformat()
    if claim.period and claim.period.end:
        out["end"] = claim.period.end.isoformat()
    if claim.recognised and claim.recognised.iso:
        out["recognised"] = claim.recognised.iso
    if claim.added_by:
        out["added_by"] = claim.added_by
    if claim.report_day:
        out["report_day"] = claim.report_day.isoformat()
    denied = [(numbers or {}).get(id_, id_) for id_ in claim.denies]
    if denied:
        out["denies"] = denied[0] if len(denied) == 1 else denied
    out |= {"span": list(claim.span), "confidence": claim.confidence, "resolved": _resolved(claim)}
    return out


def claim_from_json(plain: Mapping[str, Any], doc: str = "") -> Claim:
    """The claim that a line in the guide's form tells: the other way of `claim_to_json`, `resolved` left aside.

    Ids are "doc#number" (a report's claims are numbered), also in `denies`. Without `span` it is (0, 0): the quote has
    still to be found. Raises ValueError for fields of the wrong type, unknown kinds, or bounds that cross.
    """
    fields: Json = {name: plain[name] for name in _WORDS + _FLAGS if plain.get(name) is not None}
    fields |= {name: plain[name] for name in ("kind", "quote", "status", "confidence") if name in plain}
    number = plain.get("id", 0)
    denied = plain.get("denies") or []
    denied = denied if isinstance(denied, list) else [denied]
    fields |= {
        "id": f"{doc}#{number}",
        "doc": doc,
        "number": number,
        "speaker": tuple(plain.get("speaker") or ()),
        "span": tuple(plain.get("span") or (0, 0)),
        "denies": tuple(id_ if isinstance(id_, str) else f"{doc}#{id_}" for id_ in denied),
        "figure": to_plain(figure_from_json(plain)),
        "period": to_plain(period_from_json(plain)),
        "recognised": to_plain(period_from_iso(plain.get("recognised") or "")),
        "report_day": plain.get("report_day"),
    }
    return from_plain(Claim, fields)


def figure_from_json(plain: Mapping[str, Any]) -> Figure | None:
    """The figure of a claim in the guide's form; None where neither bound is given."""
    low, high = plain.get("low"), plain.get("high")
    if low is None and high is None:
        return None
    unit: Unit = "percent" if plain.get("percent") else plain.get("unit") or "persons"
    return Figure(low, high, bool(plain.get("approx")), unit)


def period_from_iso(days: str) -> Period | None:
    """The period of an ISO 8601 day or interval (`Period.iso`); None for "". Raises ValueError for other text."""
    if not days:
        return None
    first, _, last = days.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Period(start, end, precision_of(start, end))


def period_from_json(plain: Mapping[str, Any]) -> Period | None:
    """The period of a claim in the guide's form; None where no day is given."""
    start, end = (date.fromisoformat(plain[key]) if plain.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        return None
    return Period(start, end, precision_of(start, end) if start and end else "open")


def _figure_fields(figure: Figure | None) -> Json:
    if figure is None:
        return {}
    out: Json = {"low": figure.low, "high": figure.high}
    if figure.approx:
        out["approx"] = True
    if figure.unit == "percent":
        out["percent"] = True
    elif figure.unit != "persons":
        out["unit"] = figure.unit
    return out


def _resolved(claim: Claim) -> Json:
    return {
        "place": to_plain(claim.at),
        "party": to_plain(claim.party),
        "side": to_plain(claim.side_party),
        "period": to_plain(claim.period),
        "recognised": to_plain(claim.recognised),
    }
