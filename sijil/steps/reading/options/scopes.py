"""Options for the scope: one event, or a tally over time, events or an area."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, opinion, size_of
from sijil.steps.reading.scene import Scene, When


def scopes(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the scope: "incident" without features, "total" with all that speak for or against it."""
    scene, size = scenes[draft.sentence], size_of(draft)
    spans = sorted({_span(w) for w in scene.whens if not w.of_report})
    level = max((s.level for s in scene.spots if s.of_event), default=-1)
    facts = [f"how-{draft.how}", f"kind-{draft.kind}", f"measure-{draft.measure}", f"level{level}", f"size{size}"]
    facts += [f"{draft.kind}|size{size}", f"spots{min(len(scene.spots), 4)}"]
    facts += [f"span-{s}" for s in spans] or ["span-none"]
    facts += [f"since{any(w.since for w in scene.whens)}", f"position{min(draft.sentence, 3)}"]
    facts += [f"group-{draft.group}", f"part{draft.part_of}"]
    facts += [f"cue-{cue}" for cue in sorted(scene.cues)] + [f"attack-{kind}" for _, kind in scene.attacks]
    facts += as_last(Asked(draft, scenes, last, True), last is not None and last.scope == "total")
    return [
        Option("incident", ("incident",), opinion(draft, "scope", "incident")),
        Option("total", ("total", *facts), opinion(draft, "scope", "total")),
    ]


def _span(when: When) -> str:
    return "day" if when.days <= 3 else "long" if when.days < 9999 else "unknown"
