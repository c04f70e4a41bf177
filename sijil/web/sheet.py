"""The words of a printable incident sheet (exports/sheet.py) in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable

from sijil.exports import privacy
from sijil.exports.codes import point
from sijil.exports.material import SOMEBODY, at
from sijil.exports.sheet import UNNAMED, WITHHELD, Words
from sijil.model.claim import Claim
from sijil.model.place import WHERE_PREC, Place
from sijil.web import names, words
from sijil.web.language import SOURCE, gettext, isolated, language


class Worded(Words):
    """The same, told to the reader; what stays out stays out."""

    def quote(self, claim: Claim) -> str:
        """The claim's words, or that they are withheld."""
        told = super().quote(claim)
        return gettext(told) if told == WITHHELD else told

    def speaker(self, claim: Claim) -> str:
        """Who says it, the one nearest the fact first; the report itself where nobody is named."""
        chain = privacy.speakers(claim, self.shown.names)
        return gettext(", via ").join(map(names.source, chain)) or gettext("the report itself")

    def name(self, source: str) -> str:
        """An independent source."""
        told = super().name(source)
        return gettext(told) if told == UNNAMED else names.source(told)

    def names(self, sources: Iterable[str]) -> str:
        """Several of them in one line."""
        return words.listed(map(self.name, sources))

    def who(self, name: str) -> str:
        """Who of the team decided something."""
        told = super().who(name)
        return gettext(told) if told == SOMEBODY else isolated(told)

    def position(self, place: Place | None) -> str:
        """Latitude and longitude of a place that is a point, and UCDP's code of how precisely it is known."""
        if language().code == SOURCE:
            return super().position(place)
        spot, code = point(at(place, self.shown)), WHERE_PREC.get(place.precision) if place else None
        told = [isolated(f"{spot[0]}, {spot[1]} (WGS 84)")] if spot else []
        told += [gettext("rounded to about a kilometre")] if spot and not self.shown.positions else []
        told += [gettext("UCDP precision %(number)s", number=code)] if code else []
        return gettext("; ").join(told)
