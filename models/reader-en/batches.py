"""Reports of examples.py as tensors: whole reports are put together, spans and sentences counted through."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from sijil.steps.reading.trained.encoder import WINDOW, windows
from sijil.steps.reading.trained.labels import MARKS, distance

FIELDS = ("place", "dates", "actor", "speaker")
COUNT_FIELDS = ("kind", "group", "scope", "part", "attack")


def ints(rows: list, width: int = 0) -> np.ndarray:
    found = np.array(rows, dtype=np.int64)
    return found.reshape(-1, width) if width else found


def prepared(report: dict) -> dict:
    """The arrays of one report, made once."""
    counts, listed, drafts = report["counts"], report["clauses"], report["drafts"]
    flags = np.zeros((len(report["ids"]), len(MARKS)), np.float32)
    for a, b, column in report["marks"]:
        flags[a:b, column] = 1
    out = {
        "doc": report["doc"], "report": report, "ids": ints(report["ids"]), "flags": flags,
        "sentences": ints(report["sentences"], 2),
        "counts": ints([c["at"] for c in counts], 2), "counts.s": ints([c["s"] for c in counts]),
        "counts.read": ints([c["read"] for c in counts], 4),
        "keep": ints([int(c["right"] is not None) for c in counts]),
        "clauses": ints([c["at"] for c in listed], 2), "clauses.word": ints([c["word"] for c in listed], 2),
        "clauses.s": ints([c["s"] for c in listed]), "cl": ints([c["right"] for c in listed]),
        "drafts": ints([d["at"] for d in drafts], 2), "drafts.s": ints([d["s"] for d in drafts]),
    }  # fmt: skip
    for field in COUNT_FIELDS:
        out[field] = ints([c["right"][field] if c["right"] else -100 for c in counts])
    for field in FIELDS:
        mentions = report["mentions"][field]
        at, sentences = ints([m[:2] for m in mentions], 2), ints([m[2] for m in mentions])
        steps = [distance(sentences - d["s"], at[:, 0] - d["at"][0]) for d in drafts]
        right = np.zeros((len(drafts), len(mentions) + 1), bool)
        for row, draft in enumerate(drafts):
            if draft["right"]:
                right[row, draft["right"][field]] = True  # -1 is the last column: none
        out[field] = (at, np.array(steps, np.int64).reshape(len(drafts), len(mentions)), right)
    return out


def batch(reports: list[dict], device: str) -> dict[str, Tensor]:
    offsets = np.cumsum([0, *(len(r["ids"]) for r in reports)])
    sentences = np.cumsum([0, *(len(r["sentences"]) for r in reports)])
    out = {k: joined(reports, k, offsets) for k in ("sentences", "counts", "clauses", "clauses.word", "drafts")}
    out |= {k: joined(reports, k, sentences) for k in ("counts.s", "clauses.s", "drafts.s")}
    out |= {k: joined(reports, k) for k in ("counts.read", "keep", "cl", *COUNT_FIELDS)}
    out |= pieces_of(reports)
    for field in FIELDS:
        out |= pairs_of(reports, field, offsets)
    return {k: torch.from_numpy(v).to(device) for k, v in out.items()}


def joined(reports: list[dict], key: str, add: np.ndarray | None = None) -> np.ndarray:
    return np.concatenate([r[key] + (0 if add is None else add[i]) for i, r in enumerate(reports)])


def pieces_of(reports: list[dict]) -> dict[str, np.ndarray]:
    """Windows of word pieces with their marks, and where each report's pieces are to be found in them."""
    spans = [(r, *w) for r in reports for w in windows(len(r["ids"]))]
    length = max(end - first for _, first, end, _, _ in spans) + 2
    assert length <= WINDOW + 2
    ids, mask = np.zeros((len(spans), length), np.int64), np.zeros((len(spans), length), bool)
    flags, pick = np.zeros((len(spans), length, len(MARKS)), np.float32), []
    for row, (r, first, end, start, to) in enumerate(spans):
        size = end - first
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = 101, r["ids"][first:end], 102
        flags[row, 1 : size + 1], mask[row, : size + 2] = r["flags"][first:end], True
        pick.append(row * length + 1 + np.arange(start - first, to - first))
    return {"ids": ids, "flags": flags, "mask": mask, "pick": np.concatenate(pick)}


def pairs_of(reports: list[dict], field: str, offsets: np.ndarray) -> dict[str, np.ndarray]:
    at, mention, draft, steps, tables, rights = [], [], [], [], [], []
    most = max(r[field][2].shape[1] - 1 for r in reports)
    total = sum(r[field][1].size for r in reports)
    seen = drafts = pairs = 0
    for i, r in enumerate(reports):
        places, distances, right = r[field]
        rows, columns = distances.shape
        at.append(places + offsets[i])
        mention.append(np.tile(np.arange(columns), rows) + seen)
        draft.append(np.repeat(np.arange(rows), columns) + drafts)
        steps.append(distances.reshape(-1))
        table = np.full((rows, most), total, np.int64)
        table[:, :columns] = np.arange(rows * columns).reshape(rows, columns) + pairs
        padded = np.zeros((rows, most + 1), bool)
        padded[:, :columns], padded[:, -1] = right[:, :-1], right[:, -1]
        tables.append(table)
        rights.append(padded)
        seen, drafts, pairs = seen + columns, drafts + rows, pairs + rows * columns
    names = ("at", "mention", "draft", "distance", "table", "right")
    lists = (at, mention, draft, steps, tables, rights)
    return {f"{field}.{n}": np.concatenate(x) for n, x in zip(names, lists, strict=True)}
