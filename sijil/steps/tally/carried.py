"""What is known of findings, carried over to those that follow: only what changed is looked at again.

Findings work out what they are asked of all their claims (Findings' properties), which takes 0.3 s at 100,000. Where a
few changed, each of these is made from the one before, and comes out the same (tests/test_snapshot.py holds it).
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.steps import who
from sijil.steps.tally.columns import Cut, cut
from sijil.steps.tally.findings import Findings, Seen, by_days, denies, in_time, month_of
from sijil.steps.tally.overlaps import stands_alone
from sijil.steps.when import days
from sijil.steps.where import has_place

Claims = Sequence[Claim]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Changed:
    """Claims and incidents that are other ones now, as they were and as they are; one that came or went is in one.
    `reports` are those that were read again, new ones in order."""

    reports: Sequence[str]
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    incidents: tuple[tuple[Incident, ...], tuple[Incident, ...]]


def without(known: Mapping[K, V], gone: Iterable[K]) -> dict[K, V]:
    """A copy of what is known without some of it. Copying 100,000 takes 2 ms, picking those that stay 10."""
    left = dict(known)
    for key in gone:
        left.pop(key, None)
    return left


def in_place(known: Iterable[Incident], changed: Changed, key: Callable[[Incident], Any]) -> tuple[Incident, ...]:
    """Incidents in order, with those that changed."""
    gone = {one.id for one in changed.incidents[0]}
    kept = [one for one in known if one.id not in gone]
    for one in changed.incidents[1]:
        insort(kept, one, key=key)
    return tuple(kept)


def cuts_of(older: Findings, by_doc: Mapping[str, Claims], reports: Iterable[str]) -> list[Cut]:
    """Where the claims of reports, by report, are other ones now; new reports come last."""
    held = sorted((older.starts[doc], doc) for doc in reports if doc in older.starts)
    last = len(older.claims)
    cuts = [(start, start + len(older.by_doc[doc]), by_doc[doc]) for start, doc in held]
    return [*cuts, *((last, last, by_doc[doc]) for doc in reports if doc not in older.starts)]


def carry(older: Findings, newer: Findings, changed: Changed) -> None:
    """Gives the newer findings what the older ones know. Their claims by report, places and homes are known."""
    cuts, own, known = cuts_of(older, newer.by_doc, changed.reports), vars(newer), vars(older)
    if all(end - start == len(new) for start, end, new in cuts):
        own["starts"] = older.starts
    own["columns"] = older.columns.cut(newer.claims, cuts)
    totals = [tuple(filter(stands_alone, claims)) for claims in changed.claims]
    if "stated" in known and not any(totals):
        own["stated"] = older.stated
    if "stated_by_days" in known:
        own["stated_by_days"] = older.stated_by_days.changed(_spans(totals[0]), by_days(totals[1]))
    if "publishers" in known:
        came = {claim.doc: who.publisher(claim, newer.reports) for claim in changed.claims[1]}
        own["publishers"] = {**older.publishers, **came}
    if "dated" in known:
        own["dated"] = older.dated.changed(_spans(changed.incidents[0]), by_days(changed.incidents[1]))
    if "months" in known:
        own["months"] = +_counted(Counter(older.months), *(map(month_of, some) for some in changed.incidents))
    if "by_day" in known:
        own["by_day"] = in_place(older.by_day, changed, lambda one: in_time(newer.place, one))
    if "homes" in known:
        own["homes"] = _homes(older, newer, cuts, changed)
    if "seen" in known:
        own["seen"] = _seen(older, newer, changed)
    if "denials" in known:
        own["denials"] = _denials(older, newer, changed)
    newer.summed.update(without(older.summed, {month_of(one) for some in changed.incidents for one in some}))
    newer.rivals.update(without(older.rivals, (one.id for one in changed.incidents[0])))
    newer.told.update(_told(older, changed))


def _spans(things: Iterable[Any]) -> list[tuple[str, Any]]:
    return [(id_, span) for id_, span, _ in by_days(things)]


def _counted(known: Counter[K], gone: Iterable[K], came: Iterable[K]) -> Counter[K]:
    counts = known.copy()
    counts.subtract(gone)
    counts.update(came)
    return counts


def _homes(older: Findings, newer: Findings, cuts: Sequence[Cut], changed: Changed) -> list[str | None]:
    homes = [(start, end, [newer.home.get(claim.id) for claim in new]) for start, end, new in cuts]
    found = list(cut(older.homes, homes))
    ids = {claim for some in changed.incidents for one in some for claim in one.claims}
    for claim in filter(None, map(newer.by_id().get, ids)):
        found[newer.position(claim)] = newer.home.get(claim.id)
    return found


def _seen(older: Findings, newer: Findings, changed: Changed) -> Seen:
    """Every claim of an incident that changed is taken out, and put in as it is."""
    sides = zip((older, newer), changed.incidents, strict=True)
    gone, came = ([c for one in some for id_ in one.claims if (c := found.by_id().get(id_))] for found, some in sides)
    placed = older.seen.placed - {one.id for one in changed.incidents[0]}
    docs = dict(older.seen.docs)
    for claim in gone:
        docs[claim.doc] -= 1
    for claim in came:
        docs[claim.doc] = docs.get(claim.doc, 0) + 1
    for doc in {claim.doc for claim in gone if not docs[claim.doc]}:
        del docs[doc]
    return Seen(placed | {newer.home[c.id] for c in came if has_place(c)}, docs)


def _denials(older: Findings, newer: Findings, changed: Changed) -> Mapping[str, tuple[Claim, ...]]:
    gone, came = (list(filter(denies, claims)) for claims in changed.claims)
    ids, found = {claim.id for claim in gone}, dict(older.denials)
    for denied in {id_ for claim in (*gone, *came) for id_ in claim.denies}:
        own = [one for one in found.pop(denied, ()) if one.id not in ids]
        own += [one for one in came if denied in one.denies]
        if own:
            found[denied] = tuple(sorted(own, key=newer.position))
    return found


def _told(older: Findings, changed: Changed) -> dict[str, Any]:
    """The rows of stated totals that hold still: no incident and no total in their days is another one now, nor
    anything in their reports."""
    if not older.told:
        return {}
    periods = [one.period for some in changed.incidents for one in some]
    periods += [claim.period for claims in changed.claims for claim in claims if stands_alone(claim)]
    near = {id_ for span in set(map(days, periods)) if span for id_ in older.stated_by_days.meeting(span)}
    docs = {claim.doc for claims in changed.claims for claim in claims}
    return without(older.told, near | {claim.id for doc in docs for claim in older.by_doc.get(doc, ())})
