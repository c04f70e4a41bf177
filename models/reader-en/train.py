"""Train the reader on examples, and write its weights and what it thinks of reports that it did not learn from.

usage: python train.py JOB.json

A job: {"learn": [EXAMPLES.json …], "judge": [EXAMPLES.json …] or "fold": [k, of], "base": BASE.pt,
"opinions": OUT.json, "weights": OUT.pt, "epochs": 14, "seed": 0}. With "fold" the k-th part of the reports is left
out and judged (near-copies stay together). A job takes a minute or two on a large GPU and hours on two CPU cores.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from batches import COUNT_FIELDS, FIELDS, batch, prepared
from network import Network
from torch import Tensor
from torch.nn import functional as F

from sijil.steps.reading.trained.labels import ATTACKS, GROUPS, KINDS, SITUATIONS

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
#: Weights of the heads in the loss; clauses are many, scope and part easy.
SHARES = {"keep": 1.0, "kind": 1.0, "group": 1.0, "scope": 0.5, "part": 0.5, "attack": 0.7, "cl": 0.5}


def losses(found: dict[str, Tensor], o: dict[str, Tensor]) -> dict[str, Tensor]:
    out = {}
    if "keep" in found:
        out["keep"] = F.binary_cross_entropy_with_logits(found["keep"], o["keep"].float(), reduction="sum")
    for name in (*COUNT_FIELDS, "cl"):
        if name in found:
            out[name] = F.cross_entropy(found[name], o[name], ignore_index=-100, reduction="sum")
    for name in FIELDS:
        if name in found:
            right = o[f"{name}.right"]
            asked = right.any(1)
            scores, right = found[name][asked], right[asked]
            out[name] = (scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)).sum()
    return out


def learned(reports: list[dict], job: dict) -> Network:
    torch.manual_seed(job.get("seed", 0))
    rng, size, epochs = random.Random(job.get("seed", 0)), job.get("batch", 4), job["epochs"]
    base = torch.load(job["base"], map_location="cpu")
    network = Network(base, job.get("drop", 0.1), job.get("head_drop", 0.2), job.get("layers", 6)).to(DEVICE)
    body = [p for n, p in network.named_parameters() if p.requires_grad and n.startswith("enc.") and "flag" not in n]
    rest = [p for n, p in network.named_parameters() if not n.startswith("enc.") or "flag" in n]
    groups = [{"params": body, "lr": job.get("rate", 1e-4)}, {"params": rest, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * math.ceil(len(reports) / size)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0, (steps - s) / steps)
    )
    for epoch in range(epochs):
        network.train()
        rng.shuffle(reports)
        begun, sums = time.time(), dict.fromkeys((*SHARES, *FIELDS), 0.0)
        for first in range(0, len(reports), size):
            o = batch(reports[first : first + size], DEVICE)
            found = losses(network(o), o)
            loss = sum(SHARES.get(name, 1.0) * value for name, value in found.items()) / size
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            rates.step()
            for name, value in found.items():
                sums[name] += value.detach()
        if epoch % 5 == 4 or epoch == epochs - 1:
            told = " ".join(f"{n} {float(v) / len(reports):.2f}" for n, v in sums.items())
            print(f"epoch {epoch} {time.time() - begun:.1f}s {told}", flush=True)
    return network


@torch.no_grad()
def opinions(network: Network, reports: list[dict]) -> dict[str, dict]:
    """Report → counts, mentions and clauses with log-probabilities, as gold.Written reads them."""
    network.eval()
    return {r["doc"]: opinion(network(batch([r], DEVICE)), r["report"]) for r in reports}


def opinion(found: dict[str, Tensor], report: dict) -> dict:
    logs = {k: F.log_softmax(v, 1).cpu().numpy().round(3) for k, v in found.items() if k != "keep"}
    keep = found["keep"].cpu() if "keep" in found else []
    counts = []
    for i, count in enumerate(report["counts"]):
        yes, no = float(F.logsigmoid(keep[i])), float(F.logsigmoid(-keep[i]))
        what = [
            (None, round(no, 3)),
            *((k, round(yes + float(s), 3)) for k, s in zip(KINDS, logs["kind"][i], strict=True)),
        ]
        named = {"group": GROUPS, "scope": ("incident", "total"), "part": ("whole", "part"), "attack": ATTACKS}
        told = {f: list(zip(names, map(float, logs[f][i]), strict=True)) for f, names in named.items()}
        counts.append([*count["key"], {"what": what, **told}])
    mentions = []
    for i, draft in enumerate(report["drafts"]):
        told = {}
        for field in FIELDS:
            places = [m[3] for m in report["mentions"][field]]
            row = logs[field][i]
            told[field] = [*zip(places, map(float, row[: len(places)]), strict=True), (None, float(row[-1]))]
        mentions.append([*draft["key"], told])
    clauses = [
        [*c["key"], list(zip(SITUATIONS, map(float, logs["cl"][i]), strict=True))]
        for i, c in enumerate(report["clauses"])
    ]
    return {"counts": counts, "mentions": mentions, "clauses": clauses}


def accuracy(network: Network, reports: list[dict]) -> str:
    """Share right by head, over the annotated; of "keep" the F1, of clauses among those that tell something."""
    hits: dict[str, list[float]] = {}
    tp = fp = fn = 0
    network.eval()
    with torch.no_grad():
        for r in reports:
            o = batch([r], DEVICE)
            found = network(o)
            if "keep" in found:
                said, right = found["keep"] > 0, o["keep"] > 0
                tp, fp, fn = (
                    tp + int((said & right).sum()),
                    fp + int((said & ~right).sum()),
                    fn + int((~said & right).sum()),
                )
            for name in (*COUNT_FIELDS, "cl"):
                if name in found:
                    known = o[name] > 0 if name == "cl" else o[name] != -100
                    hits.setdefault(name, []).extend((found[name].argmax(1) == o[name])[known].tolist())
            for name in FIELDS:
                if name in found:
                    right = o[f"{name}.right"]
                    best = right.gather(1, found[name].argmax(1, keepdim=True)).squeeze(1)
                    hits.setdefault(name, []).extend(best[right.any(1)].tolist())
    shares = " ".join(f"{n} {np.mean(h):.3f}" for n, h in hits.items())
    return f"keep-F1 {2 * tp / max(1, 2 * tp + fp + fn):.3f} {shares}"


def parted(reports: list[dict], fold: list[int], groups: dict[str, str]) -> tuple[list[dict], list[dict]]:
    """(learn, judge): the k-th of n parts is judged; near-copies stay together."""
    k, n = fold
    keys = sorted({groups.get(r["doc"], r["doc"]) for r in reports})
    random.Random(7).shuffle(keys)
    held = set(keys[k::n])
    return (
        [r for r in reports if groups.get(r["doc"], r["doc"]) not in held],
        [r for r in reports if groups.get(r["doc"], r["doc"]) in held],
    )


def loaded(paths: list[str]) -> list[dict]:
    return [prepared(r) for path in paths for r in json.loads(Path(path).read_text())]


def main() -> int:
    job = json.loads(Path(sys.argv[1]).read_text())
    learn, judge = loaded(job["learn"]), loaded(job.get("judge", []))
    if "fold" in job:
        groups = json.loads(Path(job["groups"]).read_text()) if "groups" in job else {}
        learn, held = parted(learn, job["fold"], groups)
        judge += held
    network = learned(learn, job)
    if judge:
        print(Path(sys.argv[1]).stem, accuracy(network, judge), flush=True)
        Path(job["opinions"]).write_text(json.dumps(opinions(network, judge)))
    if "weights" in job:
        state = {k: v.half().cpu() for k, v in network.state_dict().items() if k != "enc.word.weight"}
        torch.save(state, job["weights"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
