"""Adding a claim that the machine missed: words of a report's text, and what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sijil import queries
from sijil.errors import BadInput
from sijil.model.report import Report, Text
from sijil.pipeline.adding import add_claim
from sijil.register import Register
from sijil.steps.adding import CHOICES, period_told, suggested, trimmed
from sijil.web.editing import SCOPES, STATUSES, first
from sijil.web.language import N_, Words, gettext
from sijil.web.page import register_of, render
from sijil.web.pages.judging import fields
from sijil.web.people.visitor import visitor_of
from sijil.web.typed import Typed, deniable, offered, parts_of, typed
from sijil.web.words import role

router = APIRouter()
FEW = 12  # claims that a denial may be tied to
SUFFIX = Words({"persons": N_("people or things"), "households": N_("households"), "percent": N_("per cent")})


@dataclass(frozen=True, slots=True)
class Marked:
    """The words [start, stop) of a report's text, and the paragraph around them."""

    report: Report
    text: Text
    span: tuple[int, int]
    block: tuple[int, int]

    @property
    def words(self) -> str:
        """The marked words."""
        return self.text.content[slice(*self.span)]

    @property
    def around(self) -> tuple[str, str]:
        """The paragraph before and behind them."""
        content = self.text.content
        return content[self.block[0] : self.span[0]], content[self.span[1] : max(self.block[1], self.span[1])]


def marked(register: Register, id_: str, start: str, stop: str) -> Marked:
    """The words that an address or a form marks. Raises BadInput for an unknown report or where they are none."""
    report, text = register.report(id_)
    given = all(one.isascii() and one.isdigit() and len(one) < 10 for one in (start, stop))
    span = whole_words(text.content, trimmed(text.content, (int(start), int(stop)) if given else (0, 0)))
    holding = [(b.start, b.end) for b in text.blocks if b.start < span[1] and span[0] < b.end]
    block = (min(span[0], *(b[0] for b in holding)), max(span[1], *(b[1] for b in holding))) if holding else span
    return Marked(report, text, span, block)


def whole_words(content: str, span: tuple[int, int]) -> tuple[int, int]:
    """The marked characters with the rest of the words that they begin or end within."""
    start, stop = span
    while start > 0 and content[start - 1].isalnum() and content[start].isalnum():
        start -= 1
    while stop < len(content) and content[stop - 1].isalnum() and content[stop].isalnum():
        stop += 1
    return start, stop


def found_again(one: Marked, words: str) -> Marked | None:
    """The same with the words as somebody cut or widened them: where they stand nearest to where they were marked.

    White space between words does not count. None where they stand nowhere in the text.
    """
    told = r"\s+".join(map(re.escape, words.split()))
    spans = [match.span() for match in re.finditer(told, one.text.content)] if told else []
    nearest = min(spans, key=lambda span: abs(span[0] - one.span[0]), default=None)
    inside = [span for span in spans if span[0] >= one.span[0] and span[1] <= one.span[1]]
    return replace(one, span=inside[0] if inside else nearest) if nearest else None


@router.get("/reports/{id_}/add")
def adding(request: Request, id_: str) -> Response:
    """The form, filled with what the words may mean."""
    _allowed(request)
    asked = request.query_params
    with register_of(request) as register:
        one = marked(register, id_, asked.get("start", ""), asked.get("stop", ""))
        guess = suggested(one.report, one.text, one.span, queries.claims_of(register, id_))
        return _page(request, register, id_, one, offered(guess))


@router.post("/reports/{id_}/add")
async def added(request: Request, id_: str) -> Response:
    """Records the claim and goes to it, or shows the form again with what is wrong where it is wrong."""
    form = await fields(request)
    return await run_in_threadpool(_record, request, id_, form)


def _record(request: Request, id_: str, form: Mapping[str, Sequence[str]]) -> Response:
    told, signed = typed(form), (first(form, "who"), first(form, "reason"))
    with register_of(request) as register:
        one = marked(register, id_, first(form, "from"), first(form, "upto"))
        there = found_again(one, first(form, "words")) if first(form, "words") else one
        if there and first(form, "again"):
            guess = suggested(one.report, one.text, there.span, queries.claims_of(register, id_))
            return _page(request, register, id_, there, offered(guess), {**form, "words": [there.words]})
        told = _with_wrong(
            told, there or one, "" if there else gettext("these words do not stand in the report like this")
        )
        if told.wrong:
            return _page(request, register, id_, one, told, form)
        try:
            row = add_claim(register, id_, (there or one).span, told.fields, signed, request.app.state.places.gazetteer)
        except BadInput as error:
            return _page(request, register, id_, one, told, form, error.line())
        queries.prepare(register)
        number = queries.read_claim(register, str(row.value["claim"]["id"])).number  # type: ignore[index]
    return RedirectResponse(f"/reports/{id_}#c-{number}", status_code=303)


def _with_wrong(told: Typed, one: Marked, words: str) -> Typed:
    """What was typed with what only the report can tell to be wrong."""
    wrong = {**told.wrong, **({"words": words} if words else {})}
    if "when" not in wrong:
        try:
            period_told(told.fields, one.report, one.text)
        except BadInput as error:
            wrong["when"] = error.line()
    return replace(told, wrong=wrong)


def _page(
    request: Request, register: Register, id_: str, one: Marked, told: Typed,
    form: Mapping[str, Sequence[str]] | None = None, problem: str = "",
) -> Response:  # fmt: skip
    form, claims = form or {}, queries.claims_of(register, id_)
    kinds = {kind: parts_of(kind) for kind in CHOICES["kind"]}
    return render(
        request, "adding.html", status=400 if problem or told.wrong else 200, info=queries.reports(register)[id_],
        one=one, told=told, problem=problem, claims=claims, deniable=deniable(claims, one.span)[:FEW],
        of={name: [kind for kind in kinds if name in kinds[kind]] for name in set().union(*kinds.values())},
        words=first(form, "words") or one.words, reason=first(form, "reason"), by=first(form, "who"), choices=CHOICES,
        statuses=STATUSES, scopes=SCOPES, units=SUFFIX,
        names={
            "place": sorted({name for claim in claims for name in (claim.place, claim.within) if name}),
            "party": sorted({name for claim in claims for name in (claim.actor, claim.side) if name}),
            "speaker": sorted({name for claim in claims for name in claim.speaker}),
        },
    )  # fmt: skip


def _allowed(request: Request) -> None:
    if not (visitor := visitor_of(request)).may("add"):
        raise HTTPException(
            403, gettext("As %(role)s you may not add claims; ask an admin for another role.", role=role(visitor.role))
        )
