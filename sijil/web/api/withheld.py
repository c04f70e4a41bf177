"""What of an answer is left out until it is asked for, as on the desk: words that may name a private person or are
graphic, and exact positions.

A letter left out is "█" (U+2588), so that every offset into a text holds.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from sijil import queries
from sijil.exports import privacy
from sijil.exports.material import Shown
from sijil.model.claim import Claim
from sijil.model.report import ReportInfo
from sijil.queries import IncidentView
from sijil.record import Json
from sijil.register import Register
from sijil.web.people.veil import party_words

#: Keys under which reports, or sentences about them, are quoted; who speaks; and the claims and incidents of a row.
TEXTS = frozenset({
    "quote", "reasons", "grade_reasons", "disputes", "why", "words", "conflict", "against", "sentences", "content",
    "triangulation", "names", "object",
})  # fmt: skip
SPEAKERS = frozenset({"speaker", "speakers", "sources"})
OF_CLAIMS = ("ref", "claim", "claims", "parts", "violations", "blames", "denials", "told_again", "superseded")
OF_ONE = ("ref", "claim")
OF_INCIDENTS = ("inside", "incident", "other")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Withheld:
    """How one answer is written. `found` counts the words that are left out, or would have been."""

    shown: Shown
    claims: Mapping[str, Claim]
    views: Mapping[str, IncidentView]
    publishers: frozenset[str] = frozenset()
    found: int = 0

    @classmethod
    def of(cls, register: Register, shown: Shown) -> Withheld:
        """What names in a register's rows are accounted for by."""
        known = queries.kept(register, "publishers", lambda: _publishers(queries.reports(register).values()))
        return cls(shown, queries.claims_by_id(register), queries.views(register), known)

    def form(self, form: Json, about: Iterable[Claim] = ()) -> Json:
        """A JSON object without what is to be left out. What accounts for names in it are the claims `about`, and those
        and the titles of incidents that it names."""
        own = _Words(lambda: privacy.accounted(about), lambda: privacy.accounted(about) | always())
        return self._object(form, own)

    def source(self, form: Json) -> Json:
        """A row of the ledger of sources: speakers have names, publishers are bodies."""
        return {**form, "name": self._speaker(form["name"])} if form["role"] == "speaker" else form

    def _own(self, form: Json, keys: Iterable[str]) -> frozenset[str]:
        """Words of the claims under some keys, and of the incidents, that an object names."""
        claims = privacy.accounted(self.claims[id_] for id_ in _ids(form, keys) if id_ in self.claims)
        titles = (self.views[id_].incident.title for id_ in _ids(form, OF_INCIDENTS) if id_ in self.views)
        return claims.union(*map(_words, titles))

    def _object(self, form: Json, around: _Words) -> Json:
        known = _Words(lambda: around.near | self._own(form, OF_ONE), lambda: around.all | self._own(form, OF_CLAIMS))
        out = {key: self._value(key, value, known) for key, value in form.items()}
        if "lat" in out and not self.shown.positions:
            out["lat"], out["lon"] = privacy.position(out["lat"], out["lon"], exact=False)
        return out

    def _value(self, key: str, value: Any, known: _Words) -> Any:
        if isinstance(value, str):
            if key in TEXTS and value not in self.claims:
                return self._text(value, known)
            return self._speaker(value) if key in SPEAKERS and value else value
        if isinstance(value, dict):
            if key == "carried":
                return {self._speaker(name): by for name, by in value.items()}
            return self._object(value, known)
        if isinstance(value, list | tuple):
            return [self._value(key, one, known) for one in value]
        return value

    def _text(self, text: str, known: _Words) -> str:
        suspects = _suspects(text)
        if suspects is not None and (not suspects or suspects <= known.near):
            return text
        found = privacy.personal(text, known.all)
        spans = [(start, end) for start, end in found if text[start:end] not in self.publishers]
        self.found += len(spans)
        if self.shown.names or not spans:
            return text
        edges = [0, *(edge for span in spans for edge in span), len(text)]
        pieces = [text[start:end] for start, end in zip(edges, edges[1:], strict=False)]
        return "".join(_LETTER.sub("█", piece) if n % 2 else piece for n, piece in enumerate(pieces))

    def _speaker(self, name: str) -> str:
        if privacy.is_body(name) or name in self.publishers:
            return name
        self.found += 1
        return name if self.shown.names else privacy.veiled(name)


class _Words:
    """Words, in small letters, that account for names: `near` are those of the claim that an object is of, `all` those
    of all that it names. They are looked for when a text has any that could be a name (few have)."""

    def __init__(self, near: Callable[[], frozenset[str]], all_: Callable[[], frozenset[str]]) -> None:
        self._near, self._all = near, all_

    @cached_property
    def near(self) -> frozenset[str]:
        """Enough for most texts."""
        return self._near()

    @cached_property
    def all(self) -> frozenset[str]:
        """All of them."""
        return self._all()


@lru_cache(maxsize=50_000)
def _suspects(text: str) -> frozenset[str] | None:
    """The words of a text that only claims could account for; None where it also has words that nothing accounts for.

    Where claims account for all of them nothing is left out; else privacy.personal says what is. The same sentences
    come again and again: a tally of 10,000 totals takes 0.5 instead of 1.4 s.
    """
    spans = privacy.personal(text, always())
    if privacy.personal(text, _words(text)):
        return None
    return frozenset(word for start, end in spans for word in privacy.WORD.findall(text[start:end].lower()))


def _publishers(reports: Iterable[ReportInfo]) -> frozenset[str]:
    """Names of publishers, who are known by what they print, and what of each could be taken for a person's name."""
    names = {info.source for info in reports if info.source}
    return frozenset(names | {name[start:end] for name in names for start, end in privacy.personal(name, always())})


def _ids(form: Json, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        ids = form.get(key) or ()
        yield from (id_ for id_ in ((ids,) if isinstance(ids, str) else ids) if isinstance(id_, str))


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    """Every word, and every part of one."""
    found = privacy.WORD.findall(text.lower())
    return frozenset(part for word in found for part in (word, *re.split(r"['’.-]", word)))


@cache
def always() -> frozenset[str]:
    """Words of the parties that Sijil knows, and of months as titles have them."""
    return party_words() | {name.lower() for name in month_abbr if name}
