"""Toponyms of an English text: names of places, adjectives of countries and names in short, with their positions.

The order: words → labels of the entity recogniser → candidates with clues → the same name alike throughout → mentions.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.languages.en.toponyms.candidate import Candidate
from sijil.steps.languages.en.toponyms.candidates import candidates
from sijil.steps.languages.en.toponyms.choosing import chosen
from sijil.steps.languages.en.toponyms.labels import read
from sijil.steps.languages.en.toponyms.passage import Passage
from sijil.steps.places.tagging.mention import Known, Mention


def find(text: str, known: Known) -> tuple[Mention, ...]:
    """The toponyms of a text in order, none over another. `known` says how well the gazetteer knows a name."""
    passage = read(text)
    found = chosen(passage, candidates(passage, known))
    return tuple(_mention(passage, found, i, known) for i in range(len(found)))


def _mention(passage: Passage, found: Sequence[Candidate], i: int, known: Known) -> Mention:
    candidate = found[i]
    start, end = passage.words[candidate.first].start, passage.words[candidate.end - 1].end
    behind = found[i + 1] if i + 1 < len(found) else None
    within = behind.name if behind is not None and _holds(passage, behind, candidate, known) else ""
    return Mention(start, end, candidate.name, within)


def _holds(passage: Passage, wider: Candidate, candidate: Candidate, known: Known) -> bool:
    """Whether a name right behind a comma or bracket is the larger place of the one before ("Alexandria, Va.")."""
    beside = wider.first == candidate.end + 1 and passage.joined(wider.first)
    if not beside or passage.at(candidate.end) not in (",", "("):
        return False
    if wider.how == "short":
        return candidate.how != "short" or wider.name == "United States"
    inner, outer = known(candidate.name), known(wider.name)
    if outer is None or outer.kind not in ("country", "province") or wider.how != "known":
        return False
    return inner is None or not inner.wide or inner.kind == "province" and outer.kind == "country"
