"""From candidates to toponyms: the same name is the same thing throughout a text, and no two overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijil.rules import load
from sijil.steps.languages.en.toponyms.candidate import Candidate, limit
from sijil.steps.languages.en.toponyms.passage import Passage

_AND = (",", "and", "or", "&")
_JUDGED = ("known", "label")  # by evidence, which other mentions add to


def chosen(passage: Passage, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that are toponyms, in text order."""
    best = _best(candidates)
    lands = _lands(best)
    best = [_at_home(candidate, lands) for candidate in best]
    taken = _taken_names(best)
    best = [_helped(candidate, taken) for candidate in best]
    free = _free(best)
    firsts, ends = {c.first for c in free}, {c.end for c in free}
    best = [_in_list(passage, candidate, firsts, ends) for candidate in best]
    return tuple(sorted(_free(best), key=lambda c: c.first))


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidate with the most points for each stretch of words; an adjective goes before a town of its name."""
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in candidates:
        span = candidate.first, candidate.end
        if span not in found or _strength(candidate) > _strength(found[span]):
            found[span] = candidate
    return list(found.values())


def _strength(candidate: Candidate) -> tuple[bool, float]:
    return candidate.how == "adjective", candidate.points


def _lands(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Countries with names in another script that the text surely names: chance likeness with English is rare there."""
    sure = (c.renown for c in _free(candidates) if c.renown is not None and c.points >= limit("sure"))
    named = (renown.countries for renown in sure if renown.wide and len(renown.countries) == 1)
    return frozenset[str]().union(*named) & frozenset(load("name_keys")["transliterated"])


def _at_home(candidate: Candidate, lands: frozenset[str]) -> Candidate:
    """ "Saraqeb" in a text about Syria."""
    renown = candidate.renown
    if candidate.how not in _JUDGED or renown is None or renown.wide or not renown.countries & lands:
        return candidate
    return replace(candidate, clues=(*candidate.clues, "at_home"))


def _taken_names(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Lower-case name → the most points that one of its mentions has, for names that are taken."""
    found: dict[str, float] = {}
    for candidate in _free(candidates):
        if candidate.how in _JUDGED:
            name = candidate.name.lower()
            found[name] = max(candidate.points, found.get(name, 0.0))
    return found


def _helped(candidate: Candidate, taken: dict[str, float]) -> Candidate:
    most = taken.get(candidate.name.lower(), 0.0)
    person = "person_here" in candidate.clues
    if candidate.how not in _JUDGED or person or candidate.points >= limit("sure") or most <= candidate.points:
        return candidate
    clue = "surely_elsewhere" if most >= limit("sure") else "elsewhere"
    return replace(candidate, clues=(*candidate.clues, clue))


def _in_list(passage: Passage, candidate: Candidate, firsts: set[int], ends: set[int]) -> Candidate:
    """ "Foua and Kfraya": a weak candidate beside one that is taken; `firsts` and `ends` are those of names taken."""
    if candidate.how not in _JUDGED or candidate.points >= limit("take"):
        return candidate
    before, after = candidate.first - 1, candidate.end
    beside = before in ends and passage.low(before) in _AND or after + 1 in firsts and passage.low(after) in _AND
    return replace(candidate, clues=(*candidate.clues, "listed")) if beside else candidate


def _free(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those with enough points that do not overlap; the strongest first, longer names before those inside them."""
    used: set[int] = set()
    found = []
    for candidate in sorted(candidates, key=_rank, reverse=True):
        words = range(candidate.first, candidate.end)
        if used.isdisjoint(words):
            used.update(words)
            if candidate.points >= limit("take"):
                found.append(candidate)
    return found


def _rank(candidate: Candidate) -> tuple[bool, float, int]:
    """An adjective without points blocks every other reading of its words."""
    blocks = candidate.how == "adjective"
    more = candidate.end - candidate.first - 1 if "unknown_several" not in candidate.clues else 0
    taken = candidate.points >= limit("take") or blocks
    whole = 2.0 if more and not {"GPE", "LOC"}.isdisjoint(candidate.clues) else 0.0
    return taken, candidate.points + 2.0 * more + whole, -candidate.first
