"""The words that a printable incident sheet may hold: what may name a private person stays out unless asked for.

Quotes and speakers follow the rule of all exports (privacy.py). Sentences that the machine or a person wrote about
them, which other formats leave out, lose the words that may name somebody; who of the team decided is a name, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sijil.exports import privacy
from sijil.exports.codes import point
from sijil.exports.material import SOMEBODY, Shown, at
from sijil.model.claim import Claim
from sijil.model.place import WHERE_PREC, Place
from sijil.model.report import ReportInfo

WITHHELD = "[words withheld: they may name a private person]"
LEFT_OUT = "[…]"
UNNAMED = "an unnamed publisher"


@dataclass(frozen=True, slots=True)
class Words:
    """`account` are words, in small letters, that name nobody; `houses` publishers, who are named (as sources
    → as shown); `team` the names of who decided; `hidden` the quotes that are withheld, the longest first."""

    shown: Shown
    account: frozenset[str]
    houses: Mapping[str, str]
    team: frozenset[str]
    hidden: tuple[str, ...] = ()

    def about(self, claims: Iterable[Claim]) -> Words:
        """The same for a sheet on these claims."""
        hidden = {claim.quote for claim in claims if privacy.quote(claim, self.shown.names) is None}
        return replace(self, hidden=tuple(sorted(hidden, key=len, reverse=True)))

    def quote(self, claim: Claim) -> str:
        """The claim's words, or that they are withheld."""
        words = privacy.quote(claim, self.shown.names)
        return WITHHELD if words is None else f"“{words}”"

    def speaker(self, claim: Claim) -> str:
        """Who says it, the one nearest the fact first; the report itself where nobody is named."""
        return ", via ".join(privacy.speakers(claim, self.shown.names)) or "the report itself"

    def name(self, source: str) -> str:
        """An independent source."""
        if source in self.houses:
            return source if self.houses[source] == source else UNNAMED
        return source if self.shown.names else privacy.veiled(source)

    def line(self, text: str) -> str:
        """A sentence about claims, or the reason of a judgement."""
        if self.shown.names:
            return text
        for quote in self.hidden:
            text = text.replace(quote, LEFT_OUT)
        for name in self.team:
            text = re.sub(rf"\bby {re.escape(name)}(?= on |:)", f"by {SOMEBODY}", text)
        pieces, end = [], 0
        for start, stop in privacy.personal(text, self.account):
            pieces += [text[end:start], LEFT_OUT]
            end = stop
        return "".join([*pieces, text[end:]])

    def who(self, name: str) -> str:
        """Who of the team decided something."""
        return name if self.shown.names else SOMEBODY

    def position(self, place: Place | None) -> str:
        """Latitude and longitude of a place that is a point, and UCDP's code of how precisely it is known."""
        spot, code = point(at(place, self.shown)), WHERE_PREC.get(place.precision) if place else None
        how = "" if self.shown.positions else ", rounded to about a kilometre"
        told = [f"{spot[0]}, {spot[1]} (WGS 84{how})"] if spot else []
        return "; ".join([*told, *([f"UCDP precision {code}"] if code else [])])


def limits(shown: Shown) -> tuple[str, ...]:
    """What a sheet adds to the limits of every figure: what of it is left out."""
    names = "Words that may name a private person, and who of the team decided, are left out."
    positions = "The position is rounded to about a kilometre."
    return tuple(line for line, own in ((names, shown.names), (positions, shown.positions)) if not own)


def address(report: ReportInfo) -> str:
    """Where on the web a report was retrieved; "" for one that came as a file, whose path tells of who keeps it."""
    way, _, where = report.retrieval.partition(" ")
    return where if way == "url" else ""
