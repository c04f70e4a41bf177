"""Main text of pasted reports: which lines are paragraphs, headings or items, and which are page furniture."""

from __future__ import annotations

import re
from dataclasses import replace

from sijil.model.report import Block
from sijil.steps.clean.furniture import Furniture, furniture_of

#: What a sentence ends with; in posts that is often an emoji.
_END = re.compile(r"[.!?…:;؟؛‼⁉\u2600-\u26ff❤\U0001f300-\U0001faff]\ufe0f?[\"'”’»)\]]*\s*$")
_ITEM = re.compile(r"^\s*(?:[-–—•*●▪]|\d{1,2}[.)])\s+\S")
_GOES_ON = re.compile("[\u0621-\u06d3][\u064b-\u0652]*[ \u060c]*$")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")


def blocks(content: str, title: str = "") -> tuple[Block, ...]:
    """Blocks of `content` in order; furniture lines are in none of them. Hard-wrapped lines are put together.

    A lead that is glued to the report's `title` begins behind it; of a text that is all headline everything is body.

    Rules in words: a line of the furniture list is dropped; after a tail line ("Leave a Reply") everything is;
    after a line that heads teasers ("Related News") all is up to the next whole sentence, or, where most of the article
    lies behind, all the rest; a short
    line without a full stop is a headline (before the first paragraph) or a heading; the rest is body.
    """
    kept: list[Block] = []
    teasing = False
    spans, known = _paragraphs(content), furniture_of(content)
    for i, (start, end) in enumerate(spans):
        line = content[start:end]
        begun = any(block.role == "body" for block in kept)
        if begun and known.has("tail", line) or known.has("teasers", line) and _nearly_over(content, kept, spans[i:]):
            break
        role = _role(line, begun)
        teasing = known.has("teasers", line) or teasing and role in ("headline", "heading")
        if not teasing and not _is_furniture(line, known):
            kept.append(Block(start, end, role))
    found = _without_teasers(tuple(kept))
    if all(block.role == "headline" for block in found):
        found = tuple(replace(block, role="body") for block in found)
    return tuple(part for block in found for part in _apart(content, block, title))


def _apart(content: str, block: Block, title: str) -> tuple[Block, ...]:
    """A body block that begins with the title, as headline and body: else the lead is taken for a repeated headline.

    On FA-KES, whose texts are so, that is worth .06 of the headline counts of killed. Only word characters are
    compared; a dateline may stand before the title. The title of an Arabic post is often its own first words, cut
    anywhere: without a mark or a new line behind them they are no headline.
    """
    said = re.findall(r"\w+", title.lower())
    if block.role != "body" or len(said) < 4:
        return (block,)
    at = re.match(
        r".{0,40}?\b" + r"\W+".join(map(re.escape, said)) + r"\b[\W]*", content[block.start : block.end], re.I | re.S
    )
    if at is None or block.end - block.start - at.end() < 40:
        return (block,)
    if _GOES_ON.search(at.group()):
        return (block,)
    middle = block.start + at.end()
    first = _strip(content, block.start, middle)
    return Block(*first, "headline"), Block(middle, block.end, "body")


def _nearly_over(content: str, kept: list[Block], rest: list[tuple[int, int]]) -> bool:
    """Whether more of the article lies behind than whole sentences lie ahead: then teasers end it."""
    behind = sum(block.end - block.start for block in kept if block.role == "body")
    return behind > sum(b - a for a, b in rest if _role(content[a:b], True) == "body")


def _paragraphs(content: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, stripped of white space."""
    spans = [_strip(content, m.start(), m.end()) for m in _LINE.finditer(content)]
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
    return sum(not _END.search(content[a:b]) for a, b in middling) > 0.5 * len(middling)


def _continues(content: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a hard-wrapped line goes on in the next one: no blank line between, no new item, no short last line."""
    a, b = line
    if len(re.findall(r"\n|\r(?!\n)", content[b : following[0]])) > 1 or _ITEM.match(content[slice(*following)]):
        return False
    ended = _END.search(content[a:b]) is not None
    last_line = content[a:b].splitlines()[-1]
    return len(last_line) >= 40 and not (ended and len(last_line) < 60)


def _strip(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (content[start].isspace() or content[start] in "\ufeff\u200e\u200f"):
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end


def _role(line: str, after_body: bool) -> str:
    if _ITEM.match(line):
        return "item"
    if len(line.split()) > 22 or _END.search(line):
        return "body"
    return "heading" if after_body else "headline"


def _is_furniture(line: str, known: Furniture) -> bool:
    return known.has("line", line) or known.has("tail", line) or known.is_menu(line)


def _without_teasers(kept: tuple[Block, ...]) -> tuple[Block, ...]:
    """Three or more headings in a row after the body are teasers of other articles: they go, what follows stays."""
    out: list[Block] = []
    run: list[Block] = []
    for block in kept:
        if block.role == "heading":
            run.append(block)
            continue
        out += run if len(run) < 3 else []
        run = []
        out.append(block)
    return tuple(out + (run if len(run) < 3 else []))
