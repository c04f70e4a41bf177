"""Sums that grow day by day: what may be one event stays in the floor once, however far apart its days are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sijil.model.figure import Figure
from sijil.model.incident import Assessment, Incident
from sijil.model.ledger import TallyRow
from sijil.steps.tally.once import Doubts, sum_once
from sijil.steps.tally.rows import Bounds, Key, Summed, figures_of, in_order, loose_of, mixed


class Running:
    """A running sum. Incidents that doubts tie together, directly or through others, are summed as one set; only the
    sets that gain an incident are summed anew, so that a year of days costs little more than one sum."""

    def __init__(self, uncertain: Doubts, assessments: Mapping[str, Assessment], group: str = "") -> None:
        self._uncertain, self._assessments, self._group = uncertain, assessments, group
        self._set = tied(uncertain)
        self._figures: dict[Key, dict[str, dict[str, Figure]]] = {}
        self._sums: dict[Key, Bounds] = {}
        self._told = Summed()

    def add(self, incidents: Iterable[Incident]) -> tuple[TallyRow, ...]:
        """Puts incidents in, each once in all, and gives the sums so far."""
        gained: dict[Key, dict[str, None]] = {}
        for incident in incidents:
            assessment = self._assessments.get(incident.id)
            self._told.loose |= loose_of(assessment)
            set_ = self._set.get(incident.id, incident.id)
            for key, figure in dict(figures_of(assessment, self._group)).items():
                self._told.count(key, figure, assessment)
                own = self._figures.setdefault(key, {}).setdefault(set_, {})
                if set_ not in gained.setdefault(key, {}):
                    self._count(key, own, -1)
                    gained[key][set_] = None
                own[incident.id] = figure
        for key, sets in gained.items():
            for set_ in sets:
                self._count(key, self._figures[key][set_], 1)
        told = self._told.sums
        sums = {key: (sum_.figure(), told[key].incidents) for key, sum_ in self._sums.items()}
        return tuple(mixed(row, told[row.measure, row.group]) for row in in_order(sums, self._told.loose))

    def _count(self, key: Key, own: Mapping[str, Figure], sign: int) -> None:
        """Takes a set's sum into its key's, or (`sign` -1) out of it."""
        if own:
            self._sums.setdefault(key, Bounds()).count(sum_once(own, self._uncertain), sign)


def tied(uncertain: Doubts) -> dict[str, str]:
    """Each doubtful incident with the least id of those that doubts tie it to, directly or through others."""
    parent: dict[str, str] = {}

    def root(id_: str) -> str:
        while parent.setdefault(id_, id_) != id_:
            parent[id_] = id_ = parent[parent[id_]]
        return id_

    for one in uncertain.found:
        a, b = sorted((root(one.incident), root(one.other)))
        parent[b] = a
    return {id_: root(id_) for id_ in parent}
