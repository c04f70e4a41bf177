"""`sijil tally`: the documented minimum over a part of the record, with its limits."""

from __future__ import annotations

from collections.abc import Mapping

from sijil.cli import cells
from sijil.cli.options import AsJson, Attack, Group, Party, Place, RegisterPath, Since, Until, filter_of
from sijil.cli.output import figure, print_json, print_lines, print_table
from sijil.exports.forms import row_form
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import Tally


def tally(
    place: Place = "",
    since: Since = "",
    until: Until = "",
    party: Party = "",
    group: Group = "",
    attack: Attack = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Ranges over incidents, grades, what is disputed, the totals beside them, and the limits."""
    from sijil import queries
    from sijil.register import Register

    wanted = filter_of(since, until, place=place, party=party, group=group, attack=attack)
    with Register.open(register, create=False) as opened:
        made = queries.tally(opened, wanted)
        words = {claim.id: claim for claim in queries.claims(opened, Filter())}
    if as_json:
        print_json([row_form(made)])
    else:
        _print(made, words)


def _print(made: Tally, words: Mapping[str, Claim]) -> None:
    rows = ((row.measure, row.group, figure(row.figure), str(row.incidents)) for row in made.rows)
    print_table(("reported", "group", "over incidents", "incidents"), rows, "no incident with a figure")
    if made.doubts:
        print_lines(["", "counted once, since they may be one event:"])
        print_lines(f"  {one.incident} and {one.other}: {one.why}" for one in made.doubts)
    grades = ", ".join(f"{count} {grade}" for grade, count in made.grades) or "none"
    print_lines([
        "",
        f"grades: {grades}; disputed: {len(made.disputed)}",
        f"without a date: {len(made.undated)} claims; without a place: {len(made.placeless)} claims",
        "",
        "totals stated beside these incidents, never added to them:",
    ])  # fmt: skip
    print_table(cells.TOTAL, (cells.total(row, words) for row in made.totals), "none")
    print_lines(["", f"as of {made.as_of}, by method {made.method}, from {made.reports} reports:", *made.limits])
