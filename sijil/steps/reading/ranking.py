"""Which mention of the whole report fills a field of a claim: every mention gets a score, and so does "none".

A score is the sum of the weights of a mention's features, so that each choice can be told in words ("same sentence, 12
characters before the verb, a village"). Weights come from annotated reports; models/ holds how they were found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from sijil.model.period import Period
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A mention that may fill a field: `value` (None for "none"), and the features that speak for or against it."""

    value: Spot | When | Doer | Voice | str | None
    features: Features


def choose(
    options: Sequence[Option], weights: Mapping[str, float], key: Callable[[Option], object] = id
) -> tuple[Option, float]:
    """The best option of the likeliest value, and the probability of that value.

    `key` says which options mean the same: a party named five times is one answer, and its mentions' probabilities add
    up against "none" (dev actor 0.56 without, see docs/design-notes.md). The first one wins a tie.
    """
    scores = [sum(weights.get(f, 0.0) for f in o.features) for o in options]
    top = max(scores)
    mass: dict[object, float] = {}
    for option, score in zip(options, scores, strict=True):
        mass[key(option)] = mass.get(key(option), 0.0) + exp(score - top)
    likeliest = max(mass, key=lambda k: mass[k])
    best = max((i for i, o in enumerate(options) if key(o) == likeliest), key=lambda i: (scores[i], -i))
    return options[best], mass[likeliest] / sum(mass.values())


def _distance(draft: Draft, scene: Scene) -> str:
    gap = scene.index - draft.sentence
    if -3 <= gap <= 2:
        return f"d{gap}"
    return "d-far" if gap < -8 else "d-mid" if gap < 0 else "d+far"


def _near(draft: Draft, start: int, end: int) -> str:
    """Where a mention of the same sentence stands from the claim's trigger."""
    gap = start - draft.anchor if start >= draft.anchor else end - draft.anchor
    size = abs(gap)
    step = "0" if size < 15 else "1" if size < 40 else "2" if size < 90 else "3"
    return f"{'after' if gap >= 0 else 'before'}{step}"


def _shared(draft: Draft, scene: Scene, scenes: Sequence[Scene], start: int, end: int) -> list[str]:
    place = _distance(draft, scene)
    out = [place, f"{place}|{draft.kind}", f"{place}|{draft.scope}"]
    if scene.index == draft.sentence:
        out += [f"own:{_near(draft, start, end)}"]
    if scene.block == scenes[draft.sentence].block:
        out.append("same-block")
    if scene.role in ("headline", "heading"):
        out.append("headline")
    between = scenes[min(scene.index, draft.sentence) + 1 : max(scene.index, draft.sentence) + 1]
    if any(s.turns for s in between):
        out.append("turn-between")
    if scene.index == 0:
        out.append("first-sentence")
    return out


def _as_last(draft: Draft, last: Draft | None, same: bool, own: bool) -> list[str]:
    """Whether an option repeats what was chosen for the draft before, by how far that one stands back."""
    if last is None:
        return ["no-last"]
    gap = min(draft.sentence - last.sentence, 3)
    return [f"as-last{same}|{gap}", f"as-last{same}|{gap}|own{own}", f"as-last{same}|{gap}|{last.kind == draft.kind}"]


# Cue words of the pack that make a whole country or region likely.
_WIDE = frozenset(("war", "conflict", "since", "since then", "total", "across", "years", "began"))


def places(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the place: every place name of the report."""
    counts: dict[str, int] = {}
    for scene in scenes:
        for spot in scene.spots:
            counts[spot.name.lower()] = counts.get(spot.name.lower(), 0) + 1
    out = []
    own_best = max((s.level for s in scenes[draft.sentence].spots if s.of_event), default=-1)
    nearest_narrow = _nearest_narrow(draft, scenes)
    containers = {s.within.lower() for scene in scenes for s in scene.spots if s.within}
    top = max((counts[s.name.lower()] for scene in scenes for s in scene.spots if s.level >= 2 and s.of_event), default=0)
    for scene in scenes:
        for spot in scene.spots:
            features = _shared(draft, scene, scenes, spot.start, spot.end)
            level = f"level{spot.level}"
            features += [level, f"{level}|{draft.scope}", f"{level}|{features[0]}", f"event{spot.of_event}", f"event{spot.of_event}|{features[0]}"]
            features += [f"count{min(counts[spot.name.lower()], 4)}", f"within{spot.within is not None}", f"ownbest{own_best}|{features[0]}|{spot.level >= 2}"]
            features += [f"lead-{spot.lead}", f"lead-{spot.lead}|{features[0]}", f"attacks{bool(scene.attacks)}", f"attacks{bool(scene.attacks)}|{features[0]}"]
            features += [f"{level}|cue-{cue}" for cue in sorted(scenes[draft.sentence].cues & _WIDE)]
            features += [f"{level}|size-{size_of(draft)}"]
            key = spot.name.lower()
            features += [f"container{key in containers}|{draft.scope}", f"container{key in containers}|{features[0]}"]
            if spot.level >= 2 and counts[key] == top:
                features += ["top-narrow", f"top-narrow|ownbest{own_best}"]
            if scene.index == draft.sentence:
                features += [f"own-narrowest{spot.level == own_best}", f"own-narrowest{spot.level == own_best}|{level}"]
            if spot is nearest_narrow:
                features += ["nearest-narrow", f"nearest-narrow|ownbest{own_best}"]
            same = last is not None and last.place is not None and last.place.lower() == key
            features += _as_last(draft, last, same, own_best >= 2)
            out.append(Option(spot, tuple(features)))
    none = _as_last(draft, last, last is not None and last.place is None, own_best >= 0)
    return [*out, Option(None, (*_none(draft, scenes, bool(scenes[draft.sentence].spots)), *(f"none|{f}" for f in none)))]


def _nearest_narrow(draft: Draft, scenes: Sequence[Scene]) -> Spot | None:
    """The last place of level 2 or more at or before the claim, in or before its sentence."""
    for scene in reversed(scenes[: draft.sentence + 1]):
        usable = [s for s in scene.spots if s.of_event and s.level >= 2]
        if usable:
            return min(usable, key=lambda s: abs(s.start - draft.anchor))
    return None


def times(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the time: every expression of time of the report."""
    out = []
    options = [(scene, when) for scene in scenes for when in scene.whens if not when.of_pact]
    own = any(not w.of_report for w in scenes[draft.sentence].whens)
    nearest = next((w for s in reversed(scenes[: draft.sentence + 1]) for w in s.whens if not w.of_report and w.days <= 3), None)
    for scene, when in options:
        features = _shared(draft, scene, scenes, when.start, when.end)
        size = "day" if when.days <= 1 else "days" if when.days <= 10 else "month" if when.days <= 31 else "long" if when.days < 9999 else "unknown"
        features += [size, f"{size}|{draft.scope}", f"{size}|{features[0]}", f"since{when.since}", f"since{when.since}|{draft.scope}|{features[0]}"]
        features += [f"report{when.of_report}", f"report{when.of_report}|{features[0]}", f"own{own}|{features[0]}"]
        age = "?" if when.age is None else next((str(n) for n in (0, 1, 2, 6, 14, 45, 400) if when.age <= n), "old")
        features += [f"age{age}", f"age{age}|{draft.scope}", f"age{age}|{features[0]}", f"age{age}|{draft.kind}"]
        if when is nearest:
            features += ["nearest-day", f"nearest-day|own{own}", f"nearest-day|{draft.kind}"]
        same = last is not None and last.period is not None and _days(last.period) == _days(when.period)
        features += _as_last(draft, last, same, own)
        out.append(Option(when, tuple(features)))
    none = _as_last(draft, last, last is not None and (last.period is None or not last.period.known), own)
    return [*out, Option(None, (*_none(draft, scenes, own), *(f"none|{f}" for f in none)))]


def _days(period: Period) -> tuple[date | None, date | None]:
    return period.start, period.end


def actors(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the doer: every party that the report makes a doer."""
    counts: dict[str, int] = {}
    for scene in scenes:
        for doer in scene.doers:
            counts[doer.words.lower()] = counts.get(doer.words.lower(), 0) + 1
    top = max(counts.values(), default=0)
    own = bool(scenes[draft.sentence].doers)
    nearest = next((d for s in reversed(scenes[: draft.sentence + 1]) for d in s.doers), None)
    out = []
    for scene in scenes:
        for doer in scene.doers:
            features = _shared(draft, scene, scenes, doer.start, doer.end)
            features += [doer.how, f"{doer.how}|{features[0]}", f"own{own}|{features[0]}", f"top{counts[doer.words.lower()] == top}", f"words{min(len(doer.words.split()), 4)}"]
            features += [f"word-{w}|{draft.group}" for w in doer.words.lower().split()[:4]]
            kinds = {kind for _, kind in scene.attacks}
            features.append(f"attacks-agree{draft.attack in kinds}" if draft.attack else "no-attack")
            if doer is nearest:
                features += ["nearest-doer", f"nearest-doer|own{own}"]
            features += _as_last(draft, last, last is not None and last.actor is not None and last.actor.lower() == doer.words.lower(), own)
            out.append(Option(doer, tuple(features)))
    none = _as_last(draft, last, last is not None and last.actor is None, own)
    return [*out, Option(None, (*_none(draft, scenes, own), *(f"none|{f}" for f in none)))]


def attacks(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the kind of attack: every attack word of the report."""
    counts: dict[str, int] = {}
    for scene in scenes:
        for _, kind in scene.attacks:
            counts[kind] = counts.get(kind, 0) + 1
    top = max(counts.values(), default=0)
    own = bool(scenes[draft.sentence].attacks)
    nearest = next((a for s in reversed(scenes[: draft.sentence + 1]) for a in s.attacks[::-1]), None)
    out = []
    for scene in scenes:
        for at, kind in scene.attacks:
            features = _shared(draft, scene, scenes, at, at)
            features += [kind, f"{kind}|{features[0]}", f"own{own}|{features[0]}", f"top{counts[kind] == top}", f"{kind}|{draft.measure}"]
            if (at, kind) == nearest:
                features.append("nearest-attack")
            features += _as_last(draft, last, last is not None and last.attack == kind, own)
            out.append(Option(kind, tuple(features)))
    none = _as_last(draft, last, last is not None and last.attack is None, own)
    return [*out, Option(None, (*_none(draft, scenes, own), f"none|{draft.measure}", *(f"none|{f}" for f in none)))]


def speakers(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the speaker: every attribution of the report."""
    own = [v for v in scenes[draft.sentence].voices if v.start <= draft.anchor < v.end]
    nearest = next((v for s in reversed(scenes[: draft.sentence]) for v in s.voices[::-1] if v.chain), None)
    out = []
    for scene in scenes:
        for voice in scene.voices:
            if voice.subject[0] <= draft.anchor < voice.subject[1]:
                continue
            features = _shared(draft, scene, scenes, voice.verb_at, voice.verb_at)
            covers = voice.start <= draft.anchor < voice.end
            features += [f"covers{covers}", f"verb-{voice.verb}", f"pronoun{bool(voice.pronoun)}|{features[0]}", f"own{bool(own)}|{features[0]}", f"before{voice.verb_at < draft.anchor}|{len(own)}|{features[0]}"]
            if voice is nearest:
                features += ["nearest-voice", f"nearest-voice|own{bool(own)}"]
            if scene.voices and voice is scene.voices[-1]:
                features.append(f"last-voice|{features[0]}")
            same = last is not None and bool(last.speaker) and bool(voice.chain) and last.speaker[0] == voice.chain[0]
            features += _as_last(draft, last, same, bool(own))
            out.append(Option(voice, tuple(features)))
    none = _as_last(draft, last, last is not None and not last.speaker, bool(own))
    return [*out, Option(None, (*_none(draft, scenes, bool(own)), *(f"none|{f}" for f in none)))]


def scopes(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the scope: one event, or a tally over time, events or an area."""
    scene = scenes[draft.sentence]
    spans = sorted({"long" if 3 < w.days < 9999 else "day" if w.days <= 3 else "unknown" for w in scene.whens if not w.of_report})
    levels = max((s.level for s in scene.spots if s.of_event), default=-1)
    size = size_of(draft)
    facts = [f"how-{draft.how}", f"kind-{draft.kind}", f"measure-{draft.measure}", f"level{levels}", f"size{size}", f"{draft.kind}|size{size}", f"spots{min(len(scene.spots), 4)}"]
    facts += [f"span-{s}" for s in spans] or ["span-none"]
    facts += [f"since{any(w.since for w in scene.whens)}", f"position{min(draft.sentence, 3)}", f"group-{draft.group}", f"part{draft.part_of}"]
    facts += [f"cue-{cue}" for cue in sorted(scene.cues)] + [f"attack-{kind}" for _, kind in scene.attacks]
    facts += _as_last(draft, last, last is not None and last.scope == "total", True)
    return [Option("incident", ("incident",)), Option("total", ("total", *facts))]


def size_of(draft: Draft) -> str:
    """The figure in coarse steps; a plus sign where it is open above."""
    figure = draft.figure
    value = (figure.low if figure.low is not None else figure.high) if figure else None
    if value is None:
        return "-"
    return next((str(step) for step in (1, 5, 20, 60, 200, 1000) if value <= step), "more") + ("+" if figure and figure.high is None else "")


def _none(draft: Draft, scenes: Sequence[Scene], own: bool) -> Features:
    first = "none|first" if draft.sentence <= 1 else "none|later"
    return ("none", f"none|{draft.kind}", f"none|own{own}", f"none|{draft.scope}", f"none|{draft.status}", first, f"none|{draft.kind}|own{own}", f"none|part{draft.part_of}", f"none|turn{scenes[draft.sentence].turns}", f"none|voices{any(s.voices for s in scenes)}")


