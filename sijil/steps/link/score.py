"""How much speaks for two events being one incident: points per feature, each with its reason (rules/link.toml)."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.bounds import disjoint, same
from sijil.steps.link.event import Event
from sijil.steps.link.story import story
from sijil.steps.link.yearless import yearless
from sijil.steps.when import apart
from sijil.steps.where import is_area, keys, kilometres, named_inside, same_place


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
    """The points for two events of different reports; the rule is docs/method.md's.

    A veto: two days that an incident does not span, or two places that are surely two. Where a day or a place is not
    known, or a place not for sure, the texts' own likeness (story.py) has to reach a least measure.
    """
    told = story(a, b)
    parts: list[Feature] = [place_points(a.place, b.place), *day_points(a, b)]
    doubt = least_story(a, b)
    if told.points < doubt:
        parts.append((None, f"nothing else tells that they are one: {told.points:+.2g} where {doubt:g} are asked"))
    if any(points is None for points, _ in parts):
        return Score(None, tuple(reason for points, reason in parts if points is None))
    parts += [attack_points(a, b), figure_points(a, b, gap(a, b) or 0), actor_points(a, b)]
    reasons = tuple(f"{reason} ({points:+g})" for points, reason in parts if reason)
    return Score(round(sum(points or 0.0 for points, _ in parts) + told.points, 6), (*reasons, *told.reasons))


def least_story(a: Event, b: Event) -> float:
    """The points of story that are asked for, by what is not known for sure of place and day."""
    rules = load("link")["story"]
    if a.place is None or b.place is None or gap(a, b) is None:
        return float(rules["least_unknown"])
    return float(rules["least_unsure"]) if relation(a.place, b.place) == "unsure_place" else float("-inf")


def gap(a: Event, b: Event) -> int | None:
    """Days between the events; None where one is not known to within the days of an incident, and they overlap."""
    apart_by = apart(a.period, b.period)
    exact = a.span is not None and b.span is not None
    return apart_by if apart_by is None or apart_by > 0 or exact else None


def place_points(a: Place | None, b: Place | None) -> Feature:
    """Same place, near, or one named as the larger place of the other; a veto for places that are surely two."""
    if a is None or b is None:
        return load("link")["points"]["no_place"], "one of them names no place"
    kind = relation(a, b)
    return load("link")["points"].get(kind), _told(kind, a, b)


def relation(a: Place, b: Place) -> str:
    """How two places stand to each other: a key of [points] in rules/link.toml; "" for places that are surely two."""
    if same_place(a, b):
        wide = {place.precision for place in (a, b) if is_area(place)}
        return "same_country" if "country" in wide else "same_area" if wide else "same_place"
    distance = kilometres(a, b)
    if distance is not None and distance <= load("link")["near_km"]:
        return "near_place"
    if named_inside(a, b) or named_inside(b, a):
        return "inside_place"
    if keys(a) & keys(b):
        return "near_place" if distance is None else ""
    return "unsure_place" if any(place.precision == "unknown" or place.review for place in (a, b)) else ""


def _told(kind: str, a: Place, b: Place) -> str:
    """The relation in words."""
    distance = kilometres(a, b)
    if kind == "near_place":
        far = None if distance is None else f"{a.name} and {b.name} are {distance:.1f} km apart"
        return far or f"both name {a.raw or a.name}"
    words = {
        "inside_place": f"{a.name} and {b.name}: one lies in the other",
        "unsure_place": f"{a.name} and {b.name} may be one place: not both are known for sure",
        "": f"{a.name} and {b.name} are different places",
    }
    return words.get(kind) or f"same {kind.removeprefix('same_')}, {a.name}"


def day_points(a: Event, b: Event) -> list[Feature]:
    """Same day, next day, not known, or a veto. Where one is not known, what else both tell of days."""
    points, days_apart = load("link")["points"], gap(a, b)
    if days_apart == 0:
        return [(points["same_day"], "same day")]
    if days_apart is not None:
        return [(points["next_day"], "one day apart") if days_apart == 1 else (None, f"{days_apart} days apart")]
    if _too_early(a, b) or _too_early(b, a):
        return [(None, "one report came out before the day of the other's event")]
    dated = a.day is not None and b.day is not None
    return [(points["unknown_day" if dated else "no_day"], "one of them gives no day"), *yearless(a, b)]


def _too_early(a: Event, b: Event) -> bool:
    """Whether the report of `a` is known to have come out before the event `b`."""
    return bool(a.printed and b.span and a.printed < b.span[0])


def attack_points(one: Event, other: Event) -> Feature:
    """Same kind of attack, kinds that rivals mistake for each other, or other kinds."""
    rules, a, b = load("link"), one.attack, other.attack
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
