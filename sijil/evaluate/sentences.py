"""The sentence that a quote stands in, cut for showing: quotes marked, the rest as it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from sijil.evaluate.told import Told
from sijil.model.report import Text

#: An end of a sentence: a stop, perhaps closing quotes, white space, and no small letter after it.
_END = re.compile(r"[.!?…؟][\"”’»')\]]*\s+(?=[^\sa-z])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)
REACH = 350  # characters shown on either side of a quote in a text without full stops

Span = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of a passage; `marks` says whose quote it is in: "", "gold", "read" or "both"."""

    text: str
    marks: str


def find(text: Text, claim: Told) -> Span | None:
    """Where the claim's quote stands in the main text; None where it does not (its white space may differ)."""
    if claim.span and text.content[slice(*claim.span)] == claim.quote:
        return claim.span
    start = text.content.find(claim.quote)
    if start >= 0:
        return (start, start + len(claim.quote))
    found = re.search(r"\s+".join(map(re.escape, claim.quote.split())), text.content) if claim.quote.strip() else None
    return found.span() if found else None


def around(text: Text, span: Span) -> Span:
    """The sentence, or the sentences, that `span` touches, inside its block; at most REACH to either side of it."""
    low, high = _block(text, span)
    ends = [m.end() for m in _END.finditer(text.content, low, high) if not _ABBREVIATION.search(_before(text, m))]
    start = max([low, *(end for end in ends if end <= span[0])])
    end = min([high, *(end for end in ends if end >= span[1])])
    return max(start, span[0] - REACH), min(end, span[1] + REACH)


def passages(text: Text | None, gold: Told | None, read: Told | None) -> tuple[tuple[Piece, ...], ...]:
    """The sentences of one or two claims with their quotes marked; one passage where the two touch.

    A quote that is not in the text stands for itself.
    """
    claims = {"gold": gold, "read": read}
    spans = {name: find(text, claim) for name, claim in claims.items() if claim and text}
    placed = {name: span for name, span in spans.items() if span}
    shown: list[tuple[Piece, ...]] = []
    if text:
        windows = _merged([around(text, span) for span in placed.values()])
        shown = [_pieces(text.content, window, placed) for window in windows]
    lost = [(name, claim) for name, claim in claims.items() if claim and name not in placed]
    return (*shown, *((Piece(claim.quote, name),) for name, claim in lost))


def _block(text: Text, span: Span) -> Span:
    for block in text.blocks:
        if block.start <= span[0] < block.end:
            return block.start, max(block.end, span[1])
    start = text.content.rfind("\n", 0, span[0]) + 1
    end = text.content.find("\n", span[1])
    return start, len(text.content) if end < 0 else end


def _before(text: Text, stop: re.Match[str]) -> str:
    return text.content[max(0, stop.start() - 6) : stop.start() + 1]


def _merged(windows: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(windows):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _pieces(content: str, window: Span, marks: dict[str, Span]) -> tuple[Piece, ...]:
    inside = {edge for span in marks.values() for edge in span if window[0] < edge < window[1]}
    edges = sorted({*window, *inside})
    pieces = []
    for start, end in zip(edges, edges[1:], strict=False):
        on = [name for name, span in marks.items() if span[0] <= start and end <= span[1]]
        pieces.append(Piece(content[start:end], "both" if len(on) == 2 else "".join(on)))
    return tuple(pieces)
