"""The measure over all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.evaluate.fields import FIELDS, swapped, verdicts
from sijil.evaluate.matching import Compared, Pair


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` claims found, of `gold` annotated and `read` predicted ones."""

    hits: int
    gold: int
    read: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.hits / (self.gold + self.read) if self.gold + self.read else 1.0

    @property
    def precision(self) -> float:
        """Part of the predicted claims that are right; 0 where there are none."""
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Part of the annotated claims that were found; 0 where there are none."""
        return self.hits / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `asked`; 1 where nothing was asked."""

    right: int
    asked: int

    @property
    def part(self) -> float:
        """0 to 1."""
        return self.right / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What is printed and what the gate holds. `whole` are found figures with every field right too.

    `fields` are over the figures found, each over those where either side gives the field. `swaps` are found figures
    whose speaker was given as the perpetrator.
    """

    reports: int
    figures: Rate
    lax: Rate
    whole: int
    fields: Mapping[str, Share]
    situations: Rate
    swaps: int

    @property
    def record(self) -> float:
        """Part of the annotated figures that were found with every field right; 0 where there are none."""
        return self.whole / self.figures.gold if self.figures.gold else 0.0


def score(reports: Sequence[Compared]) -> Scores:
    """Scores over reports, each claim counted once."""
    found = [pair for report in reports for pair in report.figures]
    gold, read = _numbered(reports)
    return Scores(
        reports=len(reports),
        figures=Rate(len(found), gold, read),
        lax=Rate(sum(len(report.lax) for report in reports), gold, read),
        whole=sum(all(verdict is not False for verdict in verdicts(*pair).values()) for pair in found),
        fields=_fields(found),
        situations=Rate(
            sum(len(report.situations) for report in reports),
            sum(len(report.gold) for report in reports) - gold,
            sum(len(report.read) for report in reports) - read,
        ),
        swaps=sum(swapped(*pair) for pair in found),
    )


def _numbered(reports: Iterable[Compared]) -> tuple[int, int]:
    gold = read = 0
    for report in reports:
        gold += sum(claim.numbered for claim in report.gold)
        read += sum(claim.numbered for claim in report.read)
    return gold, read


def _fields(found: Iterable[Pair]) -> dict[str, Share]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for pair in found:
        for field, verdict in verdicts(*pair).items():
            asked[field] += verdict is not None
            right[field] += verdict is True
    return {field: Share(right[field], asked[field]) for field in FIELDS}
