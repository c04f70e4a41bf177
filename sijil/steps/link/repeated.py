"""Events that a near-copy of a report tells again: they are one whatever day either of the two gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.link.score import Score
from sijil.steps.when import apart
from sijil.steps.where import same_place

Pair = tuple[int, int]


def repeated(events: Sequence[Event], copied: Mapping[str, str]) -> dict[Pair, Score]:
    """Pairs of indices (lower first) of events that copies of one report share. `copied`: report → its original."""
    texts: dict[str, list[int]] = defaultdict(list)
    originals = set(copied.values())
    for i, event in enumerate(events):
        if event.doc in copied or event.doc in originals:
            texts[copied.get(event.doc, event.doc)].append(i)
    found = Score(load("link")["points"]["copied"], ("one report is a near-copy of the other",))
    return {
        (i, j): found
        for told in texts.values()
        for n, i in enumerate(told)
        for j in told[n + 1 :]
        if _told_again(events[i], events[j])
    }


def _told_again(a: Event, b: Event) -> bool:
    """Whether two reports give the same figure or words of one place and kind of attack, on days that may be one."""
    if a.doc == b.doc or apart(a.period, b.period) not in (0, None) or len({a.attack, b.attack} - {None}) > 1:
        return False
    if a.place and b.place and not same_place(a.place, b.place):
        return False
    figures = set(a.figures) & set(b.figures)
    return bool(figures or {c.quote for c in a.claims} & {c.quote for c in b.claims})
