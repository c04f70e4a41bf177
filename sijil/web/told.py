"""Sentences that the steps make, as a page tells them: by the patterns of sentences.py, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sijil.exports.material import Shown
from sijil.exports.sheet import limits
from sijil.model.figure import Figure
from sijil.web import dates, names, words
from sijil.web.language import SOURCE, Words, gettext, isolated, language, pgettext
from sijil.web.ledgers import sentences as of_ledgers
from sijil.web.nouns import bounded
from sijil.web.people.veil import About, veil_in, veiled
from sijil.web.refusals import REFUSALS
from sijil.web.sentences import SENTENCES

ENGLISH = Markup('<span lang="en" dir="ltr">{}</span>')
Span = tuple[int, int]
_NUMBER = r"\d[\d,]*"
_FIGURE = rf"(?:about )?(?:(?:at least|up to) )?{_NUMBER}(?:-{_NUMBER})?|no number"
#: What a placeholder may hold, by its name; others hold anything.
KINDS: dict[str, str] = {
    "figure": _FIGURE, "figures": rf"(?:{_FIGURE})(?:, (?:{_FIGURE}))*", "number": r"[+-]?[\d,.]+",
    "points": r"[+-][\d.]+", "day": r"\d{4}-\d\d-\d\d|date unknown|day unknown",
    "grade": "|".join(words.GRADE_LABELS), "attack": "[a-z_ ]+", "group": "|".join(words.GROUP_LABELS),
    "place": r"(?:(?! \([+-])[^;«»])+?", "measure": "|".join(words.MEASURE_LABELS), "words": "[^»”']*",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A run [start, end) of a sentence: `kind` says what it holds."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that has a pattern: it, and what its placeholders hold."""

    marked: str
    pieces: tuple[tuple[str, Piece], ...]


@pass_context
def told(context: Context, line: str, about: About | None = None) -> Markup:
    """Template filter: a sentence, with what may name a person blurred where `about` tells what accounts for words
    (veil.veiled). What has no words in the language of the page stays English, and marked as that."""
    if language().code == SOURCE:
        return escape(line) if about is None else veiled(context, line, about)
    cut = _bare(line) if about is None else veil_in(context, line, about)
    found = _worded(line, (0, len(line)), cut, escape)
    if found is not None:
        return Markup(found)
    whole = cut((0, len(line)))
    return whole if re.search("[\u0600-\u06ff]", line) else ENGLISH.format(whole)


def _bare(line: str) -> Callable[[Span], Markup]:
    return lambda span: Markup("<bdi>{}</bdi>").format(line[slice(*span)])


def plain(line: str) -> str:
    """The same for what is no HTML; in English where it has no words."""
    if language().code == SOURCE:
        return line
    found = _worded(line, (0, len(line)), lambda span: isolated(line[slice(*span)]), str)
    return line if found is None else str(found)


def _worded(line: str, span: Span, cut: Callable[[Span], str], text: Callable[[str], str]) -> str | None:
    """A run of `line` by its pattern, or sentence by sentence where it is several; None for none. `cut` gives a run as
    it stands, `text` turns words of the desk into what `cut` gives (str or Markup)."""
    found = match(line[slice(*span)])
    if found is None:
        runs = list(_split(line[slice(*span)], span[0]))
        several = [_worded(line, run, cut, text) for run in runs] if len(runs) > 1 else []
        pairs = zip(several, runs, strict=True)
        return text(gettext("; ")).join(told or cut(run) for told, run in pairs) if any(several) else None
    values = {name: _value(line, _moved(piece, span[0]), cut, text) for name, piece in found.pieces}
    return text(gettext(found.marked)) % values if values else text(gettext(found.marked))


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(piece.kind, piece.start + by, piece.end + by)


def _value(line: str, piece: Piece, cut: Callable[[Span], str], text: Callable[[str], str]) -> str:
    span, said = (piece.start, piece.end), line[piece.start : piece.end]
    if piece.kind == "inners":
        runs = [_worded(line, run, cut, text) or cut(run) for run in _split(said, piece.start)]
        return text(gettext("; ")).join(runs)
    if piece.kind in ("inner", "total"):
        return _worded(line, span, cut, text) or cut(span)
    worded = _OWN.get(piece.kind)
    if piece.kind == "name" and (own := _nameless(said) or _known(said)):
        return text(own)
    return text(isolated(worded(said))) if worded else cut(span)


def _known(said: str) -> str:
    """A body that rules/speakers knows, in the language of the page; "" for others."""
    own = names.source(said)
    return "" if own in (said, isolated(said)) else own


def _nameless(said: str) -> str:
    """What stands for a name where there is none; "" for a name."""
    if said == "the report itself":
        return gettext("the report itself")
    report = re.fullmatch(r"report (R-\w+)", said)
    return gettext("report %(id)s", id=report[1]) if report else ""


def _split(said: str, start: int) -> Iterator[Span]:
    """The sentences of a list, which "; " keeps apart where it is in no quotation."""
    begin = 0
    for cut in re.finditer("; ", said):
        if said[begin : cut.start()].count("«") == said[begin : cut.start()].count("»"):
            yield start + begin, start + cut.start()
            begin = cut.end()
    yield start + begin, start + len(said)


@lru_cache(maxsize=8192)
def match(line: str) -> Found | None:
    """The first pattern that a sentence has, and where in it is what."""
    for marked, names_, pattern in _patterns():
        if hit := pattern.fullmatch(line):
            pieces = tuple((name, Piece(name.rstrip("0123456789"), *hit.span(name))) for name in names_)
            return Found(marked, pieces)
    return None


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """What leaves least open goes first: the more letters of its own, the earlier."""
    marked = (*SENTENCES, *REFUSALS, *of_ledgers.OWN, *of_ledgers.of_rules(), *limits(Shown()))
    ordered = sorted(marked, key=lambda one: -len(re.sub(r"%\(\w+\)s", "", one)))
    return tuple((one, tuple(re.findall(r"%\((\w+)\)s", one)), _pattern(one)) for one in ordered)


def _pattern(marked: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w+)\)s", marked)
    told = [re.escape(part) if n % 2 == 0 else f"(?P<{part}>{_open(part)})" for n, part in enumerate(parts)]
    return re.compile("".join(told), re.DOTALL | re.IGNORECASE)


def _open(name: str) -> str:
    return KINDS.get(name.rstrip("0123456789"), ".+" if name.startswith("inner") else ".+?")


def figure(said: str) -> str:
    """The bounds of Figure.words in the language of the page."""
    found = re.fullmatch(rf"(about )?(at least |up to )?({_NUMBER})(?:-({_NUMBER}))?", said)
    if not found:
        return gettext("no number %(of)s", of="").strip()
    low, high = (int(bound.replace(",", "")) if bound else None for bound in found.group(3, 4))
    bounds = {"at least ": (low, None), "up to ": (None, low)}.get(found[2] or "", (low, high if found[4] else low))
    return bounded(Figure(*bounds, approx=bool(found[1])))


def _day(said: str) -> str:
    try:
        return dates.day(date.fromisoformat(said))
    except ValueError:
        return gettext("day unknown")


def title(said: str) -> str:
    """A title of an incident: kind, place and day."""
    kind, _, rest = said.partition(", ")
    place, _, day = rest.rpartition(", ")
    if place.endswith("”"):  # “Days after”, day unknown
        place, _, words_ = place.rpartition(", ")
        day = gettext("%(words)s, %(day)s", words=words_, day=gettext("day unknown"))
    place = gettext("place unknown") if place == "place unknown" else names.spelled(place)
    return words.title(kind, place, _span(day))


def _span(said: str) -> str:
    found = re.fullmatch(r"(\d+) (\w{3}) (\d{4})(?: to (\d+) (\w{3}) (\d{4}))?", said)
    if not found:
        return gettext("day unknown") if said == "day unknown" else said
    first = date(int(found[3]), dates.SHORT.index(found[2]) + 1, int(found[1]))
    last = date(int(found[6]), dates.SHORT.index(found[5]) + 1, int(found[4])) if found[4] else first
    return dates.days(first, last)


def _label(table: Words) -> Callable[[str], str]:
    return lambda said: table.get(said.lower()) or table.get(said) or said


_OWN: dict[str, Callable[[str], str]] = {
    "figure": figure, "day": _day, "title": title, "place": lambda said: names.spelled(said), "grade": words.grade,
    "figures": lambda said: gettext(", ").join(map(figure, said.split(", "))),
    "places": lambda said: gettext(", ").join(map(names.spelled, said.split(", "))),
    "groups": lambda said: gettext(", ").join(words.GROUP_LABELS.get(one, one) for one in said.split(", ")),
    "party": names.party_named, "attack": lambda said: words.ATTACK_LABELS.get(said.replace(" ", "_"), said),
    "group": _label(words.GROUP_LABELS), "measure": _label(words.MEASURE_LABELS), "points": str, "number": str,
    "things": lambda said: gettext(", ").join(pgettext("thing", one) for one in said.split(", ")),
}  # fmt: skip
