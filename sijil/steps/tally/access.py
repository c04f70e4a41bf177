"""The ledger of siege and humanitarian access: conditions by place, with first and last day reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sijil.model.claim import Claim
from sijil.model.ledger import AccessRow
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.languages.gloss import gloss
from sijil.steps.spot import has_any
from sijil.steps.tally.placed import place_keys, place_words
from sijil.steps.when import days

THREATENED = "aid_threatened"
Reports = Mapping[str, ReportInfo]


@dataclass(frozen=True, slots=True)
class Condition:
    """A row with the key of its place, before it is known what ended it."""

    home: str
    row: AccessRow


def access(claims: Iterable[Claim], reports: Reports | None = None) -> tuple[AccessRow, ...]:
    """One row a place, condition, thing and state: places by first mention, in each a timeline by first day.

    The days are the claim's own; where it gives none, the day of its report in `reports`: the day it was reported.
    `claims` in report and text order.
    """
    known = tuple(claims)
    return tuple(one.row for one in conditions(known, reports or {}, place_keys(known)))


def conditions(claims: Sequence[Claim], reports: Reports, place: Callable[[Claim], str]) -> list[Condition]:
    """The rows with the keys of their places (`place_keys` of the claims)."""
    told = [claim for claim in claims if claim.kind == "access" and claim.status != "denied"]
    rows: dict[tuple[str, str, bool, bool], list[Claim]] = {}
    for claim in told:
        key, label = condition(claim)
        one = label if key != "other" else claim.id  # what no rule names is never thrown together
        rows.setdefault((place(claim), one, claim.eased, claim.status == "projected"), []).append(claim)
    against = _denials(claims)
    found = [Condition(key[0], _row(own, reports, against)) for key, own in rows.items()]
    order = {home: n for n, home in enumerate(dict.fromkeys(one.home for one in found))}
    found.sort(key=lambda one: (order[one.home], one.row.first or date.max))
    return [replace(one, row=replace(one.row, eased_on=_eased_on(one, found))) for one in found]


def _denials(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """Ids of denials by the id of the claim that they deny."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for id_ in claim.denies if claim.kind == "denial" else ():
            found.setdefault(id_, []).append(claim.id)
    return found


def _row(claims: list[Claim], reports: Reports, against: Mapping[str, Sequence[str]]) -> AccessRow:
    key, label = condition(claims[0])
    reported = sorted(day for claim in claims for day in days_of(claim, reports))
    return AccessRow(
        place=place_words(claims),
        condition=key,
        label=label,
        first=reported[0] if reported else None,
        last=reported[-1] if reported else None,
        eased=claims[0].eased,
        projected=claims[0].status == "projected",
        claims=tuple(claim.id for claim in claims),
        denials=tuple(dict.fromkeys(i for claim in claims for i in against.get(claim.id, ()))),
    )


def _eased_on(one: Condition, found: Sequence[Condition]) -> date | None:
    """The first day, not before a condition's last, on which one of its family was reported eased in its place."""
    last = one.row.last
    if last is None or not one.home or one.row.eased or one.row.condition == "other":
        return None
    ended = [
        other.row.first
        for other in found
        if other.home == one.home and other.row.eased and other.row.first and other.row.first >= last
        and family(other.row.condition) == family(one.row.condition) and _one_thing(one.row.label, other.row.label)
    ]  # fmt: skip
    return min(ended, default=None)


def family(key: str) -> str:
    """The conditions that end each other (rules/access.toml)."""
    return str(load("access")["family"].get(key, key))


def _one_thing(blocked: str, eased: str) -> bool:
    """Whether both labels name the same things: medicines let in end no shortage of food."""
    rules = load("access")
    things = sorted((*rules["items"], *rules["people"]), key=len, reverse=True)
    named = [{thing for thing in things if thing in label} for label in (blocked, eased)]
    return not named[0] or not named[1] or bool(named[0] & named[1])


def days_of(claim: Claim, reports: Reports) -> tuple[date, ...]:
    """First and last day of a claim; where it gives none, the day on which it was reported; () where nobody knows."""
    known = days(claim.period)
    if known:
        return known
    day = said_on(claim, reports)
    return (day,) if day else ()


def said_on(claim: Claim, reports: Reports) -> date | None:
    """The day of a claim's report: published, else printed on it."""
    report = reports.get(claim.doc)
    return report.published if report and report.published else claim.report_day


def condition(claim: Claim) -> tuple[str, str]:
    """The key of rules/access.toml and its label with the thing that the words name."""
    return _condition(claim.quote, claim.eased, claim.status == "projected")


@lru_cache(maxsize=20_000)  # asked of every claim of access, several times for each page
def _condition(quote: str, eased: bool, projected: bool) -> tuple[str, str]:
    rules, words = load("access"), gloss(quote)
    key = next((c["key"] for c in rules["condition"] if has_any(words, c["words"])), "other")
    if projected and key in ("aid", "aid_attacked", "movement"):
        key = THREATENED
    labels = rules["eased"] if eased else rules["labels"]
    return key, labels[key].format(item=_item(key, words))


def _item(key: str, words: str) -> str:
    """The things (for evacuation, the people) named in the words, none twice."""
    rules, named, taken = load("access"), [], ""
    for item, forms in rules["people" if key == "evacuation" else "items"].items():
        if has_any(words, forms) and not has_any(taken, forms):
            named.append(item)
            taken += f" {item}"
    return ", ".join(named) or rules["general"].get(key, "")
