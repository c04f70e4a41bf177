"""What is reported of one incident in half a sentence: how many, as ranges, and in what kind of attack.

A range is what the reports come to; no source is told to have said it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijil.model.incident import GroupRange, Incident
from sijil.model.place import Place
from sijil.web import dates, words
from sijil.web.language import N_, Words, gettext
from sijil.web.nouns import STRIKES, bounded

#: Groups that may be a part of another one of the same measure: told beside it, never beside it as more people.
PARTS = ("children", "women", "medics", "journalists")
IN_ATTACK = Words({
    "airstrike": N_("in an airstrike"), "shelling": N_("in shelling"), "explosive": N_("in an explosion"),
    "suicide_bombing": N_("in a suicide bombing"), "shooting": N_("in a shooting"),
    "chemical": N_("in a chemical attack"), "clash": N_("in fighting"), "abduction": N_("in an abduction"),
    "execution": N_("in an execution"), "other": N_("in an attack"),
})  # fmt: skip
_ONE_REPORTED = Words({
    "killed": N_("%(people)s is reported killed"), "injured": N_("%(people)s is reported injured"),
    "missing": N_("%(people)s is reported missing"), "held": N_("%(people)s is reported held"),
    "casualties": N_("%(people)s is reported killed or injured"), "displaced": N_("%(people)s is reported displaced"),
})  # fmt: skip
_REPORTED = Words({
    "killed": N_("%(people)s are reported killed"), "injured": N_("%(people)s are reported injured"),
    "missing": N_("%(people)s are reported missing"), "held": N_("%(people)s are reported held"),
    "casualties": N_("%(people)s are reported killed or injured"),
    "displaced": N_("%(people)s are reported displaced"),
})  # fmt: skip


def opening(incident: Incident, ranges: Iterable[GroupRange]) -> str:
    """Harm, attack, day and place as the first part of a sentence: "5 civilians are reported killed in an airstrike on
    23 January 2020 in Saraqib, Idlib, Syria"."""
    told, period = harm(ranges), incident.period
    known = period is not None and bool(period.start or period.end)
    day = dates.when(period) if period else ""
    if period and known and period.start == period.end:
        day = gettext("on %(day)s", day=day)
    runs = (told[:1].upper() + told[1:], IN_ATTACK.get(incident.attack or "", ""), day if known else "")
    line = " ".join(filter(None, (*runs, in_place(incident.at))))
    return gettext("%(what)s, %(when)s", what=line, when=day) if day and not known else line


def harm(ranges: Iterable[GroupRange]) -> str:
    """The ranges in words: "at least 43 civilians are reported killed (children: 3) and 9 people injured"; "no number
    of people is reported" for none."""
    rows = [told for measure, own in _by_measure(ranges).items() for told in _told(measure, own)]
    if not rows:
        return gettext("no number of people is reported")
    (first, parts), *others = rows
    return words.listed([_reported(first) + parts, *(_befell(row) + parts for row, parts in others)])


def highest(ranges: Iterable[GroupRange]) -> str:
    """What the sources' highest floor is where nobody gives a maximum and it is above the minimum: "the highest figure
    is at least 86"; "" where there is no such range."""
    told = [row for rows in _by_measure(ranges).values() for row in _wholes(rows)]
    open_ = [row for row in told if row.figure.high is None and (row.highest_low or 0) > (row.figure.low or 0)]
    if len(told) == 1:
        return words.listed(gettext("the highest figure is at least %(number)s", number=_floor(row)) for row in open_)
    return words.listed(
        gettext("the highest figure for %(what)s is at least %(number)s", what=_group_measure(row), number=_floor(row))
        for row in open_
    )


def _floor(row: GroupRange) -> str:
    return f"{row.highest_low:,}"


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


def _told(measure: str, rows: list[GroupRange]) -> list[tuple[GroupRange, str]]:
    """The wholes of a measure, the first with its parts in brackets."""
    whole = _wholes(rows)
    parts = gettext(", ").join(
        gettext("%(group)s: %(number)s", group=words.GROUP_LABELS[row.group], number=bounded(row.figure))
        for row in rows
        if row not in whole
    )
    return [(row, f" ({parts})" if parts and row is whole[0] else "") for row in whole]


def _reported(row: GroupRange) -> str:
    one = row.figure.low == 1 and row.figure.high in (1, None)
    if row.measure == "strikes":
        strikes = _strikes(row)
        return (
            gettext("%(strikes)s is reported", strikes=strikes)
            if one
            else gettext("%(strikes)s are reported", strikes=strikes)
        )
    pattern = (_ONE_REPORTED if one else _REPORTED).get(row.measure, f"%(people)s: {row.measure}")
    return pattern % {"people": words.people(row.group, row.figure)}


def _befell(row: GroupRange) -> str:
    if row.measure == "strikes":
        return _strikes(row)
    return words.BEFELL.get(row.measure, f"%(people)s {row.measure}") % {"people": words.people(row.group, row.figure)}


def _strikes(row: GroupRange) -> str:
    return bounded(row.figure, STRIKES.get(row.group, (f"%(num)s {row.group}", f"%(num)s {row.group} strikes")))


def in_place(place: Place | None) -> str:
    """Where, in words that follow the day: "in Saraqib, Idlib", "near Saraqib", "somewhere in Idlib"."""
    if place is None or place.precision == "unknown" or not place.name:
        if place and place.raw:
            return gettext("in a place called “%(words)s”, not resolved", words=place.raw)
        return gettext("in a place that nobody names")
    told = words.where(place)
    if words.is_area(place):
        return gettext("somewhere in %(place)s", place=told)
    return gettext("near %(place)s", place=told) if place.precision == "near" else gettext("in %(place)s", place=told)
