"""Claims and reports for the tests of the measure, in few words."""

from __future__ import annotations

from typing import Any

from sijil.evaluate.matching import Compared, compare
from sijil.evaluate.told import Told, told
from sijil.model.report import Block, Text


def killed(quote: str, low: int | None = None, high: int | None = None, **fields: Any) -> Told:
    """A casualty claim; civilians killed unless `fields` say otherwise. A bare `low` is an exact number."""
    values = {"low": low, "high": low if high is None else high} if low is not None or high is not None else {}
    return told({"kind": "casualty", "measure": "killed", "group": "civilians", "quote": quote, **values, **fields})


def at_least(quote: str, low: int, **fields: Any) -> Told:
    """A casualty claim without an upper bound."""
    return told(
        {
            "kind": "casualty",
            "measure": "killed",
            "group": "civilians",
            "quote": quote,
            "low": low,
            "high": None,
            **fields,
        }
    )


def situation(kind: str, quote: str, **fields: Any) -> Told:
    """A claim without a number."""
    return told({"kind": kind, "quote": quote, **fields})


def compared(gold: list[Told], read: list[Told]) -> Compared:
    """One report called "doc"."""
    return compare("doc", tuple(gold), tuple(read))


def text(content: str, headline: str = "") -> Text:
    """A main text of a headline, if any, and one paragraph."""
    if not headline:
        return Text(content, (Block(0, len(content), "body"),))
    whole = f"{headline}\n\n{content}"
    start = len(headline) + 2
    return Text(whole, (Block(0, len(headline), "headline"), Block(start, len(whole), "body")))
