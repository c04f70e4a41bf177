"""What the register holds of some reports, each read once: claims as people left them, and who published when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.model.report import ReportInfo
from sijil.register import Register
from sijil.steps.accepted import left
from sijil.steps.link import by_report
from sijil.steps.link.event import Event


class Known:
    """A window on a register within one derivation."""

    def __init__(self, register: Register, judgements: Sequence[Judgement]) -> None:
        self._register, self._judgements = register, judgements
        self._claims: dict[str, list[Claim]] = {}
        self._read: dict[str, list[str]] = {}
        self._reports: dict[str, ReportInfo] = {}

    def reports(self, ids: Iterable[str]) -> dict[str, ReportInfo]:
        """The reports by id."""
        wanted = set(ids)
        new = wanted - self._reports.keys()
        if new:
            self._reports |= {info.id: info for info in self._register.reports(new)}
        return {id_: self._reports[id_] for id_ in wanted if id_ in self._reports}

    def of(self, reports: Iterable[str]) -> dict[str, list[Claim]]:
        """The claims of reports as people and the report itself left them, in report and text order."""
        wanted = set(reports)
        infos, new = self.reports(wanted), wanted - self._claims.keys()
        if new:
            read = self._register.claims(of=new)
            self._claims |= {doc: [] for doc in new}
            for claim in read:
                self._read.setdefault(claim.doc, []).append(claim.id)
            self._claims |= {own[0].doc: own for own in by_report(left(read, self._judgements), self._reports)}
        order = sorted(wanted, key=lambda doc: (infos[doc].retrieved.isoformat() if doc in infos else "", doc))
        return {doc: self._claims[doc] for doc in order if self._claims[doc]}

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id as people left them; those that they rejected are left out."""
        wanted = set(ids)
        docs = {claim.doc for claim in self._register.claims(ids=wanted)}
        return {claim.id: claim for own in self.of(docs).values() for claim in own if claim.id in wanted}

    def read(self, reports: Iterable[str]) -> list[str]:
        """The ids of all claims of reports, also of those that people rejected."""
        wanted = set(reports)
        self.of(wanted)
        return [id_ for doc in sorted(wanted) for id_ in self._read.get(doc, ())]

    def in_order(self, events: Iterable[Event]) -> list[Event]:
        """The events in report and text order."""
        found = list(events)
        infos = self.reports({event.doc for event in found})

        def order(event: Event) -> tuple[object, ...]:
            info = infos.get(event.doc)
            return (info.retrieved.isoformat() if info else "", event.doc, event.claims[0].order, event.key)

        return sorted(found, key=order)
