"""Features that the options of several fields share."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene


@dataclass(frozen=True, slots=True)
class Asked:
    """The draft whose field is asked for, the scenes of its report, and the draft decided before it.

    `own`: whether the draft's own sentence offers something for the field.
    """

    draft: Draft
    scenes: Sequence[Scene]
    last: Draft | None
    own: bool

    @property
    def scene(self) -> Scene:
        """The scene of the draft's sentence."""
        return self.scenes[self.draft.sentence]


def where(asked: Asked, scene: Scene, start: int, end: int) -> list[str]:
    """Where a mention at [start, end) stands from the draft; the first feature is the distance in sentences."""
    draft = asked.draft
    distance = _distance(draft, scene)
    out = [distance, f"{distance}|{draft.kind}", f"{distance}|{draft.scope}"]
    if scene.index == draft.sentence:
        out.append(f"own:{_near(draft, start, end)}")
        if scene.breaks:
            out += _by_clauses(asked, start, end)
    if scene.block == asked.scene.block:
        out.append("same-block")
    if scene.role in ("headline", "heading"):
        out.append("headline")
    first, last = sorted((scene.index, draft.sentence))
    if any(s.turns for s in asked.scenes[first + 1 : last + 1]):
        out.append("turn-between")
    if scene.index == 0:
        out.append("first-sentence")
    return out


def _by_clauses(asked: Asked, start: int, end: int) -> list[str]:
    """Where a mention of the same sentence stands by clauses, and by the figure read before."""
    draft, last = asked.draft, asked.last
    side = "after" if start >= draft.anchor else "before"
    parted = min(asked.scene.parted(start, draft.anchor), 3)
    out = [f"clauses{parted}", f"clauses{parted}|{side}"]
    if last is not None and last.sentence == draft.sentence:
        stands = "before" if end <= last.start else "between" if start < draft.start else "behind"
        out += [f"{stands}-last", f"{stands}-last|{parted}"]
    return out


def nth(asked: Asked, scene: Scene, start: int, others: Sequence[int]) -> list[str]:
    """How many mentions of the same sort, that begin at `others`, stand between one and the draft in its sentence."""
    draft = asked.draft
    if scene.index != draft.sentence or not scene.breaks:
        return []
    low, high = sorted((start, draft.anchor))
    count = min(sum(low < other < high for other in others), 3)
    return [f"nth{count}", f"nth{count}|{'after' if start >= draft.anchor else 'before'}"]


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


def as_last(asked: Asked, same: bool, own: bool | None = None) -> list[str]:
    """Whether an option repeats what was chosen for the draft before, by how far that one stands back."""
    if asked.last is None:
        return ["no-last"]
    gap = min(asked.draft.sentence - asked.last.sentence, 3)
    repeats, offers = f"as-last{same}|{gap}", asked.own if own is None else own
    listed = f"{repeats}|item{asked.scene.role == 'item'}"
    return [repeats, listed, f"{repeats}|own{offers}", f"{repeats}|{asked.last.kind == asked.draft.kind}"]


#: What a mention is given that the trained reader did not look at, and the least that any mention is given.
FLOOR = -8.0


def opinion(draft: Draft, field: str, answer: Hashable) -> tuple[tuple[str, float], ...]:
    """What the trained reader thinks of one answer for a field of the draft; nothing where it was not asked."""
    table = draft.told.get(field)
    return (("trained", max(table.get(answer, FLOOR), FLOOR)),) if table else ()


def nothing(asked: Asked, field: str, same: bool, extra: Sequence[str] = (), own: bool | None = None) -> Option:
    """The option "none" for a field; `same`: the draft before has none either."""
    draft, own_here = asked.draft, asked.own
    features = (
        "none", f"none|{draft.kind}", f"none|own{own_here}", f"none|{draft.scope}", f"none|{draft.status}",
        "none|first" if draft.sentence <= 1 else "none|later",
        f"none|{draft.kind}|own{own_here}", f"none|{draft.scope}|own{own_here}", f"none|part{draft.part_of}",
        f"none|turn{asked.scene.turns}",
        f"none|voices{any(s.voices for s in asked.scenes)}",
    )  # fmt: skip
    repeats = (f"none|{f}" for f in as_last(asked, same, own))
    return Option(None, (*features, *extra, *repeats), opinion(draft, field, None))


def size_of(draft: Draft) -> str:
    """The figure in coarse steps; a plus sign where it is open above."""
    figure = draft.figure
    value = (figure.low if figure.low is not None else figure.high) if figure else None
    if figure is None or value is None:
        return "-"
    step = next((str(step) for step in (1, 5, 20, 60, 200, 1000) if value <= step), "more")
    return step + ("+" if figure.high is None else "")
