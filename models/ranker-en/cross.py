"""Read annotated reports with weights that never saw them, for honest scores and for the trust in likelihoods.

usage: python models/ranker-en/cross.py SET.jsonl … --opinions FILE … --claims OUT.jsonl --trust OUT.json [--parts 5]

--claims: one report a line, {"doc", "claims"}, as `sijil evaluate --predicted` takes it (the claims quote the reports).
--trust: likelihood → share right, the rising curve nearest to what happened (isotonic), for train.py.
--points: {"confidence", "right"} of every figure, for benchmarks/reliability.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import fitting
from gold import Case, cases, figure, words_in
from train import opinions, parted, trained

from sijil.steps.reading.draft import Draft
from sijil.steps.reading.settling import calibrated


def read(case: Case, weights: dict) -> tuple[Draft, ...]:
    return case.pack.decided(case.seen, case.title, weights)


def as_json(draft: Draft, content: str) -> dict:
    """A draft with the fields of the annotation guide."""
    out = {"kind": draft.kind, "quote": content[draft.start : draft.end], "status": draft.status}
    out |= {"speaker": list(draft.speaker), "confidence": draft.confidence}
    if draft.figure:
        out |= {"low": draft.figure.low, "high": draft.figure.high}
    for name in ("measure", "group", "scope", "place", "within", "actor", "attack", "part_of", "object"):
        if value := getattr(draft, name):
            out[name] = value
    if draft.period and draft.period.start and draft.period.end:
        out |= {"start": draft.period.start.isoformat(), "end": draft.period.end.isoformat()}
    return out


def outcomes(claims: list[dict], gold: list[dict]) -> list[tuple[float, bool]]:
    """(confidence, right) of each figure: kind, measure, group, bounds, words of the quote as annotated."""
    left, out = [c for c in gold if figure(c)], []
    for claim in sorted((c for c in claims if figure(c)), key=lambda c: -c["confidence"]):
        names = ("kind", "measure", "group", "low", "high")
        same = [g for g in left if all(g.get(n) == claim.get(n) for n in names) and _shared(g, claim) >= 0.3]
        if same:
            left.remove(max(same, key=lambda g: _shared(g, claim)))
        out.append((claim["confidence"], bool(same)))
    return out


def _shared(first: dict, second: dict) -> float:
    a, b = words_in(first["quote"]), words_in(second["quote"])
    return len(a & b) / max(1, min(len(a), len(b)))


def curve(points: list[tuple[float, bool]]) -> dict[str, float]:
    """Isotonic regression by pooling neighbours; one point a pool, at its mean likelihood."""
    pools: list[list[float]] = []
    for likelihood, right in sorted(points):
        pools.append([likelihood, float(right), 1])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    found = {0.0: 0.0}
    for likelihood, right, count in pools:
        found[round(likelihood / count, 4)] = round((right + 0.5) / (count + 1), 3)  # a small pool proves little
    rising: dict[str, float] = {}
    for at in sorted(found):
        rising[str(at)] = max([found[at], *rising.values()])
    return rising | ({"1.0": max(rising.values())} if "1.0" not in rising else {})


def main() -> int:
    ap = argparse.ArgumentParser()
    ap.add_argument("sets", nargs="+", type=Path)
    for name in ("opinions", "claims", "trust", "points"):
        ap.add_argument(f"--{name}", type=Path, nargs="*" if name == "opinions" else None)
    ap.add_argument("--parts", type=int, default=5)
    ap.add_argument("--language", default="en")
    ap.add_argument("--prior", type=Path, help="weights to start from (train.py)")
    ap.add_argument("--prior-for", nargs="*", help="the fields that start from them")
    ap.add_argument("--l2", type=float, default=fitting.L2)
    args = ap.parse_args()
    fitting.L2 = args.l2
    if args.prior:
        fitting.begin_at(args.prior, args.prior_for)
    seen = cases(args.sets, opinions(args.opinions or []), args.language)
    read_so_far: dict[str, list[dict]] = {}
    for part in parted([c.report.doc for c in seen], args.parts):
        learn = [c for c in seen if c.report.doc not in part]
        weights = trained(learn, parted([c.report.doc for c in learn], 5), say=False)
        for case in seen:
            if case.report.doc in part:
                read_so_far[case.report.doc] = [as_json(d, case.report.content) for d in read(case, weights)]
    points = [p for case in seen for p in outcomes(read_so_far[case.report.doc], case.gold)]
    trust = curve(points)
    for claims in read_so_far.values():
        for claim in claims:
            if figure(claim):
                claim["confidence"] = round(calibrated(claim["confidence"], trust), 3)
    rows = [json.dumps({"doc": doc, "claims": claims}) for doc, claims in read_so_far.items()]
    args.claims.write_text("\n".join(rows) + "\n")
    args.trust.write_text(json.dumps(trust, indent=0) + "\n")
    final = [p for case in seen for p in outcomes(read_so_far[case.report.doc], case.gold)]
    args.points.write_text("".join(json.dumps({"confidence": c, "right": r}) + "\n" for c, r in final))
    sure = [right for confidence, right in final if confidence >= 0.9]
    print(
        f"figures {len(final)}, with confidence >= 0.9: {len(sure)}, of them right {sum(sure) / max(1, len(sure)):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
