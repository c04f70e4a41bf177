"""`sijil extract`: reports in, one JSON line a report out; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from sijil.cli.guard import say
from sijil.cli.inputs import Given, left_out, read_all, read_lines
from sijil.cli.options import Published, Source, day
from sijil.cli.progress import counted
from sijil.errors import BadInput, BadReport
from sijil.model.report import Report


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
    _warm()
    for path in left_out(names):
        say(f"{path}: left out, it is no .txt, .html or .jsonl file")
    code = _print(chain(read_all(names, given), read_lines(jsonl, given) if jsonl else ()), jobs)
    if code:
        raise typer.Exit(code)


def _print(found: Iterator[Report | BadReport], jobs: int) -> int:
    """Writes each answer where it belongs; returns the exit code: a failure outweighs bad input."""
    from sijil.cli.workers import answers

    codes = set()
    shown = answers(found, jobs)
    for answer in shown if sys.stdout.isatty() else counted(shown, "reports"):
        codes.add(answer.code)
        if answer.error:
            say(answer.error)
        else:
            sys.stdout.write(answer.line + "\n")
            sys.stdout.flush()
    return 1 if 1 in codes else max(codes, default=0)


def _warm() -> None:
    """Builds the place index here if there is none yet, so that several workers do not do it at once."""
    from sijil.steps.places.gazetteer import Gazetteer

    Gazetteer.open()
