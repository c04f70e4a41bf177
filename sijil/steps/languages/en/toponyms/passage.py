"""A text as words: where each stands, whether its capital says something, and what the entity recogniser calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from sijil.rules import load
from sijil.steps.languages.en.words import one_of, words

_CLITIC = r"['’](?:s|S|re|ve|ll|d|m|t)\b"
_SHOUTED = 6  # words in capitals; fewer are a heading or a dateline
_MARK = "['’`ʼʻ]"  # inside of names ("Dara'a", "O'Fallon")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark at [start, end) of the text."""

    text: str
    start: int
    end: int
    opens: bool  # begins a sentence, a heading or a quotation
    first: bool  # begins a paragraph
    glued: bool  # no white space before it


@dataclass(frozen=True, slots=True)
class Label:
    """What the entity recogniser takes words [first, end) for: GPE, LOC, FAC, ORG, PERSON, NORP ..."""

    first: int
    end: int
    kind: str


@dataclass(slots=True)
class Passage:
    """A text with its words and labels. Indices beyond the text are allowed and stand for nothing."""

    text: str
    words: tuple[Word, ...]
    labels: tuple[Label, ...] = ()
    small: frozenset[str] = frozenset()  # words that the text also has in lower case
    _label_at: dict[int, Label] = field(default_factory=dict)
    _shouted: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.small = frozenset(word.text for word in self.words if word.text.islower())
        self._label_at = {i: label for label in self.labels for i in range(label.first, label.end)}
        self._shouted = frozenset(_shouted(self.words))

    def at(self, i: int) -> str:
        """The word at `i` as written."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def low(self, i: int) -> str:
        """The word at `i` in lower case."""
        return self.at(i).lower()

    def capital(self, i: int) -> bool:
        """Whether the word at `i` begins with a capital."""
        return self.at(i)[:1].isupper()

    def joined(self, i: int) -> bool:
        """Whether the word at `i` stands in the paragraph of the one before it."""
        return 0 < i < len(self.words) and not self.words[i].first

    def glued(self, i: int) -> bool:
        """Whether the word at `i` follows the one before it without white space."""
        return 0 < i < len(self.words) and self.words[i].glued

    def opens(self, i: int) -> bool:
        """Whether the word at `i` would have its capital in any case."""
        return 0 <= i < len(self.words) and self.words[i].opens

    def shouted(self, i: int) -> bool:
        """Whether the word at `i` stands in a paragraph of capitals only."""
        return i in self._shouted

    def label(self, i: int) -> Label | None:
        """The label that holds the word at `i`."""
        return self._label_at.get(i)

    def raw(self, first: int, end: int) -> str:
        """The words [first, end) as written, each white space as one blank."""
        return " ".join(self.text[self.words[first].start : self.words[end - 1].end].split())


def _shouted(words: tuple[Word, ...]) -> Iterator[int]:
    begins = [*(i for i, word in enumerate(words) if word.first), len(words)]
    for first, end in pairwise(begins):
        spoken = [word.text for word in words[first:end] if word.text.isalpha()]
        if len(spoken) >= _SHOUTED and all(word.isupper() for word in spoken):
            yield from range(first, end)


def split(text: str) -> tuple[Word, ...]:
    """The words of a text."""
    found: list[Word] = []
    end = 0
    for match in _pattern().finditer(text):
        gap = text[end : match.start()]
        first = not found or _breaks(text, end, match.start())
        opens = first or _opens(found, gap, match.group())
        found.append(Word(match.group(), match.start(), match.end(), opens, first, gap == "" and bool(found)))
        end = match.end()
    return tuple(found)


def _breaks(text: str, end: int, start: int) -> bool:
    """Whether a paragraph ends in the white space [end, start): at an empty line, or a line's end that wraps none."""
    gap = text[end:start]
    if "\n" not in gap:
        return False
    return gap.count("\n") > 1 or text[end - 1] in ".!?:”\"’')" or len(gap) < 4 and text[start].isupper()


def _opens(found: list[Word], gap: str, word: str) -> bool:
    last = found[-1]
    if last.text in ".!?:•*|—–":
        return True
    if last.text in "“‘\"'(":
        return last.opens or gap == ""
    if last.text in "”’\"'" and len(found) > 1:
        return found[-2].text in ".!?"
    if last.text[-1] == "." and len(last.text) > 1:
        return word[0].isupper() and not re.fullmatch(r"[A-Z]\.", last.text) and last.text not in _never_last()
    return False


@cache
def _never_last() -> frozenset[str]:
    """Words with a full stop that hardly end a sentence."""
    return words("toponyms", "words", "titles") | {"St.", "Mt.", "Ft."}


@cache
def _pattern() -> re.Pattern[str]:
    """Words: "U.S.", "Ky.", "J.", "'s", "Dara'a", "10,000", "143rd", and each mark by itself."""
    rules = load("en/toponyms")
    stopped = {*rules["short"]["behind"], *rules["stops"]["names"], *rules["words"]["titles"]}
    short = one_of(word[:-1] for word in stopped if word.endswith(".") and word.count(".") == 1)
    letters = rf"[^\W\d_]+(?:{_MARK}(?!(?:s|S|re|ve|ll|d|m|t)\b)[^\W\d_]+)*(?![^\W_])"
    numbers = r"\d[\d.,:]*\d(?![^\W_])|[^\W_]+"
    return re.compile(rf"(?:[A-Z][a-z]?\.){{2,}}|\b(?:{short})\.|\b[A-Z]\.(?=\s)|{_CLITIC}|{letters}|{numbers}|\S")
