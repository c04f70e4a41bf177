"""Cuts a report's text into runs of characters that the same claims cover, so that overlapping quotes can be shown, and
finds the words in it that a claim's place and parties were read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
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
    """Characters covered by the same claims, the shortest quote first. `begins` are those whose quote begins here.

    `sentence` is the sentence that ends with these characters, by its offsets, where sentences were asked for.
    """

    text: str
    claims: tuple[Claim, ...]
    begins: tuple[Claim, ...]
    word: Word | None = None
    sentence: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text ("headline", "heading", "body", "item", "dateline") or the "furniture" between blocks, from
    character `start` of the content on."""

    role: str
    runs: tuple[Run, ...]
    start: int = 0

    @property
    def length(self) -> int:
        """Characters in all."""
        return sum(len(run.text) for run in self.runs)


def parts(
    text: Text, claims: Sequence[Claim], carded: Sequence[Claim] | None = None, marking: bool = False
) -> tuple[Part, ...]:
    """The whole content in order: every character that is not white space between blocks is in one part.

    The words of place and parties are found for the claims `carded`, for all where it is None. With `marking` the runs
    of blocks also end where sentences do.
    """
    found: list[Part] = []
    position, cut = 0, Cut(text.content, claims, words(text, claims if carded is None else carded))
    for block in sorted(text.blocks, key=lambda block: block.start):
        found += furniture(cut, position, block.start)
        told = sentences(text.content, block.start, block.end) if marking else ()
        found.append(Part(block.role, cut.runs(block.start, block.end, told), block.start))
        position = block.end
    found += furniture(cut, position, len(text.content))
    return tuple(found)


def sentences(content: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Offsets of what may be the sentences of a block, by their full stops alone: for pointing at, not for reading."""
    found, at = [], start
    for stop in _FULL_STOP.finditer(content, start, end):
        if content[at : stop.end()].strip():
            found.append((at + _leading(content[at : stop.end()]), stop.end()))
            at = stop.end()
    if content[at:end].strip():
        found.append((at + _leading(content[at:end]), at + len(content[at:end].rstrip())))
    return tuple(found)


_FULL_STOP = re.compile(r"(?<!\b[A-Z])[.!?؟]['\"’”)]*(?=\s+[^\sa-z])|\n+")


def _leading(words: str) -> int:
    return len(words) - len(words.lstrip())


def words(text: Text, claims: Sequence[Claim]) -> tuple[Word, ...]:
    """Where the words of the claims' places and parties stand: in the quote, else nearest to it in its paragraph.

    No two overlap; words that several claims have are those of the first one.
    """
    blocks = sorted(text.blocks, key=lambda block: block.start)
    starts, found = [block.start for block in blocks], dict[int, list[Word]]()
    patterns: dict[str, re.Pattern[str]] = {}
    for claim in claims:
        at = bisect_right(starts, claim.span[0]) - 1
        if at < 0 or claim.span[0] >= blocks[at].end:
            continue
        own = found.setdefault(at, [])
        for target in DECIDING:
            told = words_of(claim, target)
            if told and told not in patterns:
                patterns[told] = re.compile(rf"(?<!\w){re.escape(told)}(?!\w)", re.IGNORECASE)
            span = _nearest(text.content, patterns[told], blocks[at], claim.span) if told else None
            if span and not any(span[0] < word.end and word.start < span[1] for word in own):
                own.append(Word(*span, claim, target))
    return tuple(word for own in found.values() for word in own)


def _nearest(content: str, pattern: re.Pattern[str], block: Block, span: tuple[int, int]) -> tuple[int, int] | None:
    spans = [match.span() for match in pattern.finditer(content, block.start, block.end)]
    return min(spans, key=lambda s: (max(span[0] - s[0], s[1] - span[1], 0), s[0]), default=None)


def furniture(cut: Cut, start: int, end: int) -> list[Part]:
    """What lies between two blocks; nothing where it is only white space."""
    return [Part("furniture", cut.runs(start, end), start)] if cut.content[start:end].strip() else []


@dataclass(frozen=True, slots=True)
class Cut:
    """A content with what is marked in it."""

    content: str
    claims: Sequence[Claim]
    words: Sequence[Word]

    def runs(self, start: int, end: int, told: Sequence[tuple[int, int]] = ()) -> tuple[Run, ...]:
        """The characters [start, end), cut wherever a quote or a word begins or ends, or one of the sentences `told`
        ends."""
        ends = {sentence[1]: sentence for sentence in told}
        here = [claim for claim in self.claims if claim.span[0] < end and claim.span[1] > start]
        words = [word for word in self.words if word.start < end and word.end > start]
        edges = {*ends, *(edge for claim in here for edge in claim.span)}
        edges |= {edge for word in words for edge in (word.start, word.end)}
        cuts = sorted({start, end} | {edge for edge in edges if start < edge < end})
        inner = Cut(self.content, here, words)
        return tuple(inner.run(a, b, ends.get(b)) for a, b in zip(cuts, cuts[1:], strict=False))

    def run(self, start: int, end: int, told: tuple[int, int] | None = None) -> Run:
        """One run; no quote and no word begins or ends inside it."""
        here = self.claims
        covering = [claim for claim in here if claim.span[0] <= start and claim.span[1] >= end]
        covering.sort(key=lambda claim: (claim.span[1] - claim.span[0], claim.number))
        begins = tuple(sorted((c for c in covering if c.span[0] == start), key=lambda claim: claim.number))
        word = next((word for word in self.words if word.start <= start and end <= word.end), None)
        return Run(self.content[start:end], tuple(covering), begins, word, told)
