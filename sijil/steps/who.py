"""Who a claim comes from: the one nearest the fact, by canonical name, so that one source is counted once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps.languages import listed
from sijil.steps.parties import allegiance, camps, canonical_speaker, country_of, day_of, speaker_kind
from sijil.steps.places.names import exact_key


def publisher(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """The publisher's canonical name; the report's id where nobody knows the publisher."""
    report = reports.get(claim.doc)
    return canonical_speaker(report.source) if report and report.source else f"report {claim.doc}"


def wires(claim: Claim, reports: Mapping[str, ReportInfo]) -> tuple[str, ...]:
    """The wires that the claim's report is credited to as a whole; none where one of them publishes it itself."""
    report = reports.get(claim.doc)
    found = report.sketch.wires if report else ()
    return () if publisher(claim, reports) in found else found


def voice(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """Who speaks where a report names no speaker: the wire that it is credited to, else its publisher."""
    return next(iter(wires(claim, reports)), "") or publisher(claim, reports)


def speaker(claim: Claim) -> str:
    """The canonical name of the source in the chain of speakers; "" where the report speaks or nobody is named.

    It is the one nearest the fact; for a person that rules/speakers does not know, the body behind it in the
    chain ("Naji al-Mustafa, National Liberation Front"): two spokesmen of one body are one source.
    """
    country = country_of(claim.at)
    named = [canonical_speaker(words, country) for words in claim.speaker if not unnamed(words)]
    bodies = [name for name in named if known(name) and speaker_kind(name) not in load("sources")["relays"]]
    return next(iter(bodies or named), "")


def known(name: str) -> bool:
    """Whether rules/speakers or rules/parties knows the name."""
    return bool(speaker_kind(name) or allegiance(name))


def unnamed(words: str) -> bool:
    """Whether a speaker's words name nobody in particular (rules/sources.toml)."""
    return all(word in _general() for word in exact_key(words).split())


@cache
def _general() -> frozenset[str]:
    return frozenset(map(exact_key, (*load("sources")["unnamed_words"], *listed("sources", "unnamed_words"))))


def source(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """The one source of a claim: its named speaker, else the report's own voice (it alone knows unnamed speakers).

    Where nobody knows the publisher, an outlet's reporter is the report's own voice: it is that outlet's report.
    """
    report = reports.get(claim.doc)
    if _own_reporter(claim) and not (report and report.source):
        return voice(claim, reports)
    return speaker(claim) or voice(claim, reports)


def _own_reporter(claim: Claim) -> bool:
    """Whether the speaker is a reporter: the last word says so, or, where what follows belongs to it, the first."""
    words = claim.speaker[0].casefold().split() if claim.speaker else []
    rules = load("sources")["reporters"]
    return bool(words) and (words[-1] in rules["last"] or words[0] in rules["first"])


def told_by(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """Speaker chain and publisher in words: "OCHA, AFP (Zaman Al Wasl, 2020-01-24)"."""
    where, day = _printed(claim, reports)
    return f"{', '.join(claim.speaker) or 'the report itself'} ({where}, {day})"


def _printed(claim: Claim, reports: Mapping[str, ReportInfo]) -> tuple[str, str]:
    report = reports.get(claim.doc)
    where = (report.source or report.title or report.doc) if report else claim.doc
    return where, report.published.isoformat() if report and report.published else "date unknown"


def denied_by(claim: Claim, reports: Mapping[str, ReportInfo]) -> str:
    """Who denies in words: "defence ministry (SANA, 2020-01-24) denies it"; where nobody is named, the report is not
    said to deny it itself: "a denial reported in AFP, speaker not told (2020-01-24)"."""
    if claim.speaker:
        return f"{told_by(claim, reports)} denies it"
    where, day = _printed(claim, reports)
    return f"a denial reported in {where}, speaker not told ({day})"


def belligerent(claim: Claim, reports: Mapping[str, ReportInfo]) -> frozenset[str]:
    """The sides that the claim's source fights for when it says so; none for monitors, aid bodies and the unknown."""
    name = source(claim, reports)
    kind = speaker_kind(name)
    if kind and kind not in load("sources")["belligerent_kinds"]:
        return frozenset()
    return camps(allegiance(name, said_on(claim, reports)))


def said_on(claim: Claim, reports: Mapping[str, ReportInfo]) -> date | None:
    """The day on which a claim was told: its report's, or what it tells of where nobody knows that."""
    report = reports.get(claim.doc)
    return report.published if report and report.published else day_of(claim, None)


def sides(party: Party | None) -> frozenset[str]:
    """The camps of a party; several for a joint one."""
    return camps(party.side) if party else frozenset()


def allied(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the camps share one or fight together (rules/grades.toml); False where either is empty."""
    return bool(a & b) or any(a & set(camp) and b & set(camp) for camp in load("grades")["allied"])
