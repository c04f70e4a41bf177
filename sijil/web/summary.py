"""What is reported of one incident in half a sentence: how many, as ranges, and in what kind of attack.

A range is what the reports come to; no source is told to have said it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijil.model.incident import GroupRange
from sijil.model.place import Place
from sijil.web import words

#: Groups that may be a part of another one of the same measure: told beside it, never beside it as more people.
PARTS = ("children", "women", "medics", "journalists")
NOTHING = "no number of people is reported"
Told = tuple[str, str, bool]  # "5 civilians", " killed", whether that is one
IN_ATTACK: dict[str, str] = {
    "airstrike": "an airstrike", "shelling": "shelling", "explosive": "an explosion",
    "suicide_bombing": "a suicide bombing", "shooting": "a shooting", "chemical": "a chemical attack",
    "clash": "fighting", "abduction": "an abduction", "execution": "an execution", "other": "an attack",
}  # fmt: skip


def harm(ranges: Iterable[GroupRange]) -> str:
    """The ranges in words: "at least 43 civilians are reported killed (children: 3) and 9 people injured"; "no number
    of people is reported" for none."""
    told = [part for measure, rows in _by_measure(ranges).items() for part in _measure(measure, rows)]
    return words.listed([_reported(*told[0]), *(f"{who}{did}" for who, did, _ in told[1:])]) if told else NOTHING


def highest(ranges: Iterable[GroupRange]) -> str:
    """What the sources' highest floor is where nobody gives a maximum and it is above the minimum: "the highest figure
    is at least 86"; "" where there is no such range."""
    told = [row for rows in _by_measure(ranges).values() for row in _wholes(rows)]
    open_ = [row for row in told if row.figure.high is None and (row.highest_low or 0) > (row.figure.low or 0)]
    of = {row: f" for {_group_measure(row)}" if len(told) > 1 else "" for row in open_}
    return words.listed(f"the highest figure{of[row]} is at least {row.highest_low:,}" for row in open_)


def _by_measure(ranges: Iterable[GroupRange]) -> dict[str, list[GroupRange]]:
    found: dict[str, list[GroupRange]] = {}
    for row in ranges:
        if row.figure.low is not None or row.figure.high is not None:
            found.setdefault(row.measure, []).append(row)
    return found


def _wholes(rows: list[GroupRange]) -> list[GroupRange]:
    return [row for row in rows if row.group not in PARTS] or rows[:1]


def _group_measure(row: GroupRange) -> str:
    told = words.group_measure(row.measure, row.group)
    return told[:1].lower() + told[1:]


def _measure(measure: str, rows: list[GroupRange]) -> list[Told]:
    whole = _wholes(rows)
    parts = ", ".join(f"{words.GROUP_LABELS[row.group]}: {row.figure.words()}" for row in rows if row not in whole)
    told = [_told(measure, row) for row in whole]
    who, did, one = told[0]
    return [(who, f"{did} ({parts})" if parts else did, one), *told[1:]]


def _reported(who: str, did: str, one: bool) -> str:
    return f"{who} {'is' if one else 'are'} reported{did}"


def _told(measure: str, row: GroupRange) -> Told:
    number, one = row.figure.words(), row.figure.low == 1 and row.figure.high in (1, None)
    if measure == "strikes":
        kind = words.ATTACK_LABELS.get(row.group, row.group)
        many = f"{kind}s" if row.group == "airstrike" else f"{kind} strikes"
        one = row.figure.low == row.figure.high == 1
        return f"{number} {kind if one else many}", "", one
    of = words.group_words(row.group, row.figure)
    return f"{number} {of}", f" {words.MEASURE_LABELS.get(measure, measure)}", one


def in_place(place: Place | None) -> str:
    """Where, in words that follow the day: "in Saraqib, Idlib", "near Saraqib", "somewhere in Idlib"."""
    if place is None or place.precision == "unknown" or not place.name:
        return (
            f"in a place called “{place.raw}”, not resolved" if place and place.raw else "in a place that nobody names"
        )
    how = "somewhere in" if words.is_area(place) else "near" if place.precision == "near" else "in"
    return f"{how} {words.where(place)}"
