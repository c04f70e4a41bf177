"""Cuts a report's text into runs of characters that the same claims cover, so that overlapping quotes can be shown, and
finds the words in it that a claim's place and parties were read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.report import Block, Text
from sijil.steps.corrections import DECIDING, Target, words_of


@dataclass(frozen=True, slots=True)
class Word:
    """Characters [start, end) of the content that a claim's place, actor or side was read from."""

    start: int
    end: int
    claim: Claim
    target: Target


@dataclass(frozen=True, slots=True)
class Run:
    """Characters covered by the same claims, the shortest quote first. `begins` are those whose quote begins here."""

    text: str
    claims: tuple[Claim, ...]
    begins: tuple[Claim, ...]
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text ("headline", "heading", "body", "item", "dateline") or the "furniture" between blocks."""

    role: str
    runs: tuple[Run, ...]

    @property
    def length(self) -> int:
        """Characters in all."""
        return sum(len(run.text) for run in self.runs)


def parts(text: Text, claims: Sequence[Claim]) -> tuple[Part, ...]:
    """The whole content in order: every character that is not white space between blocks is in one part."""
    found: list[Part] = []
    position, cut = 0, Cut(text.content, claims, words(text, claims))
    for block in sorted(text.blocks, key=lambda block: block.start):
        found += furniture(cut, position, block.start)
        found.append(Part(block.role, cut.runs(block.start, block.end)))
        position = block.end
    found += furniture(cut, position, len(text.content))
    return tuple(found)


def words(text: Text, claims: Sequence[Claim]) -> tuple[Word, ...]:
    """Where the words of the claims' places and parties stand: in the quote, else nearest to it in its paragraph.

    No two overlap; words that several claims have are those of the first one.
    """
    found: list[Word] = []
    for claim in claims:
        block = next((b for b in text.blocks if b.start <= claim.span[0] < b.end), None)
        for target in DECIDING if block else ():
            span = _nearest(text.content, words_of(claim, target), block, claim.span)
            if span and not any(span[0] < word.end and word.start < span[1] for word in found):
                found.append(Word(*span, claim, target))
    return tuple(found)


def _nearest(content: str, told: str, block: Block | None, span: tuple[int, int]) -> tuple[int, int] | None:
    if not told or block is None:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(told)}(?!\w)", re.IGNORECASE)
    spans = [match.span() for match in pattern.finditer(content, block.start, block.end)]
    return min(spans, key=lambda s: (max(span[0] - s[0], s[1] - span[1], 0), s[0]), default=None)


def furniture(cut: Cut, start: int, end: int) -> list[Part]:
    """What lies between two blocks; nothing where it is only white space."""
    return [Part("furniture", cut.runs(start, end))] if cut.content[start:end].strip() else []


@dataclass(frozen=True, slots=True)
class Cut:
    """A content with what is marked in it."""

    content: str
    claims: Sequence[Claim]
    words: Sequence[Word]

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The characters [start, end), cut wherever a quote or a word begins or ends."""
        here = [claim for claim in self.claims if claim.span[0] < end and claim.span[1] > start]
        cuts = sorted({start, end} | {edge for edge in self._edges(here) if start < edge < end})
        return tuple(self._run(first, last, here) for first, last in zip(cuts, cuts[1:], strict=False))

    def _edges(self, here: Sequence[Claim]) -> Iterator[int]:
        for claim in here:
            yield from claim.span
        for word in self.words:
            yield from (word.start, word.end)

    def _run(self, start: int, end: int, here: Sequence[Claim]) -> Run:
        """One run; no quote and no word begins or ends inside it."""
        covering = [claim for claim in here if claim.span[0] <= start and claim.span[1] >= end]
        covering.sort(key=lambda claim: (claim.span[1] - claim.span[0], claim.number))
        begins = tuple(sorted((c for c in covering if c.span[0] == start), key=lambda claim: claim.number))
        word = next((word for word in self.words if word.start <= start and end <= word.end), None)
        return Run(self.content[start:end], tuple(covering), begins, word)
