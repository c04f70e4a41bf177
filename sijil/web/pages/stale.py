"""The answer to a decision on something that somebody else changed meanwhile: both versions, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.judgement import Decision, Judgement
from sijil.register import Register
from sijil.steps.corrections import in_words
from sijil.steps.judge import withdrawn
from sijil.steps.state import States, parts
from sijil.web.deeds import corrected, verb
from sijil.web.editing import Form, first, inside, reason_of
from sijil.web.history import did, taken_back
from sijil.web.language import gettext
from sijil.web.nouns import counted
from sijil.web.page import render
from sijil.web.versions import Change, changes, lines, unpacked

NOT_AGAIN = ("csrf", "state", "shown", "who")  # fields that the new form has of its own


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing that changed. `since` are the judgements that did it, each in words; none where reports that
    came in did. `there`: whether it is there still."""

    subject: str
    kind: str
    there: bool
    rows: tuple[Change, ...]
    since: tuple[tuple[Judgement, str], ...]


def stale_page(request: Request, register: Register, form: Form, stale: Sequence[str], wanted: Decision) -> Response:
    """What was to be recorded (on `wanted`, the first of several), what changed meanwhile and by whom, and the way to
    record it all the same: the same form again, sent where this one was sent."""
    states = queries.states(register)
    shown = dict(unpacked(told) for told in form.get("shown", ()))
    things = [_changed(states, state, shown.get(parts(state)[2], ())) for state in stale]
    subjects, told = form.get("subject", ()), {one.subject for one in things}
    kept = [(name, value) for name, values in form.items() if name not in (*NOT_AGAIN, "subject") for value in values]
    return render(
        request, "stale.html", status=409, things=things, kept=kept, subjects=subjects,
        others=[one for one in subjects if one not in told], wanted=_in_words(wanted, states), states=states,
        asked=[parts(one)[2] for one in form.get("state", ())], back=inside(first(form, "back")) or "/",
        reason=reason_of(form), signed=first(form, "who"),
    )  # fmt: skip


def _in_words(wanted: Decision, states: States) -> str:
    if wanted.verb == "correct":
        return gettext("correct %(what)s", what=corrected(wanted.value, in_words(wanted.value)))
    if wanted.verb == "withdraw":
        meant = next((row for row in states.judgements if str(row.id) == wanted.subject), None)
        return gettext("withdraw %(what)s", what=taken_back(meant)).strip()
    told = (counted(len(item), "claim") if isinstance(item, list) else str(item) for item in wanted.value.values())
    return " ".join((verb(wanted.verb), *told))


def _changed(states: States, state: str, shown: tuple[tuple[str, str], ...]) -> Stale:
    subject, thing = parts(state)[2], states.thing(parts(state)[2])
    by_id = {str(row.id): row for row in states.judgements}
    since = states.since(state)
    if subject.isdigit():
        since = tuple(row for id_, row in withdrawn(states.judgements).items() if id_ == subject)
    kind = "judgement" if subject.isdigit() else "incident" if subject.startswith("I-") else "claim"
    told = tuple((row, _told(row, by_id)) for row in since)
    return Stale(subject, kind, thing is not None, changes(shown, lines(thing)), told)


def _told(row: Judgement, by_id: Mapping[str, Judgement]) -> str:
    meant = by_id.get(row.subject) if row.verb == "withdraw" else None
    return gettext("%(what)s withdrawn", what=taken_back(meant)) if meant else did(row)
