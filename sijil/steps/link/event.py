"""An event: what one report tells of one incident. Events of several reports are joined into incidents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.model.sketch import Sketch
from sijil.rules import load
from sijil.steps.places.names import skeleton_key
from sijil.steps.places.sounds import is_arabic
from sijil.steps.when import days, hull
from sijil.steps.where import is_area, name_words, named_inside, place_of, same_place, sound

Days = tuple[date, date]


@dataclass(frozen=True)
class Event:
    """Claims of one report in text order, with the reasons why they are together or apart.

    `report` is known where events of several reports are compared; only a stateless run knows reports without claims.
    `leads`: it is the first event that its report tells, so what the whole text names is of it.
    """

    claims: tuple[Claim, ...]
    reasons: tuple[str, ...] = field(default=())
    report: ReportInfo | None = None
    leads: bool = True

    @property
    def doc(self) -> str:
        """The report."""
        return self.report.id if self.report else self.claims[0].doc

    @property
    def key(self) -> str:
        """The id of the first claim, which names the event; of the report where it has none."""
        return self.claims[0].id if self.claims else self.doc

    @cached_property
    def place(self) -> Place | None:
        """The most exact place that its claims give: no area, known, in no other's bounds; the first such one."""
        places = [p for p in map(place_of, self.claims) if p is not None]

        def vague(place: Place) -> tuple[bool, bool, bool]:
            around = any(named_inside(other, place) and not same_place(other, place) for other in places)
            return is_area(place), place.precision == "unknown", around

        return min(places, key=vague, default=None)

    @cached_property
    def period(self) -> Period | None:
        """The days that its claims give, as narrow as they allow."""
        return hull([claim.period for claim in self.claims])

    @cached_property
    def attack(self) -> str | None:
        """The first kind of attack that its claims give, "other" last."""
        kinds = [claim.attack for claim in self.claims if claim.attack]
        return min(kinds, key=lambda kind: kind == "other", default=None)

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Who is said to have done it, by party id where resolved, else the words; sorted."""
        return tuple(sorted({_actor(claim) for claim in self.claims if claim.actor}))

    @cached_property
    def figures(self) -> tuple[tuple[str, str, Figure], ...]:
        """(measure, group, figure) of the casualty claims that are no parts."""
        return tuple(
            (c.measure or "", c.group or "people", c.figure)
            for c in self.claims
            if c.kind == "casualty" and c.figure and not c.part_of
        )

    @cached_property
    def names(self) -> dict[str, float]:
        """The names that its report's text is told by, with how rare each is (Sketch.names, in whole points)."""
        return {name: rarity / 10 for name, rarity in self.report.sketch.names} if self.report else {}

    @cached_property
    def words(self) -> dict[str, float]:
        """What its report's text opens with (Sketch.words, in whole points)."""
        return {word: rarity / 10 for word, rarity in self.report.sketch.words} if self.report else {}

    @cached_property
    def sounds(self) -> tuple[dict[str, str], dict[str, str]]:
        """Its names by the consonants that they sound of: those in Latin letters, those in Arabic."""
        latin, arabic = dict[str, str](), dict[str, str]()
        for name in self.names:
            if key := skeleton_key(name):
                (arabic if is_arabic(name) else latin)[key] = name
        return latin, arabic

    @cached_property
    def spot(self) -> Place | None:
        """Its place where that is no area."""
        return self.place if self.place and not is_area(self.place) else None

    def tells(self, place: Place) -> bool:
        """Whether its report's text has a place's name, or each word of it, in the same script or another."""
        words, key = name_words(place), sound(place)
        return bool(words) and all(map(self._has, words)) or any(key in heard for heard in self.sounds if key)

    def _has(self, word: str) -> bool:
        key = skeleton_key(word)
        sounds = len(key) >= load("link")["place"]["consonants"] and any(key in heard for heard in self.sounds)
        return word in self.names or sounds

    @cached_property
    def span(self) -> Days | None:
        """Its days where it lasts no longer than an incident; None where they are unknown or longer."""
        known = days(self.period)
        return known if known and (known[1] - known[0]).days < load("link")["max_days"] else None

    @cached_property
    def own_days(self) -> frozenset[date]:
        """The days of `span`."""
        if self.span is None:
            return frozenset()
        return frozenset(self.span[0] + timedelta(n) for n in range((self.span[1] - self.span[0]).days + 1))

    @cached_property
    def text_days(self) -> frozenset[date]:
        """The single days that its report's text tells."""
        return frozenset(self.report.sketch.days if self.report else ())

    @cached_property
    def monthdays(self) -> frozenset[tuple[int, int]]:
        """(month, day) of its own days; where it has none, of all that its report tells, with a year or without, and of
        the day when that came out."""
        told = self.report.sketch if self.report and not self.own_days else Sketch()
        days = (*self.own_days, *told.days, *((self.printed,) if self.printed and not self.own_days else ()))
        return frozenset((*((day.month, day.day) for day in days), *told.monthdays))

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The weekdays of its own days; where it has none, those that its report names."""
        told = self.report.sketch if self.report and not self.own_days else Sketch()
        return frozenset((*(day.weekday() for day in self.own_days), *told.weekdays))

    @cached_property
    def printed(self) -> date | None:
        """The day that its report came out, as given or as printed on it."""
        published = self.report.published if self.report else None
        return published or next((claim.report_day for claim in self.claims if claim.report_day), None)

    @property
    def day(self) -> date | None:
        """The day that its report came out, else its own first one."""
        return self.printed or (self.span[0] if self.span else None)

    def plus(self, claim: Claim, reason: str) -> Event:
        """The event with one claim more."""
        return replace(self, claims=(*self.claims, claim), reasons=(*self.reasons, reason))


def _actor(claim: Claim) -> str:
    return claim.party.id if claim.party and claim.party.id else (claim.actor or "").casefold()
