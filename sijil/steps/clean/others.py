"""Blocks of a page that are no words of its own: repeats, menus, headlines of other articles above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijil.model.report import Block

_WORDS = re.compile(r"\w+")
_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*$")
#: Characters of a paragraph that is told twice on purpose by nobody, and on a page that repeats itself; share of a
#: paragraph that its cut form has.
_REPEATED, _LEAST, _SHARE = 25, 6, 0.25
#: Lines of a menu, and words of each; headlines above an article that has others' there.
_MENU, _ENTRY, _HEADLINES = 4, 3, 3
#: Words of a heading that is a link; what a post quoted on a page ends with.
_LINK, _QUOTED = 6, re.compile(r"pic\.twitter\.com|#\w")
#: Words of a headline, and the share of them that the title has too.
_TOLD, _ALIKE = 4, 0.5


def once(content: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without those that say again what another says: networks show a post once cut and once whole.

    Of a cut one ("...") and the whole one the whole stays; of equal ones the first, a paragraph before a headline.
    Short lines, which lists repeat ("a child"), go only where a longer one is told twice.
    """
    kept = _once(content, blocks, _REPEATED)
    return _once(content, kept, _LEAST) if len(kept) < len(blocks) else kept


def _once(content: str, blocks: Sequence[Block], least: int) -> tuple[Block, ...]:
    said = [_CUT.sub("", " ".join(content[b.start : b.end].split())) for b in blocks]
    order = sorted(range(len(blocks)), key=lambda n: (-len(said[n]), blocks[n].role != "body", n))
    kept: list[int] = []
    whole: dict[str, list[str]] = {}
    for n in order:
        head = said[n][:least]
        if len(head) == least and any(_repeats(content, blocks[n], said[n], words) for words in whole.get(head, ())):
            continue
        kept.append(n)
        whole.setdefault(head, []).append(said[n])
    return tuple(blocks[n] for n in sorted(kept))


def _repeats(content: str, block: Block, words: str, whole: str) -> bool:
    cut = _CUT.search(content[block.start : block.end]) is not None
    return words == whole or cut and whole.startswith(words) and len(words) >= _SHARE * len(whole)


def without_menus(content: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without rows of short lines above the article: the site's sections."""
    out: list[Block] = []
    row: list[Block] = []
    for n, block in enumerate(blocks):
        if block.role == "headline" and len(content[block.start : block.end].split()) <= _ENTRY:
            row.append(block)
            continue
        out += row if len(row) < _MENU else []
        out += blocks[n:] if block.role == "body" else [block]
        row = []
        if block.role == "body":
            break
    return tuple(out + (row if len(row) < _MENU else []))


def without_others(content: str, blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Without headlines of other articles above this one, where the report's title tells them."""
    heads = [b for b in blocks if b.role == "headline" and len(_WORDS.findall(content[b.start : b.end])) >= _TOLD]
    own = set(_WORDS.findall(title.casefold()))
    strange = {b for b in heads if not _alike(content[b.start : b.end], own)}
    if not own or len(strange) < _HEADLINES or not any(b.role == "body" for b in blocks):
        return blocks
    return tuple(b for b in blocks if b not in strange)


def without_links(content: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without headings that are as long as headlines: links to other articles between an Arabic site's paragraphs.

    Of 197 such lines in 470 Arabic pages all but some 25 were links; what is quoted from a network stays.
    """
    return tuple(b for b in blocks if b.role != "heading" or not _is_link(content[b.start : b.end]))


def _is_link(line: str) -> bool:
    return len(line.split()) >= _LINK and _QUOTED.search(line) is None


def _alike(line: str, title: set[str]) -> bool:
    words = set(_WORDS.findall(line.casefold()))
    return len(words & title) >= _ALIKE * min(len(words), len(title))
