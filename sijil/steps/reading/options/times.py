"""Options for the time: every expression of time of the report."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, opinion, where
from sijil.steps.reading.scene import Scene, When


def times(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the time: every expression of time but the days that date an agreement, and none."""
    asked = Asked(draft, scenes, last, any(not w.of_report for w in scenes[draft.sentence].whens))
    told = (w for s in reversed(scenes[: draft.sentence + 1]) for w in s.whens)
    nearest = next((w for w in told if not w.of_report and w.days <= 3), None)
    whens = ((scene, when) for scene in scenes for when in scene.whens if not when.of_pact)
    out = [_option(asked, scene, when, when is nearest) for scene, when in whens]
    same = last is not None and (last.period is None or not last.period.known)
    return [*out, nothing(asked, "dates", same)]


def _option(asked: Asked, scene: Scene, when: When, nearest: bool) -> Option:
    draft, own = asked.draft, f"own{asked.own}"
    out = where(asked, scene, when.start, when.end)
    distance, size, since, told = out[0], _size(when), f"since{when.since}", f"report{when.of_report}"
    age = f"age{_age(when)}"
    out += [size, f"{size}|{draft.scope}", f"{size}|{distance}", since, f"{since}|{draft.scope}|{distance}"]
    out += [told, f"{told}|{distance}", f"{own}|{distance}"]
    out += [age, f"{age}|{draft.scope}", f"{age}|{distance}", f"{age}|{draft.kind}"]
    if nearest:
        out += ["nearest-day", f"nearest-day|{own}", f"nearest-day|{draft.kind}"]
    out += as_last(asked, _repeats(asked.last, when))
    return Option(when, tuple(out), opinion(draft, "dates", (when.start, when.end)))


def _size(when: When) -> str:
    """The length of the period in coarse steps."""
    steps = ((1, "day"), (10, "days"), (31, "month"), (9998, "long"))
    return next((name for most, name in steps if when.days <= most), "unknown")


def _age(when: When) -> str:
    """How long before the report it ended, in coarse steps."""
    if when.age is None:
        return "?"
    return next((str(step) for step in (0, 1, 2, 6, 14, 45, 400) if when.age <= step), "old")


def _repeats(last: Draft | None, when: When) -> bool:
    if last is None or last.period is None:
        return False
    return (last.period.start, last.period.end) == (when.period.start, when.period.end)
