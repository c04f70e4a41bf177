"""Sentences of the main text with their parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijil.model.report import Block, Text
from sijil.steps.languages.en.engine.load import engine

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block. `start`/`end` are offsets in the main text; `tokens` is its spaCy span.

    `base` is what has to be added to a token's `idx` to get its offset in the main text.
    """

    index: int
    block: Block
    text: str
    start: int
    end: int
    base: int
    tokens: Span

    def offset(self, token: Token) -> int:
        """Offset of a token's first character in the main text."""
        return int(token.idx) + self.base

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """Offsets in the main text of the characters from one token to another, both included."""
        return self.offset(first), self.offset(last) + len(last.text)

    def words(self, first: Token, last: Token) -> str:
        """The text from one token to another, both included."""
        start, end = self.span(first, last)
        return self.text[start - self.start : end - self.start]

    def between(self, start: int, end: int) -> str:
        """The sentence's characters between two offsets of the main text, in lower case."""
        return self.text[start - self.start : end - self.start].lower()

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset` of the main text, if it lies in this sentence."""
        after = bisect_right(self.tokens, offset, key=self.offset)
        token = self.tokens[after - 1] if after else None
        return token if token is not None and offset < self.offset(token) + max(1, len(token)) else None


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of the main text's blocks, in order. Blocks over 100,000 characters are parsed in pieces."""
    pieces = [piece for block in text.blocks for piece in _pieces(text.content, block)]
    docs = engine().docs(text.content[start:end] for _, start, end in pieces)
    found: list[Sentence] = []
    for (block, start, _), doc in zip(pieces, docs, strict=True):
        for span in doc.sents:
            if span.text.strip():
                a, b = start + span.start_char, start + span.end_char
                found.append(Sentence(len(found), block, text.content[a:b], a, b, start, span))
    return tuple(found)


def _pieces(content: str, block: Block, limit: int = 100_000) -> Iterable[tuple[Block, int, int]]:
    start = block.start
    while block.end - start > limit:
        cut = content.rfind(" ", start, start + limit)
        cut = cut if cut > start else start + limit
        yield block, start, cut
        start = cut
    yield block, start, block.end
