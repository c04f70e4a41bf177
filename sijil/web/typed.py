"""What a form says of a claim to be added, field by field: nothing typed is lost, and every problem has its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sijil.model.claim import Claim
from sijil.steps.adding import CHOICES, PARTS, names_of, problems
from sijil.web.language import gettext

LONGEST = 200  # characters of a text field
SPEAKERS = 3  # in a chain
NUMBERS = ("low", "high")
DAYS = ("start", "end")
FLAGS = ("approx", "part_of", "eased")
#: Fields that are several words; "speaker" is a list, the one nearest the fact first.
TEXTS = ("place", "within", "actor", "side", "object", "when")


@dataclass(frozen=True, slots=True)
class Typed:
    """`values` as they stand in the form, `fields` what they mean in claim JSON; `wrong`: what is wrong, by field."""

    values: Mapping[str, Any]
    fields: Mapping[str, Any] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


def typed(form: Mapping[str, Sequence[str]]) -> Typed:
    """Reads the fields of a form."""
    wrong: dict[str, str] = {}
    values: dict[str, Any] = {name: form.get(name, [""])[0].strip() for name in (*CHOICES, *NUMBERS, *DAYS)}
    values |= {name: " ".join(form.get(name, [""])[0].split())[:LONGEST] for name in TEXTS}
    values |= {name: bool(form.get(name, [""])[0]) for name in FLAGS}
    values["speaker"] = [" ".join(name.split())[:LONGEST] for name in form.get("speaker", [])][:SPEAKERS]
    values["denies"] = list(form.get("denies", []))
    fields = {name: value or None for name, value in values.items()}
    fields["speaker"] = [name for name in values["speaker"] if name]
    fields |= {name: _number(values[name], wrong) for name in NUMBERS}
    fields |= {name: _day(values[name], wrong) for name in DAYS}
    return Typed(values, fields, problems(fields) | wrong)


def offered(fields: Mapping[str, Any]) -> Typed:
    """A form filled with fields of claim JSON."""
    values: dict[str, Any] = dict.fromkeys((*CHOICES, *NUMBERS, *DAYS, *TEXTS), "") | dict.fromkeys(FLAGS, False)
    values |= {"speaker": [], "denies": []}
    values |= {name: value for name, value in fields.items() if value is not None and name in values}
    return Typed(values, fields)


def parts_of(kind: str) -> frozenset[str]:
    """The names of the inputs that a claim of a kind has."""
    return frozenset(part for name in names_of(kind) for part in PARTS.get(name, (name,)))


def deniable(claims: Sequence[Claim], span: tuple[int, int]) -> list[Claim]:
    """What a denial may reject in its report, the nearest words first."""
    told = [claim for claim in claims if claim.kind != "denial"]
    return sorted(told, key=lambda claim: (abs(claim.span[0] - span[0]), claim.order))


def _number(words: str, wrong: dict[str, str]) -> int | None:
    plain = words.replace(",", "").replace(" ", "")
    if plain and not (plain.isascii() and plain.isdigit() and len(plain) < 13):
        wrong["figure"] = gettext("“%(words)s” is no number: write digits, for example 12", words=words[:40])
        return None
    return int(plain) if plain else None


def _day(words: str, wrong: dict[str, str]) -> str | None:
    try:
        return date.fromisoformat(words).isoformat() if words else None
    except ValueError:
        wrong["when"] = gettext("“%(words)s” is no day: write 2020-01-24", words=words[:40])
        return None
