"""How much speaks for two events being one incident: points per feature, each with its reason (rules/link.toml)."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.figure import Figure
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps import who
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
    parts: list[Feature] = [place_points(a, b), *day_points(a, b)]
    doubt = least_story(a, b)
    if told.points < doubt:
        parts.append((None, f"nothing else tells that they are one: {told.points:+.2g} where {doubt:g} are asked"))
    if any(points is None for points, _ in parts):
        return Score(None, tuple(reason for points, reason in parts if points is None))
    parts += [attack_points(a, b), figure_points(a, b, gap(a, b)), actor_points(a, b)]
    reasons = tuple(f"{reason} ({points:+g})" for points, reason in parts if reason)
    return Score(round(sum(points or 0.0 for points, _ in parts) + told.points, 6), (*reasons, *told.reasons))


def least_story(a: Event, b: Event) -> float:
    """The points of story that are asked for, by what is not known for sure of place and day.

    None for two posts of one spot without any day: they are too short to name more.
    """
    rules = load("link")["story"]
    if a.spot and b.spot and (a.day is None or b.day is None) and same_place(a.spot, b.spot):
        return float("-inf")
    if a.place is None or b.place is None or gap(a, b) is None:
        far = a.words and b.words and not near(a, b)
        return float(rules["least_far" if far else "least_unknown"])
    return float(rules["least_unsure"]) if relation(a.place, b.place) == "unsure_place" else float("-inf")


def near(a: Event, b: Event) -> bool:
    """Whether the days of the events, else of their reports, are not known to be more than near_days apart."""
    return not (a.day and b.day) or abs((a.day - b.day).days) <= load("link")["story"]["near_days"]


def gap(a: Event, b: Event) -> int | None:
    """Days between the events; None where one is not known to within the days of an incident, and they overlap."""
    apart_by = apart(a.period, b.period)
    exact = a.span is not None and b.span is not None
    return apart_by if apart_by is None or apart_by > 0 or exact else None


def place_points(a: Event, b: Event) -> Feature:
    """Same place, near, or one named as the larger place of the other; a veto for places that are surely two.

    Where one gives none, or only an area, its text may still name the place of the other.
    """
    points = load("link")["points"]
    for one, other in ((a, b), (b, a)):
        if one.spot is None and other.spot and one.tells(other.spot):
            return points["told_place"], f"one report names {other.spot.name} without saying what happened there"
    if a.place is None or b.place is None:
        return points["no_place"], "one of them names no place"
    kind = relation(a.place, b.place)
    return points.get(kind), _told(kind, a.place, b.place)


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
    return _unknown_day(a, b)


def _unknown_day(a: Event, b: Event) -> list[Feature]:
    """Whether the day of the report is known at least; if not, weekdays and days of the year that both tell."""
    points, why = load("link")["points"], "one of them gives no day"
    if a.day and b.day:
        return [(points["unknown_day"], why)]
    found: list[Feature] = [(points["no_day"], why), *yearless(a, b)]
    if not (a.leads and b.leads):
        found.append((points["not_first"], "it is not what both reports tell first"))
    if bool(a.words) != bool(b.words):
        found.append((points["two_scripts"], "their texts cannot be compared word by word"))
    return found


def _too_early(a: Event, b: Event) -> bool:
    """Whether the report of `a` is known to have come out well before the event `b`."""
    return bool(a.printed and b.span and (b.span[0] - a.printed).days > load("link")["story"]["near_days"])


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


def figure_points(a: Event, b: Event, day: int | None) -> Feature:
    """The agreement of their counts: each measure that both give the same number of speaks for one event.

    People and civilians count as one group. Where none is the same, counts overlap, or differ all.
    """
    points = load("link")["points"]
    pairs = [(x[2], y[2], x) for x in a.figures for y in b.figures if _group(x) == _group(y)]
    if not pairs:
        return 0.0, ""
    alike = {_group(told): (told, x) for x, y, told in reversed(pairs) if same(x, y) and _counted(x)}
    if alike:
        more = (len(alike) - 1) * points["more_figures"]
        words = "; ".join(f"{told[0]} {told[1]} {x.words()}" for told, x in reversed(alike.values()))
        return points["same_figures"] + more, f"same figure, {words}"
    if all(disjoint(x, y) for x, y, _ in pairs):
        kind = "undated" if day is None else "next_day" if day else "same_day"
        return points[f"other_figures_{kind}"], "their figures differ"
    return points["overlapping_figures"], "their figures overlap"


def _counted(figure: Figure) -> bool:
    """Whether it is a number, not "several" or a mere plural: those are the same in very many reports."""
    return figure.high is not None


def _group(figure: tuple[str, str, object]) -> tuple[str, str]:
    return figure[0], "civilians" if figure[1] == "people" else figure[1]


def actor_points(a: Event, b: Event) -> Feature:
    """A common actor speaks for one event; sides that are no allies may be a dispute, and speak a little against it."""
    points = load("link")["points"]
    common = sorted(set(a.actors) & set(b.actors))
    if common:
        return points["same_actor"], f"both name {common[0]}"
    one, other = (frozenset(side for claim in event.claims for side in who.sides(claim.party)) for event in (a, b))
    if one and other and not who.allied(one, other):
        return points["other_actor"], "they name different sides"
    return 0.0, ""
