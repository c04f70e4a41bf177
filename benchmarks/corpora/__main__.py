"""Runs Sijil over the corpora and prints one table; with --misses also what was missed, by class, in its sentence."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.corpora import attribution, displacement, fakes, gaza, muc4
from benchmarks.corpora.casing import CASES
from benchmarks.corpora.measure import Document, Measure
from benchmarks.corpora.reading import claims_of, sampled

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora"
KINDS = 12  # classes of misses that are told with their counts
Reader = Callable[[Sequence[Document]], list[Measure]]

#: Corpus → its documents, and from them its measures.
CORPORA: dict[str, tuple[Callable[[Path], object], Reader]] = {
    "fakes": (fakes.documents, lambda found: fakes.measures(found, claims_of(found))),
    "muc4": (muc4.documents, lambda found: muc4.measures(found, claims_of(found))),
    "displacement": (displacement.documents, lambda found: displacement.measures(found, claims_of(found))),
    "airwars-gaza": (gaza.documents, lambda found: gaza.measures(found, claims_of(found))),
    "attribution": (attribution.documents, lambda found: attribution.measures(found, attribution.voices(found))),
}


def run(name: str, given: argparse.Namespace) -> list[Measure]:
    """The measures of one corpus over the documents that the options leave."""
    documents, measures = CORPORA[name]
    found = sampled(documents(FOLDER), given.sample, given.without)  # type: ignore[arg-type]
    return measures([replace(one, text=CASES[given.case](one.text)) for one in found])


def told(measure: Measure, misses: int) -> str:
    """The classes of a measure's misses and, spread over all of them, `misses` of them."""
    lines = [f"\n## {measure.corpus}: {measure.name} ({len(measure.misses)} misses)"]
    lines.append(", ".join(f"{kind} {count}" for kind, count in measure.kinds()[:KINDS]))
    step = max(1, len(measure.misses) // misses)
    for miss in measure.misses[::step][:misses]:
        lines.append(f"- {miss.doc} [{miss.kind}] {miss.sought}\n    {miss.words}")
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpora", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(CORPORA)}; all where none is given")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="so many documents a corpus")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show so many misses a measure")
    parser.add_argument("--without", default="", metavar="FILE", help="leave out the documents whose ids FILE lists")
    parser.add_argument("--case", choices=sorted(CASES), default="asis", help="change the texts' case before reading")
    parser.add_argument("--json", action="store_true", help="one JSON object a measure instead of the table")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in CORPORA]
    if unknown:
        parser.error(f"no such corpus: {', '.join(unknown)}")
    listed = Path(given.without).read_text(encoding="utf-8").split() if given.without else []
    given.without = frozenset(listed)
    return given


def main() -> None:
    """Prints the table, each row as soon as its corpus is done, and then the misses."""
    given = _options()
    if not given.json:
        print("| corpus | measure | right | of | share | aim |\n| --- | --- | --- | --- | --- | --- |")
    kept: list[Measure] = []
    for name in given.names or CORPORA:
        for row in run(name, given):
            kept.append(row)
            aim = "" if row.aim is None else f"{row.aim:.2f}"
            if given.json:
                plain = {
                    "corpus": row.corpus,
                    "measure": row.name,
                    "right": row.right,
                    "of": row.of,
                    "share": row.share,
                }
                print(json.dumps(plain), flush=True)
            else:
                print(f"| {name} | {row.name} | {row.right} | {row.of} | {row.share:.3f} | {aim} |", flush=True)
    for row in kept:
        if given.misses and row.misses:
            print(told(row, given.misses))


if __name__ == "__main__":
    main()
