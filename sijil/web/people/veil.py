"""What of a page is blurred until somebody asks for it: words that may name a private person, and graphic ones.

Where the register has users, the words themselves are not sent before they are asked for, so that every look is known:
what is blurred then are letters that stand for them. The one person of a desk without users has the file anyway; for
them the words are only blurred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import parse_qsl, urlencode

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.requests import Request

from sijil.exports import privacy
from sijil.model.claim import Claim
from sijil.model.incident import Assessment
from sijil.model.report import ReportInfo
from sijil.register import Register
from sijil.rules import load
from sijil.steps.parties import known_parties
from sijil.web import names, nouns, words
from sijil.web.highlight import Part
from sijil.web.language import gettext, isolated
from sijil.web.people.visitor import Visitor, visitor_of

ASKED = "names"  # the parameter of an address that asks for the words: ?names=1
About = Claim | Iterable[Claim] | frozenset[str]  # claims that account for words, or the words
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Veil:
    """How one page is written. `shown`: the words were asked for, and may be seen. `found` counts the words that are
    blurred or would have been."""

    visitor: Visitor
    asked: bool
    found: int = 0
    _accounted: tuple[Iterable[Claim], frozenset[str]] = ((), frozenset())

    def accounted(self, claims: Iterable[Claim]) -> frozenset[str]:
        """What some claims account for, worked out once for all parts of a text."""
        if claims is not self._accounted[0]:
            self._accounted = (claims, privacy.accounted(claims))
        return self._accounted[1]

    @property
    def shown(self) -> bool:
        """Whether the words are to be seen."""
        return self.asked and self.visitor.may("look")

    def over(self, text: str, accounted: frozenset[str]) -> Markup:
        """The text as HTML, blurred where it has to be."""
        return Markup("").join(self.cut(text, [(0, len(text))], accounted))

    def cut(self, text: str, pieces: Iterable[tuple[int, int]], accounted: frozenset[str]) -> list[Markup]:
        """The same for pieces [start, end) of a text that is judged as a whole."""
        spans = _personal(text, accounted | party_words())
        self.found += len(spans)
        return [self._piece(text, start, end, () if self.shown else spans) for start, end in pieces]

    def name(self, speaker: str) -> Markup:
        """A speaker; blurred where it may be a private person."""
        if privacy.is_body(speaker):
            return escape(names.source(speaker))
        self.found += 1
        return escape(isolated(speaker)) if self.shown else self._blurred(speaker)

    def _piece(self, text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Markup:
        out, at = Markup(""), start
        for first, last in spans:
            if first < end and last > at:
                first, last = max(first, at), min(last, end)
                out += escape(text[at:first]) + self._blurred(text[first:last])
                at = last
        return out + escape(text[at:end])

    def _blurred(self, words: str) -> Markup:
        if self.visitor.alone:
            return Markup('<span class="veiled">{}</span>').format(words)
        filler = _LETTER.sub("x", words)
        return Markup(
            '<span class="veiled"><span class="hidden">[{}]</span><span aria-hidden="true">{}</span></span>'
        ).format(gettext("withheld"), filler)


#: A long report takes 60 ms to look through; its paragraphs stay the same from one look to the next.
_personal = lru_cache(maxsize=8192)(privacy.personal)


def veil_of(request: Request) -> Veil:
    """How this page is to be written."""
    return Veil(visitor_of(request), request.query_params.get(ASKED) == "1")


def log_look(request: Request, veil: Veil) -> None:
    """Writes down that somebody sees the words of a page that they asked for; before it is sent."""
    if veil.shown and veil.found:
        with Register.open(request.app.state.register_path, create=False) as register:
            address = request.url.path + (f"?{query}" if (query := urlencode(without(request))) else "")
            register.people.record(veil.visitor.name or "nobody", "look", {"page": address})


def without(request: Request) -> list[tuple[str, str]]:
    """The parameters of a page's address but for the one that asks for the words, and for where it was come from,
    which is not checked here."""
    return [(name, value) for name, value in parse_qsl(request.url.query) if name not in (ASKED, "back")]


@cache
def party_words() -> frozenset[str]:
    """Words, in small letters, of the names of parties that Sijil knows, but for those that people have, too."""
    words = frozenset(word for party in known_parties() for word in re.findall(r"\w+", party.name.lower()))
    return words - frozenset(load("privacy")["party_people"])


@pass_context
def veiled(context: Context, text: str, about: Claim | Iterable[Claim] | frozenset[str] = ()) -> Markup:
    """Template filter: a text, blurred; `about` are the claims that account for words in it, or these words."""
    return _of(context).over(text, about if isinstance(about, frozenset) else _accounted(about))


def veil_in(context: Context, text: str, about: About) -> Callable[[tuple[int, int]], Markup]:
    """The same for runs [start, end) of a text, which is judged as a whole."""
    veil, known = _of(context), about if isinstance(about, frozenset) else _accounted(about)
    return lambda span: Markup("<bdi>{}</bdi>").format(veil.cut(text, [span], known)[0])


def _accounted(about: Claim | Iterable[Claim]) -> frozenset[str]:
    return privacy.accounted([about] if isinstance(about, Claim) else about)


@pass_context
def veiled_name(context: Context, speaker: str) -> Markup:
    """Template filter: a speaker."""
    return _of(context).name(speaker)


@pass_context
def veiled_names(context: Context, speakers: Iterable[str]) -> Markup:
    """Template filter: several speakers in one line."""
    return listed(map(_of(context).name, speakers))


@pass_context
def housed(context: Context, sources: Iterable[str], houses: Mapping[str, str]) -> list[Markup]:
    """Template filter: the names of sources; publishers' as they are shown (`houses`), speakers' veiled."""
    return [escape(names.source(houses[name])) if name in houses else _of(context).name(name) for name in sources]


@pass_context
def sources(context: Context, assessment: Assessment) -> Markup:
    """Template filter: the sources of an assessment in one line, with who prints them: "AFP (via 3 publishers)"."""
    by, veil = dict(assessment.carried), _of(context)
    return listed(_carried(veil.name(name), by[name]) if name in by else veil.name(name) for name in assessment.sources)


def _carried(name: Markup, by: Sequence[str]) -> Markup:
    publishers = by[0] if len(by) == 1 else nouns.counted(len(by), "publisher")
    return escape(gettext("%(name)s (via %(publishers)s)")) % {"name": name, "publishers": publishers}


def listed(items: Iterable[str]) -> Markup:
    """Template filter: one line of several names, "a, b and c"; what is markup already stays that."""
    *first, last = [escape(item) for item in items] or [Markup("")]
    if not first:
        return last
    return escape(gettext("%(first)s and %(last)s")) % {"first": escape(gettext(", ")).join(first), "last": last}


@pass_context
def veiled_part(context: Context, part: Part, claims: Iterable[Claim]) -> list[Markup]:
    """Template function: the words of each run of a part of a report's text."""
    texts = [run.text for run in part.runs]
    edges = [sum(map(len, texts[:index])) for index in range(len(texts) + 1)]
    pieces = list(zip(edges, edges[1:], strict=False))
    veil = _of(context)
    return veil.cut("".join(texts), pieces, veil.accounted(claims))


@pass_context
def said_by(context: Context, claim: Claim, report: ReportInfo | None) -> Markup:
    """Template function: who says a claim (words.said_by), with persons blurred."""
    if not claim.speaker:
        return escape(words.said_by(claim, report))
    chain = escape(gettext(", via ")).join(map(_of(context).name, claim.speaker))
    return escape(words.SAID[claim.status]) % {"speaker": chain}


def _of(context: Context) -> Veil:
    veil = context["veil"]
    assert isinstance(veil, Veil)
    return veil
