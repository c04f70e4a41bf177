"""`sijil places import | list | remove | fetch`: packs of the gazetteer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijil.cli.guard import say
from sijil.cli.options import AsJson
from sijil.cli.output import print_json, print_lines, print_table
from sijil.errors import BadInput, SetupError

if TYPE_CHECKING:
    from sijil.steps.places.packs.store import Problem

_SHOWN = 20  # rows left out that are named one by one; the rest is counted

Packs = Annotated[
    list[Path] | None,
    typer.Option("--pack", metavar="FILE", help="A pack for this run only, beside the imported ones; repeatable."),
]
Name = Annotated[str, typer.Option(metavar="NAME", help="What to call the pack. Default: after the first file.")]


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files of one pack, see docs/places.md.")],
    name: Name = "",
) -> None:
    """Reads files into a pack: GeoNames, OCHA COD-AB, GeoJSON, Who's On First or your own table."""
    from sijil.steps.places.packs.folder import bring_in

    path, problems = bring_in(files, name)
    _told(path, problems)


def list_(as_json: AsJson = False) -> None:
    """The packs that are imported, with their files."""
    from sijil.steps.places.packs.folder import imported

    packs = list(map(_form, imported()))
    if as_json:
        print_json(packs)
        return
    rows = (
        (pack["name"], str(file["places"]), file["file"], file["format"], file["imported"][:10], file["sha256"])
        for pack in packs
        for file in pack["files"] or [_unreadable(pack["problem"])]
    )
    print_table(("pack", "places", "file", "format", "imported", "sha-256"), rows, "no pack is imported")


def remove(name: Annotated[str, typer.Argument(metavar="NAME", help="As `sijil places list` has it.")]) -> None:
    """Takes a pack out. Places of reports that were read with it stay as they are until `sijil rebuild`."""
    from sijil.steps.places.packs.folder import remove

    remove(name)
    print_lines([f"{name}: removed"])


def fetch(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Two letters, for example SY.")],
    from_: Annotated[
        str, typer.Option("--from", metavar="URL", help="A file, or a folder with SY.zip. Default: GeoNames.")
    ] = "",
    sha256: Annotated[str, typer.Option("--sha256", metavar="HASH", help="The SHA-256 that the file must have.")] = "",
    limit: Annotated[int, typer.Option(metavar="MB", help="The most that is fetched.", min=1)] = 500,
    name: Name = "",
) -> None:
    """Fetches a country's places from the web and imports them.

    Beside `add URL` the only command that uses the network. Nothing is sent but the request for the file.
    """
    from sijil.steps.places.packs.download import address, fetched
    from sijil.steps.places.packs.folder import bring_in

    url = address(country, from_)
    say(f"fetching {url}")
    with fetched(url, sha256, limit * 1_000_000) as file:
        say(f"{file.size:,} bytes, SHA-256 {file.sha256}, " + (f"as in {file.checked}" if file.checked else _UNCHECKED))
        path, problems = bring_in([file.path], name or f"geonames-{country.lower()}" if not from_ else name, url)
    _told(path, problems)


_UNCHECKED = "held against nothing: no hash was given or lies beside the file"


def _told(path: Path, problems: list[Problem]) -> None:
    """What was imported, what was left out; the index is made at once, while somebody looks."""
    from sijil.steps.places.gazetteer import Gazetteer
    from sijil.steps.places.packs.store import sources

    for problem in problems[:_SHOWN]:
        say(f"{problem.file}, line {problem.line}: {problem.words} - left out")
    if len(problems) > _SHOWN:
        say(f"... and {len(problems) - _SHOWN:,} more rows that were left out")
    Gazetteer.open()
    print_lines(f"{path.stem}: {s.places:,} places of {s.file} ({s.format})" for s in sources(path))


def _form(path: Path) -> dict[str, Any]:
    from sijil.exports.forms import row_form
    from sijil.steps.places.packs.store import sources

    try:
        files, problem = [row_form(source) for source in sources(path)], ""
    except SetupError as error:
        files, problem = [], error.line()
    return {"name": path.stem, "places": sum(file["places"] for file in files), "files": files, "problem": problem}


def _unreadable(problem: str) -> dict[str, Any]:
    return {"places": "", "file": problem, "format": "", "imported": "", "sha256": ""}


def existing(packs: list[Path] | None) -> list[Path]:
    """The files of --pack. Raises BadInput for one that is not there."""
    for path in packs or ():
        if not path.is_file():
            raise BadInput(f"--pack {path}", "is no file")
    return list(packs or ())
