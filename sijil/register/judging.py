"""Whether a judgement makes sense before it is written: it can never be taken back out, only withdrawn."""

from __future__ import annotations

import json
from typing import Any

from sijil.decoding import scrub
from sijil.errors import BadInput
from sijil.model.incident import GRADES
from sijil.model.judgement import VERBS
from sijil.record import canonical
from sijil.register import adding
from sijil.register.store import Store

#: Verbs about two things; the other one is named by `with`.
_PAIRS = ("same", "different", "unsure", "merge")
#: What a verb may be about; anything else is about a claim or an incident.
_SUBJECTS = {
    "correct": ("claims",),
    "add": ("reports",),
    "same": ("claims", "incidents"),
    "different": ("claims", "incidents"),
    "unsure": ("claims", "incidents"),
    "merge": ("incidents",),
    "split": ("incidents",),
    "grade": ("incidents",),
    "withdraw": ("judgements",),
    "comment": ("claims", "incidents", "reports"),
}

#: Verbs that say all in subject and reason.
_BARE = ("accept", "reject", "comment", "withdraw")
#: Levels of JSON in a value; a place with its candidates has 5. Deeper ones would stop those who read them again.
DEEPEST = 12

#: The incident with an id, or the one that holds its claim now.
_INCIDENTS = (
    "SELECT id AS incident FROM incidents WHERE id = ? "
    "UNION ALL SELECT incident FROM incident_claims WHERE 'I-' || claim = ?"
)


def checked(store: Store, verb: str, subject: str, value: dict[str, object]) -> dict[str, object]:
    """`value`, safe to store. Raises BadInput for an unknown verb, subject or grade, or a value that does not fit."""
    if deeper(value, DEEPEST):
        raise BadInput(subject, "the value is nested too deeply to be a judgement's")
    try:
        value = _safe(json.loads(canonical(value)))
    except (TypeError, ValueError) as error:
        raise BadInput(subject, f"the value is no JSON ({error})") from error
    if verb not in VERBS:
        raise BadInput(verb, "no such judgement", f"one of {', '.join(VERBS)}")
    if not _known(store, verb, subject):
        raise BadInput(subject, f"nothing with this id to {verb}")
    if verb == "grade" and value.get("grade") not in GRADES:
        raise BadInput(subject, f"no such grade: {value.get('grade')}", f"one of {', '.join(GRADES)}")
    if verb in _PAIRS and not _known(store, verb, str(value.get("with"))):
        raise BadInput(str(value.get("with")), f"nothing with this id to hold {subject} against")
    if verb in _PAIRS and _claim_of(str(value.get("with"))) == _claim_of(subject):
        raise BadInput(subject, "is named twice: the judgement is about two things", "name another one")
    if verb == "split":
        _check_split(store, subject, value.get("claims"))
    if verb == "add":
        return adding.completed(store, subject, value)
    if verb in _BARE and value:
        raise BadInput(subject, f"{verb} takes no value", "leave it out; the reason says why")
    if verb == "correct" and not value:
        raise BadInput(subject, "a correction needs a field and its value")
    return value


def deeper(value: object, levels: int) -> bool:
    """Whether JSON has more levels than that; without recursion, so that no value is too deep to be asked of."""
    layer: list[object] = [value]
    for _ in range(levels + 1):
        layer = [
            inner for one in layer if isinstance(one, dict | list | tuple)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]  # fmt: skip
    return bool(layer)


def _safe(value: Any) -> Any:
    """JSON values with every text in them scrubbed."""
    if isinstance(value, dict):
        return {scrub(key): _safe(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_safe(inner) for inner in value]
    return scrub(value) if isinstance(value, str) else value


def _check_split(store: Store, incident: str, leaving: object) -> None:
    homes = store.rows(f"SELECT incident FROM ({_INCIDENTS})", incident, incident)
    own = {row[0] for row in store.rows("SELECT claim FROM incident_claims WHERE incident = ?", homes[0][0])}
    if not isinstance(leaving, list | tuple) or not leaving:
        raise BadInput(incident, "a split needs the claims that leave")
    strange = [str(claim) for claim in leaving if claim not in own]
    if strange:
        raise BadInput(incident, f"has no claim {strange[0]} that could leave it")
    if own == set(leaving):
        raise BadInput(incident, "all its claims would leave it", "leave at least one")


def _known(store: Store, verb: str, subject: str) -> bool:
    tables = _SUBJECTS.get(verb, ("claims", "incidents"))
    if "incidents" in tables and store.rows(_INCIDENTS, subject, subject):
        return True
    others = (table for table in tables if table != "incidents")
    # Cast, so that a judgement is called "7" and not "07"; compared uncast, so that the index is asked.
    same = "id = ? AND CAST(id AS TEXT) = ?"
    return any(store.rows(f"SELECT 1 FROM {table} WHERE {same}", subject, subject) for table in others)


def _claim_of(id_: str) -> str:
    return id_.removeprefix("I-")
