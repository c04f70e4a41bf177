"""Which mention of the whole report fills a field of a claim: every mention gets a score, and so does "none".

A score is the sum of the weights of a mention's features, so that each choice can be told in words ("same sentence, 12
characters before the verb, a village"). Weights come from annotated reports; models/ holds how they were found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from sijil.steps.reading.scene import Doer, Spot, Voice, When

Value = Spot | When | Doer | Voice | str | None
Weights = Mapping[str, Mapping[str, float]]  # field → feature → weight


@dataclass(frozen=True, slots=True)
class Option:
    """A mention that may fill a field: `value` (None for "none"), and the features that speak for or against it."""

    value: Value
    features: tuple[str, ...]


def choose(options: Sequence[Option], weights: Mapping[str, float]) -> tuple[Option, float]:
    """The option with the highest score, and its probability among all; the first one wins a tie."""
    scores = [sum(weights.get(f, 0.0) for f in o.features) for o in options]
    best = max(range(len(options)), key=lambda i: (scores[i], -i))
    return options[best], 1 / sum(exp(s - scores[best]) for s in scores)
