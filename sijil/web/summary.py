"""What is reported of one incident in half a sentence: how many, as ranges, and in what kind of attack."""

from __future__ import annotations

from collections.abc import Iterable

from sijil.model.incident import GroupRange
from sijil.model.place import Place
from sijil.web import words

#: Groups that may be a part of another one of the same measure: told beside it, never beside it as more people.
PARTS = ("children", "women", "medics", "journalists")
IN_ATTACK: dict[str, str] = {
    "airstrike": "an airstrike", "shelling": "shelling", "explosive": "an explosion",
    "suicide_bombing": "a suicide bombing", "shooting": "a shooting", "chemical": "a chemical attack",
    "clash": "fighting", "abduction": "an abduction", "execution": "an execution", "other": "an attack",
}  # fmt: skip


def harm(ranges: Iterable[GroupRange]) -> str:
    """The ranges in words: "at least 43 civilians killed (children: 3) and 9 people injured"; "" for none."""
    by_measure: dict[str, list[GroupRange]] = {}
    for row in ranges:
        if row.figure.low is not None or row.figure.high is not None:
            by_measure.setdefault(row.measure, []).append(row)
    return words.listed(part for measure, rows in by_measure.items() for part in _measure(measure, rows))


def _measure(measure: str, rows: list[GroupRange]) -> list[str]:
    whole = [row for row in rows if row.group not in PARTS] or rows[:1]
    parts = ", ".join(f"{words.GROUP_LABELS[row.group]}: {row.figure.words()}" for row in rows if row not in whole)
    told = [_told(measure, row) for row in whole]
    return [f"{told[0]} ({parts})" if parts else told[0], *told[1:]]


def _told(measure: str, row: GroupRange) -> str:
    number = row.figure.words()
    if measure == "strikes":
        kind = words.ATTACK_LABELS.get(row.group, row.group)
        many = f"{kind}s" if row.group == "airstrike" else f"{kind} strikes"
        return f"{number} {kind if row.figure.low == row.figure.high == 1 else many}"
    return f"{number} {words.group_words(row.group, row.figure)} {words.MEASURE_LABELS.get(measure, measure)}"


def in_place(place: Place | None) -> str:
    """Where, in words that follow the day: "in Saraqib, Idlib", "near Saraqib", "somewhere in Idlib"."""
    if place is None or place.precision == "unknown" or not place.name:
        return (
            f"in a place called “{place.raw}”, not resolved" if place and place.raw else "in a place that nobody names"
        )
    how = "somewhere in" if words.is_area(place) else "near" if place.precision == "near" else "in"
    return f"{how} {words.where(place)}"
