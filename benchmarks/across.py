"""How well reports of one incident in several languages come together, and the ranges that they support.

    python -m benchmarks.across REPORTS.jsonl INCIDENTS.jsonl --links SCRIPT --ranges SCRIPT [--jobs N] [--kept FOLDER]
                                [--out FOLDER]

REPORTS and INCIDENTS are corpora/airwars-syria-reports.jsonl and -incidents.jsonl (not in this repository), the scripts
gold/score_links.py and score_ranges.py beside them. Of a report its text and title are read, and the first day of what
its page states as its publication (several stamps stand in one field, later ones are of other things); neither
publisher nor address nor what is known of its incident. Prints

- the scorer's lines for which reports were put together (`sijil link`);
- for the incidents with reports in two languages, how many of them have two such reports in one incident found, and how
  many of all such pairs are;
- the scorer's lines for the ranges (house rules of Airwars) of the incidents with two or more reports, twice: of the
  reports that recorders put there, each with its main incident, assessed as one incident; and of what was linked: the
  incident found that holds most of these reports.

--kept keeps what was read, by a hash of the code that reads. Exit code 1 where a number is below what issue 7 asks.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.assess import scores
from benchmarks.kept import Reports, read
from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps.assess.house import house
from sijil.steps.assess.line import line
from sijil.steps.assess.main import Assessed
from sijil.steps.assess.together import assess_together, assessed
from sijil.steps.link.across import Group
from sijil.steps.link.event import Event
from sijil.steps.link.incident import incident_of
from sijil.steps.link.reports import ReportLinks, linked, links_of

ASKED = {"B3 F1": 0.80, "meet": 0.60, "overlapping": 0.75, "both ends": 0.40}
RULES = "airwars"
_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_WRITTEN = re.compile(r"\s*(\d{1,2}) ([^\W\d]+(?: [^\W\d]+)?) (\d{4})")
Row = Mapping[str, Any]
Ranges = Mapping[str, Assessed]


def main() -> int:
    """The exit code."""
    given = _given()
    rows, incidents = _rows(given.reports), {row["id"]: row for row in _rows(given.incidents)}
    with tempfile.TemporaryDirectory() as folder:
        out = given.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        lines = Path(folder, given.reports.name)
        lines.write_text("".join(json.dumps(_line(row)) + "\n" for row in rows), encoding="utf-8")
        started = time.perf_counter()
        claims, reports = read(lines, given.jobs, given.kept or Path(folder))
        print(
            f"read {len(reports)} of {len(rows)} reports, {len(claims)} claims, {time.perf_counter() - started:.0f} s"
        )
        started = time.perf_counter()
        groups = linked(claims, reports)
        print(f"decided in {time.perf_counter() - started:.1f} s")
        found = links_of(groups, reports)
        numbers = dict(_linked(given, out, rows, found))
        members = _members(rows)
        known = {claim.id: claim for claim in claims}
        made = {"as recorders put them together": _given_ranges(members, groups, known, reports)}
        made["as Sijil links them"] = _linked_ranges(members, groups, known, reports)
        for name, ranges in made.items():
            print(f"ranges, reports {name}")
            told = _ranges(given, out, incidents, members, ranges)
            numbers |= {} if numbers.keys() >= {"overlapping"} else told
    return 1 if list(_below(numbers)) else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Scores linking and ranges of reports in several languages.")
    parser.add_argument("reports", type=Path)
    parser.add_argument("incidents", type=Path)
    parser.add_argument("--links", type=Path, required=True)
    parser.add_argument("--ranges", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kept", type=Path, help="folder for what was read")
    parser.add_argument("--out", type=Path, help="folder for what was found")
    return parser.parse_args()


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _line(row: Row) -> dict[str, Any]:
    day = published(row.get("publication_date_raw") or "")
    return {"doc": row["doc"], "text": row["text"], "title": row.get("title") or "", "published": day}


def published(raw: str) -> str | None:
    """The first day of a field of stamps, ISO 8601: "2025-01-14T19:26:13+00:00 2025-…", "4 سبتمبر 2025"."""
    if found := _ISO.match(raw):
        return found[1]
    month = (written := _WRITTEN.match(raw)) and load("calendars")["gregorian"]["arabic"].get(written[2])
    return f"{int(written[3]):04}-{month:02}-{int(written[1]):02}" if written and month else None


def _linked(
    given: argparse.Namespace, out: Path, rows: Sequence[Row], found: Iterable[ReportLinks]
) -> Iterator[tuple[str, float]]:
    """Prints which reports were put together rightly."""
    said = {x.doc: set(x.incidents) for x in found}
    file = out / "linked.jsonl"
    file.write_text("".join(json.dumps({"doc": doc, "incidents": sorted(ids)}) + "\n" for doc, ids in said.items()))
    told = _run(given.links, given.reports, file)
    print(told)
    yield "B3 F1", float(told.split("B3 F1 ")[1].split()[0])
    met, pairs = _meetings(rows, said)
    print(
        f"incidents in two languages {len(met)}, meet {sum(met) / len(met):.3f}; pairs {sum(pairs) / len(pairs):.3f}\n"
    )
    yield "meet", sum(met) / len(met)


def _meetings(rows: Sequence[Row], said: Mapping[str, set[str]]) -> tuple[list[bool], list[bool]]:
    """Whether reports of two languages meet: one value an incident, and one a pair of such reports."""
    tongues = {row["doc"]: row["lang"] for row in rows}
    met, pairs = [], []
    for docs in _members(rows).values():
        across = [
            not said.get(a, set()).isdisjoint(said.get(b, set()))
            for n, a in enumerate(docs) for b in docs[:n] if tongues[a] != tongues[b]
        ]  # fmt: skip
        met += [any(across)] if across else []
        pairs += across
    return met, pairs


def _members(rows: Sequence[Row]) -> dict[str, list[str]]:
    """The reports of each incident of the recorders."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for id_ in row["incident_ids"]:
            found[id_].append(row["doc"])
    return found


def _given_ranges(
    members: Mapping[str, list[str]], groups: Iterable[Group], known: Mapping[str, Claim], reports: Reports
) -> Ranges:
    """The range of each incident of the recorders with two or more reports, from these."""
    own: dict[str, list[Event]] = defaultdict(list)
    for event in (event for group in groups for event in group.events):
        own[event.doc] += [event] if event.claims else []
    told = {doc: sorted(events, key=lambda event: event.claims[0].order) for doc, events in own.items()}
    found = {
        id_: assess_together([told[doc] for doc in docs if doc in told], known, reports, house(RULES))
        for id_, docs in members.items() if len(docs) > 1
    }  # fmt: skip
    return {id_: one for id_, one in found.items() if one}


def _linked_ranges(
    members: Mapping[str, list[str]], groups: Iterable[Group], known: Mapping[str, Claim], reports: Reports
) -> Ranges:
    """The same from the group that holds most of the incident's reports, the smallest where several do."""
    at: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for doc in dict.fromkeys(event.doc for event in group.events if event.claims):
            at[doc].append(group)
    found = {}
    for id_, docs in members.items():
        options = {id(group): group for doc in docs for group in at[doc]}
        votes = Counter(id(group) for doc in docs for group in at[doc])
        if len(docs) > 1 and votes:
            best = min(votes, key=lambda one: (-votes[one], len(options[one].events)))
            told = tuple(event for event in options[best].events if event.claims)
            found[id_] = assessed(incident_of(Group(told, ()), {}), known, reports, house(RULES))
    return found


def _ranges(
    given: argparse.Namespace, out: Path, incidents: Mapping[str, Row], members: Mapping[str, list[str]], found: Ranges
) -> dict[str, float]:
    gold, said = out / "gold.jsonl", out / "ranges.jsonl"
    asked = [incidents[id_] for id_, docs in members.items() if len(docs) > 1]
    gold.write_text("".join(json.dumps({"doc": row["id"], "gold": row["gold"]}) + "\n" for row in asked))
    said.write_text("".join(json.dumps(line(id_, one, house(RULES))) + "\n" for id_, one in found.items()))
    told = _run(given.ranges, gold, said)
    print(told)
    return {name: number for (field, name), number in scores(told).items() if field == "civilians_killed"}


def _run(script: Path, gold: Path, said: Path) -> str:
    command = [sys.executable, str(script), str(gold), str(said)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _below(numbers: Mapping[str, float]) -> Iterator[str]:
    """Prints what was asked and what was reached; yields the names of those below."""
    print(f"{'':<14} asked  reached")
    for name, least in ASKED.items():
        reached = numbers.get(name, 0.0)
        print(f"{name:<14} {least:.2f}   {reached:.3f}{'' if reached >= least else '  below'}")
        if reached < least:
            yield name


if __name__ == "__main__":
    sys.exit(main())
