"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from sijil.errors import BadInput
from sijil.model.filter import Box, Filter

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, as in docs/json.md.")]
RegisterPath = Annotated[
    Path | None,
    typer.Option("--register", metavar="FILE", help="The register. Default: $SIJIL_REGISTER, else ./sijil.db."),
]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="Day of publication (YYYY-MM-DD) where the report does not give it.")
]
Source = Annotated[str, typer.Option(metavar="NAME", help="Publisher where the report does not give it.")]
Place = Annotated[str, typer.Option(metavar="NAME", help="Only this place or what lies in it.")]
Since = Annotated[str, typer.Option(metavar="DATE", help="Only what ended on or after this day.")]
Until = Annotated[str, typer.Option(metavar="DATE", help="Only what began on or before this day.")]
Party = Annotated[str, typer.Option(metavar="NAME", help="Only where this party is named.")]
Kind = Annotated[str, typer.Option(metavar="KIND", help="Only this kind of claim: casualty, attack, access ...")]
Group = Annotated[str, typer.Option(metavar="GROUP", help="Only this group: civilians, children, combatants ...")]
Attack = Annotated[str, typer.Option(metavar="ATTACK", help="Only this kind of attack: airstrike, shelling ...")]
Grades = Annotated[
    list[str] | None,
    typer.Option("--grade", metavar="GRADE", help="Only incidents of this grade; can be given again."),
]
Places = Annotated[
    bool, typer.Option("--places", help="A summary by place (displacement: by place and time) instead of the rows.")
]
Speaker = Annotated[str, typer.Option(metavar="NAME", help="Only what is said by, or through, this speaker.")]
Publisher = Annotated[str, typer.Option(metavar="NAME", help="Only reports of this publisher.")]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only incidents that sources dispute.")]
InBox = Annotated[
    str, typer.Option("--box", metavar="W,S,E,N", help="Only places inside these degrees: west,south,east,north.")
]
OfReport = Annotated[str, typer.Option("--report", metavar="ID", help="Only claims of this report.")]


def day(text: str, option: str) -> date | None:
    """The day that an option's value names; None for an empty one. Raises BadInput for anything but YYYY-MM-DD."""
    if not text:
        return None
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{option} {text!r}", "is not a day", "write it as YYYY-MM-DD, for example 2020-01-24") from None


def one_of(text: str, option: str, allowed: tuple[str, ...]) -> str:
    """`text` if it is empty or allowed. Raises BadInput otherwise, naming what is allowed."""
    if text and text not in allowed:
        raise BadInput(f"{option} {text!r}", "is not known", f"choose one of {', '.join(allowed)}")
    return text


def grades_of(names: list[str]) -> tuple[str, ...]:
    """The grades that an option names, in their usual order. Raises BadInput for what is none."""
    from sijil.model.incident import GRADES

    wanted = {one_of(name.capitalize(), "--grade", GRADES) for name in names}
    return tuple(grade for grade in GRADES if grade in wanted)


def box_of(text: str) -> Box | None:
    """The box that an option's value names; None for an empty one. Raises BadInput for anything but four degrees."""
    if not text:
        return None
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        west = south = east = north = 0.0
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise BadInput(f"--box {text!r}", "is no box", "write west,south,east,north in degrees, as 36,35,37.5,36.6")
    return west, south, east, north


def filter_of(since: str, until: str, grades: tuple[str, ...] = (), box: str = "", **words: str | bool) -> Filter:
    """The filter that a command's options amount to. Raises BadInput for bad days and unknown words."""
    from sijil.model.claim import ATTACKS, GROUPS, KINDS

    for name, allowed in (("kind", KINDS), ("group", GROUPS), ("attack", ATTACKS)):
        one_of(str(words.get(name, "")), f"--{name}", allowed)
    first, last = day(since, "--since"), day(until, "--until")
    if first and last and first > last:
        raise BadInput(f"--since {first}", f"lies after --until {last}", "swap them")
    fields: dict[str, Any] = {**words, "grades": grades, "box": box_of(box)}
    return Filter(since=first, until=last, **fields)
