"""`sijil places tag`: toponyms of texts with their positions, one JSON line a text; nothing is stored."""

from __future__ import annotations

import dataclasses
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli import packs
from sijil.cli.inputs import Given, read_lines
from sijil.cli.shown import show
from sijil.model.report import Report

if TYPE_CHECKING:
    from sijil.steps.places.gazetteer import Gazetteer


def tag(
    jsonl: Annotated[str, typer.Option(metavar="IN", help='Lines of {"doc", "text", ...}; - is stdin.')],
    pack: packs.Packs = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Number of processes.")] = 1,
) -> None:
    """Places that texts name, with their positions: one JSON line a text, in the order given. Nothing is stored."""
    from sijil.cli.workers import answers

    files = tuple(map(str, packs.existing(pack)))
    _gazetteer(files)  # builds the index here if there is none yet, so that several workers do not do it at once
    show(answers(read_lines(jsonl, Given()), jobs, partial(tagged, files)), "texts")


def tagged(files: tuple[str, ...], report: Report) -> str:
    """The JSON line of one text. `files` are the packs of this run."""
    from sijil.cli.output import json_line
    from sijil.steps.places.tagging.tag import tag

    found = tag(report, _gazetteer(files))
    return json_line({"doc": report.doc, "toponyms": [dataclasses.asdict(toponym) for toponym in found]})


@cache
def _gazetteer(files: tuple[str, ...]) -> Gazetteer:
    from pathlib import Path

    from sijil.steps.places.gazetteer import Gazetteer

    return Gazetteer.open([Path(file) for file in files])
