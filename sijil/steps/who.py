"""Who a claim comes from: the one nearest the fact, by canonical name, so that one source is counted once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.rules import load


def publisher(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """The publisher's canonical name; the report's id where nobody knows the publisher."""
    report = reports.get(claim.doc)
    return canonical(report.source) if report and report.source else f"report {claim.doc}"


def speaker(claim: Claim) -> str:
    """The canonical name of the named speaker nearest the fact; "" where the report speaks or nobody is named."""
    named = [words for words in claim.speaker if words.casefold() not in load("sources")["unnamed"]]
    return canonical(named[0]) if named else ""


def source(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """The one source of a claim: its named speaker, else the publisher (unnamed speakers are known only through it)."""
    return speaker(claim) or publisher(claim, reports)


def canonical(words: str) -> str:
    """One name for all ways of writing it."""
    return re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def told_by(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """Speaker chain and publisher in words: "OCHA, AFP (Zaman Al Wasl, 2020-01-24)"."""
    report = reports.get(claim.doc)
    where = (report.source or report.title or report.doc) if report else claim.doc
    day = f", {report.published.isoformat()}" if report and report.published else ", date unknown"
    return f"{', '.join(claim.speaker) or 'the report itself'} ({where}{day})"


def belligerent(claim: Claim) -> str:
    """The side that the claim's speaker fights for; "" for monitors, media, aid bodies and whoever is not known."""
    return ""
