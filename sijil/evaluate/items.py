"""One mistake as the page shows it: the sentence with its quotes, annotated and predicted values side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from sijil.evaluate.causes import Mistake
from sijil.evaluate.fields import value
from sijil.evaluate.mistakes import differences
from sijil.evaluate.sentences import Piece, passages
from sijil.evaluate.told import Told, joined
from sijil.model.report import Text


class Cell(NamedTuple):
    """One value in words; `wrong` where the other side's differs."""

    text: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class Item:
    """`number` is the report's in the page's list. `gold` and `read` are the values of either side, or empty.

    `beside` are the words of the claim whose field is wrong, `speaker` the annotated one where that field is the actor
    (the two are mixed up). `confidence` is the predicted claim's, or empty.
    """

    doc: str
    number: int
    passages: tuple[tuple[Piece, ...], ...]
    gold: tuple[Cell, ...]
    read: tuple[Cell, ...]
    beside: str
    speaker: str
    confidence: str


def item(mistake: Mistake, number: int, text: Text | None) -> Item:
    """The mistake, ready to be shown."""
    gold, read = mistake.gold, mistake.read
    apart = differences(gold, read) if gold and read and not mistake.field else ()
    return Item(
        doc=mistake.doc,
        number=number,
        passages=passages(text, gold, read),
        gold=_cells(gold, mistake.field, apart),
        read=_cells(read, mistake.field, apart),
        beside=_says(gold) if gold and mistake.field else "",
        speaker=_field(gold, "speaker") if gold and gold.speaker and mistake.field == "actor" else "",
        confidence=f"{read.confidence:.2f}" if read and read.confidence is not None else "",
    )


def bounds(claim: Told) -> str:
    """A figure's bounds in words; "" for a claim without a number. Crossed bounds are shown as they are."""
    if not claim.numbered:
        return ""
    if claim.low is None:
        return f"up to {claim.high:,}"
    if claim.high is None:
        return f"at least {claim.low:,}"
    number = f"{claim.low:,}" if claim.low == claim.high else f"{claim.low:,} to {claim.high:,}"
    return f"about {number}" if claim.approx else number


def _cells(claim: Told | None, field: str, apart: tuple[str, ...]) -> tuple[Cell, ...]:
    if claim is None:
        return ()
    if field:
        return (Cell(_field(claim, field), True),)
    parts = {"kind": claim.kind, "measure": claim.measure, "group": claim.group, "bounds": bounds(claim)}
    named = tuple(Cell(text, name in apart) for name, text in parts.items() if text)
    return named if claim.numbered else (*named, *(Cell(text, False) for text in _about(claim)))


def _about(claim: Told) -> list[str]:
    """What a situation is of, so that it can be told from its neighbours."""
    told = (claim.object, claim.attack, joined(claim.place), claim.actor and f"by {claim.actor}")
    return [text for text in told if text]


def _says(claim: Told) -> str:
    return " · ".join(filter(None, (claim.kind, claim.measure, claim.group, bounds(claim))))


def _field(claim: Told, field: str) -> str:
    told: Any = value(claim, field)
    if field == "part_of":
        return "a part" if told else "no part"
    if told is None:
        return "nothing"
    if field == "dates":
        start, end = (day or "?" for day in told)
        return start if start == end else f"{start} to {end}"
    if field == "speaker":
        return " ← ".join(claim.speaker or ())
    within = joined(claim.within)
    return f"{told} (in {within})" if field == "place" and within else str(told)
