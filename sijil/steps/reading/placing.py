"""What the order of sentences says of a claim's place, before any mention is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene, Spot

#: Words before a name that do not say where something happened ("a member of Soqour Al-Sham").
_NOT_AT = frozenset(("of", "from", "to", "“", '"'))
#: Characters of a list item's mark: a place right behind it heads the item ("• Aleppo: three killed").
_MARK = 3
#: Sentences between "these attacks" and what they are.
_NEAR = 2


def narrowed(draft: Draft, scenes: Sequence[Scene]) -> Draft:
    """An event told of a province or country that the next sentence places: "the victims ... in the town of X"."""
    own = [s for s in scenes[draft.sentence].spots if s.of_event]
    after = scenes[draft.sentence + 1] if draft.sentence + 1 < len(scenes) else None
    if draft.kind != "casualty" or after is None or not after.points_back or not own or any(s.level > 1 for s in own):
        return draft
    narrow = [s for s in after.spots if s.of_event and s.level > 1]
    if len(narrow) != 1:
        return draft
    return replace(draft, place=narrow[0].name, within=narrow[0].within or own[0].name, scope="incident", part_of=False)


def goes_on(draft: Draft, scenes: Sequence[Scene], last: Draft) -> bool:
    """Whether a harm is told of the place of the claim before: in a list, of what announces it; after "these attacks"
    and the like, of the sentence before. A place of its own goes first.

    Of 98 such figures in 538 annotated reports whose sentence names no place, 90 have the place of the one before
    (dev: place right .684 to .735; the other reports, with few lists, are the same).
    """
    scene = scenes[draft.sentence]
    linked = scene.role == "item" or scene.goes_on and draft.sentence - last.sentence <= _NEAR
    return linked and draft.kind in ("casualty", "attack") and not any(_at(s, scene) for s in scene.spots)


def _at(spot: Spot, scene: Scene) -> bool:
    """Whether a name of the sentence tells where."""
    heads = spot.start - scene.start <= _MARK
    return spot.of_event and (heads or bool(spot.lead) and spot.lead not in _NOT_AT)
