"""A claim that a person adds: what they typed of it, checked and read by the same steps as a report's own words.

Which fields a claim of each kind has is in rules/adding.toml. `fields` are those of claim JSON, and `when`: words of
time, taken where no days are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import ATTACKS, GROUPS, KINDS, MEASURES, Claim
from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.record import claim_from_json, period_from_json
from sijil.rules import load
from sijil.steps.accepting import with_acceptance
from sijil.steps.corrections import key, words_of
from sijil.steps.languages import hints_of, period_of
from sijil.steps.parties import resolve_parties
from sijil.steps.parties.speakers import home_of
from sijil.steps.places.chosen import not_known
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.resolve import resolve

Fields = Mapping[str, Any]
#: A field of the form → the fields of claim JSON that it stands for.
PARTS: dict[str, tuple[str, ...]] = {"figure": ("low", "high", "approx", "unit"), "when": ("start", "end", "when")}
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": KINDS, "measure": tuple(one for one in MEASURES if one != "displaced"), "group": GROUPS, "attack": ATTACKS,
    "status": ("reported", "projected", "denied"), "scope": ("incident", "total"),
    "unit": ("persons", "households", "percent"),
}  # fmt: skip
_SHARED = (
    "kind", "status", "speaker", "place", "within", "actor", "attack", "measure", "group", "side", "figure", "part_of",
    "scope", "eased", "object", "denies",
)  # fmt: skip
_NEEDED = {
    "figure": "give the least number, the greatest, or both", "measure": "say what happened to them",
    "group": "say who they were", "attack": "say which kind of attack",
    "object": "say what was hit, in the report’s words",
}  # fmt: skip


def names_of(kind: str) -> tuple[str, ...]:
    """The fields that a claim of a kind has, in the order of the form; () for no kind."""
    rules = load("adding")
    if kind not in KINDS:
        return ()
    common = [name for name in rules["common"]["fields"] if kind != "denial" or name != "status"]
    return (*rules[kind]["fields"], *common)


def problems(fields: Fields) -> dict[str, str]:
    """What is wrong with the fields of a claim, in words, by the form's field; empty where nothing is."""
    kind = fields.get("kind")
    if kind not in KINDS:
        return {"kind": "choose what the words tell of"}
    found = {name: words for name, words in _not_offered(fields) if name in (*names_of(kind), "kind")}
    found |= dict(_mistyped(fields))
    low, high = (fields.get(name) for name in ("low", "high"))
    start, end = (fields.get(name) for name in ("start", "end"))
    if "figure" not in found and low is not None and high is not None and low > high:
        found["figure"] = f"the least number, {low:,}, is above the greatest, {high:,}"
    if "when" not in found and start and end and start > end:
        found["when"] = f"the first day, {start}, is after the last, {end}"
    for name in load("adding")[kind]["needs"]:
        if not _given(fields, name):
            found.setdefault(name, _NEEDED[name])
    return found


def _mistyped(fields: Fields) -> Iterable[tuple[str, str]]:
    """What is no number, day, text or list of names where there should be one."""
    for name in ("low", "high"):
        number = fields.get(name)
        if number is not None and (not isinstance(number, int) or isinstance(number, bool) or number < 0):
            yield "figure", f"“{number}” is no number of people or things: write digits, for example 12"
    for name in ("start", "end"):
        try:
            date.fromisoformat(fields.get(name) or "2020-01-24")
        except (TypeError, ValueError):
            yield "when", f"“{fields[name]}” is no day: write 2020-01-24"
    for name in ("place", "within", "actor", "side", "object", "when"):
        if not isinstance(fields.get(name) or "", str):
            yield name, "is words of the report"
    for name in ("speaker", "denies"):
        listed = fields.get(name) or []
        if not isinstance(listed, list | tuple) or not all(isinstance(one, str) for one in listed):
            yield name, 'is a list, the one nearest the fact first: ["SOHR", "AFP"]'


def _not_offered(fields: Fields) -> Iterable[tuple[str, str]]:
    for name, offered in CHOICES.items():
        given = fields.get(name)
        if given and given not in offered:
            yield ("figure" if name == "unit" else name), f"“{fields[name]}” is none of those offered"


def _given(fields: Fields, name: str) -> bool:
    if name == "figure":
        return fields.get("low") is not None or fields.get("high") is not None
    return fields.get(name) not in (None, "")


def suggested(report: Report, text: Text, span: tuple[int, int], read: Sequence[Claim]) -> dict[str, Any]:
    """Fields of claim JSON that the marked words may mean: what stands in them, then what the nearest claim of their
    paragraph has for place, time, speaker, party and attack. `read` are the report's claims."""
    own = hints_of(text.content[slice(*span)], report, text)
    block = next(((b.start, b.end) for b in text.blocks if b.start <= span[0] < b.end), span)
    near = [claim for claim in read if claim.span[0] < block[1] and claim.span[1] > block[0]]
    nearest = min(near, key=lambda claim: (_gap(claim.span, span), _apart(claim.span, span)), default=None)
    if nearest is None:
        return own
    period = nearest.period
    days = {"start": period.start, "end": period.end} if period and (period.start or period.end) else {}
    own = {name: day.isoformat() for name, day in days.items() if day} | own
    return {
        "status": "projected" if nearest.status == "projected" else "reported", "place": nearest.place,
        "within": nearest.within, "actor": nearest.actor, "speaker": list(nearest.speaker), "attack": nearest.attack,
        "kind": nearest.kind, "measure": nearest.measure, "group": nearest.group, "scope": nearest.scope, **own,
    }  # fmt: skip


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def period_told(fields: Fields, report: Report, text: Text) -> Period | None:
    """The period of a claim: the days given, else what its words of time mean in the report; None where neither is.

    Raises BadInput for words that tell no time.
    """
    if days := period_from_json(fields):
        return days
    words = " ".join(str(fields.get("when") or "").split())
    found = period_of(words, report, text) if words else None
    if words and found is None:
        raise BadInput(f"“{words}”", "tells no time that can be read here", "give the days")
    return found


def made(report: Report, text: Text, span: tuple[int, int], fields: Fields, read: Sequence[Claim]) -> Claim:
    """The claim that a person adds: without id and number, which the register gives, places and parties as words only.

    Raises BadInput where a field cannot be (`problems`), or the marked words are none.
    """
    start, stop = trimmed(text.content, span)
    wrong = problems(fields)
    if wrong:
        raise BadInput(*next(iter(wrong.items())))
    kind = str(fields["kind"])
    named = {part for name in names_of(kind) for part in PARTS.get(name, (name,))}
    own = {name: value for name, value in fields.items() if name in named and value not in ("", [], False)}
    own |= _fixed(kind, own)
    day = next((claim.report_day for claim in read if claim.report_day), report.published)
    period = period_told(own, report, text)
    try:
        claim = claim_from_json({**own, "kind": kind, "quote": text.content[start:stop], "span": [start, stop]})
    except (TypeError, ValueError) as error:
        raise BadInput("the claim", f"cannot be used: {error}") from error
    return replace(claim, id="", confidence=1.0, period=period, report_day=day)


def _fixed(kind: str, fields: Fields) -> dict[str, Any]:
    """What follows from the kind alone (annotation guide)."""
    if kind == "denial":
        return {"status": "denied"}
    fixed: dict[str, Any] = {"percent": True} if fields.get("unit") == "percent" else {}
    return fixed | ({"measure": "displaced"} if kind == "displacement" else {})


def trimmed(content: str, span: tuple[int, int]) -> tuple[int, int]:
    """Offsets of the marked words without white space around them. Raises BadInput where no words are marked."""
    start, stop = span
    marked = content[start:stop] if 0 <= start < stop <= len(content) else ""
    if not marked.strip():
        raise BadInput("the words", "are not marked in the report's text", "mark them again")
    return start + len(marked) - len(marked.lstrip()), stop - len(marked) + len(marked.rstrip())


def placed(report: Report, text: Text, claim: Claim, kept: Sequence[Claim], gazetteer: Gazetteer | None) -> Claim:
    """The claim with its place and parties resolved among the report's claims as people left them (`kept`): words that
    one of these has mean what they mean there. Without a gazetteer other places are such as nobody knows yet."""
    if claim.place or claim.within:
        there = next((c.at for c in kept if c.at and _place_key(c) == _place_key(claim)), None)
        if there is None and gazetteer is not None:
            there = resolve([*kept, claim], gazetteer, home=home_of(report.source, kept))[-1].at
        claim = replace(claim, at=there or not_known(words_of(claim, "place")))
    told = resolve_parties([*kept, claim], report.published, report.source)[-1]
    parties = {
        key(words): party for c in kept for words, party in ((c.actor, c.party), (c.side, c.side_party)) if words
    }
    told = replace(
        told,
        party=parties.get(key(claim.actor)) or told.party,
        side_party=parties.get(key(claim.side)) or told.side_party,
    )
    return with_acceptance([told], text, report.published)[0]


def _place_key(claim: Claim) -> tuple[str, str]:
    return key(claim.place), key(claim.within)


def same_claim(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """The first of the claims that says the same in overlapping words; None for none."""
    return next((other for other in others if _says(other) == _says(claim) and _gap(other.span, claim.span) == 0), None)


def _says(claim: Claim) -> tuple[object, ...]:
    days = (claim.period.start, claim.period.end) if claim.period else (None, None)
    return (*(getattr(claim, name) for name in _SHARED), *days)
