"""Place, time, doer, attack and speaker of each draft, sought in its own sentence first and then around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.model.period import Period
from sijil.steps.claims.draft import Draft
from sijil.steps.claims.scene import Doer, Scene, Spot, Voice, When

# How many sentences back a field may be carried over. Found on the annotated train reports.
BACK = 4


def fill(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> tuple[Draft, ...]:
    """The drafts with their fields; parts and coordinated figures take those of the figure they belong to."""
    out: list[Draft] = []
    for draft in drafts:
        whole = out[-1] if out and out[-1].sentence == draft.sentence and draft.how in ("part", "joined") else None
        if whole is not None and whole.kind == draft.kind:
            out.append(_as(draft, whole))
            continue
        out.append(_filled(draft, scenes))
    return tuple(out)


def _as(draft: Draft, whole: Draft) -> Draft:
    return replace(
        draft, place=whole.place, within=whole.within, period=whole.period, actor=whole.actor,
        attack=whole.attack, speaker=whole.speaker, scope=whole.scope, status=whole.status,
    )  # fmt: skip


def _filled(draft: Draft, scenes: Sequence[Scene]) -> Draft:
    spot = place_of(draft, scenes)
    when = when_of(draft, scenes)
    doer = doer_of(draft, scenes)
    return replace(
        draft,
        place=spot.name if spot else None,
        within=_within(spot, draft, scenes),
        period=when.period if when else None,
        actor=draft.actor or (doer.words if doer else None),
        attack=draft.attack or attack_of(draft, scenes),
        speaker=draft.speaker or speaker_of(draft, scenes),
    )


def _before(draft: Draft, scenes: Sequence[Scene], back: int = BACK) -> list[Scene]:
    """The scenes before the draft's own, nearest first, up to a turn of the story."""
    out = []
    own = scenes[draft.sentence]
    if own.turns:
        return []
    for scene in reversed(scenes[max(0, draft.sentence - back) : draft.sentence]):
        if scene.role in ("headline", "heading"):
            break
        out.append(scene)
        if scene.turns:
            break
    return out


def place_of(draft: Draft, scenes: Sequence[Scene]) -> Spot | None:
    """The narrowest place of the sentence; a wide or missing one gives way to a narrow one told shortly before or after."""
    own = _best(scenes[draft.sentence].spots, draft.anchor)
    if own is not None and own.level >= 2 or draft.scope == "total" and own is not None:
        return own
    for scene in _before(draft, scenes):
        if (spot := _best(scene.spots, scene.end)) is not None and spot.level >= 2:
            return spot
    for scene in scenes[draft.sentence + 1 : draft.sentence + 3]:
        spot = _best(scene.spots, scene.start)
        if spot is not None and spot.level >= 3 and not scene.turns:
            return spot
    if own is not None:
        return own
    for scene in _before(draft, scenes):
        if (spot := _best(scene.spots, scene.end)) is not None:
            return spot
    return None


def _best(spots: Sequence[Spot], anchor: int) -> Spot | None:
    usable = [s for s in spots if s.of_event]
    if not usable:
        return None
    return max(usable, key=lambda s: (min(s.level, 3), -abs((s.start + s.end) / 2 - anchor)))


def _within(spot: Spot | None, draft: Draft, scenes: Sequence[Scene]) -> str | None:
    if spot is None:
        return None
    if spot.within or spot.level <= 1:
        return spot.within
    for scene in (scenes[draft.sentence], *_before(draft, scenes)):
        wider = [s for s in scene.spots if s.of_event and 0 < s.level < spot.level and s.name != spot.name]
        if wider:
            return min(wider, key=lambda s: s.level).name
    return None


def when_of(draft: Draft, scenes: Sequence[Scene]) -> When | None:
    """The time of the sentence nearest to the claim's words; else the day carried over from the story so far."""
    own = [w for w in scenes[draft.sentence].whens if not w.of_report]
    if own:
        return min(own, key=lambda w: (abs(w.start - draft.anchor) + (40 if w.start < draft.anchor else 0), w.start))
    if draft.kind in ("need",) or draft.status == "projected":
        return None
    for scene in _before(draft, scenes):
        days = [w for w in scene.whens if not w.of_report and w.days <= 3]
        if days:
            return days[0]
    for scene in scenes[draft.sentence + 1 : draft.sentence + 2]:
        days = [w for w in scene.whens if not w.of_report and w.days == 1]
        if days and not scene.turns and draft.sentence <= 3:
            return days[0]
    return None


def doer_of(draft: Draft, scenes: Sequence[Scene]) -> Doer | None:
    """Who is said to have done it: nearest doer of the sentence, else of the sentences before."""
    own = scenes[draft.sentence].doers
    if own:
        return min(own, key=lambda d: abs(d.start - draft.anchor) + (0 if d.how == "by" or d.start < draft.anchor else 30))
    if draft.kind not in ("casualty", "attack", "damage"):
        return None
    for scene in _before(draft, scenes, 2):
        if scene.doers:
            return scene.doers[0]
    return None


def attack_of(draft: Draft, scenes: Sequence[Scene]) -> str | None:
    """The kind of attack whose words stand nearest, else that of the sentences before."""
    if draft.kind not in ("casualty", "attack", "damage", "denial", "blame", "displacement"):
        return None
    own = scenes[draft.sentence].attacks
    if found := nearest(own, draft.anchor):
        return found
    if draft.kind == "displacement":
        return None
    for scene in _before(draft, scenes, 3):
        if found := nearest(scene.attacks, scene.end):
            return found
    return None


def nearest(words: Sequence[tuple[int, str]], anchor: int) -> str | None:
    """The kind of the attack word nearest to `anchor`; a specific kind goes before "other" and "clash"."""
    weak = {"other": 60, "clash": 25}
    return min(words, key=lambda w: abs(w[0] - anchor) + weak.get(w[1], 0))[1] if words else None


def speaker_of(draft: Draft, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """Who says it: the attribution that covers the claim's words, pointing words followed back to a name."""
    scene = scenes[draft.sentence]
    covering = [v for v in scene.voices if v.start <= draft.anchor < v.end and not v.subject[0] <= draft.anchor < v.subject[1]]
    if not covering:
        return ()
    voice = min(covering, key=lambda v: (v.verb_at > draft.anchor and any(o.verb_at < draft.anchor for o in covering), abs(draft.anchor - v.verb_at)))
    chain = voice.chain or referent(voice, scenes[: draft.sentence + 1])
    outer = [v.chain for v in covering if v is not voice and v.chain and v.verb_at > voice.verb_at]
    for names in outer:
        chain = chain + tuple(n for n in names if n not in chain)
    return chain[:3]


def referent(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """The last speaker named before a pointing word ("he", "the monitor"); empty where there is none."""
    for scene in reversed(scenes):
        for other in reversed(scene.voices):
            if other.chain and other.verb_at < voice.verb_at:
                return other.chain
    return ()


def scope_of(draft: Draft, period: Period | None, spot_level: int | None) -> str:
    """incident or total: a time of more than three days, or a whole country without a day, makes a total."""
    if period is not None and period.start and period.end and (period.end - period.start).days > 2:
        return "total"
    if spot_level == 0 and (period is None or not period.known):
        return "total"
    return "incident"
