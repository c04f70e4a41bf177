"""Deriving step by step: time, memory and compared pairs for registers of several sizes, and what adding to one costs.

    python benchmarks/derive.py [--sizes 1000,5000,20000] [--more 1000]

The claims are made, not read: reports of attacks on made-up villages, each told by one to four houses with other words
and figures, some of them word for word, and a few denials. A larger register covers more days at the same rate, as a
real one does, so events do not crowd on one day. Adding `--more` reports is timed against adding them to an empty
register; the new reports tell of the last days of what is there.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sijil import pipeline
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.judgement import Decision
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import Block, Report, Text
from sijil.register import Register
from sijil.steps.accepted import left
from sijil.steps.link import by_report, events_of
from sijil.steps.link.decided import Decisions
from sijil.steps.link.keys import pairs
from sijil.steps.parties import party_of
from sijil.steps.read import read_bytes
from sijil.steps.sketch import sketch

FIRST = date(2016, 1, 1)
A_DAY = 20  # reports
VILLAGES = 400
HOUSES = ("Orontes Daily", "Harbour Post", "Levant Courier", "Coastline", "Halab Wire", "Eastern Monitor")
ATTACKS = ("airstrike", "airstrike", "shelling", "explosive", "shooting")
ACTORS = ("Russia", "Syrian army", "Islamic State", None)
WORDS = tuple(a + b + c for a in ("ba", "de", "ki", "lo", "mu", "ra") for b in ("lan", "mer", "sit") for c in "aeiou")
SYLLABLES = tuple(a + b for a in "bdfhjkmr" for b in ("a", "il", "ou"))
TELLERS = (1, 1, 2, 3, 4)
Reading = tuple[Report, Text, tuple[Claim, ...]]
Row = dict[str, object]  # fields of a claim
Beside = Callable[[Place, date, random.Random], list[Row]]


def village(number: int) -> Place:
    """One of VILLAGES villages, 0.1 degrees apart, in a province of twenty."""
    name = f"{WORDS[number % 90]} {WORDS[number // 90 + 7]}".title()
    lat, lon = 33 + (number // 20) * 0.1, 36 + (number % 20) * 0.1
    return Place(name, f"v-{number}", name, "town", lat, lon, ("Syria", f"Province {number // 20}"))


def reports(
    count: int, seed: int = 1, after: int = 0, tellers: Sequence[int] = TELLERS, beside: Beside | None = None
) -> Iterator[Reading]:
    """`count` reports, the first of them on the day after `after` others. `tellers`: of how many houses an event has
    reports, each as likely; `beside` gives what a report tells beside its event, from its place and day."""
    chance, made, n = random.Random(seed), after, 0
    while n < count:
        day = FIRST + timedelta(made // A_DAY)
        place, attack, actor = village(chance.randrange(VILLAGES)), chance.choice(ATTACKS), chance.choice(ACTORS)
        killed, wording = chance.randint(1, 40), prose(chance)
        people = [name(chance) for _ in range(8)]
        for house in chance.sample(HOUSES, min(chance.choice(tellers), count - n)):
            copied = chance.random() < 0.2
            own = wording if copied else [*prose(chance), *chance.sample(people, 4)]
            shown = killed if copied or chance.random() < 0.7 else killed + chance.randint(1, 5)
            rows = told(place, attack, actor, shown, day, chance)
            rows += beside(place, day, chance) if beside else []
            yield report(f"{seed}-{made}", house, day, rows, own)
            made, n = made + 1, n + 1


def prose(chance: random.Random) -> list[str]:
    """Words of one text, and names that only it has."""
    return [*chance.choices(WORDS, k=150), *(name(chance) for _ in range(6))]


def name(chance: random.Random) -> str:
    """One of 330,000 surnames."""
    return "".join(chance.choices(SYLLABLES, k=4)).title()


def told(place: Place, attack: str, actor: str | None, killed: int, day: date, chance: random.Random) -> list[Row]:
    """What one report tells: deaths, children among them, often the injured, sometimes a strike or a denial."""
    common = {
        "place": place.name, "at": place, "period": Period(day, day, "day"), "attack": attack, "actor": actor,
        "party": party_of(actor, "Syria") if actor else None, "scope": "incident",
    }  # fmt: skip
    harm = {"kind": "casualty", "group": "civilians", **common}
    rows = [{**harm, "measure": "killed", "figure": Figure(killed, killed)}]
    rows += [{**harm, "measure": "killed", "group": "children", "figure": Figure(1, 1), "part_of": True}]
    if chance.random() < 0.6:
        rows += [{**harm, "measure": "injured", "figure": Figure(chance.randint(2, 60), None)}]
    if chance.random() < 0.3:
        other = {"place": "Aleppo", "at": None, "attack": None, "actor": None, "party": None}
        rows += [{**harm, **other, "measure": "displaced", "figure": Figure(500, None), "scope": "total"}]
    if chance.random() < 0.05:
        rows += [{**common, "kind": "denial", "speaker": ("the ministry",), "scope": None, "status": "denied"}]
    return rows


def report(doc: str, house: str, day: date, rows: list[Row], wording: list[str]) -> Reading:
    """A report with a text that has the claims' words, and the moment at which it came."""
    quotes = [f"Sentence {n} says {row['kind']} {row.get('figure')}" for n, row in enumerate(rows, 1)]
    words = ". ".join([*quotes, f"{doc} {' '.join(wording)}."])
    made = read_bytes(words.encode(), doc=doc, retrieval="made", published=day + timedelta(1))
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    claims = []
    for n, (row, quote) in enumerate(zip(rows, quotes, strict=True), 1):
        start = words.index(quote)
        span = (start, start + len(quote))
        claims.append(Claim(id=f"C-{doc}-{n}", doc=doc, number=n, quote=quote, span=span, **row))  # type: ignore[arg-type]
    return replace(made, source=house, retrieved=moment), Text(words, (Block(0, len(words), "body"),)), tuple(claims)


def add(register: Register, readings: list[Reading]) -> None:
    """All of them, in one transaction, as the time of the disk is the same for all."""
    with register.transaction():
        for made, text, claims in readings:
            register.add(made, text, claims, sketch(made, text))


def seconds(work: Callable[[], object]) -> float:
    """How much processor time it takes: what else the machine does hardly shows, and waiting for the disk does not."""
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(size: int, more: int) -> None:
    """One line: a register of `size` reports derived at once, its pairs, and `more` reports added to it."""
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "sijil.db") as register:
        add(register, list(reports(size))) if size else None
        at_once = seconds(lambda: pipeline.rebuild(register))
        events, compared = compare(register) if size else (0, 0)
        new = list(reports(more, seed=2, after=max(0, size - more)))
        adding = seconds(lambda: add(register, new))
        deriving = seconds(lambda: pipeline.derive(register))
        judging = judged(register)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        mega = (Path(folder) / "sijil.db").stat().st_size / 2**20
    row = (size, events, compared, compared / max(1, size), at_once, adding, deriving, adding + deriving, judging)
    print("| {} | {} | {} | {:.2f} | {:.1f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | ".format(*row), end="")
    print(f"{mega:.0f} | {peak:.0f} |", flush=True)


def judged(register: Register) -> float:
    """Mean time of one judgement on one incident: same, different and a grade."""
    first, second, third = (one.id for one in register.incidents()[-3:])
    rows = (
        Decision("same", first, {"with": second}),
        Decision("different", second, {"with": third}),
        Decision("grade", third, {"grade": "Fair"}),
    )
    took = [seconds(lambda row=row: pipeline.judge_all(register, [row], "bench", "measured")) for row in rows]  # type: ignore[misc]
    return sum(took) / len(took)


def compare(register: Register) -> tuple[int, int]:
    """Events, and pairs of them that share a key."""
    infos, decided = {info.id: info for info in register.reports()}, Decisions.of(())
    told = by_report(left(register.claims(), ()), infos)
    found = [event for own in told for event in events_of(own, decided, infos)]
    return len(found), sum(1 for _ in pairs(found))


def main() -> None:
    """Prints the table; each size in a process of its own, as the peak of memory is a process's."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--sizes", default="1000,5000,20000")
    parser.add_argument("--more", type=int, default=1000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one is not None:
        measure(asked.one, asked.more)
        return
    names = ("reports", "events", "pairs", "a report", "at once s", "add s", "derive s", "both s", "judge s", "MB file")
    print("|", " | ".join((*names, "MB memory")), "|")
    print("| --- " * 11 + "|", flush=True)
    for size in (0, *map(int, asked.sizes.split(","))):
        subprocess.run([sys.executable, __file__, "--one", str(size), "--more", str(asked.more)], check=True)


if __name__ == "__main__":
    main()
