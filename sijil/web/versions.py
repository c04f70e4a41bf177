"""What a page shows of a thing that people judge, in a few lines: so that two versions can be set side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.model.party import Party
from sijil.steps.state import States, Thing, Whole
from sijil.web import dates, deeds, names, words
from sijil.web.editing import SCOPES
from sijil.web.language import N_, Words, gettext

Line = tuple[str, str]  # what it is, and its words
_STATUS = Words({"reported": N_("reported"), "projected": N_("projected"), "denied": N_("denied")})
LONGEST = 4000  # characters of what a form brings along


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a thing as it was shown and as it is; "" where it has none."""

    name: str
    shown: str
    now: str

    @property
    def same(self) -> bool:
        """Whether nothing changed in it."""
        return self.shown == self.now


def lines(thing: Thing | None) -> tuple[Line, ...]:
    """The lines of a claim, an incident or a judgement, without words of reports; none for what is not there."""
    if isinstance(thing, Claim):
        return tuple(line for line in _of_claim(thing) if line[1])
    if isinstance(thing, Whole):
        return tuple(line for line in _of_incident(thing) if line[1])
    return tuple(_of_judgement(thing)) if isinstance(thing, Judgement) else ()


def packed(states: States, subject: str) -> str:
    """The lines as a form brings them back: JSON ["id", [["Place", "Homs"], …]]."""
    return json.dumps([subject, lines(states.thing(subject))], ensure_ascii=False, separators=(",", ":"))


def unpacked(told: str) -> tuple[str, tuple[Line, ...]]:
    """The id and the lines of a form's field; ("", ()) for what is none."""
    try:
        subject, rows = json.loads(told[:LONGEST])
        return str(subject), tuple((str(name), str(value)) for name, value in rows)
    except (ValueError, TypeError):
        return "", ()


def changes(shown: tuple[Line, ...], now: tuple[Line, ...]) -> tuple[Change, ...]:
    """Both versions line by line, in the order of what is now."""
    old, new = dict(shown), dict(now)
    return tuple(Change(name, old.get(name, ""), new.get(name, "")) for name in dict.fromkeys((*new, *old)))


def _of_claim(claim: Claim) -> Iterator[Line]:
    yield gettext("Says"), words.what(claim)
    yield gettext("When"), dates.when(claim.period)
    yield gettext("Place"), words.where(claim.at, claim.place or claim.within)
    yield gettext("By"), _party(claim.actor, claim.party)
    yield gettext("Side"), _party(claim.side, claim.side_party)
    yield gettext("Attack"), words.ATTACK_LABELS.get(claim.attack or "", claim.attack or "")
    yield gettext("Status"), _STATUS.get(claim.status, claim.status)
    yield gettext("Counts"), SCOPES.get(claim.scope or "", "")


def _of_incident(whole: Whole) -> Iterator[Line]:
    incident, assessment = whole.incident, whole.assessment
    yield gettext("Incident"), words.titled(incident)
    yield gettext("When"), dates.when(incident.period)
    yield gettext("Place"), words.where(incident.at)
    for row in assessment.ranges if assessment else ():
        yield words.group_measure(row.measure, row.group), words.amount(row.figure)
    if assessment:
        grade = words.grade(assessment.grade)
        yield gettext("Grade"), gettext("%(grade)s, disputed", grade=grade) if assessment.disputed else grade
        yield gettext("Blamed"), words.listed(map(names.party_named, assessment.blamed))
    yield gettext("Claims"), str(len(whole.claims))


def _of_judgement(row: Judgement) -> Iterator[Line]:
    yield gettext("Decision"), f"{deeds.verb(row.verb)} {row.subject}"
    yield gettext("By"), f"{row.who}: {row.reason}"


def _party(raw: str | None, known: Party | None) -> str:
    name = names.party(known) if known else ""
    return f"{raw} ({name})" if raw and name not in ("", raw) else name or raw or ""
