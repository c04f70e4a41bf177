"""Scores as lines for people and as one JSON object for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sijil.evaluate.scores import Rate, Scores, Share
from sijil.evaluate.trust import SURE, Trust

DIGITS = 4  # of every share in JSON


def lines(scores: Scores, sure: Trust) -> Iterator[str]:
    """The scores as a person reads them, three digits a share."""
    yield f"reports {scores.reports}  annotated figures {scores.figures.gold}  situations {scores.situations.gold}"
    yield _rate("figure F1", scores.figures)
    yield _rate("figure F1 lax", scores.lax)
    yield f"{'record':<15}{scores.record:.3f}"
    for field, share in scores.fields.items():
        yield f"  {field:<13}{share.part:.3f}  of {share.asked}"
    yield _rate("situation F1", scores.situations)
    yield f"{'swaps':<15}{scores.swaps}  (speaker given as perpetrator; none is the aim)"
    yield f"{'confidence':<15}figures  right"
    for one in sure.bins:
        yield f"  {one.low:.1f} to {one.high:.1f}   {one.share.asked:>7}  {one.share.part:.3f}  (mean {one.mean:.3f})"
    yield (
        f"{SURE} and more     {sure.sure.asked:>6} of {sure.figures} figures ({sure.sure_part:.3f}), "
        f"{sure.sure.right} of them right"
    )


def form(scores: Scores, sure: Trust) -> dict[str, Any]:
    """The same as one JSON object; see docs/json.md."""
    out: dict[str, Any] = {"reports": scores.reports}
    for name, rate in (("figure", scores.figures), ("figure_lax", scores.lax), ("situation", scores.situations)):
        out |= {f"{name}_f1": _round(rate.f1), f"{name}_precision": _round(rate.precision)}
        out |= {f"{name}_recall": _round(rate.recall)}
    out |= {
        "gold_figures": scores.figures.gold,
        "gold_situations": scores.situations.gold,
        "predicted_figures": scores.figures.read,
        "predicted_situations": scores.situations.read,
        "record": _round(scores.record),
        "fields": {field: _share(share) for field, share in scores.fields.items()},
        "swaps": scores.swaps,
    }
    bins = [{"from": one.low, "to": one.high, "mean": _round(one.mean), **_share(one.share)} for one in sure.bins]
    out["calibration"] = {"bins": bins, "sure_from": SURE, "sure": _share(sure.sure), "figures": sure.figures}
    return out


def _rate(name: str, rate: Rate) -> str:
    return f"{name:<15}{rate.f1:.3f}  (P {rate.precision:.3f} R {rate.recall:.3f})"


def _share(share: Share) -> dict[str, Any]:
    return {"right": share.right, "of": share.asked, "share": _round(share.part)}


def _round(value: float) -> float:
    return round(value, DIGITS)
