"""Answers to many questions, each where it belongs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from sijil.cli.guard import say
from sijil.cli.progress import counted

if TYPE_CHECKING:
    from sijil.cli.workers import Answer


def show(answers: Iterator[Answer], what: str) -> None:
    """Lines on stdout, errors on stderr, as they come. `what` names the answers while they are counted.

    Ends with an exit code where something went wrong: a failure outweighs bad input.
    """
    codes = set()
    for answer in answers if sys.stdout.isatty() else counted(answers, what):
        codes.add(answer.code)
        if answer.error:
            say(answer.error)
        else:
            sys.stdout.write(answer.line + "\n")
            sys.stdout.flush()
    code = 1 if 1 in codes else max(codes, default=0)
    if code:
        raise typer.Exit(code)
