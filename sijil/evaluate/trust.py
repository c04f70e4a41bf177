"""Calibration: what a figure's confidence is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijil.evaluate.matching import Compared
from sijil.evaluate.scores import Share

BINS = 10
SURE = 0.9  # from here on a figure is taken for sure


@dataclass(frozen=True, slots=True)
class Bin:
    """Figures with a confidence from `low` up to, but not with, `high` (the last bin has 1 too). `mean` is theirs."""

    low: float
    high: float
    mean: float
    share: Share


@dataclass(frozen=True, slots=True)
class Trust:
    """`bins` without the empty ones; `sure` the figures from SURE on and how many are right; `figures` all."""

    bins: tuple[Bin, ...]
    sure: Share
    figures: int

    @property
    def sure_part(self) -> float:
        """Part of all predicted figures that are sure, 0 to 1."""
        return self.sure.asked / self.figures if self.figures else 0.0


def trust(reports: Sequence[Compared]) -> Trust:
    """Over all predicted figures with a confidence; right is one that has the values and words of an annotated one."""
    figures = sum(claim.numbered for report in reports for claim in report.read)
    told = [one for report in reports for one in _judged(report)]
    bins = []
    for i in range(BINS):
        inside = [(sure, right) for sure, right in told if min(int(sure * BINS), BINS - 1) == i]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            bins.append(Bin(i / BINS, (i + 1) / BINS, mean, _share([right for _, right in inside])))
    return Trust(tuple(bins), _share([right for sure, right in told if sure >= SURE]), figures)


def _judged(report: Compared) -> list[tuple[float, bool]]:
    right = {id(pair.read) for pair in report.figures}  # by identity: equal claims are two predictions
    return [
        (min(max(claim.confidence, 0.0), 1.0), id(claim) in right)
        for claim in report.read
        if claim.numbered and claim.confidence is not None
    ]


def _share(rights: list[bool]) -> Share:
    return Share(sum(rights), len(rights))
