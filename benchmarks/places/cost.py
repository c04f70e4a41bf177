"""What the gazetteer costs: making its indexes, memory, look-ups a second, beside what issue 4 asks for.

    python benchmarks/places/cost.py [PACK...]

Without packs it takes ../shared/gazetteer/gaz_sy.tsv.gz where that is there. Indexes are made anew in a folder of their
own, each step in a process of its own, so that memory is that of the step. Names are every spelling of a place of the
packs (or of Syria in the base), each looked up once: nothing comes from the cache of look-ups.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT.parent / "shared" / "gazetteer" / "gaz_sy.tsv.gz"
NAMES = 20_000
STEPS = ("base", "packs", "lookups")


def main(arguments: list[str]) -> None:
    """Run the steps and print the table."""
    packs = [str(Path(path).resolve()) for path in arguments] or [str(PACK)] * PACK.exists()
    with tempfile.TemporaryDirectory(prefix="sijil-cost-") as folder:
        environment = os.environ | {"SIJIL_CACHE": folder, "SIJIL_DATA": folder, "PYTHONPATH": str(ROOT)}
        base, with_packs, found = (_run(step, packs, environment) for step in STEPS)
        sizes = {path.name.split("-")[0]: path.stat().st_size for path in Path(folder).iterdir()}
    rows = [
        ("base index made", f"{base['seconds']:.1f} s", "under 60 s"),
        ("  processor time, peak memory", f"{base['cpu']:.1f} s, {base['memory']:.0f} MB", ""),
        (f"index of {len(packs)} pack(s) made", f"{with_packs['seconds']:.1f} s", "both under 60 s"),
        ("  processor time, peak memory", f"{with_packs['cpu']:.1f} s, {with_packs['memory']:.0f} MB", ""),
        ("opened when both are there", f"{found['open'] * 1000:.0f} ms", ""),
        (f"look-ups a second ({found['names']:,} names)", _rates(found["lookups"]), "3,000 or more"),
        ("  of names misspelt", _rates(found["misspelt"]), "3,000 or more"),
        ("names resolved a second, country given", _rates(found["resolved"]), ""),
        ("memory at run time", f"{found['memory']:.0f} MB", "under 250 MB"),
        ("on disk: base, packs", f"{sizes.get('places', 0) / 1e6:.0f} MB, {sizes.get('packs', 0) / 1e6:.0f} MB", ""),
    ]
    for what, measured, asked in rows:
        print(f"{what:44}{measured:>22}   {asked}".rstrip())


def _rates(rates: list[float]) -> str:
    return f"{rates[0]:,.0f} ({rates[1]:,.0f} cpu)"


def _run(step: str, packs: list[str], environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, __file__, "--step", step, *packs]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    plain: dict[str, Any] = json.loads(done.stdout)
    return plain


def _step(step: str, packs: list[Path]) -> dict[str, Any]:
    from sijil.steps.places.gazetteer import Gazetteer

    started = time.perf_counter()
    gazetteer = Gazetteer.open(packs if step != "base" else ())
    seconds = time.perf_counter() - started
    measured = {"seconds": seconds} if step != "lookups" else {"open": seconds, **_lookups(gazetteer, packs)}
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return measured | {"cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}


def _lookups(gazetteer: Any, packs: list[Path]) -> dict[str, Any]:
    from sijil.steps.places.resolve import resolve_name

    names = _names(gazetteer, bool(packs))
    wrong = [name[:-2] + name[-1] + name[-2] for name in names if len(name) > 4][: NAMES // 4]
    some = names[: NAMES // 10]
    return {
        "names": len(names),
        "lookups": _rate(gazetteer.lookup, names),
        "misspelt": _rate(gazetteer.lookup, wrong),
        "resolved": _rate(lambda name: resolve_name(name, gazetteer, "Syria"), some),
    }


def _names(gazetteer: Any, packs: bool) -> list[str]:
    """Spellings of the packs, else of the base; mixed, but the same each time."""
    table = "packs.name" if packs else "base.name"
    rows = gazetteer._base.execute(f"SELECT DISTINCT spelling FROM {table} WHERE tier = 0").fetchall()
    names = sorted(row[0] for row in rows)
    random.Random(4).shuffle(names)
    return names[:NAMES]


def _rate(call: Any, names: list[str]) -> tuple[float, float]:
    """Calls a second by the clock, and a second of processor time: other programs slow down the first."""
    started, cpu = time.perf_counter(), time.process_time()
    for name in names:
        call(name)
    return len(names) / (time.perf_counter() - started), len(names) / (time.process_time() - cpu)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        print(json.dumps(_step(sys.argv[2], list(map(Path, sys.argv[3:])))))
    else:
        main(sys.argv[1:])
