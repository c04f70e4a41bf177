"""What a corpus gives back: shares with their misses, each miss in its sentence."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Claim = Mapping[str, Any]  # a claim as `sijil extract` prints it (docs/json.md)


def rows_of(path: Path) -> Iterator[Any]:
    """The objects of a file of JSON lines, which may be a gzip file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus and what its makers annotated."""

    doc: str
    text: str
    gold: Any
    title: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing not found: which class of mistake, in which document, what was looked for, and the words around it."""

    kind: str
    doc: str
    sought: str
    words: str


@dataclass(slots=True)
class Measure:
    """`right` of `of`; `aim` is the share that is asked for, where one is."""

    corpus: str
    name: str
    right: int = 0
    of: int = 0
    aim: float | None = None
    misses: list[Miss] = field(default_factory=list)

    def count(self, found: bool, miss: Miss | None = None) -> None:
        """One more case, found or not; `miss` is kept where it was not."""
        self.of += 1
        self.right += found
        if not found and miss is not None:
            self.misses.append(miss)

    @property
    def share(self) -> float:
        """`right` of `of`, from 0 to 1; 0 where there is nothing to find."""
        return self.right / self.of if self.of else 0.0

    def kinds(self) -> list[tuple[str, int]]:
        """Classes of misses with how many each has, most first."""
        return Counter(miss.kind for miss in self.misses).most_common()


_END = re.compile(r"[.!?][\"”'’)]*\s+|\n\s*\n")


def sentence_at(text: str, at: int, most: int = 320) -> str:
    """The sentence around offset `at`, roughly, on one line and of at most `most` characters."""
    before = [m.end() for m in _END.finditer(text, 0, at)]
    after = _END.search(text, at)
    start = max(before[-1] if before else 0, at - most // 2)
    end = min(after.end() if after else len(text), start + most)
    return " ".join(text[start:end].split())


def bounds(claim: Claim) -> set[int]:
    """The numbers that a claim's figure gives: its bounds, and for "more than 84" (low 85) the 84 that was printed."""
    low, high = claim.get("low"), claim.get("high")
    found = {number for number in (low, high) if number is not None}
    if high is None and low is not None:
        found.add(low - 1)
    if low is None and high is not None:
        found.add(high + 1)
    return found
