"""Names resolved as `sijil places resolve` does, against the coordinates that recorders give them.

    python -m benchmarks.places.resolve [syria | ged | trnews | lgl]... [--misses FILE] [--every N]

Of each question: how many within the asked distances of gold (unresolved ones count as misses); how many were answered
without asking for a person's review, and with that, and how many of those were right; how many can be right at all, as
some place of that name (by any key, in the country that is given) lies near enough. A toponym without coordinates in
gold is no question. `--every N` takes each Nth document, for a quick look.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora.measure import rows_of
from sijil.steps.places.asked import Answer, Asked, answer, country_named
from sijil.steps.places.distance import distance_km
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.phrases import full_name
from sijil.steps.places.resolver import parsed

SHARED = Path(__file__).parents[3] / "shared"
CORPORA, PACK = SHARED / "corpora", SHARED / "gazetteer" / "gaz_sy.tsv.gz"

#: Gold's precisions that are a city or finer.
_FINE = frozenset({
    "city", "town", "village", "neighbourhood_area", "street", "exact_location", "exact_location_other",
    "exact_location_coalition", "within_100m", "within_1m", "nearby_landmark",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, where gold has it, and of which row or document."""

    asked: Asked
    lat: float
    lon: float
    of: str


@dataclass(slots=True)
class Score:
    """Counts by distance (km), and the misses with what was answered."""

    limits: tuple[int, ...]
    aims: tuple[float | None, ...]
    all: int = 0
    reachable: int = 0
    answered: Counter[str] = field(default_factory=Counter)  # "sure" and "review", and those of them that are right
    right: list[int] = field(default_factory=list)
    misses: list[dict[str, Any]] = field(default_factory=list)

    def count(self, question: Question, found: Answer, reachable: bool) -> None:
        """One more question; the first distance decides whether it is a miss, the last whether an answer is right."""
        gap = distance_km(question.lat, question.lon, *found.point) if found.point else None
        within = [gap is not None and gap <= limit for limit in self.limits]
        self.right = [have + new for have, new in zip(self.right or [0] * len(within), within, strict=True)]
        self.all += 1
        self.reachable += reachable or within[-1]
        if found.point:
            how = "review" if found.place.review else "sure"
            self.answered.update({how: 1, f"{how} right": within[-1]})
        if not within[0]:
            self.misses.append(_miss(question, found, gap))

    def lines(self, name: str) -> Iterator[str]:
        """The shares as text."""
        for limit, aim, right in zip(self.limits, self.aims, self.right, strict=True):
            wanted = f"   (aim {aim:.2f})" if aim else ""
            yield f"{name:<44} within {limit:>3} km {right / self.all:.3f}  {right} of {self.all}{wanted}"
        sure, review = (self._share(how) for how in ("sure", "review"))
        able = f"{self.reachable / self.all:.3f}"
        yield f"{'':<33} not marked for review {sure}, marked {review}, can be right at all {able}"

    def _share(self, how: str) -> str:
        count = self.answered[how]
        return f"{count / self.all:.3f} ({self.answered[f'{how} right'] / max(1, count):.3f} right)"


def _miss(question: Question, found: Answer, gap: float | None) -> dict[str, Any]:
    place, asked = found.place, question.asked
    return {
        "name": asked.name, "admin1": asked.admin1, "of": question.of, "gold": (question.lat, question.lon),
        "km": None if gap is None else round(gap), "place": place.id, "shown": place.name, "admin": place.admin,
        "precision": place.precision, "review": place.review,
        "candidates": [f"{c.name} {c.score} ({c.reason})" for c in place.candidates[:3]],
    }  # fmt: skip


def _reachable(question: Question, gazetteer: Gazetteer, limit: int) -> bool:
    """Whether some place of the name, however it is spelt or what stands around it, lies near enough to gold."""
    asked = question.asked
    country = country_named(asked.country, gazetteer)
    for phrase in parsed(full_name(asked.name), gazetteer):
        for name in (phrase.name, *phrase.also, phrase.within):
            for entry in gazetteer.lookup_in(name, country.country) if country else gazetteer.lookup(name):
                lat, lon = entry.centre or (entry.lat, entry.lon)
                if lat is not None and lon is not None and distance_km(question.lat, question.lon, lat, lon) <= limit:
                    return True
    return False


def _syria(wording: str, admin1: bool, fine: bool = True) -> Iterator[Question]:
    for number, row in enumerate(rows_of(CORPORA / "places-syria.jsonl"), 1):
        if row[wording] and row["lat"] is not None and (not fine or row["precision"] in _FINE):
            asked = Asked(row[wording], "SY", (row["admin1"] or "") if admin1 else "")
            yield Question(asked, row["lat"], row["lon"], f"{number} {row['precision']}")


def _ged(admin1: bool) -> Iterator[Question]:
    seen = set()
    for row in rows_of(CORPORA / "ged-syria.jsonl.gz"):
        key = (row["where_coordinates"], row["adm_1"])
        if float(row["where_prec"]) == 1 and key not in seen:
            seen.add(key)
            asked = Asked(row["where_coordinates"], "Syria", row["adm_1"] if admin1 else "")
            yield Question(asked, float(row["latitude"]), float(row["longitude"]), row["id"])


def _articles(corpus: str) -> Iterator[Question]:
    for row in rows_of(CORPORA / f"places-{corpus}.jsonl"):
        for toponym in row["gold"]["toponyms"]:
            if toponym["lat"] is not None:
                yield Question(Asked(toponym["phrase"], text=row["text"]), toponym["lat"], toponym["lon"], row["id"])


Ask = tuple[str, Callable[[], Iterator[Question]], tuple[int, ...], tuple[float | None, ...]]
_ASKS: dict[str, Sequence[Ask]] = {
    "syria": [
        (f"syria {wording[-2:]}, {'province' if admin1 else 'country'} given",
         lambda wording=wording, admin1=admin1: _syria(wording, admin1), (10, 25), (0.85, 0.90))
        for wording in ("place_en", "place_ar") for admin1 in (False, True)
    ],
    "ged": [
        ("ged, province given", lambda: _ged(True), (25,), (0.85,)),
        ("ged, country given", lambda: _ged(False), (25,), (0.78,)),
    ],
    "trnews": [("trnews", lambda: _articles("trnews"), (161,), (0.87,))],
    "lgl": [("lgl", lambda: _articles("lgl"), (161,), (0.80,))],
}  # fmt: skip


def main() -> None:
    """Print the shares of the corpora named on the command line, of all without names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", nargs="*", metavar="CORPUS")
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    base, pack = None, None
    if unknown := sorted(set(options.corpora) - set(_ASKS)):
        parser.error(f"no corpus {unknown[0]}: one of {', '.join(_ASKS)}")
    for corpus in options.corpora or _ASKS:
        if corpus in ("syria", "ged"):
            gazetteer = pack = pack or Gazetteer.open([PACK])
        else:
            gazetteer = base = base or Gazetteer.open()
        for name, questions, limits, aims in _ASKS[corpus]:
            score = Score(limits, aims)
            documents = {question.of: None for question in questions()}
            wanted = set(list(documents)[:: options.every])
            for question in questions():
                if question.of in wanted:
                    found = answer(question.asked, gazetteer)
                    score.count(question, found, _reachable(question, gazetteer, limits[-1]))
            print("\n".join(score.lines(name)), flush=True)
            if options.misses:
                with options.misses.open("a", encoding="utf-8") as file:
                    for miss in score.misses:
                        file.write(json.dumps({"ask": name, **miss}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
