"""The paragraphs of a pasted text: its lines, put together where they were broken at a fixed width."""

from __future__ import annotations

import re

#: What a sentence ends with; in posts that is often an emoji.
ENDED = re.compile(r"[.!?…:;؟؛‼⁉\u2600-\u26ff❤\U0001f300-\U0001faff]\ufe0f?[\"'”’»)\]]*\s*$")
_AR = "\u0621-\u064a"  # Arabic writers leave out the space behind a mark
ITEM = re.compile(rf"^\s*(?:(?:[-–—•*●▪]|\d{{1,2}}[.)])\s+\S|[-–—](?=[\d{_AR}])|\d{{1,2}}\s?[-–_.)]\s*(?=[{_AR}]))")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")


def paragraphs(content: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, stripped of white space."""
    spans = [strip(content, m.start(), m.end()) for m in _LINE.finditer(content)]
    spans = [(a, b) for a, b in spans if b > a]
    if not _hard_wrapped(content, spans):
        return spans
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        if joined and _continues(content, joined[-1], (a, b)):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _hard_wrapped(content: str, spans: list[tuple[int, int]]) -> bool:
    """Whether lines were broken at a fixed width: most of them 45-100 characters and most not ending a sentence."""
    middling = [(a, b) for a, b in spans if 45 <= b - a <= 100]
    if len(spans) < 4 or len(middling) < 0.5 * len(spans) or max(b - a for a, b in spans) > 130:
        return False
    return sum(not ENDED.search(content[a:b]) for a, b in middling) > 0.5 * len(middling)


def _continues(content: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a hard-wrapped line goes on in the next one: no blank line between, no new item, no short last line."""
    a, b = line
    if len(re.findall(r"\n|\r(?!\n)", content[b : following[0]])) > 1 or ITEM.match(content[slice(*following)]):
        return False
    ended = ENDED.search(content[a:b]) is not None
    last_line = content[a:b].splitlines()[-1]
    return len(last_line) >= 40 and not (ended and len(last_line) < 60)


def strip(content: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space and marks of writing direction around it."""
    while start < end and (content[start].isspace() or content[start] in "\ufeff\u200e\u200f"):
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end
