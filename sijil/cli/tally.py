"""`sijil tally`: the documented minimum over a part of the record, with its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from sijil.cli import cells
from sijil.cli.options import (
    AsJson,
    Attack,
    Disputed,
    Grades,
    Group,
    InBox,
    Party,
    Place,
    Publisher,
    RegisterPath,
    Since,
    Speaker,
    Until,
    day,
    filter_of,
    grades_of,
    one_of,
)  # fmt: skip
from sijil.cli.output import figure, print_json, print_lines, print_table
from sijil.exports.forms import row_form
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import PARTS, Tally

By = Annotated[str, typer.Option(metavar="WHAT", help=f"Break it down by one of: {', '.join(PARTS)}.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="Only what had been reported by this day. Default: everything.")
]


def tally(
    by: By = "",
    as_of: AsOf = "",
    place: Place = "",
    since: Since = "",
    until: Until = "",
    party: Party = "",
    group: Group = "",
    attack: Attack = "",
    grade: Grades = None,
    speaker: Speaker = "",
    publisher: Publisher = "",
    disputed: Disputed = False,
    box: InBox = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Ranges over incidents, grades, what is disputed, the totals beside them, and the limits."""
    from sijil import queries
    from sijil.register import Register

    one_of(by, "--by", PARTS)
    wanted = filter_of(
        since, until, grades_of(grade or []), box, place=place, party=party, group=group, attack=attack,
        speaker=speaker, publisher=publisher, disputed=disputed,
    )  # fmt: skip
    with Register.open(register, create=False) as opened:
        made = queries.tally(opened, wanted, day(as_of, "--as-of"), by)
        words = {claim.id: claim for claim in queries.claims(opened, Filter())}
    if as_json:
        print_json([row_form(made)])
    else:
        _print(made, words)


def _print(made: Tally, words: Mapping[str, Claim]) -> None:
    if made.parts:
        _print_parts(made)
    rows = ((row.measure, row.group, figure(row.figure), str(row.incidents)) for row in made.rows)
    print_table(("reported", "group", "over incidents", "incidents"), rows, "no incident with a figure")
    if made.doubts:
        print_lines(["", "counted once, since they may be one event:"])
        print_lines(f"  {one.incident} and {one.other}: {one.why}" for one in made.doubts)
    grades = ", ".join(f"{count} {grade}" for grade, count in made.grades) or "none"
    print_lines([
        "",
        f"grades: {grades}; disputed: {len(made.disputed)}",
        f"without a date: {len(made.undated)} incidents; without a place: {len(made.placeless)} incidents",
        "",
        "totals stated beside these incidents, never added to them:",
    ])  # fmt: skip
    print_table(cells.TOTAL, (cells.total(row, words) for row in made.totals), "none")
    later = f" ({made.later} came later and are left out)" if made.later else ""
    print_lines(
        [
            "",
            f"as of {made.as_of}, by method {made.method} (sijil method), from {made.reports} reports{later}:",
            *made.limits,
        ]
    )


def _print_parts(made: Tally) -> None:
    """The tally broken down, and after it a line that says how it relates to the whole."""
    headers = [made.by, "reported", "group", "in it", "incidents"]
    running = any(part.running for part in made.parts)
    print_table([*headers, "until then"] if running else headers, _part_rows(made, running))
    print_lines(["", f"all of it (the {made.by}s above need not add up to it: what may be one event is in each once):"])


def _part_rows(made: Tally, running: bool) -> Iterator[tuple[str, ...]]:
    for part in made.parts:
        sofar = {(row.measure, row.group): figure(row.figure) for row in part.running}
        if not part.rows:
            yield (part.label, "no figure", "", "", str(len(part.incidents)), *([""] if running else []))
        for n, row in enumerate(part.rows):
            cells_ = ("" if n else part.label, row.measure, row.group, figure(row.figure), str(row.incidents))
            yield (*cells_, sofar.get((row.measure, row.group), "")) if running else cells_
