"""How alike two reports have to be for one to be the other printed again: it depends on who prints them, and when."""

from __future__ import annotations

from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.copies.alike import Likeness
from sijil.steps.parties import canonical_speaker


def reprinted(a: ReportInfo, b: ReportInfo, like: Likeness) -> bool:
    """Whether the wording is alike enough, and the days of publication near enough where both are known.

    One house writes many reports by one template, so its own have to be much more alike than those of two houses; so
    have reports whose publisher nobody knows.
    """
    rules = load("sources")
    kind = "two_houses" if _two_houses(a, b) else "one_house"
    near = rules["copies"][kind]
    if a.published and b.published and abs((a.published - b.published).days) > near["days"]:
        return False
    return bool(like.shared >= near["shared"] or like.held >= near["held"] and like.shared >= near["least"])


def _two_houses(a: ReportInfo, b: ReportInfo) -> bool:
    return bool(a.source and b.source) and canonical_speaker(a.source) != canonical_speaker(b.source)
