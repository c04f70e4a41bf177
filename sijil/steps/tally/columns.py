"""What filters look at, of many claims at once: each distinct value is looked at once, however many claims have it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from sijil.model.claim import Claim

T = TypeVar("T")
Key = Callable[[Claim], Hashable]  # all that a fit looks at; a function of a module, as columns are kept by it
Fit = Callable[[Claim], bool]
Cut = tuple[int, int, Sequence[Claim]]  # claims from the first up to the second place give way to these


class _Table:
    """The distinct values of a key: the number of each, and one claim that has it. It only grows."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._numbers: dict[Hashable, int] = {}

    def codes(self, key: Key, claims: Sequence[Claim]) -> array[int]:
        """Of each claim the number of its value: 100,000 are copied in no time after each judgement."""
        return array("L", [self._number(value, claim) for value, claim in zip(map(key, claims), claims, strict=True)])

    def _number(self, value: Hashable, claim: Claim) -> int:
        found = self._numbers.get(value)
        if found is None:
            found = self._numbers[value] = len(self.claims)
            self.claims.append(claim)
        return found


_Column = tuple[Sequence[int], _Table]  # of each claim the number of its value


@dataclass(frozen=True)
class Columns:
    """Claims in order, and by key the numbers of their values: each column is made when it is first asked for.

    What is cut shares the tables with what it was cut from; one thread at a time may `cut`.
    """

    claims: tuple[Claim, ...]
    _columns: dict[Key, _Column] = field(default_factory=dict, compare=False)
    _of: tuple[Columns, Sequence[int]] | None = field(default=None, compare=False)

    def fits(self, key: Key, fit: Fit) -> Iterator[bool]:
        """Of each claim in order, whether it fits."""
        codes, table = self._column(key)
        return map([fit(claim) for claim in table.claims].__getitem__, codes)

    def fitting(self, conditions: Sequence[tuple[Key, Fit]]) -> Sequence[int]:
        """The places of the claims that fit all conditions, in order."""
        places: Sequence[int] = range(len(self.claims))
        for key, fit in conditions:
            codes, table = self._column(key)
            fits = [fit(claim) for claim in table.claims]
            places = [n for n in places if fits[codes[n]]]
        return places

    def taken(self, places: Sequence[int]) -> Columns:
        """Those of the claims at some places."""
        return Columns(tuple([self.claims[n] for n in places]), {}, (self, places))

    def cut(self, claims: tuple[Claim, ...], cuts: Sequence[Cut]) -> Columns:
        """Those of `claims`, which are these after the cuts, given in order and without overlap."""
        made = {
            key: (cut(codes, [(start, end, table.codes(key, new)) for start, end, new in cuts]), table)
            for key, (codes, table) in list(self._columns.items())
        }
        return Columns(claims, made)

    def _column(self, key: Key) -> _Column:
        found = self._columns.get(key)
        if found is None and self._of is not None:
            codes, table = self._of[0]._column(key)
            found = self._columns[key] = (array("L", map(codes.__getitem__, self._of[1])), table)
        elif found is None:
            table = _Table()
            found = self._columns[key] = (table.codes(key, self.claims), table)
        return found


def cut(known: Sequence[T], cuts: Sequence[tuple[int, int, Sequence[T]]]) -> Sequence[T]:
    """What is known with what the cuts put in; an array where it is one, else a list."""
    made: Any = known[:0] if isinstance(known, array) else []
    at = 0
    for start, end, new in cuts:
        made += known[at:start]
        made.extend(new)
        at = end
    made += known[at:]
    return cast(Sequence[T], made)
