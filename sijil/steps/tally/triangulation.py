"""Figures of displacement side by side: which of those for one place and time is recommended, and how they go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import takewhile

from sijil.model.claim import Claim
from sijil.model.ledger import DisplacementPoint, DisplacementRow, DisplacementSeries
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps import who
from sijil.steps.bounds import above, same
from sijil.steps.parties import speaker_kind
from sijil.steps.tally.placed import place_keys, place_words

Reports = Mapping[str, ReportInfo]
_Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of displacement with its row."""

    claim: Claim
    row: DisplacementRow

    @property
    def kind(self) -> tuple[str, str, str, str]:
        """What has to be the same for two figures to stand side by side."""
        return self.row.nature, self.row.subject, self.row.term, self.row.figure.unit


def chosen_roles(told: Sequence[Told], reports: Reports) -> dict[str, tuple[str, str, str]]:
    """By claim: its role among the figures of its place and time, the recommended claim, and why."""
    roles: dict[str, tuple[str, str, str]] = {}
    for _, points in _points(told, reports):
        for point in points:
            first = point.ranked[0].claim.id
            roles[first] = ("recommended", first, point.why(reports))
            roles |= {one.claim.id: ("triangulation", first, why) for one, why in point.others(reports)}
            for one in point.superseded:
                roles[one.claim.id] = ("superseded", first, "its source gave another figure, which goes before it")
            for one, kept in point.again:
                roles[one.claim.id] = (roles[kept.claim.id][0], first, f"told again: the figure of {kept.claim.id}")
    return roles


def series_of(told: Sequence[Told], reports: Reports) -> tuple[DisplacementSeries, ...]:
    """The points of each place and kind of figure in order of time, by first mention."""
    rows = []
    for own, points in _points(told, reports):
        row, made = own[0].row, list[DisplacementPoint]()
        for point in points:
            made.append(_made(point, made[-1] if made else None, reports))
        rows.append(
            DisplacementSeries(
                place_words(one.claim for one in own), row.subject, row.term, row.figure.unit,
                "forecast" if row.nature == "forecast" else "observed", tuple(made),
            )
        )  # fmt: skip
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Point:
    """Figures of one place and time: one of each source, the recommended first, and those that it gave before."""

    ranked: tuple[Told, ...]
    superseded: tuple[Told, ...]
    again: tuple[tuple[Told, Told], ...]  # told again by the source of the second

    def why(self, reports: Reports) -> str:
        """Why the first is recommended."""
        if len(self.ranked) == 1:
            return "the only source for this place and time"
        found = {_because(self.ranked[0], other, reports) for other in self.ranked[1:]}
        known = [criterion["because"] for criterion in load("displacement")["criterion"]]
        return "; ".join([*(why for why in known if why in found), *sorted(found - set(known))])

    def others(self, reports: Reports) -> list[tuple[Told, str]]:
        """The others, each with what the first is put before it for."""
        return [(one, f"beside {self.ranked[0].claim.id}: {_because(self.ranked[0], one, reports)}")
                for one in self.ranked[1:]]  # fmt: skip


def _made(point: _Point, before: DisplacementPoint | None, reports: Reports) -> DisplacementPoint:
    one = point.ranked[0]
    figure, trend = one.row.figure, ""
    if before is not None:
        more, fewer = above(figure.low, before.figure.high), above(before.figure.low, figure.high)
        trend = "more" if more else "fewer" if fewer else ""
    first, last = span(one.claim, reports)
    return DisplacementPoint(
        since=first, until=last, figure=figure, recommended=one.claim.id, speaker=one.claim.speaker,
        why=point.why(reports), triangulation=tuple((other.claim.id, why) for other, why in point.others(reports)),
        superseded=tuple(other.claim.id for other in point.superseded), trend=trend,  # type: ignore[arg-type]
    )  # fmt: skip


def _points(told: Sequence[Told], reports: Reports) -> list[tuple[list[Told], list[_Point]]]:
    """The figures of each place and kind, and their points in order of time. A figure without place stands alone."""
    place = place_keys(one.claim for one in told)
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        if one.row.nature in ("observed", "forecast"):
            groups[place(one.claim) or one.claim.id, one.kind].append(one)
    return [(own, [_ranked(point, reports) for point in _times(own, reports)]) for own in groups.values()]


def span(claim: Claim, reports: Reports) -> tuple[date | None, date | None]:
    """First and last day that a figure is told of; where it gives no last one, the day of its report."""
    period = claim.period
    if period is not None and period.end is not None:
        return period.start, period.end
    return period.start if period else None, who.said_on(claim, reports) or claim.report_day


def _times(own: Sequence[Told], reports: Reports) -> list[list[Told]]:
    """The figures that speak of one time together, in order of time whatever the order given."""
    timed = [(span(one.claim, reports), one) for one in own]
    timed.sort(key=lambda pair: (_day(pair[0][1]), _day(pair[0][0]), pair[1].claim.id))
    found: list[tuple[tuple[date | None, date | None], list[Told]]] = []
    for days_, one in timed:
        near = takewhile(partial(_reaches, days_), reversed(found))
        home = next((p for first, p in near if _one_time(first, days_, one.row.term)), None)
        if home is None:
            found.append((days_, [one]))
        else:
            home.append(one)
    return [point for _, point in found]


def _day(day: date | None) -> date:
    return day or date.min


def _reaches(days_: _Days, earlier: tuple[_Days, object]) -> bool:
    """Whether it, or what ended before it, can speak of one time with these days."""
    last = earlier[0][1]
    if last is None or days_[1] is None or (days_[1] - last).days <= load("displacement")["stock_days"]:
        return True
    return days_[0] is not None and last >= days_[0]


def _one_time(a: tuple[date | None, date | None], b: tuple[date | None, date | None], term: str) -> bool:
    """Whether two figures speak of one time (rules/displacement.toml), known for both."""
    rules = load("displacement")
    if a[1] is None or b[1] is None:
        return False
    near = abs((a[1] - b[1]).days) <= rules["stock_days"]
    if term == "stock" or a[0] is None or b[0] is None:
        return bool(near and (term == "stock" or a[0] is b[0]))
    shared = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    longer = max((a[1] - a[0]).days, (b[1] - b[0]).days) + 1
    return bool(shared >= rules["same_span"] * longer)


def _ranked(point: Sequence[Told], reports: Reports) -> _Point:
    """One figure of each source, the recommended one first. A source's later figure supersedes its earlier ones."""
    by_source: dict[str, list[Told]] = defaultdict(list)
    for one in point:
        by_source[who.source(one.claim, reports)].append(one)
    order = _order(reports)
    kept, superseded, again = list[Told](), list[Told](), list[tuple[Told, Told]]()
    for own in by_source.values():
        first, *rest = sorted(own, key=order)
        kept.append(first)
        superseded += [one for one in rest if not same(one.row.figure, first.row.figure)]
        again += [(one, first) for one in rest if same(one.row.figure, first.row.figure)]
    return _Point(tuple(sorted(kept, key=order)), tuple(superseded), tuple(again))


def _order(reports: Reports) -> Callable[[Told], tuple[object, ...]]:
    """The criteria of rules/displacement.toml in their order, and the claim's id where none decides."""
    return lambda one: (*_values(one, reports).values(), one.claim.id)


def _because(first: Told, other: Told, reports: Reports) -> str:
    """The first criterion that puts one figure before another, in words."""
    ours, theirs = _values(first, reports), _values(other, reports)
    for criterion in load("displacement")["criterion"]:
        if ours[criterion["key"]] != theirs[criterion["key"]]:
            return str(criterion["because"])
    return "nothing tells them apart, and it came first"


def _values(one: Told, reports: Reports) -> dict[str, int]:
    """What each criterion says of a figure: the less, the better."""
    figure, said = one.row.figure, who.said_on(one.claim, reports)
    values = {
        "counted": int(max(figure.low or 0, figure.high or 0) < 2),
        "source": _rank(who.source(one.claim, reports)),
        "latest": -said.toordinal() if said else 0,
        "bounded": int(figure.low is None or figure.high is None),
        "lowest": (figure.low if figure.low is not None else figure.high) or 0,
    }
    return {criterion["key"]: values[criterion["key"]] for criterion in load("displacement")["criterion"]}


def _rank(source: str) -> int:
    ranks: Iterable[tuple[int, Sequence[str]]] = enumerate(load("displacement")["sources"])
    kind = speaker_kind(source)
    return next((n for n, kinds in ranks if kind in kinds), len(load("displacement")["sources"]))
