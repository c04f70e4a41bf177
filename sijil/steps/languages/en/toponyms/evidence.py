"""What speaks for and against words being a place: what is known of them, what they are like, what stands around.

Clues are names of points in rules/en/toponyms.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sijil.steps.languages.en.toponyms.around import Stretch, around, names_area, possessive
from sijil.steps.languages.en.toponyms.candidate import listed
from sijil.steps.languages.en.toponyms.passage import Label, Passage
from sijil.steps.languages.en.toponyms.people import given_names, surnames
from sijil.steps.places.tagging.mention import Known, Renown

_SIZES = ((1_000_000, "million"), (100_000, "hundred_thousand"), (10_000, "ten_thousand"), (1_000, "thousand"))
_LABELS = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Judge:
    """Collects the clues of the candidates of one passage. `people` are names that persons of the text bear."""

    passage: Passage
    known: Known
    people: frozenset[str]

    def clues(self, first: int, end: int, renown: Renown | None) -> tuple[str, ...]:
        """All clues for words [first, end), of which the gazetteer knows `renown`."""
        wide, country = renown is not None and renown.wide, renown is not None and renown.kind == "country"
        people = renown.population if renown is not None else 0
        stretch = Stretch(first, end, wide, great=country or people >= 1_000_000, small=not wide and people < 10_000)
        itself = self._word(stretch) if end - first == 1 else _saint(self.passage, stretch)
        return (
            *_fame(renown, end - first > 1),
            _label(self.passage, first, end),
            *around(self.passage, stretch, self.known),
            *itself,
        )

    def _word(self, stretch: Stretch) -> Iterator[str]:
        """Clues of a single word."""
        p, word = self.passage, self.passage.at(stretch.first)
        given = word in given_names()
        if word in self.people and not (p.at(stretch.end) == "," and names_area(p, stretch.end + 1, self.known)):
            yield "person_here_wide" if stretch.wide and not given else "person_here"
            if given:
                yield "given_name"
        elif not stretch.wide and (given or word in surnames()):
            yield "given_name" if given else "surname"
        if p.opens(stretch.first) and not stretch.great:
            yield "opens"
        if word.lower() in p.small and not (stretch.wide and stretch.great):
            yield "common_word"
        if p.shouted(stretch.first):
            yield "shouted"
        elif word.isupper() and len(word) < 5 and not stretch.wide:
            yield "acronym"


def _saint(passage: Passage, stretch: Stretch) -> Iterator[str]:
    """ "St. Michael's", "St. James Church"."""
    if passage.at(stretch.first) not in ("St.", "Saint", "St") or stretch.great:
        return
    if possessive(passage, stretch.end) or passage.joined(stretch.end) and passage.capital(stretch.end):
        yield "saint"


def _fame(renown: Renown | None, several: bool) -> Iterator[str]:
    if renown is None:
        yield "unknown_several" if several else "unknown"
        return
    if several:
        yield "several_words"
    if renown.wide:
        yield renown.kind
        return
    population = max(renown.population, 10_000) if renown.kind == "district" else renown.population
    yield next((clue for least, clue in _SIZES if population >= least), "hamlet")
    if not renown.own:
        yield "other_spelling"


def _label(passage: Passage, first: int, end: int) -> str:
    """What the recogniser calls the words, or the longer name that they are a part of."""
    label = passage.label(first)
    if any(passage.label(i) is not label for i in range(first, end)):
        return "across_labels"
    if label is None:
        return "no_label"
    inner = [i for i in range(label.first, label.end) if not _edge(passage, i)]
    if inner and (inner[0], inner[-1] + 1) == (first, end):
        return label.kind if label.kind in _LABELS else "other_label"
    return f"within_{label.kind}" if label.kind in _LABELS and not _office(passage, label, end) else "within_other"


def _office(passage: Passage, label: Label, end: int) -> bool:
    """ "Calgary Mayor Naheed Nenshi" is called a person as a whole."""
    after = passage.at(end)
    return label.kind == "PERSON" and (after in listed("words", "titles") or after in listed("words", "bodies"))


def _edge(passage: Passage, i: int) -> bool:
    """Whether a word at the edge of a label is no part of the name: article, possessive, "R-" of "R-Marshall"."""
    letters, word = listed("words", "party_letters"), passage.at(i)
    if word in letters and passage.at(i + 1) == "-" or word == "-" and passage.at(i - 1) in letters:
        return True
    return possessive(passage, i) or word in ("the", "The", ".", "’", "'")
