"""Options for the doer: every party that the report makes a doer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, nth, opinion, where
from sijil.steps.reading.scene import Doer, Scene


def doers(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the doer: every party that the report makes a doer, and none."""
    asked = Asked(draft, scenes, last, bool(scenes[draft.sentence].doers))
    counts = Counter(doer.words.lower() for scene in scenes for doer in scene.doers)
    top = {name for name, count in counts.items() if count == max(counts.values())}
    nearest = next((d for s in reversed(scenes[: draft.sentence + 1]) for d in s.doers), None)
    out = []
    for scene in _told_in(asked):
        for doer in scene.doers:
            near = ["nearest-doer", f"nearest-doer|own{asked.own}"] if doer is nearest else []
            same = last is not None and last.actor is not None and last.actor.lower() == doer.words.lower()
            features = _features(asked, scene, doer, doer.words.lower() in top)
            features = [*features, *near, *as_last(asked, same)]
            out.append(Option(doer, tuple(features), opinion(draft, "actor", (doer.start, doer.end))))
    extra = (f"none|attack-{draft.attack}", f"none|attack-{draft.attack}|own{asked.own}")
    return [*out, nothing(asked, "actor", last is not None and last.actor is None, extra)]


def _told_in(asked: Asked) -> Sequence[Scene]:
    """The scenes whose doers may have done it: whoever laid a mine or left a shell behind is told beside it or nowhere.

    In the Arabic reports (train, own) that holds of all 13 claims of explosives; in English ones a bomber is often told
    elsewhere, and clauses are not told.
    """
    scene = asked.scene
    return (scene,) if scene.breaks and asked.draft.attack == "explosive" else asked.scenes


def _features(asked: Asked, scene: Scene, doer: Doer, top: bool) -> list[str]:
    draft, said = asked.draft, doer.words.lower().split()[:4]
    out = where(asked, scene, doer.start, doer.end)
    out += nth(asked, scene, doer.start, [d.start for d in scene.doers])
    distance = out[0]
    out += [doer.how, f"{doer.how}|{distance}", f"own{asked.own}|{distance}", f"top{top}", f"words{len(said)}"]
    out += [f"word-{word}|{draft.group}" for word in said]
    out += [f"attack-{draft.attack}|{distance}", f"attack-{draft.attack}|{doer.how}"]
    kinds = {kind for _, kind in scene.attacks}
    return [*out, f"attacks-agree{draft.attack in kinds}" if draft.attack else "no-attack"]
