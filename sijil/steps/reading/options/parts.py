"""Options for whether a figure is a part of one given before ("including three children")."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import opinion
from sijil.steps.reading.scene import Scene


def parts(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene]) -> list[Option]:
    """A part or a figure of its own; `before` are the drafts kept so far."""
    here = [d for d in before if d.sentence == draft.sentence and d.measure == draft.measure]
    last, read = here[-1] if here else None, f"read{draft.part_of}"
    facts = [read, f"{read}|how-{draft.how}", f"{read}|group-{draft.group}", f"{read}|numbered{draft.numbered}"]
    listed = f"item{scenes[draft.sentence].role == 'item'}"
    told = f"told{any(d.end < draft.start and d.measure == draft.measure for d in before)}"
    facts += [listed, f"{listed}|{read}", f"{listed}|here{last is not None}", f"{listed}|{told}"]
    facts += [f"here{last is not None}", f"{read}|here{last is not None}"]
    if last is not None:
        facts += [
            f"after-part{last.part_of}|{read}",
            f"smaller{_smaller(draft, last)}",
            f"groups-{last.group}>{draft.group}",
        ]
    return [
        Option("whole", (), opinion(draft, "part", "whole")),
        Option("part", ("part", *facts), opinion(draft, "part", "part")),
    ]


def _smaller(draft: Draft, whole: Draft) -> bool:
    """Whether the figure is at most that of the one before it."""
    mine, theirs = _number(draft), _number(whole)
    return mine is not None and theirs is not None and mine <= theirs


def _number(draft: Draft) -> int | None:
    figure = draft.figure
    return None if figure is None else figure.low if figure.low is not None else figure.high
