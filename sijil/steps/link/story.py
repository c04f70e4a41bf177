"""How much speaks for two reports being of one story, beside their claims: names, days and ages that both texts tell.

Reasons count names and never print them: they may be victims' (design.md, do no harm).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

from sijil.rules import load
from sijil.steps.link.event import Event
from sijil.steps.places.names import article_key
from sijil.steps.places.sounds import likeness

MANY = 3  # ages in common that count


@dataclass(frozen=True, slots=True)
class Story:
    """Points (rules/link.toml) and one reason each, with its points."""

    points: float
    reasons: tuple[str, ...]


def story(a: Event, b: Event) -> Story:
    """The points for two events of different reports; 0 without reasons where nothing is known of their texts.

    An event that its report tells after another one has less of what the whole text names (`aside`).
    """
    found = [*_names(a, b), *_words(a, b), *_days(a, b), *_ages(a, b)]
    share = 1.0 if a.leads and b.leads else load("link")["story"]["aside"]
    found = [(points * share, reason) for points, reason in found]
    found += _time(a, b)
    return Story(sum(points for points, _ in found), tuple(f"{reason} ({points:+.2g})" for points, reason in found))


def _names(a: Event, b: Event) -> list[tuple[float, str]]:
    """What both texts name: rare names more, and the more of the shorter text's names they are."""
    rules, shorter, longer = load("link")["story"], *sorted((a.names, b.names), key=len)
    shared = [rarity for name, rarity in shorter.items() if name in longer]
    heard = [min(a.names[one], b.names[other]) for one, other in _heard(a, b)]
    if not shared and not heard:
        return []
    least = min(sum(rarity**2 for rarity in names.values()) for names in (shorter, longer))
    share = sum(rarity**2 for rarity in (*shared, *heard)) / least
    points = rules["share"] * min(1.0, share) + rules["name"] * sum((*shared, *heard))
    in_two = f", {len(heard)} of them in two scripts" if heard else ""
    return [(points, f"both texts name {len(shared) + len(heard)} of the {len(shorter)} rarer names of one{in_two}")]


def _words(a: Event, b: Event) -> list[tuple[float, str]]:
    """How alike the openings of two texts in a script without capitals are, rare words weighing more."""
    rules, one, other = load("link")["story"], a.words, b.words
    common = sum(rarity for word, rarity in one.items() if word in other)
    if not common:
        return []
    sums = sum(one.values()), sum(other.values())
    points = rules["words_alike"] * common / (sum(sums) - common) + rules["words_held"] * common / min(sums)
    return [(points, f"their openings share {common / (sum(sums) - common):.0%} of their words")]


def _heard(a: Event, b: Event) -> list[tuple[str, str]]:
    """Names of `a` and `b` that sound alike, one in Latin letters and one in Arabic."""
    least, found = load("link")["story"]["sounds_alike"], []
    for one, other in ((a.sounds[0], b.sounds[1]), (a.sounds[1], b.sounds[0])):
        pairs = ((one[key], other[key]) for key in one.keys() & other.keys())
        found += [(x, y) for x, y in pairs if likeness(article_key(x), article_key(y)) >= least]
    return sorted(found)


def _days(a: Event, b: Event) -> list[tuple[float, str]]:
    rules, found = load("link")["story"], []
    common = sorted(a.text_days & b.text_days)
    if common:
        near = a.day and b.day and abs((a.day - b.day).days) <= rules["near_days"]
        kind = "told_day" if near else "told_day_later"
        found.append((rules[kind], f"both texts tell of {common[0].isoformat()}"))
    if a.own_days & b.text_days or b.own_days & a.text_days:
        found.append((rules["event_day_told"], "the day of one is told by the other"))
    return found


def _ages(a: Event, b: Event) -> list[tuple[float, str]]:
    rules = load("link")["story"]
    one, other = (set(event.report.sketch.ages) if event.report else set() for event in (a, b))
    common = one & other
    if common:
        words = ", ".join(str(age) for age in sorted(common))
        return [(rules["age"] * min(MANY, len(common)), f"both texts tell of people aged {words}")]
    return [(rules["other_ages"], "they tell of people of other ages")] if one and other else []


def _time(a: Event, b: Event) -> list[tuple[float, str]]:
    """Reports long apart are less likely of one event."""
    one, other = (event.report.published if event.report else None for event in (a, b))
    if one is None or other is None or one == other:
        return []
    days = abs((one - other).days)
    return [(load("link")["story"]["apart"] * log1p(days), f"published {days} days apart")]
