"""Main text of pasted reports: which lines are paragraphs, headings or items, and which are page furniture."""

from __future__ import annotations

import re
from dataclasses import replace

from sijil.model.report import Block
from sijil.steps.clean.furniture import Furniture, furniture_of
from sijil.steps.clean.lines import ENDED, ITEM, paragraphs, strip
from sijil.steps.clean.others import once, without_links, without_menus, without_others
from sijil.steps.clean.posts import clipped, is_of_x, own_words

#: A line that was cut off, or asks: a headline of another article, on sites that have no room for more.
_CUT = re.compile(r"(?:…|\.\.\.|؟)[\"'”’»)\]]*\s*$")
#: Roles of lines that are set off from the paragraphs.
_SET_OFF = ("headline", "heading")
_TAGGED = re.compile(r"#\w")
_GOES_ON = re.compile("[\u0621-\u06d3][\u064b-\u0652]*[ \u060c]*$")
#: Words of a line that is too long for a headline, and of one that is too short for a sentence; characters of a post.
_LONG, _SHORT, _POST = 22, 6, 1500
#: Characters in which a title that is glued to the lead begins.
_DATELINE = 80


def blocks(content: str, title: str = "") -> tuple[Block, ...]:
    """Blocks of `content` in order; furniture lines are in none of them. Hard-wrapped lines are put together.

    A lead that is glued to the report's `title` begins behind it; of a text without a paragraph the headlines are body.

    Rules in words: a line of the furniture list is dropped; after a tail line ("Leave a Reply") everything is;
    after a line that heads teasers ("Related News") all is up to the next whole sentence, or, where most of the article
    lies behind, all the rest; a short
    line without a full stop is a headline (before the first paragraph) or a heading; the rest is body.
    """
    known = furniture_of(content)
    lines = [span for start, end in _own(content, title) if (span := _trimmed(content, start, end, known)) is not None]
    kept: list[Block] = []
    teasing = False
    for i, (start, end) in enumerate(lines):
        line = content[start:end]
        begun = any(block.role == "body" for block in kept)
        if known.has("tail", line) and (begun or _all_said(content, kept, lines[i:], known)):
            break
        if known.has("teasers", line) and _nearly_over(content, kept, lines[i:], known):
            break
        role = _role(line, begun, known)
        teasing = known.has("teasers", line) or teasing and role in ("headline", "heading")
        if not teasing and not _is_furniture(line, known):
            kept.append(Block(start, end, role))
    if _is_post(content, title, lines, known):
        found = tuple(replace(block, role="body") if block.role in _SET_OFF else block for block in kept)
    else:
        found = without_others(content, without_menus(content, _without_teasers(tuple(kept))), title)
        found = without_links(content, found) if known.cuts_headlines else found
    found = once(content, found)
    if not any(block.role == "body" and content[block.end - 1] not in ":…" for block in found):
        found = tuple(replace(block, role="body") if block.role == "headline" else block for block in found)
    return tuple(part for block in found for part in _apart(content, block, title))


def _own(content: str, title: str) -> list[tuple[int, int]]:
    """The paragraphs, without what others wrote on a page of posts."""
    return clipped(paragraphs(content), own_words(content, title))


def _trimmed(content: str, start: int, end: int, known: Furniture) -> tuple[int, int] | None:
    """A line without what is glued to its end; None where nothing is left."""
    first, last = strip(content, start, start + known.kept(content[start:end]))
    return (first, last) if first < last else None


def _is_post(content: str, title: str, lines: list[tuple[int, int]], known: Furniture) -> bool:
    """Whether a page is a post, whose every line is the report: told by the network, or short, tagged, with no teasers.

    Posts have lines of a few words without a full stop, which on a site are headings.
    """
    if is_of_x(content) or known.is_of_posts(title):
        return True
    said = sum(end - start for start, end in lines)
    framed = any(known.has(kind, content[a:b]) for kind in ("tail", "teasers") for a, b in lines)
    return said <= _POST and not framed and _TAGGED.search(content) is not None


def _all_said(content: str, kept: list[Block], rest: list[tuple[int, int]], known: Furniture) -> bool:
    """Whether a page that is all headline ends here: no paragraph lies ahead."""
    told = any(len(content[block.start : block.end].split()) >= _SHORT for block in kept)
    return told and not any(_role(content[a:b], True, known) == "body" for a, b in rest)


def _apart(content: str, block: Block, title: str) -> tuple[Block, ...]:
    """A body block that begins with the title, as headline and body: else the lead is taken for a repeated headline.

    On FA-KES, whose texts are so, that is worth .06 of the headline counts of killed. Only word characters are
    compared; a dateline may stand before the title. The title of an Arabic post is often its own first words, cut
    anywhere: without a mark or a new line behind them they are no headline.
    """
    said = re.findall(r"\w+", title.lower())
    if block.role != "body" or len(said) < 4 or said[0] not in content[block.start : block.end][:_DATELINE].lower():
        return (block,)
    at = re.match(
        r".{0,40}?\b" + r"\W+".join(map(re.escape, said)) + r"\b[\W]*", content[block.start : block.end], re.I | re.S
    )
    if at is None or block.end - block.start - at.end() < 40:
        return (block,)
    if _GOES_ON.search(at.group()):
        return (block,)
    middle = block.start + at.end()
    first = strip(content, block.start, middle)
    return Block(*first, "headline"), Block(middle, block.end, "body")


def _nearly_over(content: str, kept: list[Block], rest: list[tuple[int, int]], known: Furniture) -> bool:
    """Whether more of the article lies behind than whole sentences lie ahead: then teasers end it."""
    behind = sum(block.end - block.start for block in kept if block.role == "body")
    return behind > sum(b - a for a, b in rest if _role(content[a:b], True, known) == "body")


def _role(line: str, after_body: bool, known: Furniture) -> str:
    if ITEM.match(line):
        return "item"
    words = len(line.split())
    if words > _LONG or words >= _SHORT and known.begins_body(line):
        return "body"
    if ENDED.search(line) and not (after_body and words >= _SHORT and known.cuts_headlines and _CUT.search(line)):
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
