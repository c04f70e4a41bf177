"""The range of a report that sums up rival accounts itself: it opens with its own count and then tells who said what.

A recorder's assessment is such a report. Its opening count is made of all the accounts that follow, so it is the floor;
an account that counts more of the same people raises the ceiling. Figures of the first hours are not set against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.rules import load
from sijil.steps.assess.house import House
from sijil.steps.assess.worth import counted, worth
from sijil.steps.bounds import add
from sijil.steps.languages import language_of, pack_of
from sijil.steps.languages.gloss import gloss
from sijil.steps.reading.unclaimed import NOBODY, Named

_AGE = re.compile(r"\d{1,3}\)")  # "12) and Amal Haddad (10) were killed": an age in brackets, not a count
AROUND = 300  # characters: the sentence that a report opens with
NEAR = 8  # characters between two counts of one list


@dataclass(frozen=True, slots=True)
class Account:
    """One count in the report, by the house's numbers; several claims where its words add them up."""

    figure: Figure
    claims: tuple[Claim, ...]
    counted: bool

    @property
    def top(self) -> int:
        """The highest number that it gives."""
        return self.figure.high or self.figure.low or 0


def summed(measure: str, group: str, claims: Sequence[Claim], house: House, named: Named = NOBODY) -> GroupRange | None:
    """The range of one measure and group from the claims of one report, in text order; None where none counts them.

    `named` are the people of the group whom the report lists one by one: nobody has to count them to be a floor. Where
    the first paragraph counts the group, it has weighed the sons and daughters of unknown age; further down a count is
    of one family.
    """
    told = told_of(group, claims, house)
    if not told:
        return _named(measure, group, named) if named.all else None
    opening, rest = told[0], told[1:]
    reasons = [f"the report opens with {opening.figure.words()}: «{opening.claims[0].quote}»"]
    tops = Counter(one.top for one in rest)
    aside = [one for one in rest if _far(one, opening, house) and tops[one.top] < 2]
    near = [one for one in rest if one not in aside]
    low, high = _ends(opening, near, reasons)
    late = opening.claims[0].span[0] >= named.opening > 0
    listed = named.sure if late else named.listed
    if listed > (high if _ranged(opening.figure) else low) and (
        group != "civilians" or low == 1 or not opening.figure.exact
    ):
        low, high = listed, max(listed, high)
        reasons.append(f"the report lists {listed:,} of them one by one")
    used = tuple(claim.id for one in (opening, *near) for claim in one.claims)
    why = f"far from the count that the report opens with, {opening.figure.words()}: of other people"
    left = tuple((claim.id, why) for one in aside for claim in one.claims)
    return GroupRange(measure, group, Figure(low, high), used, tuple(reasons), left, high)


def _ranged(figure: Figure) -> bool:
    """Whether the words give two ends or only the upper: a list that lies within was weighed."""
    return figure.low is None or (figure.high is not None and figure.high > figure.low)


def _named(measure: str, group: str, named: Named) -> GroupRange:
    why = f"the report gives no count, and lists {named.sure:,} of them one by one"
    unsure = f", and {named.unsure:,} whose age nobody tells" if named.unsure else ""
    return GroupRange(measure, group, Figure(named.sure, named.all), (), (why + unsure,), (), named.all)


def told_of(group: str, claims: Sequence[Claim], house: House) -> list[Account]:
    """The counts of a group that one report's claims give, first the one that it opens with."""
    parts = load("groups")["part"]
    whole = group == "civilians"
    own = [c for c in claims if (c.group not in ("combatants", *parts[:2]) if whole else c.group == group)]
    own = [c for c in own if c.figure and not (whole and c.part_of) and not _AGE.match(c.quote)]
    own = own if whole else _of_part(own)
    first = next((c for c in claims if c.figure and c.group != "combatants" and not c.part_of), None) if whole else None
    if first and first not in own[:1]:
        own = [first, *(c for c in own if c is not first)]
    if not own:
        return []
    if whole and own[0].figure and own[0].figure.low == 1:
        own = [_longer(own[0], own), *own[1:]]
    joined = _joined(own[0], claims) if whole else _listed_beside(own)
    rest = [c for c in own if c not in joined]
    opening = _account(joined, house)
    if whole and len(joined) == 1 and opening.figure.exact and any(w in joined[0].quote for w in house.beside):
        opening = replace(opening, figure=add([opening.figure, Figure(1, 1)]))
    return [opening, *(_account((c,), house) for c in rest)]


def _of_part(own: Sequence[Claim]) -> list[Claim]:
    """The counts of a part; where the first is of one person, the largest of the lines around it comes first.

    A bare number ("six women, two of them pregnant"), somebody who survived and the end of an age ("old boy named")
    count nobody.
    """
    own = [c for c in own if not _bare(c.quote) and "survived" not in (said := gloss(c.quote)) and said[:4] != "old "]
    if not own or not own[0].figure or own[0].figure.low != 1:
        return own
    first = max((c for c in own if c.span[0] - own[0].span[0] < AROUND), key=_size)
    return [first, *(c for c in own if c is not first)]


def _bare(quote: str) -> bool:
    """Whether a quote is a number alone; a word of Arabic may have its noun in it ("two children")."""
    return len(quote.split()) == 1 and (quote.isdecimal() or language_of(quote) == "en")


def _size(claim: Claim) -> int:
    return (claim.figure.low or claim.figure.high or 0) if claim.figure else 0


def _account(claims: tuple[Claim, ...], house: House) -> Account:
    figures = [worth(c, house).figure for c in claims]
    return Account(add([f for f in figures if f]), claims, all(map(counted, claims)))


def _joined(first: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first claim with those that its own words count beside it: "a woman and three children were killed"."""
    alone = first.figure and first.figure.exact and (first.figure.low == 1 or first.group in load("groups")["part"])
    if not alone:
        return (first,)
    found = [first]
    for claim in claims:
        figure, known = claim.figure, claim.group not in ("combatants", "medics", "journalists")
        if claim is not first and figure and figure.exact and known and not claim.part_of and _beside(found[-1], claim):
            found.append(claim)
    return tuple(found)


def _longer(first: Claim, own: Sequence[Claim]) -> Claim:
    """The count that begins with the first claim's words and goes on: "killing a family", "killing a family of six"."""
    same = (c for c in own if c.span[0] == first.span[0] and c.span[1] > first.span[1] and not _beside(first, c))
    return next((c for c in same if c.figure and (c.figure.low or 0) > 1), first)


def _listed_beside(own: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first claim of a part with those that follow at once: "three children and an infant girl"."""
    found, within = [own[0]], tuple(load("en/figures")["parts"]["openings"])
    for claim in own[1:]:
        near = 0 <= claim.span[0] - found[-1].span[1] <= NEAR and claim.part_of
        if not (near and claim.figure and claim.figure.exact and not gloss(claim.quote).startswith(within)):
            break
        found.append(claim)
    return tuple(found)


def _beside(a: Claim, b: Claim) -> bool:
    """Whether the words of one are those of the other and more: "killing a man", "killing a man and a girl"."""
    if a.span[1] == b.span[1]:
        return a.span[0] < b.span[0] and _joint(a.quote[: b.span[0] - a.span[0]].split()[-1:])
    more = b.quote[a.span[1] - a.span[0] :]
    return a.span[0] == b.span[0] and a.span[1] < b.span[1] and (more[:1] == "," or _joint(more.split()[:1]))


def _joint(words: Sequence[str]) -> bool:
    """Whether a word joins two counts."""
    joints = load("en/figures")["joints"]["words"]
    return any(gloss(word) in joints or word.endswith((",", "،")) or word.startswith(_ands(word)) for word in words)


def _ands(word: str) -> tuple[str, ...]:
    """Letters that mean "and" where they are written together with the word behind them."""
    return tuple(pack_of(language_of(word)).rules("letters").get("and", ()))


def _far(one: Account, opening: Account, house: House) -> bool:
    most = max(opening.top * house.far, house.far_floor)
    return bool(house.far) and opening.counted and one.top > most


def _ends(opening: Account, near: Sequence[Account], reasons: list[str]) -> tuple[int, int]:
    numbers = [one for one in near if one.counted and (opening.counted or one.top >= (opening.figure.low or 0))]
    if not opening.counted and numbers:
        lows = [one.figure.low for one in numbers if one.figure.low]
        low, high = min(lows, default=opening.figure.low or 0), max(one.top for one in numbers)
        reasons.append(f"which gives no number; accounts count {low:,} to {high:,}")
        return low, max(low, high)
    floor, high = opening.figure.low, opening.top
    low = high if floor is None else floor
    if floor is None:
        below = [one.figure.low for one in numbers if one.figure.low and high <= 2 * one.figure.low < 2 * high]
        low = max(below, default=high)
        if below:
            reasons.append(f"the highest count below it that an account gives is {low:,}")
    if any(c.part_of for c in opening.claims) and opening.figure.exact:
        numbers = []
    more = max((one.top for one in numbers), default=0)
    if opening.figure.high is None and low == 1:  # "at least one", and others tell of several without a number
        more = max([more, *(one.figure.low or 0 for one in near if not one.counted)])
    if more > high:
        high = more
        reasons.append(f"an account counts {more:,}")
    return low, high
