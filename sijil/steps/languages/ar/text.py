"""Sentences and words of an Arabic text: each word at its place in the text, folded, and taken apart at its clitics."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sijil.model.report import Block, Text
from sijil.rules import load
from sijil.steps.places.names import exact_key

#: Letters with the marks that may stand over them, and the stretching mark.
_LETTER = "\u0621-\u063a\u0641-\u065f\u0670-\u06d3"
_MARK = "\u0640"
# A word that was broken to dodge a filter ("استشـ ـهاد", "قـ.ـصف", "مجـ. زرة") is one: its stretching marks tell.
_BROKEN = rf"(?:(?<={_MARK})[ .*_/|-]{{1,2}}{_MARK}*(?=[{_LETTER}])|[ .*_/|-]{{1,2}}{_MARK}+(?=[{_LETTER}]))"
_WORD = re.compile(
    rf"[{_LETTER}{_MARK}]+(?:{_BROKEN}[{_LETTER}{_MARK}]+)*"
    r"|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]{3})*(?:[.,٫][0-9٠-٩۰-۹]{1,2})?%?"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*"
)
_PIECE = re.compile(rf"{_BROKEN}")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # direction marks and what else nobody sees
_INNER = re.compile(rf"[ .*_/|{_MARK}-]")
# A sentence ends at a mark with white space or a line's end behind it, not at the point of a number or of "د."; or with
# a letter right behind, where the mark stands behind a word: page makers lose line ends ("القصف.وأصيب").
_CLOSING = r"""["'”’»)\]]*"""
_END = re.compile(
    rf"(?<![\s(]\w)(?<!^\w)[.!?؟…]+{_CLOSING}(?=\s|$|[\u200e\u200f\u202a-\u202e])"
    rf"|(?<=[{_LETTER}]{{2}})[.؟]+{_CLOSING}(?=[\u0621-\u064a]{{2}})|[\r\n\u2028\u2029]+",
    re.M,
)
#: The most words of a sentence; of 5,822 in Arabic reports 13 have more than 100 and none has 140.
_LONGEST = 150
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
_DUAL = re.compile("\u064eي\u0652?ن\u0650?$")
_HAMZAS = str.maketrans("أإآٱؤئ", "اااااي")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or Latin word at [start, end) of the main text.

    `key` is it folded: without marks, hamzas and stretching, digits as 0-9. `stems` are what it may be without letters
    written together with it, the whole first; `gap` is what stands between it and the word before, in its sentence;
    `dual` whether a written vowel makes its ending that of two ("مزارعَين").
    """

    key: str
    start: int
    end: int
    gap: str
    stems: tuple[str, ...]
    dual: bool = False

    def lead(self, stem: str) -> str:
        """The letters written before one of its stems, folded ("وبالقصف" → "وبال"; "للحسكة", "حسكه" → "لل")."""
        return self.key[: len(self.key) - len(stem)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: [start, end) of the main text, its own text and its words in order."""

    index: int
    block: Block
    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    def at(self, offset: int) -> int:
        """The index of the word that holds a character of the main text, or of the last one before it; -1 for none."""
        return bisect_right(self.words, offset, key=lambda w: w.start) - 1

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the main text of words `first` to `last`, both included."""
        return self.words[first].start, self.words[last].end

    def said(self, start: int, end: int) -> str:
        """The text between two offsets of the main text, as written, white space as single spaces."""
        return " ".join(self.text[start - self.start : end - self.start].split())


def sentences(text: Text) -> tuple[Sentence, ...]:
    """All sentences of the main text's blocks, in order; a sentence without a word is none."""
    found: list[Sentence] = []
    for block in text.blocks:
        for start, end in _cuts(text.content, block):
            words = words_of(text.content[start:end], start)
            for piece in _pieces(words):
                first = start if piece[0] is words[0] else piece[0].start
                last = end if piece[-1] is words[-1] else piece[-1].end
                found.append(Sentence(len(found), block, text.content[first:last], first, last, piece))
    return tuple(found)


def _pieces(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """A sentence in pieces of at most _LONGEST words, cut at commas: choosing takes the square of its length."""
    while len(words) > _LONGEST:
        commas = (i for i in range(_LONGEST, _LONGEST // 2, -1) if any(mark in words[i].gap for mark in "،,؛"))
        cut = next(commas, _LONGEST)
        yield words[:cut]
        words = words[cut:]
    if words:
        yield words


def _cuts(content: str, block: Block) -> Iterator[tuple[int, int]]:
    at = block.start
    for end in [m.end() for m in _END.finditer(content, block.start, block.end)] + [block.end]:
        start = at + len(content[at:end]) - len(content[at:end].lstrip())
        stop = start + len(content[start:end].rstrip())
        if stop > start:
            yield start, stop
        at = end


def words_of(text: str, base: int = 0) -> tuple[Word, ...]:
    """The words of a text that begins at offset `base` of the main text."""
    found: list[Word] = []
    last = 0
    for start, end in _spans(text):
        key, stems = _read(text[start:end])
        if key:
            dual = _DUAL.search(text, start, end) is not None
            found.append(Word(key, base + start, base + end, _HIDDEN.sub("", text[last:start]), stems, dual))
            last = end
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where words are; a letter that stands alone ("بـ") is not joined to what follows it."""
    for match in _WORD.finditer(text):
        start = match.start()
        for piece in _PIECE.finditer(text, start, match.end()):
            joined = text[piece.end() - 1] == _MARK
            if not joined and text[start : piece.start()].strip(_MARK) in _alone():
                yield start, piece.start()
                start = piece.end()
        yield start, match.end()


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("ar/letters")["alone"])


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, tuple[str, ...]]:
    key = fold(word)
    return key, _stems(key)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word, or several, as the lists know it: no diacritics, stretching or breaks, hamzas as their letters,
    ta marbuta as ha, alif maqsura as ya, digits as 0-9, Latin letters in lower case."""
    if word[:1].isdigit():
        return word.translate(_DIGITS)
    whole = _INNER.sub("", word) if _MARK in word else word
    return exact_key(whole.translate(_HAMZAS))


def _stems(key: str) -> tuple[str, ...]:
    """What a folded word may be without its clitics, the longest first."""
    rules = load("ar/letters")
    least, found = int(rules["least"]), [key]
    for letters in (rules["and"], rules["to"]):
        found += [one[1:] for one in tuple(found) if one[:1] in letters and len(one) > least]
    for one in tuple(found):
        for article in (rules["article"], rules["to_article"]):
            if one.startswith(article) and len(one) - len(article) >= least:
                found.append(one[len(article) :])
    return tuple(dict.fromkeys(sorted(found, key=len, reverse=True)))


def keys(words: Sequence[str]) -> frozenset[str]:
    """Words of a list, folded."""
    return frozenset(map(fold, words))


@cache
def wordset(file: str, table: str, name: str) -> frozenset[str]:
    """The list `name` of a table of rules/ar/FILE.toml, folded."""
    return keys(load(f"ar/{file}")[table][name])
