"""`sijil link`: reports in, one JSON line a report out with the incidents that it tells of; nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.inputs import Given, read_lines
from sijil.cli.options import Published, Source, day

if TYPE_CHECKING:
    from sijil.cli.workers import Answer
    from sijil.model.claim import Claim
    from sijil.model.report import Report, ReportInfo
    from sijil.steps.link.reports import ReportLinks


def link(
    jsonl: Annotated[str, typer.Option(metavar="IN", help='Lines of {"doc", "text", ...}; - is stdin.')],
    published: Published = "",
    source: Source = "",
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Number of processes.")] = 1,
) -> None:
    """Which reports tell of one incident, one JSON line a report, in order. Nothing is stored."""
    from sijil.cli.progress import counted
    from sijil.cli.shown import show
    from sijil.cli.workers import answers, warm

    given = Given(day(published, "--published"), source)
    warm()
    read = list(counted(answers(read_lines(jsonl, given), jobs, told), "reports read"))
    show(_answered(read), "reports linked")


def told(report: Report) -> str:
    """What linking needs to know of a report, as one line for the parent process."""
    from sijil.cli.workers import gazetteer
    from sijil.pipeline import extract
    from sijil.record import canonical, to_plain
    from sijil.steps.sketch import info_of

    text, claims = extract(report, gazetteer())
    return canonical({"info": to_plain(info_of(report, text)), "claims": to_plain(claims)})


def _answered(read: list[Answer]) -> Iterator[Answer]:
    """The lines of the reports that could be read, after what is wrong with the others."""
    from sijil.cli.output import json_line
    from sijil.cli.workers import Answer

    reports, claims = dict[str, "ReportInfo"](), list["Claim"]()
    for answer in read:
        if answer.error:
            yield answer
            continue
        info, own = _unpacked(answer.line)
        if info.id not in reports:
            reports[info.id] = info
            claims += own
        elif info.sha256 != reports[info.id].sha256:
            yield Answer(error=f"{info.id}: is given twice with different content - name each report once", code=2)
    for links in _linked(claims, reports):
        yield Answer(json_line({"doc": links.doc, "incidents": links.incidents, "also": links.also}))


def _unpacked(line: str) -> tuple[ReportInfo, tuple[Claim, ...]]:
    from sijil.model.claim import Claim
    from sijil.model.report import ReportInfo
    from sijil.record import from_plain

    plain = json.loads(line)
    return from_plain(ReportInfo, plain["info"]), tuple(from_plain(Claim, claim) for claim in plain["claims"])


def _linked(claims: list[Claim], reports: dict[str, ReportInfo]) -> list[ReportLinks]:
    from sijil.steps.link.reports import link_reports

    return link_reports(claims, reports)
