"""The timeline of the overview as shapes, in per cent of the width, for an SVG that the server writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sijil.model.period import Period
from sijil.web import dates
from sijil.web.language import N_, Words, gettext

Days = tuple[date, date]  # first and last
Unit = Literal["day", "week", "month", "year"]
MOST_DAYS, MOST_MONTHS = 62, 144  # more bars than these cannot be told apart at 390 pixels
UNITS = Words({"day": N_("day"), "week": N_("week"), "month": N_("month"), "year": N_("year")})
TOLD = 3  # lines of one line's label
SPANS = 400  # lines at most: more are a grey of which nothing can be read, and slow
LANES = 12  # rows of lines; the longest of them would push everything else off the screen


@dataclass(frozen=True, slots=True)
class Column:
    """The incidents that lie inside one day, month or year. `x`, `width` per cent; `height` 0 to 1 of the tallest."""

    x: float
    width: float
    height: float
    count: int
    label: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Span:
    """A stated total's days, or an incident's that no single column holds: a line, never a bar at a guessed day.

    `count` is how many have these very days.
    """

    x: float
    width: float
    label: str
    lane: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """Another choice of days beside the one asked for."""

    label: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn, between the days `first` and `last`. `undated` counts what has no day and is therefore not
    drawn, `more` the lines beyond LANES rows of them."""

    unit: Unit
    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    ticks: tuple[Tick, ...]
    tallest: int
    undated: int
    first: date | None = None
    last: date | None = None
    more: int = 0

    @property
    def lanes(self) -> int:
        """How many rows of lines there are."""
        return max((span.lane for span in self.spans), default=-1) + 1


def timeline(incidents: Sequence[Period | None], totals: Sequence[tuple[Period | None, object]]) -> Timeline:
    """Columns for `incidents`, lines for `totals` and for incidents wider than a column.

    Each total has its label beside it, which is written out (str) only where it is drawn.
    """
    counts = Counter(days_of(period) for period in incidents if period is not None and period.known)
    told: dict[Days, list[object]] = {}
    for period, label in totals:
        if period is not None and period.known:
            told.setdefault(days_of(period), []).append(label)
    undated = len(incidents) - counts.total()
    if not counts and not told:
        return Timeline("day", (), (), (), 0, undated)
    first, last = min(days[0] for days in (*counts, *told)), max(days[1] for days in (*counts, *told))
    unit = unit_for(first, last)
    starts = grid(first, last, unit)
    place = scale(starts[0], after(starts[-1], unit))
    inside = {days: n for days, n in counts.items() if floor(days[0], unit) == floor(days[1], unit)}
    for period in incidents if len(inside) < len(counts) else ():
        if period is not None and period.known and days_of(period) not in inside:
            told.setdefault(days_of(period), []).append(gettext("incident, %(when)s", when=dates.when(period)))
    columns = columns_of(inside, starts, unit, place)
    tallest = max((column.count for column in columns), default=0)
    shown = tuple(span for span in spans_of(told, place) if span.lane < LANES)
    ticks, end = ticks_of(starts, unit, place), after(starts[-1], unit) - timedelta(days=1)
    more = sum(map(len, told.values())) - sum(span.count for span in shown)
    return Timeline(unit, columns, shown, ticks, tallest, undated, starts[0], end, more)


def steps(since: date | None, until: date | None) -> tuple[Step, ...]:
    """As many days before and after those asked for, and three times as many around them; none where one is open."""
    if since is None or until is None:
        return ()
    length = until - since + timedelta(days=1)
    try:
        return (
            Step(N_("Earlier"), since - length, until - length),
            Step(N_("Wider"), since - length, until + length),
            Step(N_("Later"), since + length, until + length),
        )
    except OverflowError:
        return ()


def days_of(period: Period) -> Days:
    """First and last day of a known period."""
    assert period.start is not None and period.end is not None
    return period.start, period.end


def unit_for(first: date, last: date) -> Unit:
    """The finest unit that still gives bars that can be told apart."""
    if (last - first).days < MOST_DAYS:
        return "day"
    return "month" if (last.year - first.year) * 12 + last.month - first.month < MOST_MONTHS else "year"


def floor(day: date, unit: Unit) -> date:
    """The first day of the unit that `day` lies in; weeks begin on Monday (ISO 8601)."""
    if unit in ("day", "week"):
        return day - timedelta(days=day.weekday() if unit == "week" else 0)
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def after(start: date, unit: Unit) -> date:
    """The first day of the next unit."""
    if unit in ("day", "week"):
        return start + timedelta(days=1 if unit == "day" else 7)
    if unit == "year" or start.month == 12:
        return date(start.year + 1, 1, 1)
    return date(start.year, start.month + 1, 1)


def grid(first: date, last: date, unit: Unit) -> list[date]:
    """The first days of all units from the one of `first` to the one of `last`."""
    starts = [floor(first, unit)]
    while after(starts[-1], unit) <= last:
        starts.append(after(starts[-1], unit))
    return starts


def scale(first: date, end: date) -> Callable[[date], float]:
    """Turns a day into per cent of the width between `first` and `end`."""
    length = (end - first).days
    return lambda day: round(100 * (day - first).days / length, 3)


def columns_of(
    inside: Mapping[Days, int], starts: Sequence[date], unit: Unit, place: Callable[[date], float]
) -> tuple[Column, ...]:
    """One column for each unit that holds incidents, of which there are so many by their days."""
    counts = dict.fromkeys(starts, 0)
    for days, count in inside.items():
        counts[floor(days[0], unit)] += count
    tallest = max([*counts.values(), 1])
    return tuple(
        Column(place(start), place(after(start, unit)) - place(start), count / tallest, count,
               label_of(start, unit), start, after(start, unit) - timedelta(days=1))
        for start, count in counts.items() if count
    )  # fmt: skip


def spans_of(told: Mapping[Days, Collection[object]], place: Callable[[date], float]) -> tuple[Span, ...]:
    """Lines for days with what is told of them, each in the first lane where it touches no other; the longest."""
    ends: list[float] = []
    spans: list[Span] = []
    longest = sorted(sorted(told), key=lambda days: days[0] - days[1])[:SPANS]
    for first, last in sorted(longest):
        labels = sorted(set(map(str, told[first, last])))
        start, end = place(first), place(last + timedelta(days=1))
        more = [gettext("and %(number)s more", number=len(labels) - TOLD)] if len(labels) > TOLD else []
        label = gettext("; ").join([*labels[:TOLD], *more])
        lane = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        spans.append(Span(start, max(0.4, end - start), label, lane, len(told[first, last])))
    return tuple(spans)


def ticks_of(starts: Sequence[date], unit: Unit, place: Callable[[date], float]) -> tuple[Tick, ...]:
    """At most five labels, evenly spread."""
    step = max(1, -(-len(starts) // 5))
    return tuple(Tick(place(start), label_of(start, unit)) for start in starts[::step])


def label_of(start: date, unit: Unit) -> str:
    """A unit in words; a week by its first day, a Monday."""
    if unit in ("day", "week"):
        return dates.day(start, short=True)
    return dates.month_year(start, short=True) if unit == "month" else str(start.year)
