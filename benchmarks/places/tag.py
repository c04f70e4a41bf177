"""Toponyms found and placed as `sijil places tag` does, without any pack, against annotated articles.

    python -m benchmarks.places.tag [trnews | lgl]... [--half even | odd] [--misses N]

Found: precision, recall and F1 of spans, exact ones and such as only overlap one of gold. Placed: of gold toponyms that
have coordinates, how many a span overlaps, and how many with a point within 161 km (100 miles). Then texts a second,
start-up apart, and what a text of 200 kB takes. Annotators differ: only those of LGL have nouns of people ("Russians").
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora.measure import rows_of
from sijil.model.report import Report
from sijil.steps.places.distance import distance_km
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.tagging.tag import Toponym, tag
from sijil.steps.read import read_bytes

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
NAMES = ("trnews", "lgl")
NEAR_KM = 161
AIMS = {"trnews": 0.75}
Span = tuple[int, int]


@dataclass(slots=True)
class Score:
    """Counts over the documents of a corpus; `errors` are (kind, words around)."""

    ours: int = 0
    gold: int = 0
    exact: int = 0
    ours_on_gold: int = 0
    gold_met: int = 0
    placed: int = 0
    met: int = 0
    near: int = 0
    errors: list[tuple[str, str]] = field(default_factory=list)

    def count(self, text: str, found: Sequence[Toponym], gold: Sequence[dict[str, Any]]) -> None:
        """One more document."""
        ours, spans = {(t.start, t.end) for t in found}, {(g["start"], g["end"]) for g in gold}
        self.ours, self.gold, self.exact = self.ours + len(ours), self.gold + len(spans), self.exact + len(ours & spans)
        self.ours_on_gold += sum(_meets(span, spans) for span in ours)
        self.gold_met += sum(_meets(span, ours) for span in spans)
        for toponym in gold:
            if toponym["lat"] is not None:
                self._place(toponym, found)
        self.errors += [("missed", _around(text, span)) for span in sorted(spans - ours)]
        self.errors += [("wrong", _around(text, span)) for span in sorted(ours - spans)]

    def _place(self, toponym: dict[str, Any], found: Sequence[Toponym]) -> None:
        met = [t for t in found if t.start < toponym["end"] and toponym["start"] < t.end]
        self.placed, self.met = self.placed + 1, self.met + bool(met)
        self.near += any(
            distance_km(toponym["lat"], toponym["lon"], t.lat, t.lon) <= NEAR_KM
            for t in met
            if t.lat is not None and t.lon is not None
        )

    def lines(self, name: str) -> Iterator[str]:
        """The shares as text."""
        aim = f"   (aim {AIMS[name]:.2f})" if name in AIMS else ""
        yield f"{name}: {self.gold} toponyms of gold, {self.ours} ours"
        yield f"  exact spans    {_f1(self.exact / self.ours, self.exact / self.gold)}{aim}"
        yield f"  overlapping    {_f1(self.ours_on_gold / self.ours, self.gold_met / self.gold)}"
        yield (
            f"  of {self.placed} with coordinates: found {self.met / self.placed:.3f}, found and within {NEAR_KM} km "
            f"{self.near / self.placed:.3f}; of those found, within {NEAR_KM} km {self.near / max(1, self.met):.3f}"
        )


def _f1(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _meets(span: Span, others: set[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _around(text: str, span: Span) -> str:
    start, end = span
    return " ".join(f"{text[max(0, start - 50) : start]}[[{text[start:end]}]]{text[end : end + 40]}".split())


def _report(doc: str, text: str) -> Report:
    return read_bytes(text.encode("utf-8", "surrogatepass"), doc=doc, retrieval="corpus", media="text/plain")


def _measured(corpus: str, half: str, gazetteer: Gazetteer) -> tuple[Score, int, float]:
    """Score, number of texts, seconds of CPU that tagging took."""
    score, texts, spent = Score(), 0, 0.0
    for number, row in enumerate(rows_of(CORPORA / f"places-{corpus}.jsonl")):
        if half and number % 2 != (half == "odd"):
            continue
        report = _report(row["id"], row["text"])
        began = time.process_time()
        found = tag(report, gazetteer)
        spent, texts = spent + time.process_time() - began, texts + 1
        score.count(row["text"], found, row["gold"]["toponyms"])
    return score, texts, spent


def _long(gazetteer: Gazetteer) -> str:
    """What a text of 200 kB takes, made of articles joined to one line."""
    articles = " ".join(row["text"].replace("\n", " ") for row in rows_of(CORPORA / "places-trnews.jsonl"))
    report = _report("long", (articles * 2)[:200_000])
    began = time.process_time()
    found = tag(report, gazetteer)
    seconds, peak = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"a text of 200 kB in one line: {len(found)} toponyms in {seconds:.1f} s of CPU; peak memory {peak:.0f} MB"


def main() -> None:
    """Print the scores of the corpora named on the command line, of all without names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.places.tag")
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--half", choices=("even", "odd"), default="", help="only every other document")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show so many errors of each kind")
    given = parser.parse_args()
    gazetteer = Gazetteer.open()
    tag(_report("warm", "Troops left Aleppo."), gazetteer)
    for corpus in given.corpora or NAMES:
        score, texts, spent = _measured(corpus, given.half, gazetteer)
        print("\n".join(score.lines(corpus)), flush=True)
        print(f"  {texts} texts in {spent:.1f} s of CPU: {texts / spent:.0f} texts/s on one core", flush=True)
        for kind in ("missed", "wrong"):
            errors = [words for known, words in score.errors if known == kind]
            print(
                "\n".join(
                    f"  {kind}: {words}"
                    for words in errors[:: max(1, len(errors) // max(1, given.misses))][: given.misses]
                )
            )
    print(_long(gazetteer))


if __name__ == "__main__":
    main()
