"""Which mention of the whole report fills a field of a claim: every mention gets a score, and so does "none".

A score is the sum of the weights of a mention's features, so that each choice can be told in words ("same sentence, 12
characters before the verb, a village"). Weights come from annotated reports; models/ holds how they were found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp

from sijil.steps.reading.scene import Doer, Spot, Voice, When

Value = Spot | When | Doer | Voice | str | None
Weights = Mapping[str, Mapping[str, float]]  # field → feature → weight


@dataclass(frozen=True, slots=True)
class Option:
    """A mention that may fill a field: `value` (None for "none"), and the features that speak for or against it.

    `measured` are features with a size of their own, as what the trained reader thinks of it.
    """

    value: Value
    features: tuple[str, ...]
    measured: tuple[tuple[str, float], ...] = ()


def total(option: Option, weights: Mapping[str, float]) -> float:
    """The sum of the weights of an option's features."""
    plain = sum(map(weights.get, option.features, repeat(0.0)))  # half the time of a generator
    return plain + sum(weights.get(f, 0.0) * size for f, size in option.measured)


def choose(
    options: Sequence[Option], weights: Mapping[str, float], key: Callable[[Option], object] = id
) -> tuple[Option, float]:
    """The best option of the likeliest answer, and the probability of that answer; the first one wins a tie.

    `key` says which options mean the same: a party named five times is one answer, and the probabilities of its
    mentions add up against "none".
    """
    scores = [total(o, weights) for o in options]
    top, keys = max(scores), [key(o) for o in options]
    mass: dict[object, float] = {}
    for meaning, score in zip(keys, scores, strict=True):
        mass[meaning] = mass.get(meaning, 0.0) + exp(score - top)
    likeliest = max(mass, key=lambda meaning: mass[meaning])
    best = max((i for i, meaning in enumerate(keys) if meaning == likeliest), key=lambda i: (scores[i], -i))
    return options[best], mass[likeliest] / sum(mass.values())


def likelihoods(options: Sequence[Option], weights: Mapping[str, float]) -> dict[Value, float]:
    """The probability of each option's value; they sum to 1. The values must differ."""
    scores = [total(o, weights) for o in options]
    top = max(scores)
    sizes = [exp(s - top) for s in scores]
    return {o.value: size / sum(sizes) for o, size in zip(options, sizes, strict=True)}
