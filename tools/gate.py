"""Holds the scores on annotated reports to the floors in gate/floors.toml, which only ever go up.

    python tools/gate.py [SET...] [--raise] [--jobs N]

Without SET all sets whose files are there. Exit code 0: all at or above their floors; 1: one is below (--raise then
changes nothing); 2: no such set, or a set named whose files are missing. --raise lifts each floor to the score less the
file's margin, where that is higher, and lowers each ceiling to the score.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "gate" / "floors.toml"
_TABLE = re.compile(r"\s*\[([\w.-]+)\]")
_NUMBER = re.compile(r"(\s*)(\w+)(\s*=\s*)([\d.]+)")


@dataclass(frozen=True, slots=True)
class Held:
    """One set: its files, relative to the repository, and what its scores are held to. `note` is told with them."""

    name: str
    gold: str
    reports: str
    predicted: str
    note: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, float]

    def there(self) -> bool:
        """Whether all its files are."""
        return all((ROOT / path).exists() for path in (self.gold, self.reports, self.predicted) if path)


def read(path: Path = FILE) -> tuple[float, dict[str, Held]]:
    """The margin and the sets by name."""
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    margin = float(plain.pop("margin"))
    return margin, {name: _held(name, table) for name, table in plain.items()}


def _held(name: str, table: Mapping[str, Any]) -> Held:
    gold, reports, predicted, note = (table.get(key, "") for key in ("gold", "reports", "predicted", "note"))
    return Held(name, gold, reports, predicted, note, table["floors"], table.get("ceilings", {}))


def scores_of(held: Held, jobs: int = 1) -> dict[str, Any]:
    """What `sijil evaluate --json` prints for the set. Raises SystemExit with its exit code where it fails."""
    command = [sys.executable, "-m", "sijil", "evaluate", held.gold, "--json", "--jobs", str(jobs)]
    for option in ("reports", "predicted"):
        command += [f"--{option}", getattr(held, option)] if getattr(held, option) else []
    with tempfile.TemporaryDirectory() as nothing:  # no packs of whoever runs it
        environment = os.environ | {"SIJIL_DATA": nothing}
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def below(held: Held, scores: Mapping[str, Any]) -> list[str]:
    """One line for each score under its floor or over its ceiling."""
    low = [f"{name} {scores[name]} is under its floor {floor}" for name, floor in held.floors.items()
           if scores[name] < floor]  # fmt: skip
    high = [f"{name} {scores[name]} is over its ceiling {top}" for name, top in held.ceilings.items()
            if scores[name] > top]  # fmt: skip
    return low + high


def raised(text: str, margin: float, scores: Mapping[str, Mapping[str, Any]]) -> str:
    """The floors file with every limit of the scored sets as tight as the scores allow; comments stay. Never looser."""
    table, out = "", []
    for line in text.splitlines(keepends=True):
        if head := _TABLE.match(line):
            table = head[1]
        name, _, limits = table.rpartition(".")
        if name in scores and (found := _NUMBER.match(line)):
            new = _tighter(limits, float(found[4]), scores[name][found[2]], margin)
            line = f"{found[1]}{found[2]}{found[3]}{new:g}{line[found.end() :]}"
        out.append(line)
    return "".join(out)


def _tighter(limits: str, old: float, score: float, margin: float) -> float:
    if limits == "ceilings":
        return min(old, score)
    return max(old, math.floor(round((score - margin) * 1000, 6)) / 1000)


def main() -> int:
    """Exit code as above."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to what is reached")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    margin, sets = read()
    lacking = [name for name in args.sets if name not in sets or not sets[name].there()]
    if lacking:
        print(f"{FILE}: no such set, or its files are missing: {', '.join(lacking)}", file=sys.stderr)
        return 2
    scored, failed = check([sets[name] for name in args.sets or sets], args.jobs)
    if args.lift and failed:
        print("floors stay as they are: a score is below one, and they are never lowered", file=sys.stderr)
    elif args.lift:
        before = FILE.read_text(encoding="utf-8")
        after = raised(before, margin, scored)
        FILE.write_text(after, encoding="utf-8")
        print(f"{FILE.relative_to(ROOT)}: {'floors raised' if after != before else 'nothing to raise'}")
    return 1 if failed else 0


def check(sets: list[Held], jobs: int) -> tuple[dict[str, dict[str, Any]], bool]:
    """The scores of each set that is there, told as they come, and whether any is below its floor."""
    scored: dict[str, dict[str, Any]] = {}
    failed = False
    for held in sets:
        if not held.there():
            print(f"{held.name}: left out, {held.gold} is not here")
            continue
        scores = scored[held.name] = scores_of(held, jobs)
        limits = [f"{name} {scores[name]} (floor {floor})" for name, floor in held.floors.items()]
        limits += [f"{name} {scores[name]} (at most {top})" for name, top in held.ceilings.items()]
        print(f"{held.name}: " + ", ".join(limits))
        if held.note:
            print(f"  {held.note}")
        for line in below(held, scores):
            failed = True
            print(f"  BELOW: {held.name} {line}", file=sys.stderr)
    return scored, failed


if __name__ == "__main__":
    sys.exit(main())
