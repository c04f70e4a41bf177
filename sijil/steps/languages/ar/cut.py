"""The words of a name cut out of an Arabic sentence, without letters attached before it."""

from __future__ import annotations

import re

from sijil.steps.languages.ar.text import Sentence

#: A gap between words that ends with an opening mark, and one that begins with a closing mark.
OPENS = re.compile(r"[\"“”«(\[]$")
_CLOSES = re.compile(r"[\"“”»)\]]")
_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ('"', '"'), ("”", "“"), ("”", "”"))
_BREAKS = re.compile("[ .*_/|\u0640-]")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]*")


def cut(sentence: Sentence, first: int, last: int, lead: str) -> tuple[str, int, int]:
    """The text of words `first` to `last` without the attached letters `lead`, and its offsets in the main text.

    "لل" stands for "to" and the article, which stays: "للاحتلال التركي" is cut to "الاحتلال التركي".
    """
    text, base = sentence.text, sentence.start
    start, end = sentence.span(first, last)
    at = _beyond(text, start - base, len(lead)) if lead else start - base
    end = _closed(text, at, end - base)
    said = _balanced(" ".join(_mended(sentence, first, last, at, end).split()), text[max(0, at - 1) : at])
    return unquoted("ال" + said if lead.endswith("لل") else said), base + at, base + end


def _mended(sentence: Sentence, first: int, last: int, at: int, end: int) -> str:
    """The text at [at, end) of the sentence with words that were broken to dodge filters put together again."""
    text, base, out = sentence.text, sentence.start, ""
    for word in sentence.words[first : last + 1]:
        here = text[max(at, word.start - base) : word.end - base]
        out += text[at : max(at, word.start - base)] + (_BREAKS.sub("", here) if "\u0640" in here else here)
        at = max(at, word.end - base)
    return out + text[at:end]


def _balanced(said: str, before: str) -> str:
    """The words without the mark that closes a quotation opened right before them ("قوات الشمال" (قش))."""
    for opening, closing in _PAIRS:
        unpaired = said.count(closing) % 2 if opening == closing else said.count(closing) > said.count(opening)
        if before == opening and unpaired:
            return " ".join(said.replace(closing, "", 1).split())
    return said


def closes(gap: str) -> bool:
    """Whether a gap between words begins with a mark that closes a quotation or bracket."""
    return bool(_CLOSES.match(gap))


def quoted_words(sentence: Sentence, at: int, most: int) -> int:
    """How many words stand in the quotation or brackets that open before word `at`; `most` + 1 where they are more."""
    words = sentence.words
    for n, word in enumerate(words[at + 1 : at + 1 + most], 1):
        if _CLOSES.match(word.gap):
            return n
    left = len(words) - at
    closed = _CLOSES.match(sentence.text, words[-1].end - sentence.start)
    return left if closed and left <= most else most + 1


def unquoted(said: str) -> str:
    """Words without quotation marks, brackets or a hash around the whole."""
    bare = said.strip(" ـ")
    if len(bare) > 2 and bare[0] in '"“”«(' and bare[-1] in '"”“»)':
        bare = bare[1:-1]
    return bare.lstrip('#"“”«(').strip()


def _beyond(text: str, at: int, letters: int) -> int:
    """The offset behind so many letters; marks and stretching are not counted."""
    for _ in range(letters):
        at = _after_marks(text, at)
        at += 1
    return _after_marks(text, at)


def _after_marks(text: str, at: int) -> int:
    found = _MARKS.match(text, at)
    return found.end() if found else at


def _closed(text: str, start: int, end: int) -> int:
    """`end`, or behind a quotation mark or bracket that closes one opened in [start, end)."""
    inside = text[start:end]
    for opening, closing in _PAIRS:
        same = opening == closing
        open_ = inside.count(opening) % 2 if same else inside.count(opening) > inside.count(closing)
        if open_ and text[end : end + 1] == closing:
            return end + 1
    return end
