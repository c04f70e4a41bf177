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
from sijil.steps.parties import speaker_kind


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

    @property
    def carried(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Sources whose words others print as they are, each with these publishers: a wire, or a text copied."""
        found: dict[str, dict[str, None]] = {}
        for claim in self.claims:
            name, printed = self.source[claim.id], who.publisher(claim, self.reports)
            if name != printed and not who.speaker(claim):
                found.setdefault(name, {})[printed] = None
        return tuple((name, tuple(found[name])) for name in self.names if name in found)

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
    """Each claim's source; a publisher whose report or words copy another's counts as that one, the wire before all."""
    found = {claim.id: who.source(claim, reports) for claim in claims}
    own = [claim for claim in claims if found[claim.id] == who.voice(claim, reports)]
    found |= _of_several(own, found, reports)
    own.sort(key=lambda claim: not who.wires(claim, reports))
    same = {found[claim.id]: found[claim.id] for claim in own}  # name → the name that it counts as
    order = list(same)
    for n, claim in enumerate(own):
        for other in own[:n]:
            names = {same[found[claim.id]], same[found[other.id]]}
            text, others = copied.get(claim.doc, claim.doc), copied.get(other.doc, other.doc)
            if len(names) > 1 and (text == others or copied_quote(claim.quote, other.quote)):
                first = min(names, key=order.index)
                same = {name: first if counts in names else counts for name, counts in same.items()}
    return {key: same.get(name, name) for key, name in found.items()}


def _of_several(own: Sequence[Claim], found: Mapping[str, str], reports: Mapping[str, ReportInfo]) -> dict[str, str]:
    """The source of claims whose report is credited to several wires ("With AFP and Reuters"), or to unnamed ones: the
    one of them that the incident has otherwise, so that the credit makes no further source of one that is there."""
    unnamed = load("wires")["unnamed"]["name"]
    unsure = {c.id: all_ for c in own if len(all_ := who.wires(c, reports)) > 1 or unnamed in all_}
    there = dict.fromkeys(name for id_, name in found.items() if id_ not in unsure)
    chosen = {}
    for id_, all_ in unsure.items():
        fit = [name for name in there if name in all_ or unnamed in all_ and speaker_kind(name) == "wire"]
        chosen[id_] = (fit or [name for name in all_ if name != unnamed] or [unnamed])[0]
    return chosen


def copied_quote(a: str, b: str) -> bool:
    """Whether two quotes share so much wording that one text was copied (rules/sources.toml)."""
    rules = load("sources")
    words = [re.findall(r"\w+", text.casefold()) for text in (a, b)]
    if min(map(len, words)) < rules["copy_words"]:
        return False
    size = rules["copy_shingle"]
    one, other = ({tuple(w[i : i + size]) for i in range(len(w) - size + 1)} for w in words)
    return bool(len(one & other) >= rules["copy_share"] * len(one | other))
