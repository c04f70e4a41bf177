"""`sijil rebuild` and `sijil verify`: keeping the register."""

from __future__ import annotations

import typer

from sijil.cli.guard import FAILED
from sijil.cli.options import AsJson, RegisterPath
from sijil.cli.output import print_json, print_lines
from sijil.exports.forms import row_form


def rebuild(as_json: AsJson = False, register: RegisterPath = None) -> None:
    """Derives incidents and assessments again from claims and judgements."""
    from sijil import pipeline
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        pipeline.rebuild(opened)
        claims, incidents = len(opened.claims()), len(opened.incidents())
    if as_json:
        print_json([{"claims": claims, "incidents": incidents}])
    else:
        print_lines([f"{incidents} incidents derived from {claims} claims"])


def verify(as_json: AsJson = False, register: RegisterPath = None) -> None:
    """Checks that archive, quotes, log and incidents are what they were. Exit code 1, and each damaged row, if not."""
    from sijil import pipeline
    from sijil.register import Register

    with Register.open(register, create=False) as opened:
        damages = pipeline.verify(opened)
        counts = (
            {"reports": len(opened.reports()), "claims": len(opened.claims()), "log": len(opened.log())}
            if not damages
            else {}
        )
    if as_json:
        print_json([{"intact": not damages, **counts, "damaged": [row_form(one) for one in damages]}])
    elif damages:
        print_lines(f"{one.table} {one.id}: {one.what}" for one in damages)
    else:
        print_lines([f"intact: {counts['reports']} reports, {counts['claims']} claims, {counts['log']} log rows"])
    if damages:
        raise typer.Exit(FAILED)
