"""Which figures are claims, of which group, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.steps.reading.choice import Weights, choose
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options import groups, keeps
from sijil.steps.reading.scene import Scene

#: Below this probability a draft is no claim. Trained on train, figure F1 on dev is 0.692 at 0.4 and 0.706 at 0.5.
KEEP = 0.5


def settle(
    drafts: Sequence[Draft], scenes: Sequence[Scene], title: frozenset[str], weights: Weights
) -> tuple[Draft, ...]:
    """The figures that are claims, with their group and confidence. Drafts of other kinds pass as they are."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.figure is None:
            kept.append(draft)
            continue
        draft = _grouped(draft, kept, scenes, weights)
        answer, sure = choose(keeps(draft, kept, scenes, title), weights["keep"])
        probability = sure if answer.value == "yes" else 1 - sure
        if probability >= KEEP:
            kept.append(replace(draft, confidence=round(probability, 3)))
    return tuple(kept)


def _grouped(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> Draft:
    """The casualty with the group that the whole report supports."""
    if draft.kind != "casualty" or draft.group in ("children", "women"):
        return draft
    best, _ = choose(groups(draft, before, scenes), weights["group"])
    return replace(draft, group=str(best.value))
