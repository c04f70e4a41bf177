"""Scoring what a name may mean, with the reasons in words. The points are in rules/placing.toml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10

from sijil.rules import load
from sijil.steps.places.context import Context
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import AREA_KINDS, Entry
from sijil.steps.places.index import ALSO
from sijil.steps.places.inside import lies_in, province_of
from sijil.steps.places.names import article_key
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.sounds import likeness

TIER_WORDS = {
    "exact": "the name as written",
    "article": "the name without its article",
    "vowels": "the name but for its vowels",
    "skeleton": "a name of the same consonants",
}


#: What kinds of entry a type word may mean; "X hospital" is told of the place X.
_MAY_BE: dict[str, frozenset[str]] = {
    "town": frozenset({"town", "site", "area"}),
    "neighbourhood": frozenset({"neighbourhood", "quarter", "town"}),
    "district": frozenset({"town", "neighbourhood", "quarter", "area"}),  # a district's town stands for it
    "site": frozenset({"town", "site", "neighbourhood", "quarter", "area"}),
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score.

    `supported`: more than the mere name speaks for it; `outside`: the text's larger place does not hold it; `placed`: a
    place smaller than a country holds it, or another place of the report is near. `alike`: how alike the names are,
    from 0 to 1, and 1 for all but the weak tiers.
    """

    entry: Entry
    score: float
    reasons: tuple[str, ...]
    supported: bool
    outside: bool
    placed: bool = False
    alike: float = 1.0

    @property
    def reason(self) -> str:
        """All reasons as one phrase."""
        return "; ".join(self.reasons)


def rank(phrase: Phrase, found: Sequence[Entry], wider: Entry | None, context: Context) -> list[Ranked]:
    """Every entry with its score, best first. `wider` is the larger place that the text gives."""
    most = max((entry.population for entry in found), default=0)
    ranked = [_score(phrase, entry, wider, context, most) for entry in _of_type(phrase, found)]
    return sorted(ranked, key=lambda r: (-r.score, -r.entry.population, r.entry.id))


def _of_type(phrase: Phrase, found: Sequence[Entry]) -> Sequence[Entry]:
    """Only what the type word allows, where there is any; a direction or countryside means an area."""
    if phrase.type in ("province", "country"):
        fitting = [entry for entry in found if entry.kind == phrase.type]
    elif phrase.type in ("town", "neighbourhood", "site", "urban", "district") or phrase.near:
        fitting = [entry for entry in found if entry.kind not in AREA_KINDS]
    elif phrase.part:
        fitting = [entry for entry in found if entry.kind in AREA_KINDS]
    else:
        fitting = []
    return fitting or found


def _score(phrase: Phrase, entry: Entry, wider: Entry | None, context: Context, most: int) -> Ranked:
    points = load("placing")["evidence"]
    alike, matched = _alike(phrase.name, entry)
    entry = replace(entry, matched=matched)
    score = float(load("placing")["tier"][entry.tier]) * alike
    reasons, supported = [TIER_WORDS[entry.tier]], _is_told(entry)
    same = wider is not None and wider.id == entry.id
    inside = lies_in(entry, wider) if wider and not same else (True if same and phrase.loose else None)
    if inside is not None and wider:
        reasons.append(f"{'lies in' if inside else 'does not lie in'} {wider.name}, which the text gives for it")
        score, supported = score + points["within"] * (1 if inside else -1), supported or inside
        if phrase.within and inside and wider.kind == "province" and wider.name in entry.admin[2:]:
            # "X (Aleppo)" is rather told of the city's quarter than of a village of the province.
            score += points["kind"]
    if entry.country in context.countries:
        reasons.append(f"lies in {entry.admin[0] if entry.admin else entry.name}, where the report plays")
        score, supported = score + points["country"], True
    province = province_of(entry)
    if (entry.country, province) in context.provinces:
        reasons.append(f"lies in {province}, which the report names")
        score += points["province"]
    if entry.country in load("provinces"):
        score += points["covered"]
    for name, ids, reason in (
        ("settled", context.settled, "the register has it so for these words"),
        ("meant", context.meant, "the other names of the text speak for it"),
    ):
        if ids.get(article_key(phrase.name)) == entry.id:
            reasons.append(reason)
            score, supported = score + points[name], True
    if entry.id.startswith("sijil:"):
        score += points["named"]
    if entry.lat is None and entry.centre is None:
        score += points["nowhere"]
    near = _near(entry, context)
    for extra, reason in (_kind(phrase, entry, context), near, _size(entry, most), (_harm(entry, province), "")):
        score += extra
        reasons += [reason] if reason else []
    placed = bool(near[1]) or bool(inside and wider and wider.kind != "country")
    return Ranked(entry, round(score, 1), tuple(reasons), supported, inside is False, placed, round(alike, 2))


def _is_told(entry: Entry) -> bool:
    """Whether its name alone says that an area is meant. Provinces of the world over share their names with cities."""
    if entry.kind == "province":
        return entry.country in load("provinces")
    return entry.kind in AREA_KINDS or entry.kind == "area"


def _alike(name: str, entry: Entry) -> tuple[float, str]:
    """How alike the name is to the likest of the spellings that were found, and that spelling."""
    if entry.tier in ("exact", "article"):
        return 1.0, entry.matched
    key = article_key(name)
    return max((likeness(key, article_key(spelt)), spelt) for spelt in entry.matched.split(ALSO))


def _kind(phrase: Phrase, entry: Entry, context: Context) -> tuple[float, str]:
    """A type word decides between an area and the town of its name; without one, the report's other words do."""
    points = load("placing")["evidence"]
    area = entry.kind in AREA_KINDS or entry.kind == "area"
    if phrase.type in ("province", "country"):
        return (points["kind"], f"is what '{phrase.type}' says") if entry.kind == phrase.type else (0.0, "")
    if phrase.part and not phrase.near:
        return (points["kind"], "is an area, as the words say") if area else (0.0, "")
    if phrase.type:
        fits = entry.kind in _MAY_BE.get(phrase.type, _MAY_BE["site"])
        return (points["kind"], f"may be what '{phrase.type}' says") if fits else (0.0, "")
    if entry.kind in ("country", "region"):
        return points["kind"], "is the name of a country or region"
    key = article_key(phrase.name)
    if key in context.as_province and key not in context.as_town:
        return (points["kind"], "the report calls it a province elsewhere") if area else (0.0, "")
    wide = area or entry.kind in ("district", "subdistrict")
    return (0.0, "") if wide else (points["area"], "is a town, and nothing says province")


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
    share = log10(entry.population + 1) / log10(most + 1) * (0.5 if entry.tier == "skeleton" else 1.0)
    return round(float(load("placing")["evidence"]["population"]) * share, 1), f"{entry.population:,} inhabitants"


def _harm(entry: Entry, province: str) -> float:
    """A little for provinces that most reports of harm come from, where such counts are known."""
    events = load("placing")["events"].get(entry.country)
    if not events:
        return 0.0
    share = log10(events.get(province, 0) + 1) / log10(max(events.values()) + 1)
    return round(float(load("placing")["evidence"]["harm"]) * share, 1)
