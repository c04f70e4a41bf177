"""The bodies that the API takes: JSON of one shape each, nothing else."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec

from sijil.model.judgement import VERBS
from sijil.web.api.problems import Problem

T = TypeVar("T")
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


#: A claim is added on its report's page, where its words are marked.
TAKEN = tuple(verb for verb in VERBS if verb != "add")
Verb = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(TAKEN)})]


class Login(msgspec.Struct, forbid_unknown_fields=True):
    """Who logs in."""

    name: Name
    password: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]


class Judging(msgspec.Struct, forbid_unknown_fields=True):
    """What a person decides: `subject` is the id of a claim or an incident, to withdraw that of a judgement; `value` by
    verb as in docs/json.md. `who` is for a desk without users; users sign with their own name, whatever it says."""

    verb: Verb
    subject: Name
    reason: Line
    value: dict[str, Any] = {}
    who: str = ""


def read_body(data: bytes, kind: type[T]) -> T:
    """The body as one of these. Raises Problem, naming the field, for what is not."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        line, _, where = str(error).partition(" - at ")
        raise Problem(422, f"{line}.", where.strip("`").removeprefix("$.")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(400, "The body is no JSON.") from error
