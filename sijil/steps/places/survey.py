"""All names of one text weighed together: which country and province it tells of, and what each name most likely means.

Each candidate of each name begins with what speaks for it alone (size, kind, whether it is its usual name, a larger
place named right behind it). Then, in a few rounds, it gains by how much the other names may lie in its country and
province and near it, each counted as likely as it is itself: local news of Alexandria and Rapides Parish finds
Louisiana, though it says so nowhere. The weights are in rules/placing.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p, log10, sqrt

from sijil.rules import load
from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import AREA_KINDS, Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.inside import lies_in, province_of
from sijil.steps.places.names import exact_key

_ROUNDS = 3  # more change nothing in 1,000 texts of TR-News and LGL

Region = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a text: how often it stands there, and the larger places named right behind it."""

    name: str
    times: int = 1
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Survey:
    """What the names of a text mean together: for each name the likeliest entry, how likely it is among all that bear
    the name, and the next likeliest; likelihoods of countries (ISO codes) and provinces (country, name) as counts of
    names."""

    meant: dict[str, tuple[Entry, float, Entry | None]]
    countries: Counter[str]
    provinces: Counter[Region]


@dataclass(slots=True)
class _Candidate:
    entry: Entry
    point: tuple[float, float] | None
    region: Region
    alone: float
    score: float = 0.0
    share: float = 0.0


def survey(names: Sequence[Named], gazetteer: Gazetteer, country: str = "") -> Survey:
    """Weigh the names of one text, each given once. `country` (ISO code) is one that the text is known to be about."""
    found = [_candidates(named, gazetteer) for named in names]
    weights = [sqrt(named.times) for named in names]
    for candidates in found:
        _share(candidates, [c.alone for c in candidates])
    countries, provinces = _regions(found, weights, country)
    for _ in range(_ROUNDS):
        tops = [max(candidates, key=lambda c: c.share, default=None) for candidates in found]
        for i, candidates in enumerate(found):
            others = [top for j, top in enumerate(tops) if j != i and top and top.entry.kind not in AREA_KINDS]
            scores = [_score(c, weights[i], countries, provinces, others) for c in candidates]
            _share(candidates, scores)
        countries, provinces = _regions(found, weights, country)
    meant = {named.name: _best(candidates) for named, candidates in zip(names, found, strict=True) if candidates}
    return Survey(meant, countries, provinces)


def _best(candidates: Sequence[_Candidate]) -> tuple[Entry, float, Entry | None]:
    first, *rest = sorted(candidates, key=lambda c: (-c.score, c.entry.id))
    return first.entry, first.share, rest[0].entry if rest else None


def _candidates(named: Named, gazetteer: Gazetteer) -> list[_Candidate]:
    """Entries that have a point or middle; those that only sound so where no other bears the name."""
    found = [e for e in gazetteer.lookup(named.name) if e.centre or e.lat is not None]
    strong = [entry for entry in found if entry.tier in ("exact", "article")] or found
    wider = [entry for name in sorted(named.within) for entry in gazetteer.lookup(name)[:1]]
    cities = {(e.country, province_of(e)): e.population for e in reversed(strong) if e.kind == "town"}
    return [
        _Candidate(e, e.middle, (e.country, province_of(e)), _alone(e, cities) + _contained(e, wider)) for e in strong
    ]  # fmt: skip


def _alone(entry: Entry, cities: Mapping[Region, int]) -> float:
    """What speaks for an entry without the other names; Aleppo is the city where nothing says that it is the province.

    `cities` are the inhabitants of towns of the same name, by their province.
    """
    weights = load("placing")["survey"]
    city = cities.get((entry.country, entry.name), 0) if entry.kind == "province" else 0
    if city > entry.population * weights["city_share"]:
        return 0.0
    usual = exact_key(entry.matched) == exact_key(entry.name)
    size = log10(entry.population + weights["least_population"])
    return float(size + weights["usual" if usual else "unusual"] + weights["kind"].get(entry.kind, 0.0))


def _contained(entry: Entry, wider: Iterable[Entry]) -> float:
    weights, total = load("placing")["survey"], 0.0
    for container in wider:
        inside = lies_in(entry, container)
        total += weights["within"] if inside else weights["not_within"] if inside is False else 0.0
    return total


def _regions(
    found: Sequence[Sequence[_Candidate]], weights: Sequence[float], country: str
) -> tuple[Counter[str], Counter[Region]]:
    """How much all names together lie in each country and province."""
    countries, provinces = Counter[str](), Counter[Region]()
    if country:
        countries[country] += load("placing")["survey"]["given"]
    for candidates, weight in zip(found, weights, strict=True):
        for c in candidates:
            countries[c.region[0]] += weight * c.share  # type: ignore[assignment]  # a count of likelihoods
            provinces[c.region] += weight * c.share  # type: ignore[assignment]
    return countries, provinces


def _score(
    c: _Candidate, weight: float, countries: Counter[str], provinces: Counter[Region], others: Sequence[_Candidate]
) -> float:
    """What speaks for a candidate together with the other names; its own share is taken out of the counts."""
    weights, own = load("placing")["survey"], weight * c.share
    score = c.alone
    if c.region[0]:
        score += weights["country"] * log1p(max(0.0, countries[c.region[0]] - own))
    if c.region[1]:
        score += weights["province"] * log1p(max(0.0, provinces[c.region] - own))
    if c.point and c.entry.kind not in AREA_KINDS:
        near = sum(_nearness(c, other) for other in others if other.entry.id != c.entry.id)
        score += weights["near"] * log1p(3 * near)
    return float(score)


def _nearness(c: _Candidate, other: _Candidate) -> float:
    if not c.point or not other.point:
        return 0.0
    return other.share * exp(-distance_km(*c.point, *other.point) / load("placing")["survey"]["near_km"])


def _share(candidates: Sequence[_Candidate], scores: Sequence[float]) -> None:
    """Scores as likelihoods among the candidates of one name."""
    best = max(scores, default=0.0)
    powers = [exp(score - best) for score in scores]
    for candidate, score, power in zip(candidates, scores, powers, strict=True):
        candidate.score, candidate.share = score, power / sum(powers)
