"""What each source says of one measure and group of an incident: its latest figures, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.steps.assess.sources import Voices
from sijil.steps.bounds import disagree


@dataclass(frozen=True, slots=True)
class Word:
    """One source's figure with the claims that it is made of.

    `partial`: no count of the whole, since it is made of parts, or tells that people were harmed and not how many; it
    may raise a range and never lowers it.
    """

    source: str
    figure: Figure
    claims: tuple[Claim, ...]
    reason: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The words of all sources, by first mention, and the claims that were set aside, each with the reason."""

    words: tuple[Word, ...] = ()
    aside: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Said) -> Said:
        return Said(self.words + other.words, self.aside + other.aside)


def said(heard: Voices, claims: Iterable[Claim]) -> Said:
    """One word a source from claims of one measure and group; a source's later report supersedes its earlier ones."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.figure is not None:
            by_source.setdefault(heard.source[claim.id], []).append(claim)
    return sum((_one(heard, source, own) for source, own in by_source.items()), Said())


def _one(heard: Voices, source: str, claims: Sequence[Claim]) -> Said:
    """The word of one source. Figures of one day that cannot mean one count widen its bounds."""
    known = [day for day in map(heard.published, claims) if day is not None]
    last = max(known, default=None)
    late = [claim for claim in claims if last is None or heard.published(claim) in (last, None)]
    aside = tuple((c.id, f"superseded by the later report of {source} of {last}") for c in claims if c not in late)
    figures = [claim.figure for claim in late if claim.figure]
    together = figures[0]
    for figure in figures[1:]:
        together = _widen(together, figure) if disagree(together, figure) else _narrow(together, figure)
    reason = f"{source} gives {together.words()}"
    if len({f.words() for f in figures}) > 1:
        reason += f" (in its words {', '.join(dict.fromkeys(f.words() for f in figures))})"
    uncounted = (together.low, together.high) == (1, None)  # "civilians were killed"
    return Said((Word(source, together, tuple(late), reason, uncounted),), aside)


def _narrow(a: Figure, b: Figure) -> Figure:
    """What satisfies both; they must not disagree."""
    lows = [x for x in (a.low, b.low) if x is not None]
    highs = [x for x in (a.high, b.high) if x is not None]
    return replace(a, low=max(lows, default=None), high=min(highs, default=None), approx=a.approx and b.approx)


def _widen(a: Figure, b: Figure) -> Figure:
    """What satisfies either; an open high stays open."""
    lows = [x for x in (a.low, b.low) if x is not None]
    highs = [a.high, b.high]
    high = None if None in highs else max(x for x in highs if x is not None)
    return replace(a, low=min(lows, default=None), high=high, approx=a.approx or b.approx)
