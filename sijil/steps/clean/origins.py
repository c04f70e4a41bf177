"""Where each character of a page's main text stands in the page's source.

The extractor gives words, not offsets. Its words are looked for in the source's own text, in order and without regard
to white space, which both sides treat as they like.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG = re.compile(r"<[a-zA-Z/!?](?:[^>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}')*?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_NAME = re.compile(r"<([a-zA-Z]+)")
_HIDDEN = ("script", "style", "template", "textarea")
_BLOCKS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|tr|td|th|table|section|article|header|footer|nav|aside|main|form|blockquote|br|hr|body"
    r"|title|head|option|button|figcaption|dt|dd)\b", re.I)  # fmt: skip
_REACH = 3000  # how far from the last word found the next one may stand


class SourceText:
    """The text nodes of a page's source without white space, each character with its offset."""

    def __init__(self, source: str) -> None:
        self.source = source
        pairs = [(char, at) for char, at in _characters(source) if not char.isspace()]
        self.letters = "".join(char for char, _ in pairs)
        self.offsets = [at for _, at in pairs]
        body = source.lower().find("<body")
        self.start = next((i for i, at in enumerate(self.offsets) if at > body), 0) if body >= 0 else 0

    def origins(self, paragraphs: list[str]) -> list[list[int]]:
        """For each paragraph the offset of each character in the source, -1 where it has none."""
        found, cursor = [], self.start
        for paragraph in paragraphs:
            letters = "".join(paragraph.split())
            at = self._find(letters, cursor)
            places = list(range(at, at + len(letters))) if at >= 0 else self._by_words(paragraph, cursor)
            cursor = max([cursor, *(place + 1 for place in places)]) if at < 0 or at >= cursor else cursor
            found.append(self._spread(paragraph, places))
        return found

    def _find(self, letters: str, cursor: int) -> int:
        """Index of `letters`, after the cursor if possible, else anywhere; -1 if nowhere."""
        at = self.letters.find(letters, cursor)
        return at if at >= 0 else self.letters.find(letters)

    def _by_words(self, paragraph: str, cursor: int) -> list[int]:
        """Index of each letter, word by word, for a paragraph that the extractor changed somewhere."""
        places: list[int] = []
        for word in paragraph.split():
            at = self.letters.find(word, cursor, cursor + _REACH)
            places.extend(range(at, at + len(word)) if at >= 0 else [-1] * len(word))
            cursor = at + len(word) if at >= 0 else cursor
        return places

    def _spread(self, paragraph: str, places: list[int]) -> list[int]:
        """Offsets of letters, and of the white space between them that stands in the source in the same place."""
        out: list[int] = []
        letters = iter(places)
        for char in paragraph:
            if not char.isspace():
                place = next(letters)
                out.append(self.offsets[place] if place >= 0 else -1)
            else:
                before = out[-1] + 1 if out and out[-1] >= 0 else -1
                out.append(before if 0 <= before < len(self.source) and self.source[before].isspace() else -1)
        return out


def plain_text(source: str) -> tuple[str, tuple[int, ...]]:
    """All visible text of a page, block elements on lines of their own, and the offset of each character."""
    pairs = list(_characters(source))
    return "".join(char for char, _ in pairs), tuple(at for _, at in pairs)


def _characters(source: str) -> Iterator[tuple[str, int]]:
    """Each character of the text nodes with its offset, entities decoded; a newline of offset -1 for a block's edge.

    A tokenizer of its own: unlike html.parser it takes time in proportion to the page, however broken that is.
    """
    at = 0
    while at < len(source):
        tag = source.find("<", at)
        yield from _text(source, at, tag if tag >= 0 else len(source))
        if tag < 0:
            return
        end = _tag_end(source, tag)
        if end == tag:  # a "<" that begins no tag
            yield "<", tag
            end = tag + 1
        elif _BLOCKS.match(source, tag):
            yield "\n", -1
        at = end


def _text(source: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    at = start
    for entity in _ENTITY.finditer(source, start, end):
        yield from zip(source[at : entity.start()], range(at, entity.start()), strict=True)
        meant = html.unescape(entity[0])
        own = meant == entity[0]  # an "&" that begins no entity
        yield from ((char, entity.start() + (index if own else 0)) for index, char in enumerate(meant))
        at = entity.end()
    yield from zip(source[at:end], range(at, end), strict=True)


def _tag_end(source: str, tag: int) -> int:
    """The offset behind the tag, comment or hidden element that begins at `tag`; `tag` itself where none does."""
    if source.startswith("<!--", tag):
        return _behind(source, "-->", tag + 4)
    whole = _TAG.match(source, tag)
    if not whole:
        return _behind(source, ">", tag) if re.match(r"<[a-zA-Z/!?]", source[tag : tag + 2]) else tag
    name = _NAME.match(source, tag)
    if name and name[1].lower() in _HIDDEN and not whole[0].endswith("/>"):
        closing = re.compile(f"</{name[1]}", re.I).search(source, whole.end())
        return _behind(source, ">", closing.start()) if closing else len(source)
    return whole.end()


def _behind(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return found + len(mark) if found >= 0 else len(source)
