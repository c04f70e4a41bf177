"""A claim's words in the text around them."""

from __future__ import annotations

import re

from sijil.model.report import Text

AROUND = 300  # characters shown before and behind a claim's words in their paragraph
WIDE = 320, 200  # ... and across paragraphs, where a person decides by them: the buttons stay in a window of 900 pixels

_LINES = re.compile(r"\n\s*\n")


def around(text: Text, span: tuple[int, int]) -> tuple[str, str]:
    """What stands before and behind a quote in its paragraph, cut to AROUND characters each."""
    start, end = next(((b.start, b.end) for b in text.blocks if b.start <= span[0] < b.end), span)
    return _cut(text.content[start : span[0]], text.content[span[1] : end], AROUND)


def widely(text: Text, span: tuple[int, int]) -> tuple[str, str]:
    """The same across paragraphs, cut to WIDE characters; paragraphs are told by one line's end."""
    before, behind = (_LINES.sub("\n", part) for part in (text.content[: span[0]], text.content[span[1] :]))
    return _cut(before, behind, *WIDE)


def _cut(before: str, behind: str, most: int, most_behind: int = 0) -> tuple[str, str]:
    """Both cut to so many characters, at a space."""
    end = most_behind or most
    cut = "… " + before[-most:].split(" ", 1)[-1] if len(before) > most else before
    return cut, behind[:end].rsplit(" ", 1)[0] + " …" if len(behind) > end else behind
