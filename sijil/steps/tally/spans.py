"""Things by the days that they cover, so that what shares a day with one is found without looking at all of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar

Span = tuple[date, date]  # first and last day
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
LONG = 62  # days; what covers more lies apart, or it would lie under each of its days


class Spans(Generic[K, T]):
    """Things by key, with their days. Never changed once it is made: `changed` makes others."""

    def __init__(self, things: Iterable[tuple[K, Span, T]]) -> None:
        self._by_day: dict[int, dict[K, T]] = {}
        self._long: dict[K, tuple[Span, T]] = {}
        for key, span, thing in things:
            if _long(span):
                self._long[key] = span, thing
            else:
                for day in _days(span):
                    self._by_day.setdefault(day, {})[key] = thing

    def meeting(self, span: Span) -> Mapping[K, T]:
        """The things that share a day with these days, in no order."""
        found = {key: one for key, (own, one) in self._long.items() if own[0] <= span[1] and span[0] <= own[1]}
        days = _days(span)
        for day in days if len(days) <= len(self._by_day) else self._by_day.keys() & set(days):
            found.update(self._by_day.get(day, {}))
        return found

    def changed(self, gone: Iterable[tuple[K, Span]], came: Iterable[tuple[K, Span, T]]) -> Spans[K, T]:
        """These without some, and with others."""
        made: Spans[K, T] = Spans(())
        made._by_day, made._long, copied = dict(self._by_day), dict(self._long), set[int]()
        for key, span in gone:
            made._long.pop(key, None)
            for day in () if _long(span) else _days(span):
                made._own(day, copied).pop(key, None)
        for key, span, thing in came:
            if _long(span):
                made._long[key] = span, thing
            for day in () if _long(span) else _days(span):
                made._own(day, copied)[key] = thing
        return made

    def _own(self, day: int, copied: set[int]) -> dict[K, T]:
        """The things of a day, no longer those of what these were made from."""
        if day not in copied:
            copied.add(day)
            self._by_day[day] = dict(self._by_day.get(day, {}))
        return self._by_day[day]


def _long(span: Span) -> bool:
    return (span[1] - span[0]).days >= LONG


def _days(span: Span) -> range:
    return range(span[0].toordinal(), span[1].toordinal() + 1)
