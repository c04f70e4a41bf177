"""Cuts a report's text into runs of characters that the same claims cover, so that overlapping quotes can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.report import Text


@dataclass(frozen=True, slots=True)
class Run:
    """Characters covered by the same claims, the shortest quote first. `begins` are those whose quote begins here."""

    text: str
    claims: tuple[Claim, ...]
    begins: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text ("headline", "heading", "body", "item", "dateline") or the "furniture" between blocks."""

    role: str
    runs: tuple[Run, ...]

    @property
    def length(self) -> int:
        """Characters in all."""
        return sum(len(run.text) for run in self.runs)


def parts(text: Text, claims: Sequence[Claim]) -> tuple[Part, ...]:
    """The whole content in order: every character that is not white space between blocks is in one part."""
    found: list[Part] = []
    position = 0
    for block in sorted(text.blocks, key=lambda block: block.start):
        found += furniture(text.content, position, block.start, claims)
        found.append(Part(block.role, runs(text.content, block.start, block.end, claims)))
        position = block.end
    found += furniture(text.content, position, len(text.content), claims)
    return tuple(found)


def furniture(content: str, start: int, end: int, claims: Sequence[Claim]) -> list[Part]:
    """What lies between two blocks; nothing where it is only white space."""
    return [Part("furniture", runs(content, start, end, claims))] if content[start:end].strip() else []


def runs(content: str, start: int, end: int, claims: Sequence[Claim]) -> tuple[Run, ...]:
    """The characters [start, end) of `content`, cut wherever a quote begins or ends."""
    here = [claim for claim in claims if claim.span[0] < end and claim.span[1] > start]
    edges = {start, end} | {edge for claim in here for edge in claim.span if start < edge < end}
    cuts = sorted(edges)
    return tuple(run(content, first, last, here) for first, last in zip(cuts, cuts[1:], strict=False))


def run(content: str, start: int, end: int, claims: Sequence[Claim]) -> Run:
    """One run; no quote begins or ends inside it."""
    covering = [claim for claim in claims if claim.span[0] <= start and claim.span[1] >= end]
    covering.sort(key=lambda claim: (claim.span[1] - claim.span[0], claim.number))
    begins = tuple(sorted((c for c in covering if c.span[0] == start), key=lambda claim: claim.number))
    return Run(content[start:end], tuple(covering), begins)
