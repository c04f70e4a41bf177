"""Train the ranker of a language pack on annotated reports, and print its cross-validated accuracy.

usage: python models/ranker-en/train.py SET.jsonl … [--language ar] [--prior FILE] [--opinions FILE …] [--out FILE]

SET.jsonl and SET.reports.jsonl are in the format of the annotation guide. For each annotated claim, the
options of each field that agree with the annotation (by the measure of the gold's own score) are the right ones; the
weights maximise the log-probability of the right options (softmax over all options of the report, L2). The texts do not
enter the weights file: only feature names and numbers do.

--opinions: what the trained reader of models/reader-en thinks of each report, written by models that did not see it
(its train.py makes them). Without them the rules are trained alone.
--prior: weights of another language, from which those of few reports start: features have the same names in all packs.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import fitting
from fitting import accuracy, fit
from gold import Case, agrees, anchored, best_of, cases, figure, value_of, what_of

from sijil.steps.reading.draft import Draft
from sijil.steps.reading.fields import fill, predecessor
from sijil.steps.reading.options import FIELDS, groups, parts, whats
from sijil.steps.reading.options.kinds import kinds
from sijil.steps.reading.options.whats import NONE
from sijil.steps.reading.settling import as_what, settle

NO_ATTACK = ("control", "agreement", "need", "access")


def readings(found: list[Case]) -> list[tuple[str, tuple, list[tuple[dict, Draft]]]]:
    """(report, scenes, annotated claims with their drafts) for every report that is annotated."""
    out = []
    for case in found:
        of = {j: case.seen.counts[i] for i, j in case.counted.items()}
        drafts = [(c, anchored(c, case.seen, of.get(j), case.report.content)) for j, c in enumerate(case.gold)]
        drafts = [(c, as_what(d, what_of(c)) if j in of else d) for j, (c, d) in enumerate(drafts)]
        out.append((case.report.doc, case.seen.scenes, [(c, d) for c, d in drafts if d is not None]))
    return out


def examples(found: list, before: dict[str, list[Draft | None]]) -> list[tuple[str, str, list, list[bool], bool]]:
    """(report, field, features of each option, which are right, matched) for every annotated claim and field.

    `before` holds for each report what a first model read of the claim before each one: a reader only ever sees what it
    read itself, so training on the annotated value of the claim before would make it trust that too much (record on dev
    fell from 0.09 to 0.07 that way).
    """
    out = []
    for doc, scenes, pairs in found:
        lasts = before.get(doc, [None] * len(pairs))
        for (claim, draft), last in zip(pairs, lasts, strict=True):
            out += of_claim(doc, claim, draft, scenes, last)
    return out


def first_readings(found: list, folds: list[set[str]]) -> dict[str, list[Draft | None]]:
    """What models that never saw a report read of each claim's predecessor in it."""
    rows = examples(found, {})
    out: dict[str, list[Draft | None]] = {}
    for fold in folds:
        weights = {f: fit([r for r in rows if r[1] == f and r[0] not in fold]) for f in FIELDS}
        for doc, scenes, pairs in found:
            if doc in fold:
                filled = fill([replace(d, scope=None) for _, d in pairs], scenes, weights)
                out[doc] = [predecessor(d, filled[:i], scenes) for i, d in enumerate(filled)]
    return out


def of_claim(doc: str, claim: dict, draft: Draft, scenes: tuple, last: Draft | None) -> list:
    out = []
    draft = replace(draft, scope=None)
    for field in FIELDS:
        if field == "scope" and not claim.get("scope") or field == "attack" and claim["kind"] in NO_ATTACK:
            continue
        options = FIELDS[field](draft, scenes, last)
        right = [agrees(field, claim, value_of(field, o, scenes)) for o in options]
        if any(right) and not all(right):
            out.append((doc, field, options, right, draft.how != "gold"))
        if field == "scope":
            draft = replace(draft, scope=claim.get("scope"))
        if field == "attack":
            draft = replace(draft, attack=claim.get("attack"))
    return out


def judged(found: list[Case], weights: dict) -> list:
    """Examples for "group", "what" and "part": the counts with filled fields."""
    out = []
    for case in found:
        out += of_counts(case, fill(case.seen.counts, case.seen.scenes, weights))
    return out


def of_counts(case: Case, drafts: tuple[Draft, ...]) -> list:
    out, doc = [], case.report.doc
    kept: list[Draft] = []
    for i, draft in enumerate(drafts):
        claim = case.gold[case.counted[i]] if i in case.counted else None
        if draft.kind == "casualty" and claim is not None and draft.group not in ("children", "women"):
            options = groups(draft, kept, case.seen.scenes)
            right = [o.value == claim.get("group") for o in options]
            if any(right):
                out.append((doc, "group", options, right, True))
                draft = replace(draft, group=claim.get("group"))
        options = whats(draft, kept, case.seen.scenes, case.title)
        right = [o.value == (what_of(claim) if claim is not None else NONE) for o in options]
        if not any(right):
            continue
        out.append((doc, "what", options, right, True))
        if claim is not None:
            draft = as_what(draft, what_of(claim))
            options = parts(draft, kept, case.seen.scenes)
            out.append(
                (doc, "part", options, [(o.value == "part") == bool(claim.get("part_of")) for o in options], True)
            )
            kept.append(replace(draft, part_of=bool(claim.get("part_of"))))
    return out


def told(found: list[Case], weights: dict) -> list:
    """Examples for "kind": all clauses, right where an annotated situation has about the same words."""
    out = []
    for case in found:
        figures = settle(fill(case.seen.counts, case.seen.scenes, weights), case.seen.scenes, case.title, weights)
        content = case.report.content
        situations = [c for c in case.gold if not figure(c)]
        rows = []
        for sentence, listed, taken in case.pack.clauses(case.seen, figures):
            for candidate in listed:
                share, index = best_of(candidate.draft, situations, content)
                rows.append(
                    (kinds(candidate.draft, candidate.rules, taken, case.seen.scenes[sentence.index]), share, index)
                )
        most = {i: max((r[1] for r in rows if r[2] == i), default=0) for i in range(len(situations))}
        for options, share, index in rows:
            if share >= 0.4 and share < 0.5 and share < most[index]:
                continue
            want = situations[index]["kind"] if share >= 0.4 else NONE
            right = [o.value == want for o in options]
            if any(right):
                out.append((case.report.doc, "kind", options, right, True))
    return out


def trained(seen: list[Case], folds: list[set[str]], say: bool = True) -> dict[str, dict[str, float]]:
    """The weights of all fields; with `say` the cross-validated accuracy of each is printed."""
    found, model = readings(seen), {}
    rows = examples(found, first_readings(found, folds))
    for field in FIELDS:
        model[field] = report_and_fit(field, rows, folds if say else [])
    rows = judged(seen, model)
    for field in ("group", "what", "part"):
        model[field] = report_and_fit(field, rows, folds if say else [])
    model["kind"] = report_and_fit("kind", told(seen, model), folds if say else [])
    return model


def report_and_fit(field: str, rows: list, folds: list[set[str]]) -> dict[str, float]:
    """Weights from all reports, after printing the accuracy of models that never saw the report in question."""
    mine = [r for r in rows if r[1] == field]
    hits = count = 0
    for fold in folds:
        h, t = accuracy([r for r in mine if r[0] in fold], fit([r for r in mine if r[0] not in fold]), True)
        hits, count = hits + h, count + t
    if folds:
        print(
            f"{field:8} {len(folds)}-fold: {hits / max(1, count):.3f} of {count} ({len(mine)} to learn from)",
            flush=True,
        )
    return fit(mine)


def parted(docs: list[str], count: int) -> list[set[str]]:
    """The reports in `count` parts, drawn once for all (seed 7)."""
    docs = sorted(docs)
    random.Random(7).shuffle(docs)
    return [set(docs[k::count]) for k in range(count)]


def main() -> int:
    ap = argparse.ArgumentParser()
    ap.add_argument("sets", nargs="+", type=Path)
    ap.add_argument("--out", type=Path, default=Path("sijil/steps/languages/en/ranker.json"))
    ap.add_argument("--opinions", type=Path, nargs="*", default=[])
    ap.add_argument("--trust", type=Path, help="what cross.py found of how far likelihoods can be trusted")
    ap.add_argument("--language", default="en")
    ap.add_argument("--prior", type=Path, help="weights to start from")
    ap.add_argument("--prior-for", nargs="*", help="the fields that start from them; all where it is left out")
    ap.add_argument("--l2", type=float, default=fitting.L2)
    args = ap.parse_args()
    fitting.L2 = args.l2
    if args.prior:
        fitting.begin_at(args.prior, args.prior_for)
    seen = cases(args.sets, opinions(args.opinions), args.language)
    model = trained(seen, parted([c.report.doc for c in seen], 5))
    if args.trust:
        model["trust"] = json.loads(args.trust.read_text())
    args.out.write_text(json.dumps(model, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def opinions(paths: list[Path]) -> dict:
    return {doc: rows for path in paths for doc, rows in json.loads(path.read_text()).items()}


if __name__ == "__main__":
    sys.exit(main())
