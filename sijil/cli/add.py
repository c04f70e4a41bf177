"""`sijil add`: reports into the register."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.guard import FAILED, code_of, debugging, line_of, say
from sijil.cli.inputs import Given, left_out, read_all
from sijil.cli.options import AsJson, Published, RegisterPath, Source, day
from sijil.cli.output import print_json, print_lines
from sijil.cli.progress import counted
from sijil.errors import BadReport, RegisterError
from sijil.model.report import Report

if TYPE_CHECKING:
    from sijil.register import AddOutcome, Register
    from sijil.steps.places.gazetteer import Gazetteer


def add(
    files: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL...", help="Reports; - is stdin.")],
    published: Published = "",
    source: Source = "",
    as_json: AsJson = False,
    register: RegisterPath = None,
) -> None:
    """Reads reports into the register. The same bytes a second time change nothing."""
    from sijil.pipeline import derive
    from sijil.register import Register
    from sijil.steps.places.gazetteer import Gazetteer

    given = Given(day(published, "--published"), source)
    for path in left_out(files):
        say(f"{path}: left out, it is no .txt, .html or .jsonl file")
    with Register.open(register) as opened:
        adding = Adding(opened, Gazetteer.open())
        adding.all(counted(read_all(files, given), "reports"))
        if opened.behind:
            derive(opened)
        _tell(adding, opened, as_json)
    if adding.code:
        raise typer.Exit(adding.code)


class Adding:
    """Adds one report after the other and remembers what became of each."""

    def __init__(self, register: Register, gazetteer: Gazetteer) -> None:
        self.register, self.gazetteer = register, gazetteer
        self.outcomes: list[tuple[str, AddOutcome]] = []
        self.code = 0

    def all(self, found: Iterable[Report | BadReport]) -> None:
        """Adds what can be read; a report that cannot gets one line on stderr and the next one its turn."""
        for one in found:
            if isinstance(one, BadReport):
                self._fail(one.line(), one.exit_code)
            else:
                self._add(one)

    def _add(self, report: Report) -> None:
        from sijil.pipeline import add as add_report

        try:
            self.outcomes.append((report.doc, add_report(self.register, report, self.gazetteer)))
        except RegisterError:
            raise
        except Exception as error:
            if debugging():
                raise
            bad = isinstance(error, BadReport)
            self._fail(line_of(error) if bad else f"{report.doc}: {line_of(error)}", code_of(error))

    def _fail(self, line: str, code: int) -> None:
        say(line)
        self.code = FAILED if FAILED in (self.code, code) else code


def _tell(adding: Adding, register: Register, as_json: bool) -> None:
    if as_json:
        print_json({"doc": doc, "report": one.report_id, "added": one.added} for doc, one in adding.outcomes)
        return
    added = sum(one.added for _, one in adding.outcomes)
    known = len(adding.outcomes) - added
    again = f", {known} there already" if known else ""
    claims, incidents = len(register.claims()), len(register.incidents())
    print_lines([
        f"{register.path}: {added} added{again}; it now holds {len(register.reports())} reports, "
        f"{claims} claims and {incidents} incidents"
    ])  # fmt: skip
