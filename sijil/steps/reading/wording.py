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
    chain = voice.chain if voice.chain and not voice.means else _referent(voice, scenes) or voice.chain
    here = next((s for s in scenes if s.start <= voice.verb_at < s.end), None)
    for other in here.voices if here else ():
        if other is not voice and other.chain and other.verb_at > voice.verb_at and " " in other.verb:
            chain += tuple(n for n in other.chain if n not in chain)
    return chain[:3]


def _referent(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """Who is meant by a pointing word: "the monitor" by its kind of body, "he" by a person, "it" by a body.

    The last one told before the word is taken, else the first one after it.
    """
    told = [(v.verb_at, name, v) for s in scenes for v in s.voices if v is not voice for name in v.chain]
    fitting = [(at, name, v) for at, name, v in told if _fits(voice, name, v)]
    before = [t for t in fitting if t[0] < voice.verb_at]
    if found := (before[-1:] or fitting[:1]):
        _, name, other = found[0]
        return (name, *(n for n in other.chain if n != name and other.chain[0] == name))
    if voice.means and voice.chain:
        return voice.chain
    named = [v for _, _, v in told]
    earlier = [v for v in named if v.verb_at < voice.verb_at]
    last = earlier[-1:] or named[:1]
    return last[0].chain if last else ()


def _fits(voice: Voice, name: str, other: Voice) -> bool:
    """Whether a name can be meant by the pointing word."""
    if voice.means:
        return not other.means and bool(voice.means & frozenset(name.lower().split()))
    person = other.persons and name == other.chain[0]
    if voice.pronoun in ("he", "she"):
        return person
    return voice.pronoun == "it" and not person
