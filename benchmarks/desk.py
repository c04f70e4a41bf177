"""Speed of the desk: every page and filter on a register of 20,000 incidents and 100,000 claims.

    python -m benchmarks.desk [--reports 33000] [--rounds 5] [--cache FOLDER]

Makes the register (claims as in derive.py, with totals, displacement, access, control and agreements beside them) and
keeps it in the cache folder, so that only the first run waits for it. Prints the time on the server by page: after a
warm-up, and right after a judgement, which is timed, too. The goal is 150 ms a page.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote_plus

from fastapi.testclient import TestClient

from benchmarks.derive import Row, add, reports, village
from sijil import pipeline
from sijil.model.figure import Figure
from sijil.model.period import Period, precision_of
from sijil.model.place import Place
from sijil.pipeline.rules import rules_hash
from sijil.register import Register
from sijil.register.store import VERSION
from sijil.web import create_app

CACHE = Path.home() / ".cache" / "sijil" / "bench"
TELLERS = (1, 1, 1, 1, 2, 3)  # reports of one event
GOAL = 150  # ms
BATCH = 1000
BASE = "http://127.0.0.1"
VERBS = cycle(("grade", "reject", "same"))
PAGES = {
    "overview": "/",
    "overview, page 50": "/?page=50",
    "overview, a place": "/?place=Province+3",
    "overview, a village": "/?place={village}",
    "overview, a month": "/?since=2017-03-01&until=2017-03-31",
    "overview, a year": "/?since=2017-01-01&until=2017-12-31",
    "overview, a party": "/?party=Russia",
    "overview, a kind": "/?kind=denial",
    "overview, a group": "/?group=children",
    "overview, an attack": "/?attack=shelling",
    "overview, a report": "/?report={report}",
    "map": "/map.geojson",
    "map, a place": "/map.geojson?place=Province+3",
    "incident": "/incidents/{incident}",
    "incident's map": "/incidents/{incident}/map.geojson",
    "report": "/reports/{report}",
    "reports": "/reports",
    "totals": "/totals",
    "totals, a place": "/totals?place=Province+3",
    "displacement": "/displacement",
    "access": "/access",
    "agreements": "/agreements",
    "control": "/control",
    "sources": "/sources",
    "sources, a party": "/sources?party=Russia",
    "judgements": "/judgements",
    "a claim's place": "/claims/{claim}/place",
    **{f"API: {name}": f"/api/v1/{name}" for name in (
        "incidents", "claims", "reports", "totals", "tally", "displacement", "displacement/places", "access",
        "access/places", "agreements", "control", "control/places", "sources", "judgements", "search?q=children",
    )},
}


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
        with Register.open(part) as register:
            readings = reports(count, tellers=TELLERS, beside=beside)
            while batch := list(islice(readings, BATCH)):
                add(register, batch)
            pipeline.derive(register)
        part.rename(path)
    return path


@dataclass(frozen=True, slots=True)
class Ids:
    """What the addresses of single pages name, and what is judged."""

    village: str
    report: str
    incident: str
    claim: str
    judged: tuple[str, ...]


def ids(path: Path) -> Ids:
    """One of each kind, from the middle of the register, and incidents of all its days to be judged."""
    with Register.open(path) as register:
        incidents = register.incidents()
        print(f"{len(incidents):,} incidents, {len(register.claims()):,} claims, {len(register.reports()):,} reports")
        middle = max(incidents[len(incidents) // 2 :][:200], key=lambda one: len(one.claims))
        claim = middle.claims[0]
        report = register.reports_of([claim])[claim]
    judged = tuple(one.id for one in incidents[5 :: max(1, len(incidents) // 200)])
    return Ids(quote_plus(village(7).name), report, middle.id, claim, judged)


def timed(client: TestClient, address: str) -> float:
    """Milliseconds of one answer."""
    began = time.perf_counter()
    answer = client.get(address)
    took = 1000 * (time.perf_counter() - began)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


def judge(client: TestClient, subjects: Iterator[str]) -> float:
    """Milliseconds of one judgement, as the desk's form sends it: a grade, a claim's rejection, two held to be one."""
    subject, verb = next(subjects), next(VERBS)
    claim = subject.removeprefix("I-")
    form = {
        "grade": {"subject": subject, "grade": "Fair"},
        "reject": {"subject": claim},
        "same": {"subject": subject, "with": next(subjects)},
    }[verb]
    data = {"verb": verb, "who": "bench", "reason": "measured", "back": "/method", **form}
    began = time.perf_counter()
    answer = client.post("/judge", data=data, follow_redirects=False, headers={"origin": BASE})
    took = 1000 * (time.perf_counter() - began)
    if answer.status_code != 303:
        raise SystemExit(f"judging: {answer.status_code} {answer.text[-500:]}")
    return took


def measure(path: Path, rounds: int) -> None:
    """Prints the table."""
    own = ids(path)
    client, subjects, judging = TestClient(create_app(path), base_url=BASE), cycle(own.judged), []
    print(f"first page of a new process: {timed(client, '/') / 1000:.1f} s\n")
    judge(client, subjects)  # what search keeps may be of other rules than those of now
    print("| page | p50 ms | p95 ms | after a judgement, most ms |\n| --- | --- | --- | --- |")
    for name, template in PAGES.items():
        address = template.format(**{field.name: getattr(own, field.name) for field in fields(own)})
        timed(client, address)
        warm, after = sorted(timed(client, address) for _ in range(max(rounds, 2))), []
        for _ in range(rounds):
            judging.append(judge(client, subjects))
            after.append(timed(client, address))
        row = (statistics.median(warm), warm[-1 - len(warm) // 20], max(after))
        print(f"| {name} | {row[0]:.0f} | {row[1]:.0f} | {row[2]:.0f} |{' !' if max(row) > GOAL else ''}", flush=True)
    judging.sort()
    print(f"| (judging itself) | {statistics.median(judging):.0f} | {judging[-1 - len(judging) // 20]:.0f} | |")


def main() -> None:
    """Makes the register, and measures on a copy, as judgements change it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--reports", type=int, default=33_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cache", type=Path, default=CACHE)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sijil.db"
        shutil.copyfile(made(asked.reports, asked.cache), copy)
        with Register.open(copy) as register, register.transaction():  # other rules since do not matter here
            register.derived.mark(register.last_seq(), rules_hash())
        measure(copy, asked.rounds)


if __name__ == "__main__":
    main()
