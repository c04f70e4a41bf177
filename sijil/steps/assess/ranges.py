"""The range of each measure and group that an incident's sources support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import ATTACKS, MEASURES, Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.rules import load
from sijil.steps.assess.accounts import accounts
from sijil.steps.assess.civilians import civilians
from sijil.steps.assess.combine import combined
from sijil.steps.assess.fighters import fighters
from sijil.steps.assess.house import OF_ACCOUNTS, House
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.status import Doubt, denies_harm
from sijil.steps.assess.summed import summed
from sijil.steps.assess.words import said
from sijil.steps.reading.unclaimed import NOBODY, Named

STRIKES = "strikes"


def ranges(heard: Voices, doubts: Sequence[Doubt], rules: House, named: Mapping[str, Named]) -> tuple[GroupRange, ...]:
    """One row a measure and group, in the order of the guide; strikes, by kind of attack, last.

    `named`: how many of each group the incident's only report lists one by one as killed.
    """
    rows: list[GroupRange] = []
    for measure in MEASURES:
        own = [c for c in heard.claims if c.kind == "casualty" and c.measure == measure and c.figure]
        made = _Made(heard, measure, rules, named if measure == "killed" else {})
        rows += made.rows(own, [doubt for doubt in doubts if doubt.measure == measure])
    for kind in ATTACKS:
        strikes = [c for c in heard.claims if c.kind == "attack" and (c.attack or "other") == kind]
        row = combined(STRIKES, kind, said(heard, strikes))
        rows += [row] if row else []
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Made:
    """How the ranges of one measure are made."""

    heard: Voices
    measure: str
    rules: House
    named: Mapping[str, Named]

    def rows(self, claims: Sequence[Claim], doubts: Sequence[Doubt]) -> list[GroupRange]:
        """The rows of civilians, their parts and combatants."""
        harmed = [claim for claim in claims if not denies_harm(claim, self.heard)]
        whole = self._row("civilians", harmed)
        parts = [self._row(group, harmed) for group in load("groups")["part"]]
        known = [_within(part, whole) for part in parts if part]
        if whole and self.rules.ends not in OF_ACCOUNTS:  # these have weighed who they were; disputes are shown
            whole = _doubted(whole, known, doubts)
            known = [_within(part, whole) for part in known]
        armed = fighters(self.heard, self.measure, harmed)
        found = [row for row in (whole, *known, armed) if row is not None]
        return [_lowest(row) for row in found] if self.rules.ends == "lowest" else found

    def _row(self, group: str, harmed: Sequence[Claim]) -> GroupRange | None:
        if self.rules.ends == "summed":
            return summed(self.measure, group, harmed, self.rules, self.named.get(group, NOBODY))
        if self.rules.ends == "accounts":
            return accounts(self.measure, group, harmed, self.rules)
        if group == "civilians":
            return combined(self.measure, group, civilians(self.heard, harmed))
        return combined(self.measure, group, said(self.heard, [claim for claim in harmed if claim.group == group]))


def _lowest(row: GroupRange) -> GroupRange:
    """The row with its lowest figure as both ends."""
    low = row.figure.low if row.figure.low is not None else row.figure.high
    why = "the lowest figure is taken (the house's rule)"
    return replace(row, figure=replace(row.figure, low=low, high=low), reasons=(*row.reasons, why), highest_low=low)


def _within(part: GroupRange, whole: GroupRange | None) -> GroupRange:
    """The part with bounds that never exceed the whole's; an open bound stays open."""
    if whole is None:
        return part
    low = part.figure.low
    if low is not None:
        low = min([low, *(bound for bound in (whole.figure.low, whole.figure.high) if bound is not None)])
    high = part.figure.high
    if high is not None and whole.figure.high is not None:
        high = min(high, whole.figure.high)
    top, floor = _top(whole), part.highest_low  # what an open end is printed as
    floor = min(floor, top) if floor is not None and top is not None else floor
    if (low, high, floor) == (part.figure.low, part.figure.high, part.highest_low):
        return part
    why = f"held within the whole, {whole.figure.words()} {whole.group}"
    return replace(part, figure=Figure(low, high, part.figure.approx), reasons=(*part.reasons, why), highest_low=floor)


def _top(row: GroupRange) -> int | None:
    """The highest number that a row's sources give."""
    return row.figure.high if row.figure.high is not None else row.highest_low


def _doubted(whole: GroupRange, parts: Sequence[GroupRange], doubts: Sequence[Doubt]) -> GroupRange:
    """Civilians whose minimum drops by those whom a source calls fighters, not below the children among them."""
    children = max((part.figure.low or 0 for part in parts if part.group == "children"), default=0)
    for doubt in doubts:
        low = whole.figure.low
        if not low:
            break
        new = max(min(children, low), low - doubt.most if doubt.most is not None else 0)
        why = f"minimum lowered from {low:,} to {new:,}: {doubt.words}"
        why += "; the accused party's word alone does not lower the maximum" if doubt.by_perpetrator else ""
        whole = replace(whole, figure=replace(whole.figure, low=new), reasons=(*whole.reasons, why))
    return whole
