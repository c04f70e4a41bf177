"""What a form decides: the value of each verb, and the fields of a claim that are corrected directly.

Places and parties have pages of their own (pages/correcting.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijil.errors import BadInput
from sijil.model.claim import ATTACKS, GROUPS, KINDS, MEASURES, Claim
from sijil.record import claim_to_json
from sijil.web import words
from sijil.web.language import N_, Words, gettext

Form = Mapping[str, Sequence[str]]
#: What a script may correct by name and value, without the form.
CORRECTABLE = (
    "low", "high", "group", "measure", "status", "place", "start", "end", "actor", "attack", "side", "scope", "kind",
)  # fmt: skip
STATUSES = Words({"reported": N_("reported"), "projected": N_("a forecast"), "denied": N_("denied")})
SCOPES = Words({"incident": N_("one incident"), "total": N_("a total")})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: a number, a day, a yes or no, or one of `choices` (value → words). `needed`: never empty."""

    name: str
    marked: str  # the label, for gettext
    kind: str  # "number", "date", "yes" or "choice"
    choices: Mapping[str, str] | None = None
    needed: bool = False

    @property
    def label(self) -> str:
        """What the field is called."""
        return gettext(self.marked)


FIELDS = (
    Field("kind", N_("Kind"), "choice", words.KIND_LABELS.only(KINDS), needed=True),
    Field("low", N_("At least"), "number"),
    Field("high", N_("At most"), "number"),
    Field("approx", N_("About"), "yes"),
    Field("group", N_("Who"), "choice", words.GROUP_LABELS.only(GROUPS)),
    Field("measure", N_("What befell them"), "choice", words.MEASURE_LABELS.only(MEASURES)),
    Field("start", N_("First day"), "date"),
    Field("end", N_("Last day"), "date"),
    Field("attack", N_("Attack"), "choice", words.ATTACK_LABELS.only(ATTACKS)),
    Field("scope", N_("Counts"), "choice", SCOPES),
    Field("status", N_("Told as"), "choice", STATUSES, needed=True),
)


def held(claim: Claim) -> dict[str, str]:
    """What a claim has in each of FIELDS, as the form writes it."""
    plain = claim_to_json(claim)
    values = {field.name: plain.get(field.name) for field in FIELDS}
    return {name: "" if value is None or value is False else str(value) for name, value in values.items()}


def value_of(verb: str, form: Form) -> dict[str, object]:
    """The value that a verb needs (model/judgement.py)."""
    if verb == "grade":
        return {"grade": first(form, "grade")}
    if verb in ("merge", "same", "different", "unsure"):
        return {"with": first(form, "with")}
    if verb == "split":
        return {"claims": list(form.get("claims", ()))}
    if verb == "correct":
        return edited(form) if first(form, "edited") else correction(first(form, "field"), first(form, "value"))
    return {}


def first(form: Form, name: str) -> str:
    """The first value of a field, empty where there is none."""
    return form.get(name, [""])[0].strip()


def reason_of(form: Form) -> str:
    """Why somebody decides: the reason whose button was pressed, or the one that was typed."""
    return first(form, "quick") or first(form, "reason")


def inside(address: str) -> str:
    """`address` where it is one of the desk's own pages, otherwise ""."""
    own = address.startswith("/") and not address.startswith("//") and address.isprintable() and "\\" not in address
    return address if own else ""


def correction(field: str, words: str) -> dict[str, object]:
    """{field: value}; a value that is JSON (5, null, ["SOHR"]) is taken as such, an empty one empties the field."""
    if field not in CORRECTABLE:
        raise BadInput(gettext("the correction"), gettext("names no field of a claim"))
    try:
        value: Any = json.loads(words) if words else None
    except ValueError:
        value = words
    return {field: value}


def edited(form: Form) -> dict[str, object]:
    """{field: value} of the fields that somebody changed (`to_low`) from what the form held (`was_low`); an emptied one
    is None. Empty fields may be left out of a form. Raises BadInput where nothing was changed."""
    pairs = ((field, first(form, f"was_{field.name}"), first(form, f"to_{field.name}")) for field in FIELDS)
    changed = {field.name: _value(field, now) for field, before, now in pairs if now != before}
    if not changed:
        raise BadInput(
            gettext("the correction"),
            gettext("changes nothing"),
            gettext("change a field, or accept the claim as it is"),
        )
    return changed


def _value(field: Field, text: str) -> Any:
    if field.kind == "yes":
        return bool(text)
    if not text:
        if field.needed:
            raise BadInput(field.label, gettext("cannot be left empty"))
        return None
    if field.kind == "number":
        if not (text.isascii() and text.isdigit() and len(text) < 13):
            raise BadInput(f"“{text[:40]}”", gettext("is no number"), gettext("write digits, for example 12"))
        return int(text)
    return text
