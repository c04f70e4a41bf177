"""What of a report's text tells that another report prints the same one. A function of the text alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """`shingles` is a MinHash signature of the main text's runs of words (empty where it has too few), `size` how many
    different runs there are. `wires` are the agencies that the report as a whole is credited to, in canonical names,
    by first mention. `names` are rare words and names with their offsets in `Text.content`.
    """

    shingles: tuple[int, ...] = ()
    wires: tuple[str, ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    size: int = 0
