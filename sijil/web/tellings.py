"""Who says what of one incident, ready for its page: by independent source, and what only repeats folded together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.queries import IncidentView
from sijil.steps.parties import canonical_speaker

Speaker = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one speaker says in one report. `copies` are near-copies of the report and tellings of the same source that
    say nothing else, in their own words."""

    speaker: Speaker
    report: ReportInfo
    claims: tuple[Claim, ...]
    copies: tuple[Telling, ...] = ()

    @property
    def all(self) -> tuple[Telling, ...]:
        """It and its copies."""
        return self, *self.copies

    @property
    def day(self) -> date:
        """That of the report, for order; the last of all where nobody knows it."""
        return self.report.published or next((c.report_day for c in self.claims if c.report_day), date.max)


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source, as the assessment counts them, with its tellings in order of days."""

    name: str
    tellings: tuple[Telling, ...]

    @property
    def reports(self) -> int:
        """How many reports carry it."""
        return len({one.report.id for told in self.tellings for one in told.all})


@dataclass(frozen=True, slots=True)
class Denied:
    """What one speaker denies in one report, beside what it is that they deny."""

    telling: Telling
    rejected: tuple[Claim, ...]


def by_source(view: IncidentView, source: Mapping[str, str], originals: Mapping[str, str]) -> tuple[Source, ...]:
    """The claims of an incident by independent source, those first heard first.

    `source` is the source of each claim, `originals` leads from near-copies to the report that they repeat.
    """
    found: dict[str, list[Telling]] = {}
    for one in tellings(view.claims, view.reports):
        found.setdefault(source.get(one.claims[0].id, ""), []).append(one)
    return tuple(Source(name, folded(_own_first(name, rows), originals)) for name, rows in found.items())


def tellings(claims: Iterable[Claim], reports: Iterable[ReportInfo]) -> list[Telling]:
    """The claims by speaker and report, by day of the report."""
    known = {info.id: info for info in reports}
    found: dict[tuple[Speaker, str], list[Claim]] = {}
    for claim in claims:
        if claim.doc in known:
            found.setdefault((claim.speaker, claim.doc), []).append(claim)
    rows = [Telling(speaker, known[doc], tuple(own)) for (speaker, doc), own in found.items()]
    return sorted(rows, key=lambda one: one.day)


def _own_first(name: str, rows: Iterable[Telling]) -> list[Telling]:
    """A source's own reports before those that carry it, each in order of days."""
    return sorted(rows, key=lambda one: canonical_speaker(one.report.source) != name)


def folded(rows: Sequence[Telling], originals: Mapping[str, str]) -> tuple[Telling, ...]:
    """Tellings of one source, those that add nothing under the earlier one that they repeat."""
    heads: list[tuple[Telling, list[Telling]]] = []
    for one in rows:
        home = next((copies for head, copies in heads if _repeats(one, head, originals)), None)
        if home is None:
            heads.append((one, []))
        else:
            home.append(one)
    return tuple(replace(head, copies=tuple(copies)) for head, copies in heads)


def _repeats(one: Telling, head: Telling, originals: Mapping[str, str]) -> bool:
    text, other = originals.get(one.report.id, one.report.id), originals.get(head.report.id, head.report.id)
    return text == other != "" or all(any(_same(claim, said) for said in head.claims) for claim in one.claims)


def _same(claim: Claim, said: Claim) -> bool:
    """Whether a claim says nothing that another one does not."""
    if (claim.kind, claim.status, claim.measure, claim.group, claim.figure) != (
        said.kind, said.status, said.measure, said.group, said.figure
    ):  # fmt: skip
        return False
    named = claim.party.name if claim.party else claim.actor
    where, when = claim.at.id if claim.at else "", claim.period.iso if claim.period else ""
    return (
        named in (None, said.party.name if said.party else said.actor)
        and where in ("", said.at.id if said.at else "")
        and when in ("", said.period.iso if said.period else "")
    )


def denied(view: IncidentView) -> tuple[Denied, ...]:
    """The denials of an incident, each beside the claims of it that it rejects."""
    own = {claim.id: claim for claim in view.claims}
    found = []
    for one in tellings(view.denials, view.reports):
        rejected = dict.fromkeys(id_ for claim in one.claims for id_ in claim.denies if id_ in own)
        found.append(Denied(one, tuple(own[id_] for id_ in rejected)))
    return tuple(found)


def distinct(claims: Iterable[Claim], what: Literal["place", "actor", "side"]) -> tuple[Claim, ...]:
    """The first claim of each place, actor or side that the claims have; of the latter two none for claims without."""
    found: dict[object, Claim] = {}
    for claim in claims:
        if what == "place":
            key: object = (claim.at.id or claim.at.name, claim.at.precision) if claim.at else (claim.place,)
        else:
            party, words = (claim.party, claim.actor) if what == "actor" else (claim.side_party, claim.side)
            key = (party.name if party else words) or None
        if key is not None:
            found.setdefault(key, claim)
    return tuple(found.values())
