"""Speed of the desk: every page, filter and kind of judgement on a register of 20,000 incidents and 100,000 claims.

    python -m benchmarks.desk [--reports 33000] [--rounds 5] [--cache FOLDER] [--only WORDS] [--cpu]

Makes the register (made.py) and keeps it in the cache folder, so that only the first run waits for it. Every address
that the desk answers is asked, as its routes tell them, and the filters below beside. Prints the time on the server:
once the page was asked before, and at its first request after judgements of several kinds, which are timed, too. The
goal is 150 ms; where a page takes longer, the exit status is 1. With --cpu the processor's time is taken, not the
clock's: where other programs take the machine.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote, quote_plus

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Mount, Route

from benchmarks.derive import village
from benchmarks.made import CACHE, made
from sijil.model.incident import Incident
from sijil.pipeline.rules import rules_hash
from sijil.register import Register
from sijil.web import create_app

GOAL = 150  # ms
BASE = "http://127.0.0.1"
#: What is not held to the goal, and why.
EXEMPT = {
    "/export/": "a file of all that the filter leaves",
    "/api/v1/openapi.json": "asked once by a program, not by people who wait",
}
#: What addresses with a filter are asked beside the bare ones.
FILTERS = (
    "/?page=50", "/?place=Province+3", "/?place={village}", "/?since=2017-03-01&until=2017-03-31",
    "/?since=2017-01-01&until=2017-12-31", "/?party=Russia", "/?kind=denial", "/?kind=casualty", "/?group=children",
    "/?attack=shelling", "/?report={report}", "/map.geojson?place=Province+3", "/totals?place=Province+3",
    "/displacement?place=Province+3", "/access?place=Province+3", "/sources?party=Russia", "/search?q=children",
    "/api/v1/incidents?place=Province+3", "/api/v1/tally?by=month",
)  # fmt: skip
#: Parameters by the beginning of the address that has them; fields of Ids are filled in.
SAMPLES = {
    "/incidents/{id_}": {"id_": "{incident}"}, "/reports/{id_}": {"id_": "{report}"},
    "/claims/{id_}/{target}": {"id_": "{claim}", "target": "place"}, "/claims/{id_}": {"id_": "{claim}"},
    "/judgements/{id_}": {"id_": "1"}, "/map/{key}": {"key": "{spot}"}, "/control/map/{key}": {"key": "{held}"},
    "/export/{name}": {"name": "incidents.csv"}, "/displacement/{claim}": {"claim": "{displaced}"},
    "/sources/{role}/{key}": {"role": "publisher", "key": "{publisher}"},
    "/api/v1/incidents/{id}": {"id": "{incident}"}, "/api/v1/claims/{id}": {"id": "{claim}"},
    "/api/v1/reports/{id}": {"id": "{report}"}, "/api/v1/judgements/{id}": {"id": "1"},
    "/api/v1/explain/{id}": {"id": "{incident}"},
}  # fmt: skip
#: Needed beside the address itself.
ASKED = {
    "/api/v1/search": "?q=children",
    "/api/v1/places": "?name=Homs",
    "/words": "?claims={claim}",
    "/reports/{id_}/add": "?start=0&stop=20",
}
VERBS = ("grade", "accept", "reject", "figure", "place", "kind", "same", "merge", "split")


@dataclass(frozen=True, slots=True)
class Ids:
    """What addresses name; each is quoted."""

    village: str
    report: str
    incident: str
    claim: str
    displaced: str
    publisher: str
    spot: str
    held: str


@dataclass(slots=True)
class Times:
    """Milliseconds of one address: asked before, and the most after a judgement, with its verb."""

    warm: list[float]
    after: float = 0
    verb: str = ""

    def over(self) -> bool:
        """Whether any of it is over the goal."""
        return max(self.warm[-1 - len(self.warm) // 20], self.after) > GOAL


def addresses(app: FastAPI) -> list[str]:
    """All that the desk answers, by its routes: pages, then the API."""
    found = [path for path, ways in app.openapi()["paths"].items() if "get" in ways]
    for mount in (one for one in app.routes if isinstance(one, Mount)):
        routes = [one for one in mount.routes if isinstance(one, Route) and "GET" in (one.methods or ())]
        found += [mount.path + one.path for one in routes]
    return list(dict.fromkeys([*map(filled, found), *FILTERS]))


def filled(path: str) -> str:
    """A route with the samples of its parameters. Exits where there is none: a new page has to be measured, too."""
    address = re.sub(r":\w+}", "}", path)
    start = next((start for start in SAMPLES if address == start or address.startswith(f"{start}/")), "")
    for name, value in SAMPLES.get(start, {}).items():
        address = address.replace(f"{{{name}}}", value)
    unknown = set(re.findall(r"{(\w+)}", address)) - {field.name for field in fields(Ids)}
    if unknown:
        raise SystemExit(f"benchmarks/desk.py has no sample for {path}")
    return address + ASKED.get(path, "")


def sampled(path: Path, spots: tuple[str, str]) -> tuple[Ids, list[Incident]]:
    """One of each kind, from the middle of the register, and incidents of three claims and more to be judged.
    `spots` are a place of the map, and one of the ledger of control."""
    with Register.open(path) as register:
        incidents, claims = register.incidents(), register.claims()
        print(f"{len(incidents):,} incidents, {len(claims):,} claims, {len(register.reports()):,} reports")
        middle = max(incidents[len(incidents) // 2 :][:200], key=lambda one: len(one.claims))
        report = register.reports_of([middle.claims[0]])[middle.claims[0]]
        publisher = register.reports([report])[0].source
    displaced = next(one.id for one in claims if one.kind == "displacement" and one.figure)
    names = (village(7).name, report, middle.id, middle.claims[0], displaced, publisher, *spots)
    large = [one for one in incidents if len(one.claims) >= 3]
    return Ids(*map(quote_plus, names)), large[:: max(1, len(large) // 1500)]


class Desk:
    """A desk on a copy of the register, and the time that it takes."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.app = create_app(path)
        self._client = TestClient(self.app, base_url=BASE)
        began = self._clock()
        self._client.get("/")
        print(f"first page of a new process: {self._clock() - began:.1f} s")
        self.ids, incidents = sampled(path, (self._spot("/map.geojson"), self._spot("/control/map.geojson")))
        self._subjects = cycle(incidents)
        self.refused: dict[str, int] = {}
        self.verbs = cycle(verb for verb in VERBS if verb != "kind")  # which touches most ledgers: asked each time
        self.judged: dict[str, list[float]] = {verb: [] for verb in VERBS}

    def get(self, address: str) -> float:
        """Milliseconds of one answer."""
        known = {field.name: getattr(self.ids, field.name) for field in fields(self.ids)}
        began = self._clock()
        answer = self._client.get(address.format(**known))
        took = 1000 * (self._clock() - began)
        if answer.status_code >= 400:
            self.refused[address] = answer.status_code
        return took

    def _spot(self, address: str) -> str:
        return str(self._client.get(address).json()["features"][-1]["properties"]["key"])

    def judge(self, verb: str) -> None:
        """One judgement, as the desk's form sends it, on incidents that nobody judged yet."""
        data = {"who": "bench", "reason": "measured", "back": "/method", **_form(verb, self._subjects)}
        began = self._clock()
        answer = self._client.post("/judge", data=data, follow_redirects=False, headers={"origin": BASE})
        self.judged[verb].append(1000 * (self._clock() - began))
        if answer.status_code != 303:
            raise SystemExit(f"judging ({verb}): {answer.status_code} {answer.text[-500:]}")


def _form(verb: str, subjects: Iterator[Incident]) -> dict[str, object]:
    one, other = next(subjects), next(subjects)
    claim = one.claims[0]
    forms: dict[str, dict[str, object]] = {
        "grade": {"verb": "grade", "subject": one.id, "grade": "Fair"},
        "accept": {"verb": "accept", "subject": claim},
        "reject": {"verb": "reject", "subject": claim},
        "figure": {"verb": "correct", "subject": claim, "field": "high", "value": "900"},
        "place": {"verb": "correct", "subject": claim, "field": "place", "value": "Homs"},
        "kind": {"verb": "correct", "subject": claim, "field": "kind", "value": "displacement"},
        "same": {"verb": "same", "subject": one.id, "with": other.id},
        "merge": {"verb": "merge", "subject": one.id, "with": other.id},
        "split": {"verb": "split", "subject": one.id, "claims": [one.claims[-1]]},
    }
    return forms[verb]


def exempt(address: str) -> str:
    """Why an address is not held to the goal; "" where it is."""
    return next((why for start, why in EXEMPT.items() if address.startswith(start)), "")


def measured(desk: Desk, address: str, rounds: int) -> Times:
    """The times of one address."""
    desk.get(address)
    times = Times(sorted(desk.get(address) for _ in range(max(rounds, 2))))
    for verb in ("kind", *islice(desk.verbs, rounds)) if not exempt(address) else ():
        desk.judge(verb)
        took = desk.get(address)
        if took > times.after:
            times.after, times.verb = took, verb
    return times


def measure(desk: Desk, rounds: int, only: str) -> bool:
    """Prints the tables; whether all pages that are held to the goal reach it."""
    desk.judge("grade")  # what search keeps may be of other rules than those of now
    print("\n| address | p50 ms | p95 ms | most after a judgement, ms | after | |")
    print("| --- | --- | --- | --- | --- | --- |")
    slow = []
    for address in (one for one in addresses(desk.app) if only in one):
        times, why = measured(desk, address, rounds), exempt(address)
        over = not why and (times.over() or address in desk.refused)
        if address in desk.refused and not why:
            why = f"answers {desk.refused[address]}"
        slow += [address] if over else []
        half, most = statistics.median(times.warm), times.warm[-1 - len(times.warm) // 20]
        shown = quote(address, safe="/?=&{}+.-_~:")
        row = f"| {shown} | {half:.0f} | {most:.0f} | {times.after:.0f} | {times.verb} | {why or '!' * over} |"
        print(row, flush=True)
    print("\n| judgement | p50 ms | p95 ms |\n| --- | --- | --- |")
    for verb, own in ((verb, sorted(own)) for verb, own in desk.judged.items() if own):
        print(f"| {verb} | {statistics.median(own):.0f} | {own[-1 - len(own) // 20]:.0f} |")
    print(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")
    print(f"over {GOAL} ms: {', '.join(slow) or 'none'}")
    return not slow


def main() -> None:
    """Makes the register, and measures on a copy, as judgements change it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--reports", type=int, default=33_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--only", default="", help="addresses with these words in them")
    parser.add_argument("--cpu", action="store_true", help="processor time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sijil.db"
        shutil.copyfile(made(asked.reports, asked.cache), copy)
        with Register.open(copy) as register, register.transaction():  # other rules since do not matter here
            register.derived.mark(register.last_seq(), rules_hash())
            register.search.mark(register.last_seq(), rules_hash())
        desk = Desk(copy, time.process_time if asked.cpu else time.perf_counter)
        reached = measure(desk, asked.rounds, asked.only)
    raise SystemExit(not reached)


if __name__ == "__main__":
    main()
