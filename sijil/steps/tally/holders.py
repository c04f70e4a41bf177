"""Who is said to hold each place as of a day: the last word of each source by then, and whether they agree.

Source: ACLED and Siege Watch tell who gains, keeps and besieges a place; that a source's last word stands until it says
another is Sijil's own rule, and no source said so of the days between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sijil.model.claim import Claim
from sijil.model.ledger import ControlState, ControlWord
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps import who
from sijil.steps.tally.control import act, disagree, holder, told_of
from sijil.steps.tally.placed import place_keys, place_words
from sijil.steps.when import days

Reports = Mapping[str, ReportInfo]


@dataclass(frozen=True, slots=True)
class Held:
    """A place with all that is said of who holds it, in order of the days told of. `undated` words have no day."""

    claims: tuple[Claim, ...]
    words: tuple[ControlWord, ...]
    undated: tuple[str, ...]


def held(claims: Iterable[Claim], reports: Reports) -> tuple[Held, ...]:
    """Each place that reported claims of control name, by first mention. A claim without a place is in none."""
    told = [claim for claim in claims if claim.kind == "control" and claim.status == "reported"]
    place, found = place_keys(told), dict[str, list[Claim]]()
    for claim in told:
        if key := place(claim):
            found.setdefault(key, []).append(claim)
    return tuple(_held(own, reports) for own in found.values())


def _held(own: Sequence[Claim], reports: Reports) -> Held:
    words = {claim.id: word for claim in own if (word := _word(claim, reports))}
    ordered = sorted(words.values(), key=lambda word: (word.first, word.last))
    return Held(tuple(own), tuple(ordered), tuple(claim.id for claim in own if claim.id not in words))


def _word(claim: Claim, reports: Reports) -> ControlWord | None:
    span = days(told_of(claim, reports))
    if span is None:
        return None
    what = act(claim)
    holding = what in load("control")["holding"]
    return ControlWord(claim.id, who.source(claim, reports), holder(claim), what, holding, *span, bool(claim.speaker))


def as_of(
    one: Held, reports: Reports, denied: Collection[str], day: date = date.max, source: str = ""
) -> ControlState | None:
    """The place as of `day`; None where nobody (or not `source`) had said anything of that day or before.

    A word counts from the first day that it tells of, whenever it was said. Of the words of one source the one stands
    that speaks of the latest day, and of two of these the one that tells of less. With `source` its word comes first.
    `denied` are the ids of claims that somebody denies.
    """
    last: dict[str, ControlWord] = {}
    for word in one.words:
        if word.first <= day:
            known = last.get(word.source)
            if known is None or _rank(word, day) >= _rank(known, day):
                last[word.source] = word
    if not last or (source and source not in last):
        return None
    words = sorted(last.values(), key=lambda word: (word.source == source, _rank(word, day)), reverse=True)
    claims = {claim.id: claim for claim in one.claims}
    holding = [word for word in words if word.holding]
    pairs = [(claims[a.claim], claims[b.claim]) for a, b in combinations(holding, 2)]
    at = next((claim.at for claim in one.claims if claim.at and claim.at.id), None)
    return ControlState(
        place=place_words(one.claims),
        at=at,
        words=tuple(words),
        disagree=any(disagree(*pair, reports) for pair in pairs) or any(word.claim in denied for word in words),
        differ=any(_differ(*pair) for pair in pairs),
    )


def _rank(word: ControlWord, day: date) -> tuple[date, date]:
    return min(word.last, day), word.first


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two claims name holders that do not fight together, whatever the days."""
    return holder(a) != holder(b) and not who.allied(who.sides(a.party), who.sides(b.party))
