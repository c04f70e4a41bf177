"""Claims: what one report says of harm, each with its exact words.

The order: language → drafts (the language pack) → denials tied to what they deny → claims with ids, in text order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sijil.model.claim import Claim
from sijil.model.report import Report, Text
from sijil.steps import languages
from sijil.steps.reading.denials import tie
from sijil.steps.reading.draft import Draft


def claims(report: Report, text: Text) -> tuple[Claim, ...]:
    """All claims of a report, numbered from 1 in text order; places and parties are words only.

    Raises BadReport where no language pack reads the report's language.
    """
    drafts = sorted(languages.drafts(report, text), key=lambda d: (d.start, d.end, d.kind, d.measure or ""))
    ids = [_id(report, d, i) for i, d in enumerate(drafts)]
    denied = tie(drafts)
    return tuple(
        _claim(report, text, draft, (ids[i], i + 1), tuple(ids[j] for j in denied.get(i, ())))
        for i, draft in enumerate(drafts)
    )


def _id(report: Report, draft: Draft, index: int) -> str:
    """Derived from report and content, so that reading again gives the same id."""
    bounds = (draft.figure.low, draft.figure.high) if draft.figure else ()
    parts = (report.sha256 or report.doc, draft.kind, draft.start, draft.end, draft.measure, draft.group, bounds, index)
    return "C-" + hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _claim(report: Report, text: Text, draft: Draft, name: tuple[str, int], denies: Sequence[str]) -> Claim:
    return Claim(
        id=name[0], doc=report.doc, number=name[1], kind=draft.kind,  # type: ignore[arg-type]
        quote=text.content[draft.start : draft.end], span=(draft.start, draft.end),
        status=draft.status, speaker=draft.speaker, place=draft.place, within=draft.within,  # type: ignore[arg-type]
        period=draft.period, recognised=draft.recognised, report_day=draft.report_day, actor=draft.actor,
        attack=draft.attack, measure=draft.measure, group=draft.group,
        side=draft.side, figure=draft.figure, part_of=draft.part_of, scope=draft.scope,  # type: ignore[arg-type]
        eased=draft.eased, object=draft.object, denies=tuple(denies), confidence=draft.confidence,
    )  # fmt: skip
