"""How far a figure's confidence can be believed: a picture of cross-validated predictions.

    python benchmarks/reliability.py PREDICTIONS.jsonl [-o FILE]

PREDICTIONS has one line {"confidence": 0 to 1, "right": true or false} a predicted figure, from readings whose weights
had not seen the report. Writes benchmarks/reliability.svg and prints the bins as a table. Exit code 2 for bad input.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "reliability.svg"
BINS = 10
PLOT = 360  # pixels of the plot's side; 1 on either axis
LEFT, TOP, HISTOGRAM = 64, 56, 70
WIDTH, HEIGHT = LEFT + PLOT + 24, TOP + PLOT + HISTOGRAM + 76

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1d2328; } .quiet { fill: #566069; font-size: 12px; }
  .title { font-size: 15px; font-weight: 600; } .back { fill: #ffffff; } .line { stroke: #dbd7cd; }
  .ideal { stroke: #566069; stroke-dasharray: 4 4; } .error { stroke: #14596b; stroke-width: 1.5; }
  .dot { fill: #14596b; } .bar { fill: #9cc3cd; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e7e5e0; } .quiet { fill: #a5adb5; } .back { fill: #14171a; } .line { stroke: #31373d; }
    .ideal { stroke: #a5adb5; } .error { stroke: #84c7d8; } .dot { fill: #84c7d8; } .bar { fill: #2b5561; }
  }
"""


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of one tenth of the scale: how many, their mean confidence, how many are right."""

    count: int
    mean: float
    right: int

    @property
    def share(self) -> float:
        """Part that is right, 0 to 1."""
        return self.right / self.count

    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval of the share (Wilson 1927): sound also for few predictions and shares near 0 and 1."""
        z, n, p = 1.96, self.count, self.share
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


def read(path: Path) -> list[tuple[float, bool]]:
    """Confidence and rightness of each prediction. Raises ValueError, with the line, for anything else."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
            confidence, right = float(plain["confidence"]), plain["right"]
            if not 0 <= confidence <= 1 or not isinstance(right, bool):
                raise ValueError("confidence is 0 to 1, right is true or false")
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f'line {number} is no {{"confidence", "right"}} ({error})') from error
        found.append((confidence, right))
    if not found:
        raise ValueError("holds no prediction")
    return found


def binned(told: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that are not empty, from low to high."""
    cells: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in told:
        cells.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return [
        Bin(len(cell), sum(c for c, _ in cell) / len(cell), sum(r for _, r in cell))
        for _, cell in sorted(cells.items())
    ]


def error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of share and confidence, bins weighted by their predictions."""
    return sum(one.count * abs(one.share - one.mean) for one in bins) / sum(one.count for one in bins)


def svg(bins: Sequence[Bin]) -> str:
    """The picture: share right over mean confidence, with intervals, and how many predictions each bin has below."""
    total, right = sum(one.count for one in bins), sum(one.right for one in bins)
    told = f"{total:,} figures, {right / total:.1%} right, expected calibration error {error(bins):.3f}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-labelledby="t d"><title id="t">Reliability of the confidence</title>'
        f'<desc id="d">{told}. ' + "; ".join(f"at {b.mean:.2f}, {b.share:.2f} of {b.count}" for b in bins) + ".</desc>",
        f"<style>{STYLE}</style>",
        f'<rect class="back" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text class="title" x="{LEFT}" y="22">Is it right as often as it says?</text>',
        f'<text class="quiet" x="{LEFT}" y="41">{told}</text>',
        *_axes(),
        *(line for one in bins for line in _point(one, max(b.count for b in bins))),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(value: float) -> float:
    return round(LEFT + PLOT * value, 1)


def _y(value: float) -> float:
    return round(TOP + PLOT * (1 - value), 1)


def _axes() -> list[str]:
    lines = [f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>']
    for tenth in range(0, 11, 2):
        at = tenth / 10
        lines += [
            f'<line class="line" x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}"/>',
            f'<text class="quiet" x="{_x(0) - 8}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>',
            f'<text class="quiet" x="{_x(at)}" y="{_y(0) + HISTOGRAM + 36}" text-anchor="middle">{at:.1f}</text>',
        ]
    side, along = f"18 {_y(0.5)}", f"{_x(0.12)} {_y(0.2)}"
    lines += [
        f'<line class="line" x1="{_x(0)}" y1="{_y(0) + HISTOGRAM + 18}" x2="{_x(1)}" y2="{_y(0) + HISTOGRAM + 18}"/>',
        f'<text x="{_x(0.5)}" y="{HEIGHT - 14}" text-anchor="middle">confidence; below, figures in each tenth</text>',
        f'<text transform="translate({side}) rotate(-90)" text-anchor="middle">share that is right</text>',
        f'<text class="quiet" transform="translate({along}) rotate(-45)">as it says</text>',
    ]
    return lines


def _point(one: Bin, most: int) -> list[str]:
    low, high = one.interval()
    x = _x(one.mean)
    base, tall = _y(0) + HISTOGRAM + 18, HISTOGRAM * one.count / most
    left = _x(min(int(one.mean * BINS), BINS - 1) / BINS)
    return [
        f'<rect class="bar" x="{left + 2}" y="{base - tall:.1f}" width="{PLOT / BINS - 4}" height="{tall:.1f}"/>',
        f'<line class="error" x1="{x}" y1="{_y(low)}" x2="{x}" y2="{_y(high)}"/>',
        f'<circle class="dot" cx="{x}" cy="{_y(one.share)}" r="5">'
        f"<title>{one.right} of {one.count} right</title></circle>",
    ]


def main() -> int:
    """Exit code as above."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("predictions", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    args = parser.parse_args()
    try:
        bins = binned(read(args.predictions))
    except (OSError, ValueError) as wrong:
        print(f"{args.predictions}: {getattr(wrong, 'strerror', None) or wrong}", file=sys.stderr)
        return 2
    print("| mean confidence | figures | right | 95 % interval |\n| --- | --- | --- | --- |")
    for one in bins:
        low, high = one.interval()
        print(f"| {one.mean:.3f} | {one.count} | {one.share:.3f} | {low:.3f} to {high:.3f} |")
    args.output.write_text(svg(bins), encoding="utf-8")
    print(f"\nexpected calibration error {error(bins):.3f}; {args.output} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
