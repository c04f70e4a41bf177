"""Which reports belong together, without a register: incidents of reports, also of those that no claim was read in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.steps.copies import copies
from sijil.steps.link import by_report, events_of, homes
from sijil.steps.link.across import Group, links
from sijil.steps.link.bonds import incident_id
from sijil.steps.link.decided import Decisions, grouped
from sijil.steps.link.event import Event


@dataclass(frozen=True, slots=True)
class ReportLinks:
    """The incidents of one report: `incidents` what it tells first and what other reports tell first; `also` the rest.

    Each is named after the first claim of its first report, or after that report where nothing was read in it.
    """

    doc: str
    incidents: tuple[str, ...]
    also: tuple[str, ...]


def link_reports(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> list[ReportLinks]:
    """The incidents of all `reports`, in their order; `claims` are all of theirs."""
    return links_of(linked(claims, reports), reports)


def linked(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> list[Group]:
    """The events of `reports` by incident. A report in which nothing was read that joins an incident is one event of
    which only the text is known."""
    known, decided = tuple(claims), Decisions.of(())
    told = {own[0].doc: events_of(own, decided, reports) for own in by_report(known, reports)}
    events = [event for id_, info in reports.items() for event in told.get(id_) or [Event((), report=info)]]
    return grouped(events, links(events, copies(known, reports)), decided, homes(events))


def links_of(groups: Iterable[Group], reports: Mapping[str, ReportInfo]) -> list[ReportLinks]:
    """Which groups each of `reports` has events in."""
    found: dict[str, list[tuple[Event, Group]]] = {}
    for group in groups:
        for event in group.events:
            found.setdefault(event.doc, []).append((event, group))
    return [_links(info.doc, found[id_]) for id_, info in reports.items()]


def _links(doc: str, found: Sequence[tuple[Event, Group]]) -> ReportLinks:
    ordered = sorted(found, key=lambda one: not one[0].leads)
    main = [_name(group) for event, group in ordered if _main(event, group)]
    also = [_name(group) for event, group in found if not _main(event, group)]
    return ReportLinks(doc, tuple(dict.fromkeys(main)), tuple(also))


def _main(event: Event, group: Group) -> bool:
    """Whether the event's report or another one of the group tells it first."""
    return event.leads or any(other.leads for other in group.events)


def _name(group: Group) -> str:
    return incident_id(group.events[0].key)
