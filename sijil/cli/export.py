"""`sijil export`: a part of the record as a file for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sijil.cli.files import write_whole
from sijil.cli.guard import say
from sijil.cli.me import me
from sijil.cli.options import (
    Attack,
    Disputed,
    Grades,
    Group,
    InBox,
    Kind,
    OfReport,
    Party,
    Place,
    Publisher,
    RegisterPath,
    Since,
    Speaker,
    Until,
    filter_of,
    grades_of,
)  # fmt: skip
from sijil.errors import BadInput

if TYPE_CHECKING:
    from sijil.exports.formats import Format, Material


def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="claims-csv, geojson ... (docs/exports.md).")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: standard output.")
    ] = None,
    place: Place = "",
    since: Since = "",
    until: Until = "",
    party: Party = "",
    kind: Kind = "",
    group: Group = "",
    attack: Attack = "",
    report: OfReport = "",
    grade: Grades = None,
    speaker: Speaker = "",
    publisher: Publisher = "",
    disputed: Disputed = False,
    box: InBox = "",
    with_positions: Annotated[
        bool, typer.Option("--with-positions", help="Exact coordinates instead of about a kilometre.")
    ] = False,
    with_names: Annotated[bool, typer.Option("--with-names", help="Words that may name a private person.")] = False,
    register: RegisterPath = None,
) -> None:
    """A part of the record as CSV, GeoJSON or JSON lines, with its date, method version and limits."""
    from sijil.exports.formats import FORMATS, Shown, gather
    from sijil.exports.material import told
    from sijil.register import Register

    wanted = filter_of(
        since, until, grades_of(grade or []), box, place=place, party=party, kind=kind, group=group, attack=attack,
        report=report, speaker=speaker, publisher=publisher, disputed=disputed,
    )  # fmt: skip
    chosen = FORMATS.get(format_)
    if chosen is None:
        raise BadInput(f"format {format_!r}", "is not known", f"choose one of {', '.join(FORMATS)}")
    with Register.open(register, create=False) as opened:
        shown = Shown(positions=with_positions, names=with_names)
        material = gather(opened, wanted, shown, chosen.ledger)
        opened.people.record(me(), "export", told(format_, material.header["filter"], shown, "command line"))
    _write(chosen, material, output)


def _write(chosen: Format, material: Material, output: Path | None) -> None:
    if output is None:
        sys.stdout.writelines(chosen.write(material))
        for limit in material.header["limits"]:
            say(limit)
        return
    write_whole(output, "".join(chosen.write(material)))
    if chosen.sidecar is not None:
        write_whole(Path(f"{output}-metadata.json"), chosen.sidecar(material, output.name))
    say(f"{output}: written")
