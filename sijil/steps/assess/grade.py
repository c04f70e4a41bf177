"""The grade of an incident by Airwars' definitions, with its reasons; a person's judgement overrules it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil import METHOD_VERSION
from sijil.model.incident import Grade, GroupRange, Incident
from sijil.model.judgement import Judgement
from sijil.rules import load
from sijil.steps import who
from sijil.steps.accepting import harm
from sijil.steps.assess.disputes import denials, rival_blame
from sijil.steps.assess.sources import Voices

GRADE_NAMES: tuple[Grade, ...] = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
Graded = tuple[Grade, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """The grade that a report states of itself, in its words."""

    grade: Grade
    words: str


def grade(
    incident: Incident,
    heard: Voices,
    rows: Sequence[GroupRange],
    judgements: Sequence[Judgement],
    stated: StatedGrade | None = None,
) -> Graded:
    """Grade and reasons. `judgements` are the standing ones; the last on this incident's grade holds, and its reason
    comes first, what the method says after those of people."""
    level, reasons = computed(heard, rows, stated)
    by_machine = (f"by method {METHOD_VERSION} it would be {level}, because {reasons[0]}", *reasons[1:])
    by_people: tuple[str, ...] = ()
    for judgement in judgements:
        chosen = next((g for g in GRADE_NAMES if g == judgement.value.get("grade")), None)
        if chosen and judgement.verb == "grade" and judgement.subject == incident.id:
            level, by_people = chosen, (signed(judgement), *by_people)
    return level, (*by_people, *by_machine) if by_people else reasons


def signed(judgement: Judgement) -> str:
    """A person's grade as a reason: "graded Fair by Rana on 2026-02-01: seen on video"."""
    day = judgement.when.date().isoformat()
    return f"graded {judgement.value.get('grade')} by {judgement.who} on {day}: {judgement.reason}"


def computed(heard: Voices, rows: Sequence[GroupRange], stated: StatedGrade | None = None) -> Graded:
    """The grade by rules/grades.toml: the first definition that holds, in the file's order; a grade that the report
    states of itself stands before all but an acceptance."""
    rules = load("grades")
    owned = accepted(heard)
    if owned:
        return "Confirmed", (rules["Confirmed"], *owned)
    if stated:
        return stated.grade, (rules[stated.grade], f"the report grades it so itself: «{stated.words}»")
    contested = (*denials(heard), *rival_blame(heard))
    if contested:
        return "Contested", (rules["Contested"], *contested)
    harmed = [row for row in rows if row.measure in rules["harm"] and row.figure.high != 0]
    if harmed and all(row.group == "combatants" for row in harmed):
        return "Discounted", (rules["Discounted"], "all sources speak of combatants alone")
    names = ", ".join(heard.names)
    if len(heard.names) > 1:
        return "Fair", (rules["Fair"], f"{len(heard.names)} independent sources: {names}")
    return "Weak", (rules["Weak"], f"one source: {names}")


def accepted(heard: Voices) -> tuple[str, ...]:
    """Claims of civilians harmed that a party accepts in their own sentence (steps/accepting.py); what the reader chose
    as speaker and actor is no acceptance."""
    return tuple(
        f"{claim.accepted_by.name} accepts it («{claim.accepted_by.raw} … {claim.quote}», {heard.told_by(claim)})"
        for claim in heard.claims
        if claim.accepted_by and who.sides(claim.accepted_by) and harm(claim)
    )
