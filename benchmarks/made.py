"""A made register of the size that the desk is measured with: claims as in derive.py, and beside the attacks totals,
displacement, access, control and agreements. 33,000 reports give 21,000 incidents and 103,000 claims."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.derive import Reading, Row, reports
from sijil import pipeline
from sijil.model.figure import Figure
from sijil.model.period import Period, precision_of
from sijil.model.place import Place
from sijil.model.sketch import Sketch
from sijil.register import Register
from sijil.register.store import VERSION
from sijil.steps.sketch import sketch

CACHE = Path.home() / ".cache" / "sijil" / "bench"
TELLERS = (1, 1, 1, 1, 2, 3)  # reports of one event
BATCH = 1000


def beside(place: Place, day: date, chance: random.Random) -> list[Row]:
    """What some reports tell beside an attack: a province's total, displacement, access, control, truces."""
    name, admin = place.admin[-1], place.admin[:-1]
    province = Place(name, name.lower().replace(" ", "-"), name, "province", place.lat, place.lon, admin)
    month = Period(day.replace(day=1), day, precision_of(day.replace(day=1), day))
    killed = {"kind": "casualty", "measure": "killed", "group": "civilians", "scope": "total"}
    here = {"place": place.name, "at": place, "period": Period(day, day, "day")}
    there = {"place": name, "at": province, "period": month}
    rows: list[tuple[float, Row]] = [
        (0.02, {**killed, **there, "figure": Figure(chance.randint(5, 200), None), "speaker": ("a monitor",)}),
        (0.05, {"kind": "displacement", "measure": "displaced", "group": "people", **there,
                "figure": Figure(chance.randint(100, 9000), None)}),
        (0.05, {"kind": "access", "object": chance.choice(("aid", "water", "medical care")), **here}),
        (0.03, {"kind": "control", "actor": chance.choice(("Syrian army", "Islamic State")), **here}),
        (0.01, {"kind": "agreement", "object": "truce", **there}),
    ]  # fmt: skip
    return [row for share, row in rows if chance.random() < share]


def made(count: int, cache: Path) -> Path:
    """The register of `count` reports, made where the cache has none of this schema."""
    path = cache / f"desk-{count}-{VERSION}.db"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for older in cache.glob(f"desk-{count}-*"):
            older.unlink()
        part = path.with_suffix(".part")
        with Register.open(part) as register, ProcessPoolExecutor() as pool:
            for batch in _batches(reports(count, tellers=TELLERS, beside=beside)):
                _add(register, batch, list(pool.map(_sketch, batch, chunksize=50)))
            pipeline.derive(register)
        part.rename(path)
    return path


def _add(register: Register, batch: list[Reading], sketches: list[Sketch]) -> None:
    with register.transaction():  # the time of the disk is the same for all
        for (report, text, claims), one in zip(batch, sketches, strict=True):
            register.add(report, text, claims, one)


def _sketch(reading: Reading) -> Sketch:
    """Half of what adding a report takes; in other processes."""
    return sketch(reading[0], reading[1])


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, BATCH)):
        yield batch
