"""How well and how fast `sijil link` puts reports of one incident together.

    python benchmarks/links.py REPORTS.jsonl --score SCRIPT [--lang en] [--jobs N] [--asked pairs=0.75] [--growth]
                               [--kept FILE]

REPORTS has a report a line, {"id" or "doc", "text"[, "title", "dct", "publication_date_raw", "publisher", "lang"], …}
(corpora/gunviolence.jsonl.gz or airwars-syria-reports.jsonl, not in this repository); SCRIPT is the scorer beside them
(gold/score_links.py). Text, title, publisher and day of publication alone are read. Prints the scorer's lines, the cost
of deciding once all reports are read, and with --growth the pairs compared among 1,000, 5,000 and 20,000 reports: the
given ones again and again, each time ten years later. --kept keeps what was read for the next run. Exit code 1 where a
score is below what --asked names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sijil.cli.inputs import Given, read_lines
from sijil.cli.link import told
from sijil.cli.workers import answers, warm
from sijil.model.claim import Claim
from sijil.model.period import Period
from sijil.model.report import ReportInfo
from sijil.record import from_plain
from sijil.steps.link import by_report, events_of
from sijil.steps.link.decided import Decisions
from sijil.steps.link.event import Event
from sijil.steps.link.keys import pairs
from sijil.steps.link.reports import link_reports

Reports = dict[str, ReportInfo]
YEARS = 10  # a copy of the reports lies this much later
SIZES = (1_000, 5_000, 20_000)
_F1 = re.compile(r"(B3|pairwise) F1 (\d\.\d+)")


def main() -> int:
    """The exit code."""
    given = _given()
    rows = [row for row in _rows(given.reports) if not given.lang or row.get("lang") == given.lang]
    with tempfile.TemporaryDirectory() as folder:
        gold, lines, out = (Path(folder, name) for name in ("gold.jsonl", "lines.jsonl", "out.jsonl"))
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        lines.write_text("".join(json.dumps(_line(row)) + "\n" for row in rows), encoding="utf-8")
        started = time.perf_counter()
        claims, reports = _read(lines, given.jobs, given.kept)
        print(f"read {len(reports)} of {len(rows)} reports in {time.perf_counter() - started:.0f} s")
        started = time.perf_counter()
        found = link_reports(claims, reports)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"decided in {time.perf_counter() - started:.1f} s on one core, {memory:.0f} MB at most")
        out.write_text("".join(json.dumps({"doc": x.doc, "incidents": x.incidents}) + "\n" for x in found))
        command = [sys.executable, str(given.score), str(gold), str(out)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(said)
    if given.growth:
        _growth(claims, reports)
    return 1 if _below(said, given.asked) else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Scores sijil link against recorders' incidents.")
    parser.add_argument("reports", type=Path)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--lang", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--asked", default="", help="pairs=0.75 or b3=0.85")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--kept", type=Path, help="what was read: written where it is not there yet")
    return parser.parse_args()


def _rows(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.splitlines()]


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    day = row.get("dct") or row.get("publication_date_raw") or ""
    line = {"doc": row.get("doc") or row["id"], "text": row["text"], "title": row.get("title") or ""}
    return {**line, "published": day[:10] or None, "source": row.get("publisher") or ""}


def _read(path: Path, jobs: int, kept: Path | None) -> tuple[list[Claim], Reports]:
    claims: list[Claim] = []
    reports: Reports = {}
    for line in kept.read_text(encoding="utf-8").splitlines() if kept and kept.exists() else _told(path, jobs, kept):
        plain = json.loads(line)
        info = from_plain(ReportInfo, plain["info"])
        reports[info.id] = info
        claims += [from_plain(Claim, claim) for claim in plain["claims"]]
    return claims, reports


def _told(path: Path, jobs: int, kept: Path | None) -> list[str]:
    """A line a report that could be read; what is wrong with the others on stderr."""
    warm()
    found = list(answers(read_lines(str(path), Given()), jobs, told))
    print(*(answer.error for answer in found if answer.error), sep="\n", file=sys.stderr)
    lines = [answer.line for answer in found if answer.line]
    if kept:
        kept.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return lines


def _below(said: str, asked: str) -> bool:
    scores = {"b3" if name == "B3" else "pairs": float(score) for name, score in _F1.findall(said)}
    name, _, least = asked.partition("=")
    return bool(asked) and scores[name] < float(least)


def _growth(claims: Sequence[Claim], reports: Reports) -> None:
    """Prints how many pairs are compared, and how long finding and scoring them takes."""
    print("reports  compared pairs  a report  seconds")
    events = list(_events(claims, reports, max(SIZES)))
    for size in SIZES:
        docs = set(list(dict.fromkeys(event.doc for event in events))[:size])
        own = [event for event in events if event.doc in docs]
        started = time.perf_counter()
        compared = sum(1 for _ in pairs(own))
        seconds = time.perf_counter() - started
        print(f"{len(docs):>7,}  {compared:>14,}  {compared / len(docs):>8.1f}  {seconds:>7.1f}")


def _events(claims: Sequence[Claim], reports: Reports, size: int) -> Iterator[Event]:
    """Events of at least `size` reports: those of the given ones, and again as many years later as it takes."""
    decided, own = Decisions.of(()), {told[0].doc: told for told in by_report(claims, reports)}
    for copy in range(-(-size // len(reports))):
        for id_, info in reports.items():
            later = _later(info, copy)
            shifted = [_shifted(claim, later.id, copy) for claim in own.get(id_, ())]
            found = events_of(shifted, decided, {later.id: later}) if shifted else []
            yield from found or [Event((), report=later)]


def _later(info: ReportInfo, copy: int) -> ReportInfo:
    days = tuple(_plus(day, copy) for day in info.sketch.days)
    published = _plus(info.published, copy) if info.published else None
    return replace(info, id=f"{info.id}+{copy}", published=published, sketch=replace(info.sketch, days=days))


def _shifted(claim: Claim, doc: str, copy: int) -> Claim:
    period = claim.period
    if period and period.start and period.end:
        period = Period(_plus(period.start, copy), _plus(period.end, copy), period.precision, period.words)
    return replace(claim, id=f"{claim.id}+{copy}", doc=doc, period=period)


def _plus(day: date, copy: int) -> date:
    return day.replace(year=day.year + YEARS * copy, day=min(day.day, 28))


if __name__ == "__main__":
    sys.exit(main())
