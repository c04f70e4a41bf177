"""What a chosen mention says in full: the chain of an attribution, and the larger place of a spot."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene, Spot, Voice


def within(spot: Spot, draft: Draft, scenes: Sequence[Scene]) -> str | None:
    """The larger place of a spot: one told with it, here or elsewhere in the report, else a wider one beside it."""
    if spot.within or spot.level <= 1:
        return spot.within
    for scene in scenes:
        for other in scene.spots:
            if other.within and other.name.lower() == spot.name.lower():
                return other.within
    wider = [s for s in scenes[draft.sentence].spots if s.of_event and 0 < s.level < spot.level and s.name != spot.name]
    return min(wider, key=lambda s: s.level).name if wider else None


def chain_of(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """The speakers of an attribution, a pointing word followed back to a name, outlets that relay it added."""
    chain = voice.chain or _referent(voice, scenes)
    here = next((s for s in scenes if s.start <= voice.verb_at < s.end), None)
    for other in here.voices if here else ():
        if other is not voice and other.chain and other.verb_at > voice.verb_at and " " in other.verb:
            chain += tuple(n for n in other.chain if n not in chain)
    return chain[:3]


def _referent(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """The last speaker named before a pointing word ("he", "the monitor"), else the first one after it."""
    named = [v for s in scenes for v in s.voices if v.chain]
    before = [v for v in named if v.verb_at < voice.verb_at]
    found = before[-1:] or named[:1]
    return found[0].chain if found else ()
