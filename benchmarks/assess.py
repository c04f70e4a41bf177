"""How well `sijil assess` gives the ranges and grades that professional recorders gave.

    python benchmarks/assess.py REPORTS.jsonl --score SCRIPT [--rules NAME] [--jobs N] [--out FILE] [--predicted FILE]

REPORTS has one line {"id", "text", "gold"} a report (corpora/airwars-gaza.jsonl, not in this repository); SCRIPT is the
scorer beside it (gold/score_ranges.py). Runs the real command on the texts alone, or scores what --predicted wrote
before, and prints each measure beside what was asked. Exit code 1 where one is below, 2 for bad input.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

#: What issue 5 asks: (field, measure as the scorer names it) → at least.
ASKED = {
    ("civilians_killed", "minimum"): 0.75,
    ("civilians_killed", "both ends"): 0.55,
    ("civilians_killed", "overlapping"): 0.92,
    ("civilians_injured", "both ends"): 0.50,
    ("children_killed", "both ends"): 0.60,
    ("grade", "mean"): 0.55,
}
_NUMBER = re.compile(r"([a-z][a-z ]*?|[A-Z][a-z]+) +(\d\.\d+)")
Scores = Mapping[tuple[str, str], float]


def main() -> int:
    """The exit code."""
    given = _given()
    if not given.reports.is_file() or not given.score.is_file():
        print(f"{given.reports} or {given.score} is not there", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        predicted = given.predicted or _assessed(given, Path(folder))
        seconds = time.perf_counter() - started
        command = [sys.executable, str(given.score), str(given.reports), str(predicted)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(told)
    below = list(_table(scores(told)))
    if not given.predicted:
        print(f"\n{seconds:.0f} s with {given.jobs} processes")
    return 1 if below else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Scores sijil assess against recorders' ranges.")
    parser.add_argument("reports", type=Path)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--rules", default="airwars")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    parser.add_argument("--predicted", type=Path, help="score these instead of running the command")
    return parser.parse_args()


def _assessed(given: argparse.Namespace, folder: Path) -> Path:
    """The command's lines for the texts, in a file. What was known beside the texts is not handed over."""
    texts, lines = folder / "texts.jsonl", given.out or folder / "lines.jsonl"
    with given.reports.open(encoding="utf-8") as rows, texts.open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            out.write(json.dumps({"doc": row.get("doc") or row["id"], "text": row["text"]}) + "\n")
    command = [sys.executable, "-m", "sijil", "assess", "--jsonl", str(texts), "--rules", given.rules]
    with lines.open("w", encoding="utf-8") as out:
        subprocess.run([*command, "--jobs", str(given.jobs)], stdout=out, check=False)
    return lines


def scores(told: str) -> Scores:
    """The scorer's numbers by field and measure."""
    found: dict[tuple[str, str], float] = {}
    for line in told.splitlines():
        field, _, rest = line.partition(" ")
        found |= {(field, name.strip()): float(number) for name, number in _NUMBER.findall(rest)}
    return found


def _table(found: Scores) -> Iterator[str]:
    """Prints what was asked and what was reached; yields the names of those below."""
    print(f"{'':<32} asked  reached")
    for (field, measure), least in ASKED.items():
        reached = found.get((field, measure), 0.0)
        print(f"{f'{field}, {measure}':<32} {least:.2f}   {reached:.3f}{'' if reached >= least else '  below'}")
        if reached < least:
            yield f"{field}, {measure}"


if __name__ == "__main__":
    sys.exit(main())
