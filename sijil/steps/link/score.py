"""How much speaks for two events being one incident: points per feature, each with its reason (rules/link.toml)."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.place import AREAS, Place
from sijil.rules import load
from sijil.steps.bounds import disjoint, same
from sijil.steps.link.event import Event
from sijil.steps.when import apart
from sijil.steps.where import keys, kilometres, named_inside, same_place


@dataclass(frozen=True, slots=True)
class Score:
    """Points and the reasons for them; None points is a veto: the events cannot be one."""

    points: float | None
    reasons: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether the threshold of rules/link.toml is reached."""
        return self.points is not None and self.points >= load("link")["threshold"]


Feature = tuple[float | None, str]


def score(a: Event, b: Event) -> Score:
    """The points for two events of different reports. Place and day must be known and may veto."""
    day = apart(a.period, b.period)
    parts: list[Feature] = [place_points(a.place, b.place), day_points(day)]
    if any(points is None for points, _ in parts):
        return Score(None, tuple(reason for points, reason in parts if points is None))
    parts += [attack_points(a.attack, b.attack), figure_points(a, b, day or 0), actor_points(a, b)]
    reasons = tuple(f"{reason} ({points:+g})" for points, reason in parts if reason)
    return Score(sum(points or 0.0 for points, _ in parts), reasons)


def place_points(a: Place | None, b: Place | None) -> Feature:
    """Same place, near, or one named as the larger place of the other; anything else is a veto."""
    points = load("link")["points"]
    if a is None or b is None:
        return None, "one of them names no place"
    if same_place(a, b):
        wide = {a.precision, b.precision} & AREAS
        kind = "same_country" if "country" in wide else "same_area" if wide else "same_place"
        return points[kind], f"same {kind.removeprefix('same_')}, {a.name}"
    distance = kilometres(a, b)
    if distance is not None and distance <= load("link")["near_km"]:
        return points["near_place"], f"{a.name} and {b.name} are {distance:.1f} km apart"
    if named_inside(a, b) or named_inside(b, a):
        return points["inside_place"], f"{a.name} and {b.name}: one lies in the other"
    if distance is None and keys(a) & keys(b):
        return points["near_place"], f"both name {a.raw or a.name}"
    return None, f"{a.name} and {b.name} are different places"


def day_points(day: int | None) -> Feature:
    """Same day, next day, or a veto."""
    points = load("link")["points"]
    if day is None:
        return None, "one of them gives no day"
    if day == 0:
        return points["same_day"], "same day"
    return (points["next_day"], "one day apart") if day == 1 else (None, f"{day} days apart")


def attack_points(a: str | None, b: str | None) -> Feature:
    """Same kind of attack, kinds that rivals mistake for each other, or other kinds."""
    rules = load("link")
    points = rules["points"]
    if a is None or b is None or "other" in (a, b):
        return points["unknown_attack"], "one names no kind of attack"
    if a == b:
        return points["same_attack"], f"same kind of attack, {a}"
    if [a, b] in rules["attack"]["mistaken"] or [b, a] in rules["attack"]["mistaken"]:
        return points["mistaken_attack"], f"{a} and {b}, which sources often take for each other"
    return points["other_attack"], f"{a} and {b} are different kinds of attack"


def figure_points(a: Event, b: Event, day: int) -> Feature:
    """The best agreement among figures of the same measure and group; people and civilians count as one group."""
    points = load("link")["points"]
    pairs = [(x[2], y[2], x) for x in a.figures for y in b.figures if _group(x) == _group(y)]
    if not pairs:
        return 0.0, ""
    for x, y, (measure, group, _) in pairs:
        if same(x, y):
            return points["same_figures"], f"same figure, {measure} {group} {x.words()}"
    if all(disjoint(x, y) for x, y, _ in pairs):
        return points["other_figures_next_day" if day else "other_figures_same_day"], "their figures differ"
    return points["overlapping_figures"], "their figures overlap"


def _group(figure: tuple[str, str, object]) -> tuple[str, str]:
    return figure[0], "civilians" if figure[1] == "people" else figure[1]


def actor_points(a: Event, b: Event) -> Feature:
    """A common actor speaks for one event; different ones may be a dispute and say nothing."""
    common = sorted(set(a.actors) & set(b.actors))
    return (load("link")["points"]["same_actor"], f"both name {common[0]}") if common else (0.0, "")
