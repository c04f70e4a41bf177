"""How well near-copies are told, and what it costs: precision and recall on labelled pairs of reports.

    python -m benchmarks.copies [--misses]

benchmarks/copies.jsonl has one line [corpus, id, id, 1 or 0] a pair of ../shared/corpora (gunviolence, airwars-syria,
fakes): 1 where both print one text (also shortened, extended, updated), read by us. The pairs were drawn from all that
share wording, evenly from little to all, so they are harder than reports at large. Pairs that two readings leave open
(two papers from one press release) are left out. A pair is judged with the claims of the shipped reader where it reads
the language, else by wording alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sijil.errors import SijilError
from sijil.model.claim import Claim
from sijil.model.report import Report, ReportInfo, Text
from sijil.pipeline import extract
from sijil.steps.clean import clean
from sijil.steps.copies import copies, copy_keys
from sijil.steps.copies.alike import likeness
from sijil.steps.copies.printed import reprinted
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_bytes
from sijil.steps.sketch import info_of
from sijil.steps.sketch.credits import credits
from sijil.steps.sketch.wording import shingles, signature

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / "shared" / "corpora"
FILES = {"gun": "gunviolence.jsonl.gz", "syria": "airwars-syria-reports.jsonl", "fakes": "fakes.jsonl"}
Pair = tuple[str, str, str, int]


def reports() -> Iterator[tuple[str, Report]]:
    """All reports of the three corpora, each with its corpus."""
    for corpus, name in FILES.items():
        data = (FOLDER / name).read_bytes()
        for line in (gzip.decompress(data) if name.endswith("gz") else data).splitlines():
            row = json.loads(line)
            if "text" in row:
                yield corpus, _report(row)


def _report(row: dict[str, Any]) -> Report:
    doc = row.get("doc") or row["id"]
    found = {"title": row.get("title") or "", "source": _publisher(row), "lang": row.get("lang") or ""}
    return read_bytes(row["text"].encode(), doc=doc, retrieval="corpus", published=_day(row), **found)


def _publisher(row: dict[str, Any]) -> str:
    """The publisher, or the host of an archived page."""
    host = (row.get("url") or "").removeprefix("http://web.archive.org/web/").partition("://")[2].partition("/")[0]
    return str(row.get("publisher") or row.get("source") or host.removesuffix(":80").removeprefix("www."))


def _day(row: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(row.get("dct") or row.get("publication_date_raw") or "")[:10])
    except ValueError:
        return None


def judged(pair: Pair, infos: dict[str, ReportInfo], claims: dict[str, tuple[Claim, ...]]) -> bool:
    """Whether Sijil takes the two for copies."""
    a, b = (infos[doc] for doc in pair[1:3])
    told = [claim for doc in (a.doc, b.doc) for claim in claims.get(doc, ())]
    if told:
        return bool(copies(told, {a.doc: a, b.doc: b}))
    keys = set(copy_keys(a.sketch)) & set(copy_keys(b.sketch))
    return bool(keys) and reprinted(a, b, likeness(a.sketch, b.sketch))


def read(kept: dict[str, Report]) -> dict[str, tuple[Claim, ...]]:
    """The claims of the labelled reports, as the shipped reader reads them; none of languages that it does not read."""
    gazetteer, found = Gazetteer.open(), {}
    for doc, report in kept.items():
        try:
            found[doc] = extract(report, gazetteer)[1]
        except SijilError:
            found[doc] = ()
    return found


def _table(pairs: list[Pair], said: list[bool]) -> None:
    print(f"{'pairs':10} {'of':>4} {'precision':>10} {'recall':>8}   right, false, missed")
    for corpus in (*FILES, "all"):
        count = Counter((bool(p[3]), s) for p, s in zip(pairs, said, strict=True) if corpus in (p[0], "all"))
        right, false, missed = count[True, True], count[False, True], count[True, False]
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        print(f"{corpus:10} {count.total():4} {precision:10.3f} {recall:8.3f}   {right}, {false}, {missed}")


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies", description=__doc__.split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list the pairs that were told wrongly")
    given = parser.parse_args()
    lines = (HERE / "copies.jsonl").read_text(encoding="utf-8").splitlines()
    pairs: list[Pair] = [tuple(json.loads(line)) for line in lines]
    wanted = {doc for _, a, b, _ in pairs for doc in (a, b)}
    all_ = {report.doc: report for _, report in reports()}
    texts = {doc: clean(report) for doc, report in all_.items()}
    infos = {doc: info_of(report, texts[doc]) for doc, report in all_.items()}
    claims = read({doc: all_[doc] for doc in sorted(wanted)})
    said = [judged(pair, infos, claims) for pair in pairs]
    _table(pairs, said)
    for pair, answer in zip(pairs, said, strict=True):
        if given.misses and answer != bool(pair[3]):
            print("false copy" if answer else "missed", *pair[:3])
    _costs(all_, texts, infos)


def _costs(all_: dict[str, Report], texts: dict[str, Text], infos: dict[str, ReportInfo]) -> None:
    """Processor time a report: of a sketch's two parts, and of finding all pairs that share a key."""
    times = [time.process_time()]
    for text in texts.values():
        signature(shingles(text))
    times.append(time.process_time())
    named = sum(bool(credits(report, texts[doc])) for doc, report in all_.items())
    times.append(time.process_time())
    by_key: dict[int, list[str]] = {}
    for doc, info in infos.items():
        for key in copy_keys(info.sketch):
            by_key.setdefault(key, []).append(doc)
    pairs = {(a, b) for docs in by_key.values() for n, a in enumerate(docs) for b in docs[n + 1 :]}
    alike = sum(reprinted(infos[a], infos[b], likeness(infos[a].sketch, infos[b].sketch)) for a, b in pairs)
    times.append(time.process_time())
    wording, wires, pairing = (1000 * (b - a) / len(all_) for a, b in zip(times, times[1:], strict=False))
    print(f"\n{len(all_)} reports, ms a report: wording {wording:.2f}, credits {wires:.2f}, pairs {pairing:.2f}")
    print(f"{named} reports credited to a wire; {len(pairs)} pairs share a key, {alike} of them much wording")


if __name__ == "__main__":
    main()
