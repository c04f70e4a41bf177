"""Posts of X and Facebook as copied off their pages: whose words are whose, where all stands in one line.

X prints "NAME@handle" (and in threads and replies the day) before a post and the minute with counts behind it. What the
author of the shown post wrote, also in the same thread, is the report; answers of other people are furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?"
#: The minute of the shown post, with the length of its film before it: "00:0010:35 AM · Mar 25, 2025".
_STAMP = re.compile(
    rf"(?:Translate (?:Tweet|post))?(?:\d\d:\d\d)*(?:1[0-2]|[1-9]):[0-5]\d ?[AP]M\s*·\s*{_MONTH} \d{{1,2}}, \d{{4}}"
)
#: "@handle" with the day or age of an answer right behind it, and whom it answers. Without a "·" the day has its year:
#: "@newsOn Nov 28, shells" is the shown post's own text.
_DATED = re.compile(
    rf"@([A-Za-z0-9_]{{1,15}}?)(?:\s?·\s?(?:{_DAY}|\d{{1,2}}[smhd](?![A-Za-z]))|{_MONTH} \d{{1,2}}, \d{{4}})"
    r"(?:\s*Replying to(?:\s?(?:and )?@[A-Za-z0-9_]{1,15})+)?"
)
_HANDLE = re.compile(r"@([A-Za-z0-9_]{1,15})")
#: What stands before a name: the head of the page, or the counts of the post before.
_BEFORE = re.compile(r"^(?:Post|Conversation)?")
_COUNTS = re.compile(r"(?:Show more)?(?<![\d,])\d[\d.,KM]*\s*$")
#: Facebook's own head, glued into the text: "Verified accountDecember 22, 2025 · Shared with Public".
_SHARED = re.compile(rf"(?:Verified account)?(?:{_DAY})?\s?·?\s?Shared with Public")
#: The first words of a post in its page's title.
_QUOTED = re.compile(r"\bon (?:X|Twitter): [\"“](.{4,12})")
_NAME = 60  # characters of a name before "@"


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a post: its name at [start, at), the handle, and where the post's own words begin."""

    start: int
    handle: str
    behind: int


def is_of_x(content: str) -> bool:
    """Whether a text is copied off the page of one post of X."""
    return _STAMP.search(content) is not None


def own_words(content: str, title: str = "") -> tuple[tuple[int, int], ...]:
    """Stretches [start, end) of a page of posts that its author wrote, in order; all the content of any other page.

    The page's title repeats the post ('Name on X: "Words'): it tells where Latin words begin, glued to a handle.
    """
    stamp = _STAMP.search(content)
    if stamp is None:
        return tuple(_between(content, [(m.start(), m.end()) for m in _SHARED.finditer(content)]))
    heads = _heads(content, stamp.start(), title)
    shown = next((head for head in reversed(heads) if head.start < stamp.start()), None)
    if shown is None:
        return tuple(_kept(content, 0, stamp.start()))
    ends = [*(head.start for head in heads[1:]), len(content)]
    return tuple(
        part
        for head, end in zip(heads, ends, strict=True)
        if head.handle.casefold() == shown.handle.casefold()
        for part in _kept(content, head.behind, stamp.start() if head.behind <= stamp.start() < end else end)
    )


def _heads(content: str, stamp: int, title: str) -> list[_Head]:
    """The heads of the posts of a page, in order. The shown post's has no day: it is the last before the minute."""
    dated = [(m.start(), m[1], m.end()) for m in _DATED.finditer(content)]
    places = {at for at, _, _ in dated}
    handles = {handle for _, handle, _ in dated}
    plain = [(m.start(), _shortest(m[1], handles), m.start()) for m in _HANDLE.finditer(content, 0, stamp)]
    names = {content[_name_start(content, at) : at] for at, _, _ in dated}
    begun = [p for p in plain if p[0] not in places and (_at_line_start(content, p[0], names))]
    found = [*dated, *((at, handle, _behind(content, at, handle, title)) for at, handle, _ in begun[:1])]
    return [_Head(_name_start(content, at), handle, behind) for at, handle, behind in sorted(found)]


def _behind(content: str, at: int, handle: str, title: str) -> int:
    """Where the words of a post begin behind "@handle" at `at`."""
    said = _QUOTED.search(title)
    begun = content.find(said[1], at + 1, at + 1 + len(handle) + len(said[1])) if said else -1
    return begun if begun > at else at + 1 + len(handle)


def _shortest(handle: str, known: set[str]) -> str:
    """A handle without the letters of the text that are glued to it, where the page has it elsewhere."""
    return next((other for other in known if handle.startswith(other)), handle)


def _at_line_start(content: str, at: int, names: set[str]) -> bool:
    """Whether the name before "@" opens a line, or is one that the page has elsewhere: no mention within a text."""
    line = content.rfind("\n", 0, at) + 1
    name = _BEFORE.sub("", content[line:at])
    return 0 < len(name) <= _NAME or any(name and content.endswith(name, 0, at) for name in names)


def _name_start(content: str, at: int) -> int:
    """Where the name before "@" begins: at its line's start, behind the page's head or behind counts."""
    line = max(content.rfind("\n", 0, at) + 1, at - _NAME)
    start = line + len(_BEFORE.match(content[line:at])[0])  # type: ignore[index]  # it matches the empty string
    counts = max((m.end() for m in re.finditer(r"\d[KM]?(?=[^\d\s.,:/])", content[start:at])), default=0)
    return start + counts


def _kept(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) without the counts behind it; nothing where only they are there."""
    counts = _COUNTS.search(content, start, end) if end < len(content) or start else None
    stop = counts.start() if counts is not None else end
    if content[start:stop].strip():
        yield start, stop


def _between(content: str, cut: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in [*cut, (len(content), len(content))]:
        if start > at:
            yield at, start
        at = end


def clipped(spans: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `spans` that lie in `own`; both in order and apart."""
    starts = [start for start, _ in own]
    found: list[tuple[int, int]] = []
    for start, end in spans:
        for a, b in own[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end)]:
            if min(end, b) > max(start, a):
                found.append((max(start, a), min(end, b)))
    return found
