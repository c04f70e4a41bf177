"""The independent sources of an incident: one speaker or one text is one source, however many reports carry it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.steps import who


@dataclass(frozen=True, slots=True)
class Voices:
    """The claims of an incident with the source of each and the denials of any; `reports` tell when each was said."""

    claims: tuple[Claim, ...]
    source: Mapping[str, str]  # claim id → name of its independent source
    denials: tuple[Claim, ...]
    reports: Mapping[str, ReportInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """The independent sources, by first mention."""
        return tuple(dict.fromkeys(self.source[claim.id] for claim in self.claims))

    def published(self, claim: Claim) -> date | None:
        """The day of the claim's report."""
        report = self.reports.get(claim.doc)
        return report.published if report else None

    def told_by(self, claim: Claim) -> str:
        """Speaker, publisher and day in words."""
        return who.told_by(claim, self.reports)


def voices(
    incident: Incident,
    claims: Mapping[str, Claim],
    reports: Mapping[str, ReportInfo],
    denials: Mapping[str, Sequence[Claim]],
    copied: Mapping[str, str],
) -> Voices:
    """The voices of one incident. `denials` are by the id of the claim denied. Claims that are gone are left out.

    `copied`: near-copies among all reports, report → original; what a copy says itself is the original's word.
    """
    own = tuple(claims[i] for i in incident.claims if i in claims)
    against = {denial.id: denial for claim in own for denial in denials.get(claim.id, ())}
    return Voices(own, _sources(own, reports, copied), tuple(against[i] for i in against), reports)


def _sources(claims: Sequence[Claim], reports: Mapping[str, ReportInfo], copied: Mapping[str, str]) -> dict[str, str]:
    """Each claim's source; a publisher whose report or words copy an earlier one's counts as that one."""
    found = {claim.id: who.source(claim, reports) for claim in claims}
    original: dict[str, str] = {}
    own = [claim for claim in claims if found[claim.id] == who.publisher(claim, reports)]
    first: dict[str, str] = {}
    for claim in own:  # of several copies, the first by the incident's order names the source
        text, name = copied.get(claim.doc, claim.doc), found[claim.id]
        if first.setdefault(text, name) != name:
            original.setdefault(name, first[text])
    for n, claim in enumerate(own):
        for other in own[:n]:
            names = found[claim.id], found[other.id]
            if names[0] != names[1] and copied_quote(claim.quote, other.quote):
                original.setdefault(names[0], original.get(names[1], names[1]))
    return {key: original.get(name, name) for key, name in found.items()}


def copied_quote(a: str, b: str) -> bool:
    """Whether two quotes share so much wording that one text was copied (rules/sources.toml)."""
    rules = load("sources")
    words = [re.findall(r"\w+", text.casefold()) for text in (a, b)]
    if min(map(len, words)) < rules["copy_words"]:
        return False
    size = rules["copy_shingle"]
    one, other = ({tuple(w[i : i + size]) for i in range(len(w) - size + 1)} for w in words)
    return bool(len(one & other) >= rules["copy_share"] * len(one | other))
