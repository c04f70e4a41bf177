"""Options for the time: every expression of time of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, nth, opinion, where
from sijil.steps.reading.scene import Scene, When


def times(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the time: every expression of time but the days that date an agreement, and none.

    Only what is foretold happens after the report's day.
    """
    asked = Asked(draft, scenes, last, any(not w.of_report for w in scenes[draft.sentence].whens))
    told = (w for s in reversed(scenes[: draft.sentence + 1]) for w in s.whens)
    nearest = next((w for w in told if not w.of_report and w.days <= 3), None)
    whens = [(s, w) for s in scenes for w in s.whens if not w.of_pact and (not w.ahead or draft.status == "projected")]
    event = _event(asked)
    out = [_option(asked, event, scene, when, when is nearest) for scene, when in whens]
    same = last is not None and (last.period is None or not last.period.known)
    extra = [f"none|{feature}" for feature in (f"{event.days}|own{asked.own}", *event.again(same))]
    return [*out, nothing(asked, "dates", same, extra)]


#: Days of a time that counts as one day.
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Event:
    """What tells whether the draft goes on about what was told before it.

    `with_last`: whether it has the place and the attack of the draft before; `back`: whether its sentence points back;
    `days`: how many days the report tells; `place`: its own place.
    """

    with_last: str
    back: str
    days: str
    place: str

    def again(self, same: bool) -> list[str]:
        """Features of an option that repeats, or does not, what was chosen for the draft before."""
        return [f"again{same}|{known}" for known in (self.with_last, self.back, self.days)]

    def beside(self, scene: Scene) -> str:
        """Whether the draft's place is named beside a time."""
        spots = {s.name.lower() for s in scene.spots}
        return f"beside{self.place in spots}" if self.place and spots else "beside?"


def _event(asked: Asked) -> _Event:
    draft, last = asked.draft, asked.last
    days = {(w.period.start, w.period.end) for s in asked.scenes for w in s.whens if not w.of_report and w.days <= 3}
    with_last = f"place{draft.place == last.place}|attack{draft.attack == last.attack}" if last else "no-last"
    return _Event(with_last, f"back{asked.scene.points_back}", f"days{min(len(days), 4)}", (draft.place or "").lower())


def _option(asked: Asked, event: _Event, scene: Scene, when: When, nearest: bool) -> Option:
    draft, own = asked.draft, f"own{asked.own}"
    out = where(asked, scene, when.start, when.end)
    out += nth(asked, scene, when.start, [w.start for w in scene.whens if not w.of_report])
    distance, size, since, told = out[0], _size(when), f"since{when.since}", f"report{when.of_report}"
    if scene.breaks:
        day = any(w.days <= _FEW and not w.of_report and w is not when for w in scene.whens)
        out += [f"day-here{day}|{size}", f"day-here{day}|{size}|{draft.scope}", f"day-here{day}|{size}|{distance}"]
    age, beside, repeats = f"age{_age(when)}", event.beside(scene), _repeats(asked.last, when)
    out += [size, f"{size}|{draft.scope}", f"{size}|{distance}", since, f"{since}|{draft.scope}|{distance}"]
    out += [told, f"{told}|{distance}", f"{own}|{distance}"]
    out += [age, f"{age}|{draft.scope}", f"{age}|{distance}", f"{age}|{draft.kind}"]
    if nearest:
        out += ["nearest-day", *(f"nearest-day|{known}" for known in (own, draft.kind, event.back, event.days))]
    out += [*as_last(asked, repeats), *event.again(repeats), beside, f"{beside}|{distance}", f"ahead{when.ahead}"]
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
