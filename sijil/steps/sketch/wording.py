"""A text's wording as a MinHash signature: how alike two texts are can be told from their signatures alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rensa import RMinHash

from sijil.model.report import Text
from sijil.rules import load
from sijil.steps.places.names import folded

# Part of what a stored signature means: a register made with others has to be rebuilt. rensa is pinned for the same
# reason, and a test holds a signature's values.
PERMUTATIONS = 128
SEED = 20

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘`ʼ]")


def shingles(text: Text) -> frozenset[str]:
    """The runs of words of the main text, case and typists' variants of Arabic letters ignored (rules/sources.toml)."""
    found: set[str] = set()
    for block in text.blocks:
        found.update(_runs(text.content[block.start : block.end]))
    return frozenset(found) - _furniture()


def _runs(words: str) -> Iterator[str]:
    size = load("sources")["copy_shingle"]
    all_ = _WORD.findall(_APOSTROPHES.sub("", folded(words).casefold()))
    return (" ".join(all_[at : at + size]) for at in range(len(all_) - size + 1))


@cache
def _furniture() -> frozenset[str]:
    return frozenset(run for phrase in load("sources")["copy_furniture"] for run in _runs(phrase))


def signature(runs: frozenset[str]) -> tuple[int, ...]:
    """The MinHash of runs of words: PERMUTATIONS numbers of 32 bits; empty for too few runs (`copy_least`)."""
    if len(runs) < load("sources")["copy_least"]:
        return ()
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update(sorted(runs))
    return tuple(made.digest())
