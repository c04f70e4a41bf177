"""The ranges of an incident ready to be drawn: what is assessed, and each source's bounds on the same scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.web.bars import ticks, top_of


@dataclass(frozen=True, slots=True)
class Line:
    """The same bounds from one source, in one claim or several. `why` tells why they are set aside; "" where not."""

    source: str
    figure: Figure
    claims: tuple[Claim, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A range with what it rests on and what was set aside, and the scale of all of them."""

    range: GroupRange
    lines: tuple[Line, ...]
    top: float
    ticks: tuple[int, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the range is what it is, without what the lines show: that a source gives its number."""
        shown = {f"{line.source} gives {line.figure.words()}" for line in self.lines}
        return tuple(reason for reason in self.range.reasons if reason not in shown)

    def alike(self, most: int) -> tuple[tuple[Line, ...], ...]:
        """The lines, each alone; where there are more than `most`, those with the same bounds (and the same reason for
        being set aside) together."""
        if len(self.lines) <= most:
            return tuple((line,) for line in self.lines)
        found: dict[tuple[Figure, str], list[Line]] = {}
        for line in self.lines:
            found.setdefault((line.figure, line.why), []).append(line)
        return tuple(map(tuple, found.values()))


def drawn(ranges: Sequence[GroupRange], claims: Mapping[str, Claim], source: Mapping[str, str]) -> tuple[Drawn, ...]:
    """The ranges with their lines; those of one measure have one scale, so that a part looks like a part."""
    own = [_lines(row, claims, source) for row in ranges]
    figures: dict[str, list[Figure]] = {}
    for row, lines in zip(ranges, own, strict=True):
        figures.setdefault(row.measure, []).extend([row.figure, *(line.figure for line in lines)])
    tops = {measure: top_of(said) for measure, said in figures.items()}
    return tuple(
        Drawn(row, lines, tops[row.measure], ticks(tops[row.measure])) for row, lines in zip(ranges, own, strict=True)
    )


def _lines(row: GroupRange, claims: Mapping[str, Claim], source: Mapping[str, str]) -> tuple[Line, ...]:
    """One line for each source and figure: what the range rests on, then what was set aside."""
    told = [(id_, "") for id_ in row.claims]
    found: dict[tuple[str, Figure, str], list[Claim]] = {}
    for claim, figure, why in _figures([*told, *row.set_aside], claims):
        found.setdefault((source.get(claim.id, ""), figure, why), []).append(claim)
    return tuple(Line(name, figure, tuple(own), why) for (name, figure, why), own in found.items())


def _figures(
    told: Iterable[tuple[str, str]], claims: Mapping[str, Claim]
) -> Iterable[tuple[Claim, Figure, str]]:  # fmt: skip
    for id_, why in told:
        claim = claims.get(id_)
        if claim and claim.figure:
            yield claim, claim.figure, why
