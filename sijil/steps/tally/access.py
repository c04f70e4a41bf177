"""The ledger of siege and humanitarian access: conditions by place, with first and last day reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sijil.model.claim import Claim
from sijil.model.ledger import AccessRow
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.spot import has_any
from sijil.steps.when import days
from sijil.steps.where import place_key, place_of

THREATENED = "aid_threatened"


def access(claims: Iterable[Claim], reports: Mapping[str, ReportInfo] | None = None) -> tuple[AccessRow, ...]:
    """One row a place, condition, thing and state, by first mention. `claims` in report and text order.

    The days are the claim's own; where it gives none, the day of its report in `reports`: the day it was reported.
    """
    rows: dict[tuple[str, str, bool, bool], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "access" and claim.status != "denied":
            key, label = condition(claim)
            one = label if key != "other" else claim.id  # what no rule names is never thrown together
            rows.setdefault((_key(claim), one, claim.eased, claim.status == "projected"), []).append(claim)
    return tuple(_row(found, reports or {}) for found in rows.values())


def _key(claim: Claim) -> str:
    place = place_of(claim)
    return place_key(place.name or place.raw) if place else ""


def _row(claims: list[Claim], reports: Mapping[str, ReportInfo]) -> AccessRow:
    key, label = condition(claims[0])
    reported = sorted(day for claim in claims for day in _days(claim, reports))
    return AccessRow(
        place=next((c.place or c.within or "" for c in claims if c.place or c.within), ""),
        condition=key,
        label=label,
        first=reported[0] if reported else None,
        last=reported[-1] if reported else None,
        eased=claims[0].eased,
        projected=claims[0].status == "projected",
        claims=tuple(claim.id for claim in claims),
    )


def _days(claim: Claim, reports: Mapping[str, ReportInfo]) -> tuple[date, ...]:
    known = days(claim.period)
    if known:
        return known
    report = reports.get(claim.doc)
    return (report.published,) if report and report.published else ()


def condition(claim: Claim) -> tuple[str, str]:
    """The key of rules/access.toml and its label with the thing that the words name."""
    rules, words = load("access"), claim.quote.casefold()
    key = next((c["key"] for c in rules["condition"] if has_any(words, c["words"])), "other")
    if claim.status == "projected" and key in ("aid", "aid_attacked", "movement"):
        key = THREATENED
    labels = rules["eased"] if claim.eased else rules["labels"]
    return key, labels[key].format(item=_item(key, words))


def _item(key: str, words: str) -> str:
    """The things (for evacuation, the people) named in the words, none twice."""
    rules, named, taken = load("access"), [], ""
    for item, forms in rules["people" if key == "evacuation" else "items"].items():
        if has_any(words, forms) and not has_any(taken, forms):
            named.append(item)
            taken += f" {item}"
    return ", ".join(named) or rules["general"].get(key, "")
