"""How much wording two reports share, told from their signatures alone."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.model.sketch import Sketch

# Three numbers a key, 42 keys of 128 numbers: texts that share half of their runs of words have a key in common with
# likelihood .996, a third .79, a tenth .04, unrelated news (below a fiftieth) less than .0004.
ROWS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """`shared` is the part of all different runs of words that both texts have (Jaccard), `held` the part of the
    shorter text's that the longer one has: a wire cut to half has .5 and 1. Both are estimates, good to about .04.
    """

    shared: float
    held: float


def copy_keys(sketch: Sketch) -> tuple[int, ...]:
    """The keys of a report, below 2^54: two reports that may be copies have one in common. A function of one sketch."""
    values = sketch.shingles
    return tuple(
        (at // ROWS << 48) | (values[at] * 961 + values[at + 1] * 31 + values[at + 2])
        for at in range(0, len(values) - ROWS + 1, ROWS)
    )


def likeness(a: Sketch, b: Sketch) -> Likeness:
    """How alike two texts are; 0 where one of them is too short for a signature."""
    if not a.shingles or len(a.shingles) != len(b.shingles):
        return Likeness(0.0, 0.0)
    shared = sum(x == y for x, y in zip(a.shingles, b.shingles, strict=True)) / len(a.shingles)
    both = shared * (a.size + b.size) / (1 + shared)
    return Likeness(shared, min(1.0, both / min(a.size, b.size)))
