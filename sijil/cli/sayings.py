"""Who says what of an incident, as lines of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.cli.cells import shorten

if TYPE_CHECKING:
    from sijil.queries import IncidentView
    from sijil.steps.assess.who_says import Saying

WIDTH = 60  # characters of the words


def sayings(view: IncidentView) -> tuple[Saying, ...]:
    """The rows of an incident, its denials last."""
    from sijil.steps.assess.who_says import who_says

    return who_says((*view.claims, *view.denials), {info.id: info for info in view.reports}, view.assessment)


def says_lines(rows: tuple[Saying, ...]) -> list[str]:
    """One line a row that counts or denies: day, speaker, publisher, figure, words, and why a figure was set aside."""
    told = [row for row in rows if row.figure or row.measure == "denial"]
    speakers = max((len(row.speaker) for row in told), default=0)
    figures = [" ".join(filter(None, (row.figure, row.group, row.measure))) for row in told]
    wide = max(map(len, figures), default=0)
    return [
        f"  says     {row.day or 'day unknown':<11} {row.speaker:<{min(speakers, 40)}}  {figure:<{wide}}  "
        f'"{shorten(row.words, WIDTH)}" ({row.publisher}{f"; set aside: {row.aside}" if row.aside else ""})'
        for row, figure in zip(told, figures, strict=True)
    ]
