"""Rows of a tally: the sum of each measure and group over incidents, parts never above their whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sijil.model.claim import ATTACKS, GROUPS, MEASURES
from sijil.model.figure import Figure
from sijil.model.incident import GRADES, Assessment, Incident
from sijil.model.ledger import TallyRow
from sijil.rules import load
from sijil.steps.tally.once import Doubts, twice

ORDER = {name: n for n, name in enumerate((*MEASURES, "strikes", *GROUPS, *ATTACKS))}
Key = tuple[str, str]  # measure and group


@dataclass(slots=True)
class Bounds:
    """A sum of figures to which others can be added, or (`sign` -1) taken out again."""

    low: int = 0
    high: int = 0
    floors: int = 0  # figures with a floor
    open: int = 0  # figures without a ceiling
    approx: int = 0

    def count(self, figure: Figure, sign: int = 1) -> None:
        """Adds a figure, or takes it out."""
        self.low += sign * (figure.low or 0)
        self.high += sign * (figure.high or 0)
        self.floors += sign * (figure.low is not None)
        self.open += sign * (figure.high is None)
        self.approx += sign * figure.approx

    def add(self, other: Bounds) -> None:
        """Adds another sum."""
        self.low += other.low
        self.high += other.high
        self.floors += other.floors
        self.open += other.open
        self.approx += other.approx

    def figure(self) -> Figure:
        """The sum as bounds: no floor where nobody gives one, no ceiling where anybody leaves it open."""
        return Figure(self.low if self.floors else None, None if self.open else self.high, self.approx > 0)


@dataclass(slots=True)
class Sum:
    """What incidents come to in one measure and group: each in full, what may be one event is taken off later."""

    bounds: Bounds = field(default_factory=Bounds)
    incidents: int = 0
    disputed: int = 0
    grades: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)

    def add(self, other: Sum) -> None:
        """Adds the sum of other incidents."""
        self.bounds.add(other.bounds)
        self.incidents += other.incidents
        self.disputed += other.disputed
        self.grades.update(other.grades)
        self.sources |= other.sources


@dataclass(slots=True)
class Summed:
    """What incidents come to by measure and group; `loose` are parts that nothing caps."""

    sums: dict[Key, Sum] = field(default_factory=dict)
    loose: set[Key] = field(default_factory=set)

    @classmethod
    def of(cls, incidents: Iterable[Incident], assessments: Mapping[str, Assessment]) -> Summed:
        """The sums over some incidents."""
        made = cls()
        for incident in incidents:
            assessment = assessments.get(incident.id)
            made.loose |= loose_of(assessment)
            for key, figure in dict(figures_of(assessment)).items():
                made.count(key, figure, assessment)
        return made

    def count(self, key: Key, figure: Figure, assessment: Assessment | None) -> None:
        """Adds what one incident comes to in one measure and group."""
        own = self.sums.get(key)
        if own is None:
            own = self.sums[key] = Sum()
        own.bounds.count(figure)
        own.incidents += 1
        if assessment:
            own.disputed += assessment.disputed
            own.grades[assessment.grade] += 1
            own.sources.update(assessment.sources)


def merged(parts: Iterable[Summed]) -> Summed:
    """The sums over the incidents of all parts, each in one of them."""
    made = Summed()
    for part in parts:
        made.loose |= part.loose
        for key, own in part.sums.items():
            made.sums.setdefault(key, Sum()).add(own)
    return made


def rows_of(
    incidents: Iterable[Incident], assessments: Mapping[str, Assessment], uncertain: Doubts, group: str = ""
) -> tuple[TallyRow, ...]:
    """The rows over the incidents, of one `group` where it is given: each incident once, and what may be one event."""
    known = tuple(incidents)
    doubtful = [incident.id for incident in known if incident.id in uncertain.near]
    return rows(Summed.of(known, assessments), doubtful, assessments, uncertain, group)


def rows(
    summed: Summed, doubtful: Iterable[str], assessments: Mapping[str, Assessment], uncertain: Doubts, group: str = ""
) -> tuple[TallyRow, ...]:
    """The rows over the incidents that came to this; `doubtful` are those of them that may be one with any other."""
    lows: dict[Key, dict[str, int]] = {}
    for id_ in doubtful:
        for key, figure in figures_of(assessments.get(id_), group):
            lows.setdefault(key, {})[id_] = figure.low or 0
    sums = {
        key: (_once(own.bounds.figure(), lows.get(key, {}), uncertain), own.incidents)
        for key, own in summed.sums.items() if not group or key[1] == group
    }  # fmt: skip
    return tuple(mixed(row, summed.sums[row.measure, row.group]) for row in in_order(sums, summed.loose))


def _once(whole: Figure, lows: Mapping[str, int], uncertain: Doubts) -> Figure:
    return whole if whole.low is None or not lows else replace(whole, low=whole.low - twice(lows, uncertain))


def mixed(row: TallyRow, own: Sum) -> TallyRow:
    """The row with the grades, disputes and sources of its incidents."""
    grades = tuple((grade, own.grades[grade]) for grade in GRADES if grade in own.grades)
    return replace(row, grades=grades, disputed=own.disputed, sources=len(own.sources))


def figures_of(assessment: Assessment | None, group: str = "") -> list[tuple[Key, Figure]]:
    """What one incident adds, by measure and group."""
    found = assessment.ranges if assessment else ()
    return [((row.measure, row.group), row.figure) for row in found if not group or row.group == group]


def loose_of(assessment: Assessment | None) -> set[Key]:
    """The parts of one incident that have no whole with at least their floor: nothing caps sums of them."""
    found, parts = assessment.ranges if assessment else (), load("groups")["part"]
    wholes = {row.measure: row.figure.low for row in found if row.group == "civilians"}
    floors = {(row.measure, row.group): row.figure.low or 0 for row in found if row.group in parts}
    return {key for key, low in floors.items() if (whole := wholes.get(key[0])) is None or whole < low}


def in_order(sums: Mapping[Key, tuple[Figure, int]], loose: set[Key]) -> tuple[TallyRow, ...]:
    """Rows of sums (figure and number of incidents) in the usual order, parts (but `loose` ones) within their whole."""
    keys = sorted(sums, key=lambda key: (ORDER[key[0]], ORDER[key[1]]))
    return tuple(TallyRow(*key, sums[key][0] if key in loose else _capped(key, sums), sums[key][1]) for key in keys)


def _capped(key: Key, sums: Mapping[Key, tuple[Figure, int]]) -> Figure:
    """A part with a floor within its whole's: which incidents are counted once is chosen for each group by itself,
    and the floor of the children can come out larger than that of all civilians. A lower floor is still a floor."""
    figure, whole = sums[key][0], sums.get((key[0], "civilians"))
    if key[1] not in load("groups")["part"] or whole is None or whole[0].low is None or figure.low is None:
        return figure
    return replace(figure, low=min(figure.low, whole[0].low))
