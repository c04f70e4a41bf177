"""Takes what a person decides, as the desk does; whoever decides says which state they saw."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from sijil import pipeline, queries
from sijil.errors import BadInput
from sijil.exports.forms import row_form
from sijil.model.judgement import Judgement, Verb
from sijil.register import Register
from sijil.web.api.asked import answer
from sijil.web.api.body import TAKEN, Judging, read_body
from sijil.web.api.problems import Problem
from sijil.web.page import register_of
from sijil.web.people.visitor import visitor_of


def judge(request: Request, data: bytes) -> Response:
    """Records a judgement, unless what it is about is not as the person saw it (If-Match)."""
    wanted = read_body(data, Judging)
    if wanted.verb not in TAKEN:
        raise Problem(422, f"“{wanted.verb[:40]}” is none of {', '.join(TAKEN)}.", "verb")
    match = request.headers.get("if-match", "")
    if not match.strip():
        raise Problem(428, "Send If-Match with the ETag of what you judge, so that nobody's work is lost.", "if-match")
    with register_of(request) as register:
        made = _judged(request, register, wanted, match)
        queries.prepare(register)
    place = f"{request.url.path.rstrip('/')}/{made.id}"
    return answer(row_form(made), 201, {"location": place, "cache-control": "no-store"})


def _judged(request: Request, register: Register, wanted: Judging, match: str) -> Judgement:
    visitor = visitor_of(request)
    who = wanted.who.strip() or visitor.name if visitor.alone else visitor.name
    with register.transaction():  # nobody writes between the look and the judgement
        now = queries.states(register).mark(wanted.subject)
        if not _is_seen(match, now):
            line = f"{wanted.subject} is not as you saw it: get it again, look, and decide then."
            raise Problem(412, line, "if-match")
        try:
            return pipeline.judge(register, cast(Verb, wanted.verb), wanted.subject, wanted.value, who, wanted.reason)
        except BadInput as error:
            raise Problem(422, error.line()) from error


def _is_seen(match: str, mark: str) -> bool:
    """Whether a list of ETags, "*" for any, has one that begins with the mark (lists.Single.stated)."""
    tags = [part.strip().strip('"') for part in match.split(",")]
    return "*" in tags or mark in {tag.partition(".")[0] for tag in tags}
