"""The entity recogniser over a passage."""

from __future__ import annotations

from collections.abc import Iterator

from sijil.rules import load
from sijil.steps.languages.en.engine.load import engine
from sijil.steps.languages.en.toponyms.passage import Label, Passage, Word, split

_AT_ONCE = 4_000  # words: 40 MB meanwhile; four times as many are no faster
Piece = tuple[int, tuple[Word, ...]]  # the index of its first word, its words


def read(text: str) -> Passage:
    """The words of a text with their labels."""
    words = split(text)
    return Passage(text, words, tuple(_labels(words)))


def _labels(words: tuple[Word, ...]) -> Iterator[Label]:
    """Every paragraph by itself, long ones in pieces: names do not go over, and memory stays small."""
    pieces: list[Piece] = []
    for first, piece in _pieces(words):
        pieces.append((first, piece))
        if first + len(piece) - pieces[0][0] > _AT_ONCE:
            yield from _of(pieces)
            pieces = []
    yield from _of(pieces)


def _of(pieces: list[Piece]) -> Iterator[Label]:
    spaced = (([_cased(w.text) for w in piece], [not w.glued for w in (*piece[1:], piece[0])]) for _, piece in pieces)
    for (first, _), doc in zip(pieces, engine().named(spaced), strict=True):
        for name in doc.ents:
            yield Label(first + name.start, first + name.end, name.label_)


def _cased(word: str) -> str:
    """A word in capitals as a name in running text: the recogniser takes most of them for companies."""
    return word.title() if word.isupper() and len(word) > 4 and word.isalpha() else word


def _pieces(words: tuple[Word, ...]) -> Iterator[Piece]:
    """Paragraphs, cut between sentences where they are long."""
    most = int(load("en/toponyms")["limits"]["piece"])
    first = 0
    for i, word in enumerate(words):
        length = word.start - words[first].start
        if i > first and (word.first or length > most or length > most / 2 and word.opens):
            yield first, words[first:i]
            first = i
    if words:
        yield first, words[first:]
