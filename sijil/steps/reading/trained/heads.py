"""The small networks on top of the transformer's vectors. Shapes are those of models/reader-en/network.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Heads:
    """`w` maps the names of network.py's parameters to float32 arrays."""

    w: Mapping[str, Array]

    def linear(self, name: str, x: Array) -> Array:
        """x W' + b."""
        return np.asarray(x @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"])

    def spans(self, vectors: Array, sums: Array, at: Array) -> Array:
        """N×256 for the N×2 piece spans `at`: first piece, last piece and mean."""
        i, j = at[:, 0], at[:, 1]
        mean = (sums[j] - sums[i]) / (j - i)[:, None]
        return gelu(self.linear("span", np.concatenate([vectors[i], vectors[j - 1], mean], 1)))

    def sentences(self, sums: Array, at: Array) -> Array:
        """N×128 for the N×2 piece spans of sentences."""
        i, j = at[:, 0], at[:, 1]
        return gelu(self.linear("sent", (sums[j] - sums[i]) / (j - i)[:, None]))

    def counts(self, spans: Array, sentences: Array, read: Array) -> Array:
        """N×256 for N counts; `read` N×4 are the rows of the embeddings of what the rules made of them."""
        told = [self.w[f"{name}.weight"][read[:, k]] for k, name in enumerate(("rule", "how", "grp", "num"))]
        return gelu(self.linear("fig.0", np.concatenate([spans, sentences, *told], 1)))

    def clauses(self, words: Array, stretches: Array, sentences: Array) -> Array:
        """N×11 log-probabilities of the kinds of situations."""
        x = gelu(self.linear("cl.0", np.concatenate([words, stretches, sentences], 1)))
        return log_softmax(self.linear("cl.3", x))

    def pairs(self, field: str, asked: Array, offered: Array, distance: Array) -> Array:
        """N scores of N mentions (N×128) for one draft (128), and "none" as the last."""
        both = np.concatenate([np.broadcast_to(asked, offered.shape), offered, asked * offered], 1)
        x = np.concatenate([both, self.w["dist.weight"][distance]], 1)
        found = self.linear(f"pair.{field}.3", gelu(self.linear(f"pair.{field}.0", x)))[:, 0]
        return log_softmax(np.concatenate([found, self.linear(f"none.{field}", asked)]))


def gelu(x: Array) -> Array:
    """The activation, by its tanh form, as in training."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x))))


def log_softmax(x: Array) -> Array:
    """Over the last axis."""
    x = x - x.max(-1, keepdims=True)
    return np.asarray(x - np.log(np.exp(x).sum(-1, keepdims=True)))


def log_sigmoid(x: float) -> float:
    """log(1 / (1 + exp(-x)))."""
    return float(-np.logaddexp(0.0, -x))
