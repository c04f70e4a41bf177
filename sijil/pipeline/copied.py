"""The copies among touched reports and all reports that may be copied by them, or copy them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sijil.model.report import ReportInfo
from sijil.pipeline.known import Known
from sijil.register.derived import DerivedRows
from sijil.steps.copies import copies, copy_keys
from sijil.steps.copies.alike import likeness
from sijil.steps.copies.printed import reprinted


@dataclass(frozen=True, slots=True)
class Copied:
    """`reports` are all that are copies or copied, now or before, in any set of copies that may have changed;
    `originals` leads from copies to what they repeat now."""

    reports: frozenset[str]
    originals: Mapping[str, str]


def copies_around(rows: DerivedRows, known: Known, reports: frozenset[str]) -> Copied:
    """The copies among `reports`, what may be copies of these, and so on: others do not change which they are."""
    before = rows.originals(reports)
    found = {**known.reports(reports | before.keys() | set(before.values()))}
    left = found
    while left:
        by_key: dict[int, list[ReportInfo]] = {}
        for info in left.values():
            for key in copy_keys(info.sketch):
                by_key.setdefault(key, []).append(info)
        others = known.reports(rows.alike(by_key) - found.keys())
        left = {id_: info for id_, info in others.items() if _may_copy(info, by_key)}
        found |= left
    before |= rows.originals(found)
    originals = copies([claim for own in known.of(found).values() for claim in own], found)
    return Copied(frozenset({*before, *before.values(), *originals, *originals.values()}), originals)


def _may_copy(info: ReportInfo, by_key: Mapping[int, list[ReportInfo]]) -> bool:
    """Whether the wording of any report under its keys is alike enough; what they tell is not asked yet."""
    near = {other.id: other for key in copy_keys(info.sketch) for other in by_key.get(key, ())}
    return any(reprinted(info, other, likeness(info.sketch, other.sketch)) for other in near.values())
