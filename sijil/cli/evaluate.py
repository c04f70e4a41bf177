"""`sijil evaluate`: claims held against annotated ones, and a page of every error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijil.cli.files import write_whole
from sijil.cli.guard import say
from sijil.cli.output import print_json, print_lines
from sijil.cli.progress import counted
from sijil.errors import BadReport
from sijil.model.report import Report

if TYPE_CHECKING:
    from sijil.evaluate.lines import Annotated as Claims
    from sijil.evaluate.matching import Compared

File = Path | None


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help='Annotated reports, one line {"doc", "claims"} each.')],
    reports: Annotated[
        File, typer.Option(metavar="FILE", help="Their texts: JSON lines, manifest or folder. Default: beside GOLD.")
    ] = None,
    predicted: Annotated[
        File, typer.Option(metavar="FILE", help="Claims written before (sijil extract), instead of reading anew.")
    ] = None,
    html: Annotated[File, typer.Option("--html", metavar="FILE", help="Write a page of every error.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Number of processes.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, as in docs/json.md.")] = False,
) -> None:
    """How right the claims are, held against annotated reports."""
    from sijil.cli.golds import reports_of
    from sijil.evaluate.lines import read_file
    from sijil.evaluate.matching import compare_all

    annotated = read_file(gold)
    read, code = (read_file(predicted), 0) if predicted else ({}, 0)
    found = reports_of(annotated, gold, reports) if html or not predicted else []
    if not predicted:
        read, code = _read(found, jobs)
    compared = compare_all(annotated, read)
    unread = [doc for doc in annotated if doc not in read]
    if unread:
        say(f"{predicted or gold}: {len(unread)} reports without predicted claims, counted as saying nothing")
    _print(compared, {"gold": str(gold), "unread": unread}, as_json)
    if html:
        _write_page(html, gold, compared, [one for one in found if isinstance(one, Report)])
    if code:
        raise typer.Exit(code)


def _read(found: Iterable[Report | BadReport], jobs: int) -> tuple[dict[str, Claims], int]:
    """The claims that Sijil reads in the reports, by report, and the exit code; each bad report is told on stderr."""
    from sijil.cli.workers import answers
    from sijil.evaluate.lines import parsed
    from sijil.steps.places.gazetteer import Gazetteer

    Gazetteer.open()  # builds the place index if there is none yet, before several workers do
    claims, codes = {}, {0}
    for answer in counted(answers(found, jobs), "reports"):
        codes.add(answer.code)
        if answer.error:
            say(answer.error)
        else:
            one = parsed(answer.line, "sijil extract")
            claims[one.doc] = one
    return claims, 1 if 1 in codes else max(codes)


def _print(compared: tuple[Compared, ...], beside: Mapping[str, Any], as_json: bool) -> None:
    from sijil.evaluate import telling
    from sijil.evaluate.scores import score
    from sijil.evaluate.trust import trust

    scores, sure = score(compared), trust(compared)
    if as_json:
        print_json([{**beside, **telling.form(scores, sure)}])
    else:
        print_lines(telling.lines(scores, sure))


def _write_page(path: Path, gold: Path, compared: tuple[Compared, ...], reports: Iterable[Report]) -> None:
    from sijil.evaluate.page import page
    from sijil.steps.clean import clean
    from sijil.steps.clean.page import metadata

    texts = {report.doc: clean(metadata(report)) for report in reports}
    write_whole(path, page(gold.name, compared, texts))
    say(f"{path}: written")
