"""Derived records as rows of the register, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.record import canonical, from_plain, to_plain
from sijil.register.derived import DerivedRows, EventRow, LinkRow
from sijil.steps.copies import copy_keys
from sijil.steps.denials import asked_keys, told_keys
from sijil.steps.derived import Derived
from sijil.steps.link.across import Link
from sijil.steps.link.event import Event
from sijil.steps.link.keys import filed

Reports = Mapping[str, ReportInfo]
APART = ("claims", "report")  # fields of an event that have rows of their own


def event_row(event: Event) -> EventRow:
    """The row of an event; its claims and its report are other rows."""
    names = (field.name for field in fields(event) if field.name not in APART)
    plain = {name: to_plain(getattr(event, name)) for name in names}
    return EventRow(event.key, event.doc, tuple(claim.id for claim in event.claims), canonical(plain))


def event(row: EventRow, claims: Mapping[str, Claim], reports: Reports) -> Event:
    """The event of a row; `claims` are those of its report as people left them, by id."""
    bare = from_plain(Event, {**json.loads(row.json), "claims": []})
    return replace(bare, claims=tuple(claims[id_] for id_ in row.claims), report=reports.get(row.report))


def link_row(link: Link) -> LinkRow:
    """The row of a link."""
    return LinkRow(link.a, link.b, canonical(to_plain(link)))


def link(row: LinkRow) -> Link:
    """The link of a row."""
    return from_plain(Link, json.loads(row.json))


def keep_linked(rows: DerivedRows, events: Sequence[Event], links: Iterable[Link]) -> None:
    """Stores events with their keys and links."""
    rows.keep_events([event_row(one) for one in events])
    rows.keep_keys("event", {one.key: filed(one) for one in events})
    rows.keep_links([link_row(one) for one in links])


def keep_reports(
    rows: DerivedRows,
    claims: Mapping[str, Sequence[Claim]],
    reports: Mapping[str, ReportInfo],
    copied: Mapping[str, str],
) -> None:
    """Stores what reports copy, and under which keys they are found: as copies, as telling what may be denied, and as
    asking for what they deny."""
    rows.keep_copies({doc: copy_keys(reports[doc].sketch) for doc in claims if doc in reports}, copied)
    rows.keep_keys("told", {doc: told_keys(own) for doc, own in claims.items()})
    rows.keep_keys("asks", {doc: asked_keys(own) for doc, own in claims.items()})


def keep_whole(rows: DerivedRows, made: Derived, reports: Reports) -> None:
    """Stores all of it in place of all that is there."""
    rows.clear()
    keep_linked(rows, made.events, made.links)
    keep_reports(rows, made.claims, reports, made.copied)
    rows.keep_denials(made.denials)
    rows.keep_incidents(made.incidents)
    rows.keep_assessments(made.assessments)
