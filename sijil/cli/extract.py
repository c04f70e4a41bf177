"""`sijil extract`: reports in, one JSON line a report out; nothing is stored."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import typer

from sijil.cli.guard import say
from sijil.cli.inputs import Given, left_out, read_all, read_lines
from sijil.cli.options import Published, Source, day
from sijil.cli.shown import show
from sijil.errors import BadInput


def extract(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Reports, folders or addresses; - is stdin.")
    ] = None,
    published: Published = "",
    source: Source = "",
    jsonl: Annotated[str, typer.Option(metavar="IN", help='Lines of {"doc", "text", ...}; - is stdin.')] = "",
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Number of processes.")] = 1,
) -> None:
    """Claims of reports, one JSON line a report, in the order given. Nothing is stored."""
    given = Given(day(published, "--published"), source)
    names = files or []
    if not names and not jsonl:
        raise BadInput("sijil extract", "no report given", "name a file, a folder, - for standard input, or --jsonl IN")
    for path in left_out(names):
        say(f"{path}: left out, it is no .txt, .html or .jsonl file")
    from sijil.cli.workers import answers, warm

    warm()
    found = chain(read_all(names, given), read_lines(jsonl, given) if jsonl else ())
    show(answers(found, jobs), "reports")
