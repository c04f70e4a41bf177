"""How many annotated mentions of a party get the right canonical party, and how many of all get any.

usage: python -m benchmarks.parties [--missed] [--unresolved]

The words, places, days and speakers are the annotated reports' own (../shared/gold), so that only the resolution of
words is measured. The parties are in models/annotations: parties-150.jsonl (English), parties-ar-50.jsonl (Arabic).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.record import claim_from_json
from sijil.steps.parties import resolve_parties
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.resolve import resolve

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SAMPLES = {"parties-150": ("train", "dev"), "parties-ar-50": ("train-ar", "dev-ar")}


@dataclass(frozen=True, slots=True)
class Mention:
    """One annotated actor or side of a report and the party that it was resolved to."""

    doc: str
    claim: int
    field: str
    words: str
    party: Party


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def mentions(parts: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Every actor and side of the annotated reports, once a wording and report."""
    for part in parts:
        reports = {report["doc"]: report for report in rows(GOLD / f"{part}.reports.jsonl")}
        for row in rows(GOLD / f"{part}.jsonl"):
            told = claims_of(row, gazetteer)
            for number, claim in resolved(told, reports[row["doc"]]):
                for field, words, party in (
                    ("actor", claim.actor, claim.party),
                    ("side", claim.side, claim.side_party),
                ):
                    if words and party:
                        yield Mention(row["doc"], number, field, words, party)


def claims_of(row: dict[str, Any], gazetteer: Gazetteer) -> list[tuple[int, Claim]]:
    """The annotated claims with places resolved, one for each actor where several are listed."""
    plain = [(claim["id"], {**claim, **single}) for claim in row["claims"] for single in _each(claim)]
    claims = [claim_from_json(_simple(claim), row["doc"]) for _, claim in plain]
    return list(zip((number for number, _ in plain), resolve(claims, gazetteer), strict=True))


def _each(claim: dict[str, Any]) -> list[dict[str, str]]:
    listed = [(name, claim[name]) for name in ("actor", "side") if isinstance(claim.get(name), list)]
    return [{name: value} for name, values in listed for value in values] or [{}]


def _simple(claim: dict[str, Any]) -> dict[str, Any]:
    """Lists of places as one name."""
    return {key: ", ".join(value) if key in ("place", "within", "object") and isinstance(value, list) else value
            for key, value in claim.items()}  # fmt: skip


def resolved(told: list[tuple[int, Claim]], report: dict[str, Any]) -> Iterator[tuple[int, Claim]]:
    """The claims with their parties, as in the pipeline."""
    day = date.fromisoformat(report["published"]) if report.get("published") else None
    claims = resolve_parties([replace(claim, party=None) for _, claim in told], day, report.get("source") or "")
    return zip((number for number, _ in told), claims, strict=True)


def same(party: Party, annotated: str) -> bool:
    """Whether the parties are those annotated, in any order."""
    return set(party.id.replace("|", "+").split("+")) == set(annotated.split("+"))


def score(name: str, gazetteer: Gazetteer) -> tuple[float, list[str]]:
    """The share of a sample's mentions that get their party, and those that do not, in words."""
    found = {(m.doc, m.claim, m.field): m for m in mentions(SAMPLES[name], gazetteer)}
    listed = {(m.doc, m.field, m.words): m for m in found.values()}
    sample = rows(ROOT / "models" / "annotations" / f"{name}.jsonl")
    wrong = []
    for row in sample:
        mention = found[row["doc"], row["claim"], row["field"]]
        if row.get("words"):
            mention = listed.get((row["doc"], row["field"], row["words"]), mention)
        if not same(mention.party, row["party"]):
            wrong.append(
                f"{mention.words!r} ({mention.doc}): {mention.party.id or '-'}, annotated {row['party'] or '-'}"
            )
    return 1 - len(wrong) / len(sample), wrong


def main() -> int:
    """Prints both measures."""
    gazetteer = Gazetteer.open()
    for name, parts in SAMPLES.items():
        share, wrong = score(name, gazetteer)
        print(f"{name}: right party {share:.3f}")
        print("".join(f"  {line}\n" for line in wrong) if "--missed" in sys.argv else "", end="")
        all_ = list({(m.doc, m.field, m.words.casefold()): m for m in mentions(parts, gazetteer)}.values())
        open_ = Counter(m.words for m in all_ if not m.party.id)
        inferred = sum(1 for m in all_ if m.party.inferred)
        print(f"  of {len(all_)} mentions in {' and '.join(parts)}: {1 - open_.total() / len(all_):.3f} resolved, "
              f"{inferred / len(all_):.3f} inferred")  # fmt: skip
        if "--unresolved" in sys.argv:
            print("".join(f"  {count:3} {words}\n" for words, count in open_.most_common()), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
