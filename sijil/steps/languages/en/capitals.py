"""Runs of capitalised words, which may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijil.steps.languages.en.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` of a sentence, both included."""

    sentence: Sentence
    first: Token
    last: Token

    @property
    def before(self) -> Token | None:
        """The token before it in its sentence."""
        return self.first.nbor(-1) if self.first.i > self.sentence.tokens.start else None

    @property
    def after(self) -> Token | None:
        """The token after it in its sentence."""
        return self.last.nbor(1) if self.last.i + 1 < self.sentence.tokens.end else None

    @property
    def lead(self) -> str:
        """The word before it in lower case, or ""."""
        return self.before.text.lower() if self.before is not None else ""

    @property
    def name(self) -> str:
        """Its text without a possessive."""
        return re.sub(r"(?:’s|'s)$", "", self.sentence.words(self.first, self.last))


def runs(sentence: Sentence) -> Iterator[Run]:
    """Maximal runs of capitalised tokens, with particles inside ("Deir al-Zor", "Khan al-Assal")."""
    doc, i, end = sentence.tokens.doc, sentence.tokens.start, sentence.tokens.end
    while i < end:
        if not is_capital(doc[i]) and not _article(doc, i, end):
            i += 1
            continue
        last = i
        while last + 1 < end and (is_capital(doc[last + 1]) or _particle(doc, last + 1, end)):
            last += 1
        while last > i and not is_capital(doc[last]):
            last -= 1
        yield Run(sentence, doc[i], doc[last])
        i = last + 1


def is_capital(token: Token) -> bool:
    """Whether a token begins with a capital, an Arabic article before it apart ("al-Bab")."""
    if token.text[:1].isupper() and token.text[:1].isalpha():
        return True
    return re.match(r"(?:al|el|ar|as|ash|ad|an|az|ez)-[A-Z]", token.text) is not None


def _article(doc: Doc, i: int, end: int) -> bool:
    """Whether an Arabic article begins a name at token `i`, cut from it by the tokeniser ("al - Bab")."""
    if i + 2 >= end or doc[i].text.lower() not in ("al", "el", "ar", "as", "ad", "ash", "an"):
        return False
    return doc[i + 1].text == "-" and doc[i + 2].text[:1].isupper()


def _particle(doc: Doc, i: int, end: int) -> bool:
    """Whether token `i` is a hyphen, an apostrophe or an article inside a name."""
    if i + 1 >= end:
        return False
    word, after = doc[i].text.lower(), doc[i + 1]
    if word in ("-", "’", "'", "`", "ʿ"):
        return is_capital(after) or after.text.lower() in ("al", "el", "ez", "ar", "as", "zor", "zour")
    if word in ("al", "el", "ez", "ar", "as", "ad", "ash", "an", "es") and after.text == "-":
        return True
    return word in ("al", "el", "ez", "ar") and is_capital(after)
