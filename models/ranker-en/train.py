"""Train the field ranker of the English pack on annotated reports, and print its cross-validated accuracy.

usage: python models/ranker-en/train.py GOLD_FOLDER SET [SET …] [--out FILE]

GOLD_FOLDER holds SET.reports.jsonl and SET.jsonl in the format of the annotation guide. For each annotated claim, the
options of each field that agree with the annotation (by the measure of the gold's own score) are the right ones; the
weights maximise the log-probability of the right options (softmax over all options of the report, L2). The texts do not
enter the weights file: only feature names and numbers do.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np

from sijil.model.report import Report, Text
from sijil.steps.clean.pasted import blocks
from sijil.steps.languages.en import figures_and_scenes
from sijil.steps.languages.en.scenes import words_of
from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.options import FIELDS, groups, keeps
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When
from sijil.steps.reading.wording import chain_of

NO_ATTACK = ("control", "agreement", "need", "access")
# Words that say nothing of whether two names are one, as in the gold's own score.
STOP_WORDS = """
    the a an of in on at to by and or for from with was were is are be been that this it its his her their as has have
    had said forces force city town village province governorate district neighbourhood neighborhood countryside area
    near
"""
STOP = frozenset(STOP_WORDS.split())


def words(text: str) -> set[str]:
    text = "".join(c for c in unicodedata.normalize("NFKD", str(text).lower()) if not unicodedata.combining(c))
    found = [w for w in re.findall(r"[^\W_]+", re.sub(r"[’'`ʿʾ]", "", text)) if w not in ("al", "el", "s")]
    return set([w for w in found if w not in STOP] or found)


def alike(a: str, b: str) -> bool:
    x, y = words(a), words(b)
    return bool(x & y) and len(x & y) / min(len(x), len(y)) >= 0.5


def agrees(field: str, gold: dict, value: object) -> bool:
    if field == "dates":
        return (gold.get("start"), gold.get("end")) == (value or (None, None))
    if field == "speaker":
        chain = gold.get("speaker") or []
        return (not chain and not value) or bool(chain and value and alike(chain[0], value[0]))
    theirs = gold.get(field)
    if field in ("place", "actor"):
        return (not theirs and not value) or bool(theirs and value and alike(str(theirs), str(value)))
    return theirs == value


def value_of(field: str, option: Option, scenes: tuple[Scene, ...]) -> object:
    """What an option says of a field: words, an attack kind, a scope, a pair of ISO days or a chain of speakers."""
    match option.value:
        case Spot(name=name):
            return name
        case When(period=period):
            return (period.start.isoformat(), period.end.isoformat()) if period.start and period.end else None
        case Doer(words=said):
            return said
        case Voice() as voice:
            return chain_of(voice, scenes)
    return option.value


def report_of(row: dict) -> Report:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Report(
        row["doc"], b"", "", "text/plain", "utf-8", row["text"], datetime.min, "", published,
        row.get("source") or "", row.get("title") or "", "en",
    )  # fmt: skip


def annotated(folder: Path, names: list[str]) -> Iterator[tuple[Report, Text, list[dict]]]:
    """(report, main text, claims) of every annotated report."""
    for name in names:
        gold = {r["doc"]: r["claims"] for r in lines(folder / f"{name}.jsonl")}
        for row in lines(folder / f"{name}.reports.jsonl"):
            yield report_of(row), Text(row["text"], blocks(row["text"], row.get("title") or "")), gold[row["doc"]]


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def anchored(claim: dict, text: str, drafts: tuple[Draft, ...], scenes: tuple) -> Draft | None:
    """The draft that reads the annotated claim, or one made of the annotation where the reader missed it."""
    at = text.find(claim["quote"])
    if at < 0:
        return None
    end = at + len(claim["quote"])
    near = [d for d in drafts if d.start < end and d.end > at and d.kind == claim["kind"]]
    exact = next((d for d in near if d.figure and counted(d) == counted_in(claim)), None)
    if exact is not None:
        return exact
    scene = next((s for s in scenes if s.start <= at < s.end), None)
    if scene is None:
        return None
    return Draft(
        claim["kind"], at, end, scene.index, (at + end) // 2, "gold", measure=claim.get("measure"),
        status=claim["status"], scope=claim.get("scope"), attack=claim.get("attack"),
        part_of=bool(claim.get("part_of")), group=claim.get("group"),
    )  # fmt: skip


def counted(draft: Draft) -> tuple[str, str | None, int | None, int | None]:
    return draft.kind, draft.measure, draft.figure.low, draft.figure.high


def counted_in(claim: dict) -> tuple[str, str | None, int | None, int | None]:
    return claim["kind"], claim.get("measure"), claim.get("low"), claim.get("high")


def readings(folder: Path, names: list[str]) -> list[tuple[str, tuple, list[tuple[dict, Draft]]]]:
    """(report, scenes, annotated claims with their drafts) for every report that is annotated."""
    out = []
    for report, text, gold in annotated(folder, names):
        drafts, scenes = figures_and_scenes(report, text)
        found = [(claim, anchored(claim, report.content, drafts, scenes)) for claim in gold]
        out.append((report.doc, scenes, [(claim, draft) for claim, draft in found if draft is not None]))
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
                out[doc] = [None, *filled[:-1]] if filled else []
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
            out.append((doc, field, [o.features for o in options], right, draft.how != "gold"))
        if field == "scope":
            draft = replace(draft, scope=claim.get("scope"))
        if field == "attack":
            draft = replace(draft, attack=claim.get("attack"))
    return out


def judged(folder: Path, names: list[str], weights: dict) -> list:
    """Examples for "group" and "keep": drafts with filled fields, right where the gold's own matching finds them."""
    out = []
    for report, text, gold in annotated(folder, names):
        drafts, scenes = figures_and_scenes(report, text)
        figures = [c for c in gold if c.get("low") is not None or c.get("high") is not None]
        out += of_report(report, fill(drafts, scenes, weights), scenes, figures)
    return out


def of_report(report: Report, drafts: tuple[Draft, ...], scenes: tuple, gold: list[dict]) -> list:
    out = []
    lax = matched(drafts, gold, report.content)
    kept: list[Draft] = []
    used: set[int] = set()
    for draft in drafts:
        claim = lax.get(id(draft))
        if draft.kind == "casualty" and claim is not None and draft.group not in ("children", "women"):
            options = groups(draft, kept, scenes)
            right = [o.value == claim.get("group") for o in options]
            if any(right):
                out.append((report.doc, "group", [o.features for o in options], right, True))
            draft = replace(draft, group=claim.get("group"))
        yes = claim is not None and claim.get("group") == draft.group and id(claim) not in used
        options = keeps(draft, kept, scenes, words_of(report.title))
        out.append((report.doc, "keep", [o.features for o in options], [yes, not yes], True))
        if yes:
            used.add(id(claim))
        kept.append(draft)
    return out


def matched(drafts: tuple[Draft, ...], gold: list[dict], content: str) -> dict[int, dict]:
    """Greedy one-to-one matching by kind, measure, bounds and shared words of the quotes, equal groups first."""
    pairs = []
    for i, d in enumerate(drafts):
        theirs = words(content[d.start : d.end])
        for j, c in enumerate(gold):
            if counted(d) == counted_in(c):
                mine = words(c["quote"])
                share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
                if share >= 0.3:
                    pairs.append((share + (d.group == c.get("group")), -i, -j))
    out, taken = {}, set()
    for _, i, j in sorted(pairs, reverse=True):
        if id(drafts[-i]) not in out and j not in taken:
            out[id(drafts[-i])] = gold[-j]
            taken.add(j)
    return out


def fit(rows: list, l2: float = 0.05, steps: int = 300) -> dict[str, float]:
    """Weights by Adam on the listwise log-likelihood."""
    index = indexed(rows)
    owner, feat, right, starts = flattened(rows, index)
    count = len(right)
    group = np.repeat(np.arange(len(rows)), np.diff([*starts, count]))
    w, m, v = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, steps + 1):
        score = np.bincount(owner, weights=w[feat], minlength=count)
        top = np.maximum.reduceat(score, starts)
        e = np.exp(score - top[group])
        p = e / np.add.reduceat(e, starts)[group]
        pr = e * right
        q = pr / np.maximum(np.add.reduceat(pr, starts), 1e-12)[group]
        grad = np.bincount(feat, weights=(p - q)[owner], minlength=len(index)) / len(rows) + l2 * w / 10
        m, v = 0.9 * m + 0.1 * grad, 0.999 * v + 0.001 * grad**2
        w -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {f: round(float(w[i]), 4) for f, i in index.items() if abs(w[i]) >= 0.005}


def indexed(rows: list, least: int = 3) -> dict[str, int]:
    """Feature → column, of features that at least three examples have."""
    counts: dict[str, int] = defaultdict(int)
    for _, _, options, _, _ in rows:
        for f in {f for o in options for f in o}:
            counts[f] += 1
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def flattened(rows: list, index: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(option, column) of every feature, which options are right, and where each example's options start."""
    owner, feat, right, starts = [], [], [], []
    for _, _, options, ok, _ in rows:
        starts.append(len(right))
        for option, is_right in zip(options, ok, strict=True):
            known = [index[f] for f in option if f in index]
            owner += [len(right)] * len(known)
            feat += known
            right.append(is_right)
    return np.array(owner), np.array(feat), np.array(right, dtype=float), np.array(starts)


def accuracy(rows: list, weights: dict[str, float], matched: bool) -> tuple[int, int]:
    hits = total = 0
    for _, _, options, right, was in rows:
        if matched and not was:
            continue
        scores = [sum(weights.get(f, 0.0) for f in o) for o in options]
        hits += right[scores.index(max(scores))]
        total += 1
    return hits, total


def report_and_fit(field: str, rows: list, folds: list[set[str]]) -> dict[str, float]:
    """Weights from all reports, after printing the accuracy of models that never saw the report in question."""
    mine = [r for r in rows if r[1] == field]
    hits = total = 0
    for fold in folds:
        h, t = accuracy([r for r in mine if r[0] in fold], fit([r for r in mine if r[0] not in fold]), True)
        hits, total = hits + h, total + t
    print(
        f"{field:8} {len(folds)}-fold over reports: {hits / max(1, total):.3f} of {total} ({len(mine)} to learn from)"
    )
    return fit(mine)


def main() -> int:
    ap = argparse.ArgumentParser()
    ap.add_argument("folder", type=Path)
    ap.add_argument("sets", nargs="+")
    ap.add_argument("--out", type=Path, default=Path("sijil/steps/languages/en/ranker.json"))
    ap.add_argument("--folds", type=int, default=5)
    args = ap.parse_args()
    found = readings(args.folder, args.sets)
    docs = sorted(doc for doc, _, _ in found)
    random.Random(7).shuffle(docs)
    folds = [set(docs[k :: args.folds]) for k in range(args.folds)]
    rows = examples(found, first_readings(found, folds))
    model: dict[str, dict[str, float]] = {}
    for field in FIELDS:
        model[field] = report_and_fit(field, rows, folds)
    rows = judged(args.folder, args.sets, model)
    for field in ("group", "keep"):
        model[field] = report_and_fit(field, rows, folds)
    args.out.write_text(json.dumps(model, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
