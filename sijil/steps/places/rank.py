"""Scoring what a name may mean, with the reasons in words. The points are in rules/placing.toml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from sijil.rules import load
from sijil.steps.places.context import AREA_KINDS, Context
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import Entry
from sijil.steps.places.names import article_key
from sijil.steps.places.overlay import regions
from sijil.steps.places.phrases import Phrase

TIER_WORDS = {
    "exact": "the name as written",
    "article": "the name without its article",
    "vowels": "the name but for its vowels",
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score.

    `supported`: more than the mere name speaks for it; `outside`: the text's larger place does not hold it.
    """

    entry: Entry
    score: float
    reasons: tuple[str, ...]
    supported: bool
    outside: bool

    @property
    def reason(self) -> str:
        """All reasons as one phrase."""
        return "; ".join(self.reasons)


def rank(phrase: Phrase, found: Sequence[Entry], wider: Entry | None, context: Context) -> list[Ranked]:
    """Every entry with its score, best first. `wider` is the larger place that the text gives."""
    most = max((entry.population for entry in found), default=0)
    ranked = [_score(phrase, entry, wider, context, most) for entry in _of_type(phrase, found)]
    return sorted(ranked, key=lambda r: (-r.score, -r.entry.population, r.entry.id))


def lies_in(entry: Entry, wider: Entry) -> bool | None:
    """Whether an entry lies in a larger place; None where the gazetteer cannot tell."""
    if wider.kind == "country":
        return entry.country == wider.country
    if entry.country != wider.country:
        return False
    province = entry.name if entry.kind == "province" else entry.admin[1] if len(entry.admin) > 1 else ""
    if wider.kind == "region":
        return province in regions()[wider.id].touched if province and wider.id in regions() else None
    if wider.kind == "province":
        around = load("provinces").get(wider.country, {}).get("surrounds", {})
        return wider.name in (province, around.get(province)) if province else None
    if wider.name in entry.admin[2:]:
        return True
    if entry.kind in ("neighbourhood", "quarter"):
        return False
    gap = _gap(entry, wider)
    if gap is None:
        return None if province in wider.admin[1:2] else False
    return gap <= float(load("placing")["limits"]["inside_town_km"])


def _of_type(phrase: Phrase, found: Sequence[Entry]) -> Sequence[Entry]:
    """Only what the type word allows, where there is any; a direction or countryside means an area."""
    if phrase.type in ("province", "country"):
        fitting = [entry for entry in found if entry.kind == phrase.type]
    elif phrase.type in ("town", "neighbourhood", "site", "district") or phrase.near:
        fitting = [entry for entry in found if entry.kind not in AREA_KINDS]
    elif phrase.part:
        fitting = [entry for entry in found if entry.kind in AREA_KINDS]
    else:
        fitting = []
    return fitting or found


def _score(phrase: Phrase, entry: Entry, wider: Entry | None, context: Context, most: int) -> Ranked:
    points = load("placing")["evidence"]
    score = float(load("placing")["tier"][entry.tier])
    reasons, supported = [TIER_WORDS[entry.tier]], entry.kind in AREA_KINDS or entry.kind == "area"
    inside = lies_in(entry, wider) if wider and wider.id != entry.id else None
    if inside is not None and wider:
        reasons.append(f"{'lies in' if inside else 'does not lie in'} {wider.name}, which the text gives for it")
        score, supported = score + points["within"] * (1 if inside else -1), supported or inside
    if entry.country in context.countries:
        reasons.append(f"lies in {entry.admin[0] if entry.admin else entry.name}, where the report plays")
        score, supported = score + points["country"], True
    province = entry.name if entry.kind == "province" else "".join(entry.admin[1:2])
    if (entry.country, province) in context.provinces:
        reasons.append(f"lies in {province}, which the report names")
        score += points["province"]
    if entry.country in load("provinces"):
        score += points["covered"]
    for extra, reason in (_kind(phrase, entry, context), _near(entry, context), _size(entry, most)):
        score += extra
        reasons += [reason] if reason else []
    return Ranked(entry, round(score, 1), tuple(reasons), supported, inside is False)


def _kind(phrase: Phrase, entry: Entry, context: Context) -> tuple[float, str]:
    """A type word decides between an area and the town of its name; without one, the report's other words do."""
    points = load("placing")["evidence"]
    area = entry.kind in AREA_KINDS or entry.kind == "area"
    if phrase.type in ("province", "country"):
        return (points["kind"], f"is what '{phrase.type}' says") if entry.kind == phrase.type else (0.0, "")
    if phrase.part and not phrase.near:
        return (points["kind"], "is an area, as the words say") if area else (0.0, "")
    if phrase.type:
        return (0.0, "") if entry.kind in AREA_KINDS else (points["kind"], f"may be what '{phrase.type}' says")
    if entry.kind in ("country", "region"):
        return points["kind"], "is the name of a country or region"
    key = article_key(phrase.name)
    if key in context.as_province and key not in context.as_town:
        return (points["kind"], "the report calls it a province elsewhere") if area else (0.0, "")
    return (0.0, "") if area else (points["area"], "is a town, and nothing says province")


def _near(entry: Entry, context: Context) -> tuple[float, str]:
    gaps = [
        (distance_km(entry.lat, entry.lon, lat, lon), name)
        for id_, name, lat, lon in context.points
        if id_ != entry.id and entry.lat is not None and entry.lon is not None
    ]
    if not gaps or min(gaps)[0] > load("placing")["limits"]["near_km"]:
        return 0.0, ""
    gap, name = min(gaps)
    return float(load("placing")["evidence"]["near"]), f"{gap:.0f} km from {name}, which the report also names"


def _size(entry: Entry, most: int) -> tuple[float, str]:
    if entry.kind in AREA_KINDS or not most or not entry.population:
        return 0.0, ""
    share = log10(entry.population + 1) / log10(most + 1)
    return round(float(load("placing")["evidence"]["population"]) * share, 1), f"{entry.population:,} inhabitants"


def _gap(a: Entry, b: Entry) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon)
