"""Adds a claim that the machine missed: what a person typed goes the same way as what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.pipeline import judge
from sijil.record import to_plain
from sijil.register import Register
from sijil.steps.accepted import left
from sijil.steps.added import present
from sijil.steps.adding import made, placed, same_claim
from sijil.steps.places.gazetteer import Gazetteer


def add_claim(
    register: Register, report_id: str, span: tuple[int, int], fields: Mapping[str, Any], by: tuple[str, str],
    gazetteer: Gazetteer | None = None,
) -> Judgement:  # fmt: skip
    """Records the claim that the characters `span` of a report's text say, by `fields` (steps/adding.py), and derives
    what follows. `by` is who adds it and why.

    Raises BadInput for an unknown report, for fields or words that make no claim, and where the report's claims say
    the same already.
    """
    report, text = register.report(report_id)
    with register.transaction():
        judgements = register.judgements()
        read = present(register.claims(of=[report_id]), judgements)
        kept = left(read, judgements)
        claim = placed(report, text, made(report, text, span, fields, read), kept, gazetteer)
        _refuse_again(report_id, claim, read, kept)
        return judge(register, "add", report_id, {"claim": to_plain(claim)}, *by)


def _refuse_again(report: str, claim: Claim, read: Sequence[Claim], kept: Sequence[Claim]) -> None:
    if there := same_claim(claim, kept):
        raise BadInput(report, f"claim {there.number} says the same already")
    if gone := same_claim(claim, read):
        raise BadInput(report, f"claim {gone.number} says the same and was rejected or corrected", "accept that one")
