"""`sijil search`: incidents, claims and reports by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.cells import shorten
from sijil.cli.options import AsJson, Kind, Place, RegisterPath, Since, Until, filter_of, one_of
from sijil.cli.output import period, print_json, print_lines, print_table

if TYPE_CHECKING:
    from sijil.pipeline.finding import Found
    from sijil.register.search import Of
    from sijil.steps.places.gazetteer import Gazetteer

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, "a phrase", -without, begin*.')]
Only = Annotated[str, typer.Option("--of", metavar="WHAT", help="Only incidents, claims or reports.")]
Rejected = Annotated[bool, typer.Option("--rejected", help="Also claims that people rejected.")]
Limit = Annotated[int, typer.Option(metavar="N", min=1, max=1000, help="At most so many of each.")]
Page = Annotated[int, typer.Option(metavar="N", min=1, max=10000, help="The first N, the next N ...")]


def search(
    words: Words,
    of: Only = "",
    place: Place = "",
    since: Since = "",
    until: Until = "",
    kind: Kind = "",
    rejected: Rejected = False,
    limit: Limit = 20,
    page: Page = 1,
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Incidents, claims and reports that hold words, in Latin or Arabic letters; quote what begins with a minus."""
    from sijil.exports.found import found_forms
    from sijil.pipeline.finding import Sought
    from sijil.pipeline.finding import search as find
    from sijil.register import Register
    from sijil.register.search import OF

    one_of(of, "--of", OF)
    kinds: tuple[Of, ...] = tuple(one for one in OF if of in ("", one))
    wanted = filter_of(since, until, place=place, kind=kind)
    with Register.open(register, create=False) as opened:
        sought = Sought(" ".join(words), wanted, kinds, rejected, (page - 1) * limit, limit)
        found = find(opened, sought, _gazetteer())
    if found.behind:
        typer.echo("reports or judgements came in since words were last kept: sijil rebuild", err=True)
    if as_json:
        print_json(found_forms(found))
    else:
        _print(found, kinds)


def _gazetteer() -> Gazetteer | None:
    """The gazetteer where there is one: nobody who searches waits for it to be built."""
    from sijil.steps.places.build import index_path
    from sijil.steps.places.gazetteer import Gazetteer

    return Gazetteer.open() if index_path().exists() else None


def _print(found: Found, kinds: Sequence[Of]) -> None:
    tables: dict[Of, tuple[Sequence[str], Iterable[Sequence[str]]]] = {
        "incidents": (("id", "incident", "when", "grade"), (
            (one.incident.id, one.title.text, period(one.incident.period), one.grade) for one in found.incidents
        )),
        "claims": (("id", "kind", "when", "words", "names"), (
            (one.claim.id, f"{one.claim.kind}{' (rejected)' if one.rejected else ''}", period(one.claim.period),
             shorten(one.words.text), shorten("; ".join(name.text for name in one.names), 40)) for one in found.claims
        )),
        "reports": (("id", "report", "published", "words"), (
            (one.report.id, shorten(one.title.text, 40), str(one.report.published or "no date"),
             shorten(one.words.text, 200)) for one in found.reports
        )),
    }  # fmt: skip
    for of in kinds:
        print_lines([f"{of}: {told(found.counts[of])}"])
        headers, rows = tables[of]
        if found.counts[of]:
            print_table(headers, rows, "no more")
        print_lines([""])


def told(count: int) -> str:
    """A count of results, which are not counted to the end."""
    from sijil.register.search import MOST

    return f"more than {MOST:,}" if count > MOST else f"{count:,}"
