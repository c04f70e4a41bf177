"""Which counts are claims, of what, of which group, as part of what, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sijil.steps.reading.choice import Value, Weights, choose, likelihoods
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options import groups, parts, whats
from sijil.steps.reading.options.whats import MEASURES, NONE, read_as
from sijil.steps.reading.scene import Scene

#: Below this probability a count is no claim. Found on dev, cross-validated (figure F1 .768 at .4, .772 here, .769 at
#: .22), and on 19 long reports that no training has seen (.710, .719, .728): here as many are missed as are wrong.
KEEP = 0.3


def settle(
    drafts: Sequence[Draft], scenes: Sequence[Scene], title: frozenset[str], weights: Weights
) -> tuple[Draft, ...]:
    """The figures that are claims, with measure, group, part and confidence."""
    kept: list[Draft] = []
    for draft in drafts:
        draft, sure = grouped(draft, kept, scenes, weights)
        options = whats(draft, kept, scenes, title)
        answers = _no_deaths(draft, likelihoods(options, weights["what"]))
        best = str(max(answers, key=lambda what: answers[what] if what != NONE else 0.0))
        if answers[best] >= KEEP:
            claim = as_what(draft, best)
            part, likely = choose(parts(claim, kept, scenes), weights["part"])
            trust = calibrated(answers[best] * (sure if claim.group else 1.0), weights.get("trust", {}))
            is_part = part.value == "part" and (likely >= FAR or _has_whole(claim, kept, scenes))
            kept.append(replace(claim, part_of=is_part, confidence=round(trust, 3)))
    return tuple(kept)


#: How a count was read whose own noun says that killed and injured are not told apart.
BY_NOUN = ("harm noun", "among")


def _no_deaths(draft: Draft, answers: dict[Value, float]) -> dict[Value, float]:
    """The likelihoods without those that would turn "five of the casualties" into deaths or injuries.

    Casualties are never deaths (design.md): what the words say is not for a model to guess.
    """
    if draft.kind != "casualty" or draft.measure != "casualties" or draft.how not in BY_NOUN:
        return answers
    told = {what: 0.0 if what in ("killed", "injured") else likely for what, likely in answers.items()}
    told["casualties"] += answers["killed"] + answers["injured"]
    return told


#: A part of a whole told in another sentence has to be at least this likely: a figure called a part is counted nowhere.
#: Found on dev (part_of right .736 without it, .706 here, .679 at 1).
FAR = 0.7


def _has_whole(claim: Draft, before: Sequence[Draft], scenes: Sequence[Scene]) -> bool:
    """Whether the whole of a part stands right there: before it in its sentence, or above the list it is in."""
    listed = scenes[claim.sentence].role == "item"
    return claim.part_of or listed or any(d.sentence == claim.sentence for d in before)


def calibrated(likelihood: float, trust: Mapping[str, float]) -> float:
    """The share of figures of that likelihood that were right when models read reports they had not seen.

    `trust`: likelihood (as text) → share, rising; between two of them in proportion. Without it the likelihood itself.
    """
    points = sorted((float(at), share) for at, share in trust.items())
    for (left, low), (right, high) in pairwise(points):
        if left <= likelihood <= right:
            return low + (high - low) * (likelihood - left) / (right - left)
    return likelihood


def grouped(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> tuple[Draft, float]:
    """The casualty with the group that the whole report supports, and how likely that is."""
    if draft.kind != "casualty" or draft.group in ("children", "women"):
        return draft, 1.0
    best, sure = choose(groups(draft, before, scenes), weights["group"])
    return replace(draft, group=str(best.value)), sure


def as_what(draft: Draft, what: str) -> Draft:
    """The draft as a claim of that measure or kind."""
    if what == read_as(draft):
        return draft
    if what in MEASURES:
        return replace(draft, kind="casualty", measure=what, group=draft.group or "people", object=None)
    changed = replace(draft, kind=what, measure=None, group=None, part_of=False)
    if what == "displacement":
        return replace(changed, measure="displaced", attack=None)
    if what in ("need", "control"):
        return replace(changed, attack=None, scope=None)
    return replace(changed, object=draft.noun, scope=None) if what == "damage" else changed
