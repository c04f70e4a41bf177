"""One request: who asks, for what, what may be shown, and what is written down of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from sijil import METHOD_VERSION, __version__
from sijil.exports.material import Shown, told
from sijil.model.filter import Filter
from sijil.pipeline.rules import rules_hash
from sijil.record import Json, to_plain
from sijil.register import Register
from sijil.rules import load
from sijil.web.api.params import SHOWING, USUAL, Param, read, read_filter
from sijil.web.api.problems import Problem
from sijil.web.people.veil import ASKED, without
from sijil.web.people.visitor import visitor_of

KEPT = "private, no-cache"  # a client may keep an answer, and asks each time whether it still holds
_WITHHELD = {
    "names": "Words that may name a private person, and graphic ones, are left out (names=1).",
    "positions": "Positions are rounded to about a kilometre (positions=1).",
}


@dataclass(frozen=True)
class Asked:
    """A request for something that is read. `given` are its parameters, each once."""

    request: Request
    given: Mapping[str, str]

    @classmethod
    def of(cls, request: Request, known: Iterable[Param]) -> Asked:
        """Reads the address. Raises Problem for what is wrong with it, or what this person may not see."""
        asked = cls(request, read(request.query_params, (*known, *SHOWING)))
        asked._check()
        return asked

    @cached_property
    def filter(self) -> Filter:
        """What the address asks for."""
        return read_filter(self.request.query_params)

    @property
    def shown(self) -> Shown:
        """What was asked for by name."""
        return Shown(positions=self.given.get("positions") == "1", names=self.given.get("names") == "1")

    @property
    def limit(self) -> int:
        """Rows of a page."""
        return int(self.given.get("limit", USUAL))

    @property
    def many(self) -> bool:
        """Whether this is more than a page of the desk shows, and so counts as an export."""
        return "cursor" in self.given or self.limit > USUAL

    def _check(self) -> None:
        """Raises Problem for what this person's role may not ask for."""
        takes = [("limit", "many rows", "export")] if self.many else []
        takes += [("names", "names", "look")] if self.shown.names else []
        takes += [("names", "many rows with names", "names")] if self.shown.names and self.many else []
        takes += [("positions", "exact positions", "names")] if self.shown.positions else []
        visitor = visitor_of(self.request)
        for parameter, what, act in takes:
            if not visitor.may(act):
                raise Problem(403, f"As {visitor.role} you may not ask for {what}; ask an admin.", parameter)

    @cached_property
    def question(self) -> str:
        """The address without its host and without where the page begins: what a cursor is of."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name != "cursor"]
        return f"{self.request.url.path}?{urlencode(sorted(kept))}"

    def address(self, **changes: str) -> str:
        """This address with parameters changed."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name not in changes]
        return f"{self.request.url.path}?{urlencode([*kept, *changes.items()])}"

    def tag(self, register: Register) -> str:
        """A strong ETag, without its quotes: another one for another answer to this address, whoever asks."""
        asked = f"{self.request.url.path}?{self.request.url.query}"
        made = (*register.head, rules_hash(), __version__, METHOD_VERSION, today(), asked)
        return hashlib.sha256(repr(made).encode("utf-8", "replace")).hexdigest()[:32]

    def about(self) -> Json:
        """What an answer says of itself."""
        withheld = [words for name, words in _WITHHELD.items() if not getattr(self.shown, name)]
        limits: list[str] = load("limits")["limits"]
        return {"as_of": today(), "method": METHOD_VERSION, "limits": limits, "withheld": withheld}

    def told(self, register: Register, what: str, found: int) -> None:
        """Writes down, before it is sent, that somebody takes many rows or exact positions, or sees `found` words."""
        visitor = visitor_of(self.request)
        who = visitor.name or "nobody"
        if self.many or self.shown.positions:
            wanted = {name: value for name, value in to_plain(self.filter).items() if value}
            wanted |= {"q": self.given["q"]} if "q" in self.given else {}
            register.people.record(who, "export", told(f"api {what}", wanted, self.shown, "HTTP API"))
        elif self.shown.names and found:
            kept = [pair for pair in without(self.request) if pair[0] != ASKED]
            query = f"?{urlencode(kept)}" if kept else ""
            register.people.record(who, "look", {"page": f"{self.request.url.path}{query}"})

    def answer(self, body: Any, tag: str = "", headers: Mapping[str, str] | None = None) -> Response:
        """JSON, with what caches have to know."""
        return answer(body, headers={**self.caching(tag), **(headers or {})})

    def caching(self, tag: str) -> dict[str, str]:
        """Headers: an answer with names is kept nowhere."""
        kept = "no-store" if self.shown.names or self.shown.positions else KEPT
        return {"cache-control": kept, "vary": "Cookie, Authorization"} | ({"etag": f'"{tag}"'} if tag else {})

    def unchanged(self, tag: str) -> Response | None:
        """304 where the client has this answer already."""
        if tag_in(self.request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=self.caching(tag))
        return None


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON as an answer; bytes are JSON already."""
    plain = body if isinstance(body, bytes) else encoded(body)
    return Response(plain, status, dict(headers or {}), media_type="application/json")


def encoded(body: Any) -> bytes:
    """JSON values as they are sent."""
    return msgspec.json.encode(body)


def linked(following: str | None) -> dict[str, str]:
    """The header that names the next page, if there is one (RFC 8288)."""
    return {"link": f'<{following}>; rel="next"'} if following else {}


def today() -> str:
    """The day in UTC, up to which an answer tells."""
    return datetime.now(UTC).date().isoformat()


def tag_in(header: str, tag: str) -> bool:
    """Whether a list of ETags has this one; weak ones are compared as strong ones (RFC 9110, 13.1.2).

    "*" is for no tag: whether there is anything would have to be looked up first, and nobody reads with it.
    """
    return f'"{tag}"' in {part.strip().removeprefix("W/") for part in header.split(",")}
