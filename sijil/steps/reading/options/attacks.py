"""Options for the kind of attack: every attack word of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, opinion, where
from sijil.steps.reading.scene import Scene


def attacks(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the kind of attack: every attack word of the report, and none; a word of no kind stands for none."""
    asked = Asked(draft, scenes, last, bool(scenes[draft.sentence].attacks))
    counts = Counter(kind for scene in scenes for _, kind in scene.attacks)
    top = {kind for kind, count in counts.items() if count == max(counts.values())}
    nearest = next((a for s in reversed(scenes[: draft.sentence + 1]) for a in s.attacks[::-1]), None)
    out = []
    for scene in scenes:
        for at, kind in scene.attacks:
            features = where(asked, scene, at, at)
            distance = features[0]
            features += [kind, f"{kind}|{distance}", f"own{asked.own}|{distance}", f"top{kind in top}"]
            features.append(f"{kind}|{draft.measure}")
            if (at, kind) == nearest:
                features.append("nearest-attack")
            same = last is not None and last.attack == (kind or None)
            out.append(Option(kind or None, (*features, *as_last(asked, same)), opinion(draft, "attack", kind)))
    return [*out, nothing(asked, "attack", last is not None and last.attack is None, (f"none|{draft.measure}",))]
