"""What benchmarks read of reports, kept under a hash of the code that read it: tuning what follows takes seconds.

Claims are kept apart from sketches, as those are made in a moment: a change of the sketch reads no report again. What
the places index holds is not in the hash: after other packs, empty the folder.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

import sijil
from sijil.cli.inputs import Given, read_lines
from sijil.cli.workers import answers, gazetteer, warm
from sijil.model.claim import Claim
from sijil.model.report import Report, ReportInfo
from sijil.pipeline import extract
from sijil.record import canonical, from_plain, to_plain
from sijil.steps.clean import clean, page
from sijil.steps.sketch import info_of

#: Files of the package that change no claim as it is read, and those of them that change no sketch either.
AFTER = (
    "steps/link/", "steps/assess/", "steps/copies/", "steps/tally/", "steps/queue/", "steps/search/",
    "steps/derived.py", "steps/explain.py", "rules/link.toml", "rules/assess/", "rules/sources.toml",
    "rules/grades.toml", "rules/queue.toml", "rules/roles.toml", "rules/search.toml",
    "rules/limits.toml", "rules/adding.toml",
)  # fmt: skip
SKETCHES = ("steps/sketch/", "rules/story.toml", "rules/ar/story.toml", "rules/en/story.toml", "rules/wires.toml")
FOLDERS = ("model", "rules", "steps")
Reports = dict[str, ReportInfo]


def read(lines: Path, jobs: int, folder: Path) -> tuple[list[Claim], Reports]:
    """Claims and sketches of all reports in a file of JSON lines, in its order; those that cannot be read on stderr."""
    name = f"{lines.stem}-{hashlib.sha256(lines.read_bytes()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    told = _kept(folder / f"{name}.claims-{code_hash((*AFTER, *SKETCHES))}", lines, jobs, claims_line)
    infos = _kept(folder / f"{name}.infos-{code_hash(AFTER)}", lines, jobs, info_line)
    claims = [from_plain(Claim, plain) for line in told for plain in json.loads(line)]
    reports = [from_plain(ReportInfo, json.loads(line)) for line in infos]
    return claims, {info.id: info for info in reports}


def code_hash(without: tuple[str, ...]) -> str:
    """Of the package's code and rules, but files whose paths begin with one of `without`."""
    home, found = Path(sijil.__file__).parent, hashlib.sha256()
    for folder in FOLDERS:
        for file in sorted(path for path in (home / folder).rglob("*") if path.suffix in (".py", ".toml", ".json")):
            name = file.relative_to(home).as_posix()
            if not name.startswith(without):
                found.update(name.encode() + file.read_bytes())
    return found.hexdigest()[:12]


def claims_line(report: Report) -> str:
    """The claims of a report."""
    return canonical(to_plain(extract(report, gazetteer())[1]))


def info_line(report: Report) -> str:
    """What is known of a report beside its claims, its sketch among it."""
    described = page.metadata(report)
    return canonical(to_plain(info_of(described, clean(described))))


def _kept(file: Path, lines: Path, jobs: int, make: Callable[[Report], str]) -> list[str]:
    """What `make` says of each report that it can read; kept where that is every one."""
    if file.exists():
        return file.read_text(encoding="utf-8").splitlines()
    warm()
    found = list(answers(read_lines(str(lines), Given()), jobs, make))
    failed = [answer.error for answer in found if answer.error]
    print(*failed, sep="\n", file=sys.stderr)
    told = [answer.line for answer in found if not answer.error]
    if not failed:
        file.write_text("".join(line + "\n" for line in told), encoding="utf-8")
    return told
