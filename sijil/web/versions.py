"""What a page shows of a thing that people judge, in a few lines: so that two versions can be set side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.steps.state import States, Thing, Whole
from sijil.web import dates, words

Line = tuple[str, str]  # what it is, and its words
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
    yield "Says", words.what(claim)
    yield "When", dates.when(claim.period)
    yield "Place", words.where(claim.at, claim.place or claim.within)
    yield "By", _party(claim.actor, claim.party.name if claim.party else "")
    yield "Side", _party(claim.side, claim.side_party.name if claim.side_party else "")
    yield "Attack", words.ATTACK_LABELS.get(claim.attack or "", claim.attack or "")
    yield "Status", claim.status
    yield "Counts", {"total": "a total", "incident": "one incident"}.get(claim.scope or "", "")


def _of_incident(whole: Whole) -> Iterator[Line]:
    incident, assessment = whole.incident, whole.assessment
    yield "Incident", incident.title
    yield "When", dates.when(incident.period)
    yield "Place", words.where(incident.at)
    for row in assessment.ranges if assessment else ():
        yield words.group_measure(row.measure, row.group), words.amount(row.figure)
    if assessment:
        yield "Grade", assessment.grade + (", disputed" if assessment.disputed else "")
        yield "Blamed", words.listed(assessment.blamed)
    yield "Claims", str(len(whole.claims))


def _of_judgement(row: Judgement) -> Iterator[Line]:
    yield "Decision", f"{row.verb} {row.subject}"
    yield "By", f"{row.who}: {row.reason}"


def _party(raw: str | None, name: str) -> str:
    return f"{raw} ({name})" if raw and name not in ("", raw) else name or raw or ""
