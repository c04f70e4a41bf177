"""Weights of features by maximum likelihood, and how often they choose right.

An example is (report, field, options, which of them are right, whether it counts for the accuracy).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sijil.steps.reading.choice import total

#: Field → feature → weight from which fitting starts and to which it is drawn: of a language with more reports.
PRIOR: dict[str, dict[str, float]] = {}


def begin_at(path: Path, fields: list[str] | None) -> None:
    """Takes the weights of a file as PRIOR, of some fields or all; words of the other language are left out."""
    table = json.loads(path.read_text(encoding="utf-8"))
    for field in fields or table:
        PRIOR[field] = {f: w for f, w in table[field].items() if not _OWN_WORDS.search(f)}


#: Features that hold a word of the language: they say nothing of another one.
_OWN_WORDS = re.compile(r"noun-|word-|lemma-|<[^-]*$|trained")


#: How strongly weights are drawn to where they start: fewer reports want more.
L2 = 0.005


def fit(rows: list) -> dict[str, float]:
    """Weights by L-BFGS on the mean log-likelihood of the right options, with L2 / 2 times their squared distances
    from PRIOR. Features that only PRIOR knows keep its weight."""
    index = indexed(rows)
    if not index:
        return {}
    matrix, right, starts = flattened(rows, index)
    group = np.repeat(np.arange(len(rows)), np.diff([*starts, len(right)]))
    turned = matrix.T.tocsr()

    prior = PRIOR.get(rows[0][1], {})
    start = np.array([prior.get(f, 0.0) for f in index])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ w
        e = np.exp(score - np.maximum.reduceat(score, starts)[group])
        p = e / np.add.reduceat(e, starts)[group]
        mass = np.maximum(np.add.reduceat(p * right, starts), 1e-12)
        off = w - start
        value = -np.log(mass).mean() + L2 * (off @ off) / 2
        return value, turned @ (p - p * right / mass[group]) / len(rows) + L2 * off

    w = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    found = prior | {f: round(float(w[i]), 4) for f, i in index.items()}
    return {f: weight for f, weight in found.items() if abs(weight) >= 0.005}


def indexed(rows: list, least: int = 3) -> dict[str, int]:
    """Feature → column, of features that at least three examples have."""
    counts: dict[str, int] = defaultdict(int)
    for _, _, options, _, _ in rows:
        for f in {f for o in options for f in (*o.features, *(name for name, _ in o.measured))}:
            counts[f] += 1
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def flattened(rows: list, index: dict[str, int]) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Options × features, which options are right, and where each example's options begin."""
    pointer, feat, size, right, starts = [0], [], [], [], []
    for _, _, options, ok, _ in rows:
        starts.append(len(right))
        for option, is_right in zip(options, ok, strict=True):
            known = [index[f] for f in option.features if f in index]
            told = [(index[f], s) for f, s in option.measured if f in index]
            feat += [*known, *(f for f, _ in told)]
            size += [*([1.0] * len(known)), *(s for _, s in told)]
            pointer.append(len(feat))
            right.append(is_right)
    matrix = csr_matrix((size, feat, pointer), shape=(len(right), len(index)))
    return matrix, np.array(right, dtype=float), np.array(starts)


def accuracy(rows: list, weights: dict[str, float], matched: bool) -> tuple[int, int]:
    hits = count = 0
    for _, _, options, right, was in rows:
        if matched and not was:
            continue
        scores = [total(o, weights) for o in options]
        hits += right[scores.index(max(scores))]
        count += 1
    return hits, count
