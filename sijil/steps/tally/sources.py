"""The ledger of sources: what each speaker and publisher said, how often alone, how often contradicted. No score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.ledger import SourceRow
from sijil.steps import who
from sijil.steps.bounds import disjoint
from sijil.steps.tally.findings import Findings


@dataclass(frozen=True, slots=True)
class _Said:
    """Claims with the name that all are counted under and their incidents, None where a claim is of none."""

    names: Sequence[str]
    claims: Sequence[Claim]
    homes: Sequence[str | None]


def sources(found: Findings) -> tuple[SourceRow, ...]:
    """Speakers, then publishers, by number of claims and name.

    Alone: the incident rests on no other source. Contradicted: a claim that somebody denies, or whose figure excludes
    another source's figure of the same measure and group in its incident.
    """
    lonely = {one.id for one in found.incidents if (a := found.assessments.get(one.id)) and len(a.sources) == 1}
    against, publishers = _contradicted(found), found.publishers
    said = [(*pair, name) for pair in _spoken(found) if (name := who.speaker(pair[0]))]
    speakers = _Said([name for *_, name in said], [claim for claim, *_ in said], [home for _, home, _ in said])
    printed = _Said([publishers[claim.doc] for claim in found.claims], found.claims, found.homes)
    return (*_rows("speaker", speakers, lonely, against), *_rows("publisher", printed, lonely, against))


def _spoken(found: Findings) -> Iterator[tuple[Claim, str | None]]:
    """The claims that name speakers, with their incidents."""
    return ((claim, home) for claim, home in zip(found.claims, found.homes, strict=True) if claim.speaker)


def _rows(role: Literal["speaker", "publisher"], said: _Said, lonely: set[str], against: set[str]) -> list[SourceRow]:
    """The rows of one role. Counted as a whole: 100,000 claims one by one take 0.3 s."""
    counts = Counter(said.names)
    told = [(name, home) for name, home in set(zip(said.names, said.homes, strict=True)) if home is not None]
    incidents, alone = Counter(name for name, _ in told), Counter(name for name, home in told if home in lonely)
    contradicted = Counter(name for name, one in zip(said.names, said.claims, strict=True) if one.id in against)
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return [SourceRow(name, role, counts[name], incidents[name], alone[name], contradicted[name]) for name in order]


def _contradicted(found: Findings) -> set[str]:
    """Ids of claims that are denied, or whose figure another source's excludes."""
    whole, ids = found.whole, set(found.denials)
    own = {claim.id for claim in found.claims} if found.of else None
    for incident in found.incidents:
        pairs = whole.rivals.get(incident.id)
        if pairs is None:
            pairs = whole.rivals[incident.id] = _rivals(incident, whole)
        for pair in pairs:
            if own is None or own.issuperset(pair):
                ids.update(pair)
    return ids


def _rivals(incident: Incident, found: Findings) -> tuple[tuple[str, str], ...]:
    """The claims of an incident whose figures exclude each other, told by different sources."""
    alike: dict[tuple[str | None, str | None], list[Claim]] = {}
    for claim in (found.by_id().get(id_) for id_ in incident.claims):
        if claim and claim.kind == "casualty" and claim.figure and not claim.part_of:
            alike.setdefault((claim.measure, claim.group), []).append(claim)
    return tuple(
        (a.id, b.id)
        for own in alike.values()
        for a, b in combinations(own, 2)
        if a.figure and b.figure and disjoint(a.figure, b.figure)
        and who.source(a, found.reports) != who.source(b, found.reports)
    )  # fmt: skip
