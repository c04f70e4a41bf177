"""Rows of a tally: the sum of each measure and group over incidents, parts never above their whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import ATTACKS, GROUPS, MEASURES
from sijil.model.figure import Figure
from sijil.model.incident import GRADES, Assessment, Incident
from sijil.model.ledger import TallyRow
from sijil.rules import load
from sijil.steps.tally.once import Doubts, sum_once

ORDER = {name: n for n, name in enumerate((*MEASURES, "strikes", *GROUPS, *ATTACKS))}
Key = tuple[str, str]  # measure and group


def rows_of(
    incidents: Iterable[Incident], assessments: Mapping[str, Assessment], uncertain: Doubts, group: str = ""
) -> tuple[TallyRow, ...]:
    """The rows over the incidents, of one `group` where it is given: each incident once, and what may be one event."""
    figures, loose = dict[Key, dict[str, Figure]](), set[Key]()
    for incident in incidents:
        loose |= loose_of(assessments.get(incident.id))
        for key, figure in figures_of(assessments.get(incident.id), group):
            figures.setdefault(key, {})[incident.id] = figure
    rows = in_order({key: (sum_once(own, uncertain), len(own)) for key, own in figures.items()}, loose)
    return tuple(_mixed(row, [assessments[id_] for id_ in figures[row.measure, row.group]]) for row in rows)


def _mixed(row: TallyRow, assessments: Sequence[Assessment]) -> TallyRow:
    """The row with the grades, disputes and sources of its incidents."""
    counts = Counter(one.grade for one in assessments)
    grades = tuple((grade, counts[grade]) for grade in GRADES if grade in counts)  # type: ignore[index]
    heard = {source for one in assessments for source in one.sources}
    return replace(row, grades=grades, disputed=sum(one.disputed for one in assessments), sources=len(heard))


def figures_of(assessment: Assessment | None, group: str = "") -> list[tuple[Key, Figure]]:
    """What one incident adds, by measure and group."""
    rows = assessment.ranges if assessment else ()
    return [((row.measure, row.group), row.figure) for row in rows if not group or row.group == group]


def loose_of(assessment: Assessment | None) -> set[Key]:
    """The parts of one incident that have no whole with at least their floor: nothing caps sums of them."""
    rows, parts = assessment.ranges if assessment else (), load("groups")["part"]
    wholes = {row.measure: row.figure.low for row in rows if row.group == "civilians"}
    floors = {(row.measure, row.group): row.figure.low or 0 for row in rows if row.group in parts}
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
