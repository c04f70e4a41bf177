"""A claim's words in the text around them."""

from __future__ import annotations

from sijil.model.report import Text

AROUND = 300  # characters shown before and behind a claim's words in their paragraph
WIDE = 450  # ... and across paragraphs, where a person has to decide by them


def around(text: Text, span: tuple[int, int]) -> tuple[str, str]:
    """What stands before and behind a quote in its paragraph, cut to AROUND characters each."""
    start, end = next(((b.start, b.end) for b in text.blocks if b.start <= span[0] < b.end), span)
    return _cut(text.content[start : span[0]], text.content[span[1] : end], AROUND)


def widely(text: Text, span: tuple[int, int]) -> tuple[str, str]:
    """The same across paragraphs, cut to WIDE characters each."""
    return _cut(text.content[: span[0]], text.content[span[1] :], WIDE)


def _cut(before: str, behind: str, most: int) -> tuple[str, str]:
    """Both cut to so many characters, at a space."""
    cut = "… " + before[-most:].split(" ", 1)[-1] if len(before) > most else before
    return cut, behind[:most].rsplit(" ", 1)[0] + " …" if len(behind) > most else behind
