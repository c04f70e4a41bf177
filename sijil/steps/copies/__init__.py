"""Near-copies among reports: a wire printed twice, shortened or extended or with another headline, is one report.

What wording is alike is told from the reports' sketches, pair by pair; whether they tell the same, from their claims.
Nothing is weighed by how often it occurs elsewhere, so a report that comes in changes only what it is a copy of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.steps.copies.alike import copy_keys, likeness
from sijil.steps.copies.facts import Facts, agree, facts_of
from sijil.steps.copies.printed import reprinted

__all__ = ["copies", "copy_keys"]


def copies(claims: Iterable[Claim], reports: Mapping[str, ReportInfo]) -> dict[str, str]:
    """Report → the report that it repeats, for near-copies only; the first by id where several repeat each other.

    Copies share a key (`copy_keys`), are alike enough for who prints them (rules/sources.toml), and agree in numbers
    and places. The likest pair joins first, and two sets of copies become one only where each report of the one agrees
    with each of the other: a day's round-up that holds two reports does not make one of them. A report without claims
    is no copy: nothing would follow from it. Order of `claims` and `reports` changes nothing.
    """
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)
    known = {doc: reports[doc] for doc in sorted(by_doc) if doc in reports and reports[doc].sketch.shingles}
    facts = {doc: facts_of(by_doc[doc]) for doc in known}
    sets = _joined(_alike(known, facts), facts)
    return {doc: own[0] for own in sets for doc in own[1:]}


def _alike(known: Mapping[str, ReportInfo], facts: Mapping[str, Facts]) -> list[tuple[float, str, str]]:
    """Pairs of copies, the likest first."""
    by_key: dict[int, list[str]] = defaultdict(list)
    for doc, info in known.items():
        for key in copy_keys(info.sketch):
            by_key[key].append(doc)
    pairs = {(a, b) for docs in by_key.values() for n, a in enumerate(docs) for b in docs[n + 1 :]}
    found = []
    for a, b in pairs:
        like = likeness(known[a].sketch, known[b].sketch)
        if reprinted(known[a], known[b], like) and agree(facts[a], facts[b]):
            found.append((-like.shared, a, b))
    return sorted(found)


def _joined(pairs: Iterable[tuple[float, str, str]], facts: Mapping[str, Facts]) -> list[list[str]]:
    """The sets of copies, each in order of ids."""
    sets: dict[str, list[str]] = {}
    for _, a, b in pairs:
        one, other = sets.get(a, [a]), sets.get(b, [b])
        if one is not other and all(agree(facts[x], facts[y]) for x in one for y in other):
            both = sorted([*one, *other])
            sets.update((doc, both) for doc in both)
    return [own for doc, own in sorted(sets.items()) if doc == own[0]]
