"""What of a report's text tells that another report prints the same one, or is of the same story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sketch:
    """A function of one report alone.

    `shingles` is a MinHash signature of the main text's runs of words (empty where it has too few), `size` how many
    different runs there are. `wires` are the agencies that the report as a whole is credited to, in canonical names,
    by first mention. `names` are the rarer names of title and text as comparable keys, with their rarity in tenths (18
    to 40), by key. `ages` are the ages of people that it tells and `days` the single days, each once, in order;
    `monthdays` are the (month, day) that it tells, known with their year or not, and `weekdays` those that it names
    (Monday 0). `words` are what the text opens with in a script without capitals, as keys with their rarity in tenths.
    """

    shingles: tuple[int, ...] = ()
    wires: tuple[str, ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    size: int = 0
    ages: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    monthdays: tuple[tuple[int, int], ...] = ()
    weekdays: tuple[int, ...] = ()
    words: tuple[tuple[str, int], ...] = ()
