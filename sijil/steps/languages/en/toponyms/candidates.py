"""Everything in a passage that may be a toponym, with its clues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sijil.steps.languages.en.toponyms.candidate import Candidate, listed, typewords
from sijil.steps.languages.en.toponyms.evidence import Judge
from sijil.steps.languages.en.toponyms.passage import Passage
from sijil.steps.languages.en.toponyms.people import people
from sijil.steps.languages.en.toponyms.short import adjectives, shorts
from sijil.steps.languages.en.toponyms.spans import Span, blocked, known_spans, labelled_spans, renown_of, told_spans
from sijil.steps.languages.en.toponyms.typed import plural_spans, typed_spans
from sijil.steps.places.tagging.mention import Known

_BASE = {"street": "typed_street", "weakly": "typed_weakly", "after": "typed", "surely": "typed_surely"}
_TOWN = 10_000  # inhabitants from which a site is called after a place


def candidates(passage: Passage, known: Known) -> Iterator[Candidate]:
    """Candidates of all kinds, in no order; several may stand for the same words."""
    judge, taboo = Judge(passage, known, people(passage, known)), blocked(passage)
    for (first, end), name, renown in known_spans(passage, known, taboo):
        yield Candidate(first, end, name, "known", judge.clues(first, end, renown), renown)
    for span in (*labelled_spans(passage, taboo), *told_spans(passage)):
        first, end = _undirected(passage, span, known)
        name = passage.raw(first, end)
        found = renown_of(name, known)
        if found is None and _pair(passage, first, end, known):
            continue
        yield Candidate(first, end, name, "label", judge.clues(first, end, found), found)
    for (first, end), kind in typed_spans(passage, known, taboo):
        if not _site_of_place(passage, first, end, known):
            yield Candidate(first, end, passage.raw(first, end), "typed", _typed_clues(passage, first, end, kind))
    for (first, end), name in plural_spans(passage):
        yield Candidate(first, end, name, "plural", ("plural",))
    for candidate in (*adjectives(passage), *shorts(passage)):
        yield replace(candidate, renown=known(candidate.name))


def _pair(passage: Passage, first: int, end: int, known: Known) -> bool:
    """ "US-Russia", "Trafalgar Street-Clarke Road": two names, not one."""
    at = next((i for i in range(first + 1, end - 1) if passage.at(i) in ("-", "–", "/")), 0)
    if not at:
        return False
    left = passage.raw(first, at)
    return passage.at(at - 1) in typewords() or left in listed("short", "always") or known(left) is not None


def _undirected(passage: Passage, span: Span, known: Known) -> Span:
    """ "Far North Queensland", "Western Massachusetts": a part without a name of its own, told by the whole."""
    first, end = span
    at = first
    while at < end - 1 and passage.low(at) in listed("words", "directions"):
        at += 1
    whole, rest = known(passage.raw(first, end)), known(passage.raw(at, end))
    return (at, end) if at > first and whole is None and rest is not None and rest.wide else span


def _site_of_place(passage: Passage, first: int, end: int, known: Known) -> bool:
    """ "Vancouver International Airport": the name begins with a place, which is the toponym."""
    if passage.at(end - 1) not in listed("types", "sites") or end - first < 3:
        return False
    found = known(passage.at(first))
    return found is not None and found.own and (found.wide or found.population >= _TOWN)


def _typed_clues(passage: Passage, first: int, end: int, kind: str) -> tuple[str, ...]:
    """Clues of a name that its type word makes a place."""
    clues = [_BASE[kind]]
    if passage.joined(end) and passage.capital(end) and kind != "surely":
        clues.append("typed_on")
    label = passage.label(end - 1)
    if label is not None and label.kind in ("GPE", "LOC", "FAC"):
        clues.append("typed_place_label")
    elif label is not None and label.kind == "ORG" and label.end > end and kind != "surely":
        clues.append("typed_body_label")
    if passage.low(first - 1) in listed("words", "prepositions") or passage.low(first - 1) in ("on", "along"):
        clues.append("weak_preposition")
    return tuple(clues)
