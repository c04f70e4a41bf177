"""Options for the place: every place name of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, nth, opinion, size_of, where
from sijil.steps.reading.scene import Scene, Spot

# Cues (rules/en/cues.toml) that make a whole country or region likely.
_WIDE = frozenset(("war", "conflict", "since", "since then", "total", "across", "years", "began"))


@dataclass(frozen=True, slots=True)
class _Map:
    """What the report as a whole says of its places: how often each is named, which hold others, which stand out."""

    counts: Counter[str]  # by name in lower case
    containers: frozenset[str]
    top: int  # how often the most frequent narrow place is named
    own_best: int  # the level of the narrowest place of the draft's sentence, -1 without one
    nearest: Spot | None  # the last narrow place at or before the draft


def places(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the place: every place name of the report, and none."""
    asked = Asked(draft, scenes, last, bool(scenes[draft.sentence].spots))
    found = _map(asked)
    out = [_option(asked, found, scene, spot) for scene in scenes for spot in scene.spots]
    same = last is not None and last.place is None
    return [*out, nothing(asked, "place", same, own=found.own_best >= 0)]


def _map(asked: Asked) -> _Map:
    spots = [spot for scene in asked.scenes for spot in scene.spots]
    counts = Counter(spot.name.lower() for spot in spots)
    return _Map(
        counts=counts,
        containers=frozenset(spot.within.lower() for spot in spots if spot.within),
        top=max((counts[s.name.lower()] for s in spots if s.level >= 2 and s.of_event), default=0),
        own_best=max((s.level for s in asked.scene.spots if s.of_event), default=-1),
        nearest=_nearest_narrow(asked),
    )


def _nearest_narrow(asked: Asked) -> Spot | None:
    """The last place of level 2 or more at or before the claim, in or before its sentence."""
    for scene in reversed(asked.scenes[: asked.draft.sentence + 1]):
        usable = [s for s in scene.spots if s.of_event and s.level >= 2]
        if usable:
            return min(usable, key=lambda s: abs(s.start - asked.draft.anchor))
    return None


def _option(asked: Asked, found: _Map, scene: Scene, spot: Spot) -> Option:
    draft, key, best = asked.draft, spot.name.lower(), found.own_best
    out = where(asked, scene, spot.start, spot.end)
    out += nth(asked, scene, spot.start, [s.start for s in scene.spots if s.of_event and s.level >= 2])
    distance, level = out[0], f"level{spot.level}"
    attacks, held = f"attacks{bool(scene.attacks)}", f"container{key in found.containers}"
    out += [level, f"{level}|{draft.scope}", f"{level}|{distance}"]
    out += [f"event{spot.of_event}", f"event{spot.of_event}|{distance}"]
    out += [f"count{min(found.counts[key], 4)}", f"within{spot.within is not None}"]
    out += [f"ownbest{best}|{distance}|{spot.level >= 2}", f"lead-{spot.lead}", f"lead-{spot.lead}|{distance}"]
    out += [attacks, f"{attacks}|{distance}", f"{held}|{draft.scope}", f"{held}|{distance}"]
    out += [f"{level}|cue-{cue}" for cue in sorted(asked.scene.cues & _WIDE)]
    out += [f"{level}|size-{size_of(draft)}"]
    if spot.level >= 2 and found.counts[key] == found.top:
        out += ["top-narrow", f"top-narrow|ownbest{best}"]
    if spot.name in {other.within for other in scene.spots}:
        out += ["holds-another", f"holds-another|{distance}"]
    if scene.index == draft.sentence:
        out += [f"own-narrowest{spot.level == best}", f"own-narrowest{spot.level == best}|{level}"]
    if spot is found.nearest:
        out += ["nearest-narrow", f"nearest-narrow|ownbest{best}"]
    same = asked.last is not None and asked.last.place is not None and asked.last.place.lower() == key
    return Option(spot, (*out, *as_last(asked, same, best >= 2)), opinion(draft, "place", (spot.start, spot.end)))
